// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/homepath.h"

#include <QDir>

namespace throughline {

QString homeRelative(const QString& path)
{
    const QString home = QDir::homePath();
    const bool isInside = path == home || path.startsWith(home + u'/');
    return isInside ? u'~' + path.mid(home.size()) : path;
}

} // namespace throughline
