// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/attachments.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr QStringView DataScheme = u"data:";

/// "image/png" of "data:image/png;base64,…".
QStringView typeOf(const Attachment& attachment)
{
    const QStringView head = QStringView(attachment.target).left(attachment.target.indexOf(u','));
    return head.mid(DataScheme.size(), head.indexOf(u';') < 0 ? -1 : head.indexOf(u';') - DataScheme.size());
}

} // namespace

bool isHeld(const Attachment& attachment)
{
    return attachment.target.startsWith(DataScheme);
}

QByteArray contentOf(const Attachment& attachment)
{
    const qsizetype comma = attachment.target.indexOf(u',');
    if (!isHeld(attachment) || comma < 0)
        return {};
    const QByteArray body = QStringView(attachment.target).mid(comma + 1).toLatin1();
    return QStringView(attachment.target).left(comma).endsWith(u";base64") ? QByteArray::fromBase64(body)
                                                                           : QByteArray::fromPercentEncoding(body);
}

bool isBeside(const Attachment& attachment)
{
    const QString clean = QDir::cleanPath(attachment.target);
    return !attachment.target.isEmpty() && !isHeld(attachment) && QUrl(attachment.target).scheme().isEmpty() &&
           QDir::isRelativePath(clean) && clean != ".."_L1 && !clean.startsWith("../"_L1);
}

bool isPicture(const Attachment& attachment)
{
    static const QStringList kinds{u"png"_s, u"jpeg"_s, u"jpg"_s, u"gif"_s, u"bmp"_s, u"webp"_s};
    if (isHeld(attachment)) {
        const QStringView type = typeOf(attachment);
        return type.startsWith(u"image/") && kinds.contains(type.mid(6));
    }
    const qsizetype dot = attachment.target.lastIndexOf(u'.');
    return dot >= 0 && kinds.contains(attachment.target.mid(dot + 1).toLower()) && isBeside(attachment);
}

QUrl addressOf(const Attachment& attachment)
{
    if (isHeld(attachment))
        return {};
    const QUrl url(attachment.target, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool web = (scheme == "https"_L1 || scheme == "http"_L1) && !url.host().isEmpty();
    return url.isValid() && (web || scheme == "mailto"_L1) ? url : QUrl();
}

QString shownName(const Attachment& attachment)
{
    if (!attachment.name.isEmpty() || isHeld(attachment))
        return attachment.name;
    return addressOf(attachment).isValid() ? attachment.target : attachment.target.section(u'/', -1);
}

} // namespace throughline
