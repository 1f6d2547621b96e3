// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/capabilities.h"
#include "core/check/askables.h"
#include "core/check/chase.h"
#include "core/check/meetings.h"
#include "core/check/rule.h"
#include "core/check/threads.h"
#include "core/check/waits.h"

namespace throughline {

CheckContext::CheckContext(const Blueprint& source, std::function<bool(QStringView)> on)
    : graph(source), say(graph), m_isOn(std::move(on))
{
}

CheckContext::~CheckContext() = default;

const ThreadAnalysis& CheckContext::threads()
{
    if (!m_threads)
        m_threads = std::make_unique<ThreadAnalysis>(graph);
    return *m_threads;
}

const Meetings& CheckContext::meetings()
{
    if (!m_meetings)
        m_meetings = std::make_unique<Meetings>(graph);
    return *m_meetings;
}

const Capabilities& CheckContext::capabilities()
{
    if (!m_capabilities)
        m_capabilities = std::make_unique<Capabilities>(blueprint(), threads().drawnAbilities());
    return *m_capabilities;
}

const AskableTable& CheckContext::askables()
{
    if (!m_askables)
        m_askables = std::make_unique<AskableTable>(graph, threads(), meetings(), capabilities());
    return *m_askables;
}

const WaitAnalysis& CheckContext::waits()
{
    if (!m_waits)
        m_waits = std::make_unique<WaitAnalysis>(graph);
    return *m_waits;
}

const ChaseAnalysis& CheckContext::chase()
{
    if (!m_chase)
        m_chase = std::make_unique<ChaseAnalysis>(graph, threads());
    return *m_chase;
}

} // namespace throughline
