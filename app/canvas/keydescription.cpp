// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/elementspeech.h"
#include "app/canvas/keyinput.h"
#include "core/model/words.h"
#include "core/scene/curve.h"

namespace throughline {

namespace {

QString listed(const QStringList& parts)
{
    return parts.join(QStringLiteral("   ·   "));
}

} // namespace

QString KeyInput::description() const
{
    const QString words = placeInWords();
    if (!m_view.isTracing() || !m_view.canEdit() || words.isEmpty() || m_view.selection().size() != 1)
        return words;
    const Thread& thread = m_view.trace();
    return tr("%1; %2 cards lead to it, it leads to %3").arg(words).arg(thread.before).arg(thread.after);
}

QString KeyInput::placeInWords() const
{
    const ElementRef current = m_view.current();
    if (current.kind != ElementKind::Blueprint) {
        const FoldCounts& folds = m_view.scene().options().folds;
        QString name = spokenName(m_view.blueprint(), current);
        const bool isCard = current.kind == ElementKind::Card;
        if (const Card* card = isCard ? m_view.blueprint().find(CardId(current.id)) : nullptr; card && card->emotion)
            name = tr("%1, feels %2").arg(name, curveWords(LaneCurve::Emotion, *card->emotion));
        const auto fold = folds.constFind(current);
        return fold == folds.cend() ? name : spokenFolded(name, *fold);
    }
    return m_cell.isCell() ? spokenCell(m_view.blueprint(), m_view.scene().layout(), m_cell.row, m_cell.column)
                           : QString();
}

bool KeyInput::hasAttachment() const
{
    const Card* card = m_view.blueprint().find(CardId(m_view.current().id));
    return card && !card->attachments.isEmpty();
}

QString KeyInput::hint() const
{
    if (!m_view.canEdit())
        return {};
    if (m_editor.isActive())
        return editingHint();
    if (isConnecting())
        return listed({tr("Arrow keys: to the other end"), tr("Return: connect"), tr("Ctrl+Return: ask and answer")});
    if (isGoingOn() && sticky())
        return listed({tr("Type one more"), tr("F2: rename this one"), tr("Esc: stay here")});
    if (isGoingOn())
        return listed(
            {tr("Type the next card"), tr("Tab: card below"), tr("F2: rename this one"), tr("Esc: stay here")});
    switch (m_view.current().kind) {
    case ElementKind::Card:
        if (sticky())
            return listed({tr("Return: one more"), tr("F2: rename"), tr("Alt+arrows: move")});
        return cardsOf(m_view.selection()).size() > 1
                   ? listed(
                         {tr("Alt+arrows: move"), tr("Ctrl+D: duplicate"), tr("Ctrl+Return: the first asks the last")})
                   : listed({tr("Return: next card"), tr("Tab: card below"),
                             hasAttachment() ? tr("Ctrl+Shift+O: open attachment") : tr("Ctrl+Return: ask and answer"),
                             tr("Ctrl+L: connect")});
    case ElementKind::Connection:
        return listed({tr("R request"), tr("A answer"), tr("H hand-over"), tr("T tell"), tr("F2: label"),
                       tr("Return: other end")});
    case ElementKind::Lane:
    case ElementKind::Step:
    case ElementKind::Phase:
        return listed({tr("Type to rename"), tr("Return: one more"), tr("Alt+arrows: move")});
    default:
        if (!m_cell.isCell())
            return firstCell().isCell() ? tr("Type what the customer does first") : QString();
        return curveOf(m_view.blueprint(), m_view.scene().layout().rows()[m_cell.row]) == LaneCurve::None
                   ? tr("Type a card into the cell")
                   : tr("Alt+Shift+Up, Alt+Shift+Down: change the value");
    }
}

QString KeyInput::editingHint() const
{
    const Connection* connection = m_editor.ref().kind == ElementKind::Connection
                                       ? m_view.blueprint().find(ConnectionId(m_editor.ref().id))
                                       : nullptr;
    if (connection && connection->kind == ConnectionKind::Request)
        return tr("Type what is asked for; Return goes on, Esc takes it back");
    if (connection)
        return tr("Type what stands on the connection; Return keeps it");
    if (m_editor.ref().kind != ElementKind::Card || m_editor.remark())
        return tr("Return keeps it, Shift+Return breaks the line, Esc takes it back");
    if (m_editor.isFresh() && sticky())
        return listed({tr("Return: then one more"), tr("Esc: take it back")});
    return m_editor.isFresh()
               ? listed({tr("Return: then the next card"), tr("Tab: then the card below"), tr("Esc: take it back")})
               : listed({tr("Return: keep it"), tr("Tab: then the card below"), tr("Shift+Return: new line"),
                         tr("Esc: as it was")});
}

} // namespace throughline
