// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/editsession.h"

namespace throughline {

Result<void> EditSession::apply(const Patch& patch, const QString& text, const QString& mergeKey, qint64 timeMs)
{
    if (patch.isEmpty())
        return {};
    if (Result<void> applied = throughline::apply(m_blueprint, patch); !applied)
        return applied;
    m_history.push({patch, text, mergeKey, timeMs});
    ++m_revision;
    return {};
}

void EditSession::noteBeside(const QString& text, const QString& mergeKey, qint64 timeMs)
{
    m_history.push({{}, text, mergeKey, timeMs, true});
}

Result<void> EditSession::extend(const Patch& patch)
{
    if (patch.isEmpty())
        return {};
    if (Result<void> applied = throughline::apply(m_blueprint, patch); !applied)
        return applied;
    m_history.extendLast(patch);
    ++m_revision;
    return {};
}

Patch EditSession::undo()
{
    if (!m_history.canUndo())
        return {};
    const Patch patch = m_history.stepBack();
    const Result<void> applied = throughline::apply(m_blueprint, patch);
    Q_ASSERT(applied);
    ++m_revision;
    return patch;
}

Patch EditSession::redo()
{
    if (!m_history.canRedo())
        return {};
    const Patch patch = m_history.stepForward();
    const Result<void> applied = throughline::apply(m_blueprint, patch);
    Q_ASSERT(applied);
    ++m_revision;
    return patch;
}

} // namespace throughline
