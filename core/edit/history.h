// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

#include <QList>

#include <optional>

namespace throughline {

/// The edits of a document in order, and how far back we are in them. Holds patches, not documents, so it grows with
/// what was changed. Unlimited.
class History
{
public:
    struct Entry
    {
        Patch patch;
        QString text;     ///< what it did, for "Undo …": "Move 3 cards"
        QString mergeKey; ///< entries of one non-empty key that follow each other within MergeTimeMs become one
        qint64 timeMs = 0;
        bool isBeside = false; ///< it changed something beside the blueprint too, or that alone
        quint64 state = 0;     ///< set by push()
    };

    static constexpr qint64 MergeTimeMs = 1500;

    /// Adds an entry after the present one; what could be redone is forgotten.
    void push(Entry entry);

    /// Makes patch, which came after it, part of the last entry. Only when canUndo().
    void extendLast(const Patch& patch);

    [[nodiscard]] bool canUndo() const { return m_index > 0; }
    [[nodiscard]] bool canRedo() const { return m_index < m_entries.size(); }
    /// What undo and redo would take back or do again; empty when there is nothing.
    [[nodiscard]] QString undoText() const { return canUndo() ? m_entries[m_index - 1].text : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_entries[m_index].text : QString(); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    [[nodiscard]] qsizetype index() const { return m_index; }

    /// The name of the present state: no other state of this history has or had it, and undo and redo come back to it.
    [[nodiscard]] quint64 state() const { return canUndo() ? m_entries[m_index - 1].state : 0; }

    /// The patch that takes back the last edit, which counts as undone from now on. Only when canUndo().
    [[nodiscard]] Patch stepBack();
    /// The patch that does the next edit again. Only when canRedo().
    [[nodiscard]] Patch stepForward();

    /// The present state is what the file holds.
    void markClean() { m_cleanIndex = m_index; }
    /// The file holds none of the states in the history any more.
    void forgetClean() { m_cleanIndex = -1; }
    [[nodiscard]] bool isClean() const { return m_cleanIndex == m_index; }

private:
    [[nodiscard]] bool mergesIntoLast(const Entry& entry) const;

    QList<Entry> m_entries;
    qsizetype m_index = 0;
    quint64 m_lastState = 0;
    qsizetype m_cleanIndex = 0; ///< -1: the clean state can no longer be reached
};

} // namespace throughline
