// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/journals.h"
#include "app/document/lookedup.h"

namespace throughline {

/// The journals that windows left behind when they were killed, newest first. Each has "journal" (its path), "name",
/// "folder" (empty: the document has no file), "when" (text) and "changes" (how many).
class UnsavedWork : public throughline::LookedUp // in full: else Qt 6.4 tells qmllint of no base
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit UnsavedWork(QObject* parent = nullptr) : LookedUp(parent) {}

    /// Looks for them in the background.
    Q_INVOKABLE void refresh();
    /// refresh() that waits.
    void refreshNow();
    /// Drops the changes for good.
    Q_INVOKABLE void remove(const QString& journal);
};

} // namespace throughline
