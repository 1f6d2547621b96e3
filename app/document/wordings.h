// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationmirror.h"

#include <QMap>

namespace throughline {

/// The texts in the notation that stood for states of a document, as people wrote them. Comments, blank lines and the
/// order of lines are no part of a blueprint; here they come back with the state they belong to.
class Wordings
{
public:
    void clear();
    /// text stands for the blueprint in a state of the history (History::state()). Of very many the oldest are
    /// forgotten.
    void set(quint64 state, const Blueprint& blueprint, const QString& text);
    /// Null where none was set.
    [[nodiscard]] QString text(quint64 state) const { return m_texts.value(state).text; }
    /// The text of a state; where none was set, that of the state before it, made to stand for the blueprint.
    [[nodiscard]] NotationMirror mirror(quint64 state, const Blueprint& blueprint) const;

private:
    struct Wording
    {
        Blueprint blueprint;
        QString text;
    };

    QMap<quint64, Wording> m_texts;
    qsizetype m_letters = 0;
};

} // namespace throughline
