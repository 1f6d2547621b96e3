// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pdfstructure.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

using Object = QPDFObjectHandle;

Object number(double value)
{
    return Object::newReal(value, 2);
}

Object text(const QString& value)
{
    return Object::newUnicodeString(value.toStdString());
}

class StructureWriter
{
public:
    explicit StructureWriter(const QByteArray& pdf)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("blueprint.pdf", pdf.constData(), size_t(pdf.size()));
        m_pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }

    void addLinks(const QList<ReportLink>& links)
    {
        for (const ReportLink& link : links) {
            const double height = heightOf(link.page);
            Object annotation = Object::newDictionary();
            annotation.replaceKey("/Type", Object::newName("/Annot"));
            annotation.replaceKey("/Subtype", Object::newName("/Link"));
            annotation.replaceKey("/Rect",
                                  Object::newArray({number(link.rect.left()), number(height - link.rect.bottom()),
                                                    number(link.rect.right()), number(height - link.rect.top())}));
            annotation.replaceKey("/Border", Object::newArray({number(0), number(0), number(0)}));
            annotation.replaceKey("/F", Object::newInteger(4)); // printed
            if (link.address.isEmpty())
                annotation.replaceKey("/Dest", destination(link.toPage, link.to));
            else
                addAddress(annotation, link);
            Object page = m_pages[size_t(link.page)].getObjectHandle();
            if (!page.getKey("/Annots").isArray())
                page.replaceKey("/Annots", Object::newArray());
            page.getKey("/Annots").appendItem(m_pdf.makeIndirectObject(annotation));
        }
    }

    void addBookmarks(const QList<Bookmark>& bookmarks)
    {
        if (bookmarks.isEmpty())
            return;
        Object outlines = m_pdf.makeIndirectObject(Object::newDictionary());
        outlines.replaceKey("/Type", Object::newName("/Outlines"));
        outlines.replaceKey("/Count", Object::newInteger(addLevel(outlines, bookmarks)));
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
        m_pdf.getRoot().replaceKey("/PageMode",
                                   Object::newName(bookmarks.first().children.isEmpty() ? "/UseNone" : "/UseOutlines"));
    }

    void addProperties(const PdfProperties& properties)
    {
        Object root = m_pdf.getRoot();
        root.replaceKey("/Lang", text(properties.language));
        Object preferences = Object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
        Object style = Object::newDictionary();
        style.replaceKey("/S", Object::newName("/D"));
        Object labels = Object::newDictionary();
        labels.replaceKey("/Nums", Object::newArray({Object::newInteger(0), style}));
        root.replaceKey("/PageLabels", labels);
        Object info = Object::newDictionary();
        info.replaceKey("/Title", text(properties.title));
        if (!properties.subject.isEmpty())
            info.replaceKey("/Subject", text(properties.subject));
        info.replaceKey("/Creator", text(u"Throughline"_s));
        if (properties.date.isValid())
            info.replaceKey("/CreationDate", text(u"D:"_s + properties.date.toString(u"yyyyMMdd"_s) + u"000000Z"_s));
        m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));
        root.removeKey("/Metadata"); // holds the time of writing
    }

    [[nodiscard]] QByteArray write()
    {
        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setMinimumPDFVersion("1.6");
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())};
    }

private:
    static void addAddress(Object& annotation, const ReportLink& link)
    {
        Object action = Object::newDictionary();
        action.replaceKey("/S", Object::newName("/URI"));
        action.replaceKey("/URI", Object::newString(link.address.toStdString()));
        annotation.replaceKey("/A", action);
        annotation.replaceKey("/Contents", text(link.name));
    }

    [[nodiscard]] double heightOf(int page)
    {
        return m_pages[size_t(page)].getMediaBox().getArrayItem(3).getNumericValue();
    }

    Object destination(int page, const QPointF& at)
    {
        return Object::newArray({m_pages[size_t(page)].getObjectHandle(), Object::newName("/XYZ"),
                                 number(std::max(0.0, at.x() - 8)), number(heightOf(page) - std::max(0.0, at.y() - 8)),
                                 Object::newNull()});
    }

    /// Adds the entries of one level below parent; returns how many are open below it.
    int addLevel(Object& parent, const QList<Bookmark>& bookmarks)
    {
        std::vector<Object> entries;
        int open = int(bookmarks.size());
        for (const Bookmark& bookmark : bookmarks) {
            Object entry = m_pdf.makeIndirectObject(Object::newDictionary());
            entry.replaceKey("/Title", text(bookmark.title));
            entry.replaceKey("/Parent", parent);
            entry.replaceKey("/Dest", destination(bookmark.page, bookmark.at));
            if (!bookmark.children.isEmpty()) {
                const int below = addLevel(entry, bookmark.children);
                entry.replaceKey("/Count", Object::newInteger(below));
                open += below;
            }
            if (!entries.empty()) {
                entry.replaceKey("/Prev", entries.back());
                entries.back().replaceKey("/Next", entry);
            }
            entries.push_back(entry);
        }
        parent.replaceKey("/First", entries.front());
        parent.replaceKey("/Last", entries.back());
        return open;
    }

    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
};

} // namespace

Result<QByteArray> addPdfStructure(const QByteArray& pdf, const QList<ReportLink>& links,
                                   const QList<Bookmark>& bookmarks, const PdfProperties& properties)
{
    // libqpdf reports by exceptions; they end here.
    try {
        StructureWriter writer(pdf);
        writer.addLinks(links);
        writer.addBookmarks(bookmarks);
        writer.addProperties(properties);
        return writer.write();
    } catch (const std::exception& failure) {
        return Error{
            Error::Code::System, u"The PDF could not be finished: %1"_s.arg(QString::fromUtf8(failure.what())), {}};
    }
}

} // namespace throughline
