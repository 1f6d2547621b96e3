// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/history.h"

namespace throughline {

/// An open document: the blueprint as it is now, its history, and a revision that grows with every change of the
/// blueprint, undo and redo included. Not a QObject; the one who holds it tells others.
class EditSession
{
public:
    EditSession() = default;
    explicit EditSession(Blueprint blueprint) : m_blueprint(std::move(blueprint)) {}

    [[nodiscard]] const Blueprint& blueprint() const { return m_blueprint; }
    [[nodiscard]] const History& history() const { return m_history; }
    [[nodiscard]] quint64 revision() const { return m_revision; }

    /// Applies patch and remembers it under text for undo. An empty patch does nothing. timeMs is any steady clock's
    /// milliseconds. Errors as for throughline::apply(); then nothing has changed.
    Result<void> apply(const Patch& patch, const QString& text, const QString& mergeKey = {}, qint64 timeMs = 0);

    /// Remembers an edit of something beside the blueprint, as a comment in its text, which the one who holds the
    /// session takes back and does again; the blueprint stays as it is.
    void noteBeside(const QString& text, const QString& mergeKey = {}, qint64 timeMs = 0);

    /// Applies patch as part of the last edit, which there must be. Errors as for apply().
    Result<void> extend(const Patch& patch);

    /// Takes back the last edit, or does the next one again; gives the patch that was applied, empty when there was
    /// none or the blueprint stayed as it was.
    Patch undo();
    Patch redo();

    /// The present state has been saved.
    void markClean() { m_history.markClean(); }
    /// The file was written by somebody else: no state of the history is the saved one any more.
    void forgetClean() { m_history.forgetClean(); }
    [[nodiscard]] bool isClean() const { return m_history.isClean(); }

private:
    Blueprint m_blueprint;
    History m_history;
    quint64 m_revision = 0;
};

} // namespace throughline
