// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/finding.h"

#include <QCryptographicHash>

#include <algorithm>

namespace throughline {

QString fingerprint(const Finding& finding)
{
    QStringList subjects = finding.subjects;
    std::sort(subjects.begin(), subjects.end());
    // Ids hold no line break, so the text below tells any two identities apart.
    const QString identity = finding.rule + u'\n' + subjects.join(u'\n') + QStringLiteral("\n\n") + finding.variant;
    const QByteArray hash = QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha1).toHex();
    return finding.rule + u'-' + QString::fromLatin1(hash.left(16));
}

QString subjectOf(const Finding& finding)
{
    return finding.subjects.join(finding.subjectSeparator);
}

} // namespace throughline
