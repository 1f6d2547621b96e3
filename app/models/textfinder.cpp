// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/textfinder.h"

#include "app/document/elementref.h"
#include "app/document/follow.h"
#include "app/models/destination.h"

namespace throughline {

void TextFinder::setDocument(DocumentController* document)
{
    follow(this, m_document, document, when(&DocumentController::changed, &TextFinder::followChange),
           when(&DocumentController::reset, &TextFinder::look));
    look();
}

void TextFinder::setActive(bool active)
{
    // Said again with every change of the document: the place that is current stays.
    if (active == m_active)
        return;
    m_active = active;
    look();
}

void TextFinder::setText(const QString& text)
{
    setQuery({text, m_query.regular, m_query.matchCase});
}

void TextFinder::setRegular(bool regular)
{
    setQuery({m_query.text, regular, m_query.matchCase});
}

void TextFinder::setMatchCase(bool matchCase)
{
    setQuery({m_query.text, m_query.regular, matchCase});
}

void TextFinder::setQuery(const TextQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    look();
}

void TextFinder::setReplacement(const QString& replacement)
{
    m_replacement = replacement;
    Q_EMIT changed();
}

void TextFinder::look()
{
    m_current = -1;
    const bool looks = m_active && m_document && m_document->isOpen();
    take(looks ? findText(m_document->blueprint(), m_query) : QList<TextMatch>());
}

void TextFinder::followChange(const DocumentChange& change)
{
    if (m_active)
        take(findTextAgain(m_matches, m_document->blueprint(), m_query, change.patch));
}

void TextFinder::take(const Result<QList<TextMatch>>& matches)
{
    m_matches = matches ? *matches : QList<TextMatch>();
    m_problem = matches ? QString() : matches.error().message;
    m_current = std::min(m_current, int(m_matches.size()) - 1);
    m_replaced = 0;
    Q_EMIT changed();
}

QString TextFinder::summary() const
{
    if (m_query.text.isEmpty() || !m_problem.isEmpty())
        return {};
    if (m_replaced > 0 && m_current < 0)
        return tr("%1 replaced").arg(m_replaced);
    if (m_matches.isEmpty())
        return tr("Nothing found");
    return m_current < 0 ? tr("%1 found").arg(count()) : tr("%1 of %2").arg(m_current + 1).arg(count());
}

bool TextFinder::walk(int delta)
{
    if (m_matches.isEmpty())
        return false;
    const int from = m_current < 0 && delta < 0 ? 0 : m_current;
    show((from + delta + count()) % count());
    return true;
}

void TextFinder::show(int index)
{
    m_current = index;
    Q_EMIT changed();
    const QList<ElementRef> elements = elementsAt(m_document->blueprint(), m_matches[index].element);
    m_document->setSelection(elements.isEmpty() ? QList<ElementRef>{m_matches[index].element} : elements);
    Q_EMIT found(toVariant(elements));
}

bool TextFinder::replaceCurrent()
{
    if (m_matches.isEmpty())
        return false;
    if (m_current < 0)
        return walk(1);
    const int behind = count() - m_current - 1;
    if (!m_document->apply(replaceText(m_document->blueprint(), m_query, m_replacement, {m_matches[m_current]}),
                           tr("Replace text")))
        return false;
    // What was put in may hold the text itself: the next match is the first of those that were behind.
    if (m_matches.isEmpty())
        m_current = -1;
    else
        show(std::max(0, count() - behind) % count());
    Q_EMIT changed();
    return true;
}

bool TextFinder::replaceAll()
{
    if (m_matches.isEmpty())
        return false;
    const int places = count();
    m_current = -1;
    if (!m_document->apply(replaceText(m_document->blueprint(), m_query, m_replacement, m_matches),
                           places == 1 ? tr("Replace text") : tr("Replace text in %1 places").arg(places)))
        return false;
    m_replaced = places;
    Q_EMIT changed();
    return true;
}

} // namespace throughline
