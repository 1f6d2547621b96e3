// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/removal.h"

#include "core/edit/draft.h"
#include "core/edit/gridoperations.h"
#include "core/model/elementset.h"
#include "core/model/queries.h"
#include "core/model/referrers.h"
#include "core/model/validation.h"

#include <algorithm>

namespace throughline {

namespace {

/// Works out one removal: first what goes, then what has to be taken out of the elements that stay.
class Removal
{
public:
    explicit Removal(const Blueprint& blueprint) : m_draft(blueprint) {}

    Patch remove(const QList<ElementRef>& elements)
    {
        for (const ElementRef& element : elements) {
            if (element.kind != ElementKind::Blueprint && contains(m_draft.base(), element))
                m_gone.insert(element.kind, element.id);
        }
        shrinkCardsOutOfSteps();
        spreadToContents();
        takeOut();
        closeGaps();
        forget();
        return m_draft.patch();
    }

private:
    template <typename Element>
    [[nodiscard]] bool isGone(const Id<Element>& id) const
    {
        return !id.isEmpty() && m_gone.contains(id);
    }

    template <typename Element>
    [[nodiscard]] QList<const Element*> namingGone() const
    {
        return referrers(m_draft.base().table<Element>(), m_gone);
    }

    /// A card over several steps keeps those that stay; one that stood in removed steps alone goes.
    void shrinkCardsOutOfSteps()
    {
        if (!m_gone.holdsAny(ElementKind::Step))
            return;
        const QList<Step> steps = orderedSteps(m_draft.base());
        for (const Card* each : namingGone<Card>()) {
            const Card& card = *each;
            if (!isGone(card.firstStep) && !isGone(card.lastStep))
                continue;
            QList<StepId> stay;
            bool inside = false;
            for (const Step& step : steps) {
                inside = inside || step.id == card.firstStep;
                if (inside && !isGone(step.id))
                    stay += step.id;
                if (step.id == lastStepOf(card))
                    break;
            }
            if (stay.isEmpty()) {
                m_gone.insert(ElementKind::Card, card.id.value);
                continue;
            }
            Card shorter = card;
            shorter.firstStep = stay.first();
            shorter.lastStep = stay.size() > 1 ? stay.last() : StepId();
            m_draft.put(shorter);
        }
    }

    void spreadToContents()
    {
        for (const Card* card : namingGone<Card>()) {
            if (isGone(card->lane))
                m_gone.insert(ElementKind::Card, card->id.value);
        }
        for (const Connection* connection : namingGone<Connection>()) {
            for (const End* end : {&connection->from, &connection->to}) {
                const CardId* card = cardAt(*end);
                const LaneId* lane = laneAt(*end);
                if ((card && isGone(*card)) || (lane && isGone(*lane)))
                    m_gone.insert(ElementKind::Connection, connection->id.value);
            }
        }
    }

    void takeOut()
    {
        takeOutOf<Department>();
        takeOutOf<Role>();
        takeOutOf<Request>();
        takeOutOf<DataItem>();
        takeOutOf<Phase>();
        takeOutOf<Step>();
        takeOutOf<Lane>();
        takeOutOf<Card>();
        takeOutOf<Connection>();
        takeOutOf<Acceptance>();
    }

    /// Steps that followed a removed one number by number move up, so that what people see stays 1, 2, 3 ...; gaps
    /// that somebody made stay.
    void closeGaps()
    {
        if (!m_gone.holdsAny(ElementKind::Step))
            return;
        int removed = 0;
        int expected = 0;
        for (const Step& step : orderedSteps(m_draft.base())) {
            if (step.number != expected)
                removed = 0;
            expected = step.number + 1;
            if (isGone(step.id)) {
                ++removed;
            } else if (removed > 0) {
                Step moved = step;
                moved.number -= removed;
                m_draft.put(moved);
            }
        }
    }

    template <typename Element>
    void takeOutOf()
    {
        for (const QString& id : m_gone.ids(kindOf<Element>()))
            m_draft.remove(Id<Element>(id));
    }

    /// Calls edit with a copy of every element that stays and names one that goes, and puts back those that came out
    /// different.
    template <typename Element, typename Edit>
    void editAll(Edit edit)
    {
        for (const Element* element : namingGone<Element>()) {
            const std::optional<Element> now = m_draft.find(element->id);
            if (!now)
                continue;
            Element edited = *now;
            edit(edited);
            if (!(edited == *now))
                m_draft.put(edited);
        }
    }

    template <typename Element>
    void forgetIn(QList<Id<Element>>& ids) const
    {
        if (std::any_of(ids.cbegin(), ids.cend(), [this](const Id<Element>& id) { return isGone(id); }))
            ids.removeIf([this](const Id<Element>& id) { return isGone(id); });
    }

    template <typename Element>
    void forgetIn(Id<Element>& id) const
    {
        if (isGone(id))
            id = {};
    }

    void forget()
    {
        editAll<Department>([this](Department& department) {
            while (isGone(department.parent))
                department.parent = m_draft.base().find(department.parent)->parent;
        });
        editAll<Role>([this](Role& role) {
            forgetIn(role.department);
            role.capabilities.removeIf([this](const Capability& capability) {
                return isGone(capability.request) || isGone(capability.passesTo);
            });
        });
        editAll<Request>([this](Request& request) {
            forgetIn(request.livePhases);
            forgetIn(request.needs);
        });
        if (m_gone.holdsAny(ElementKind::Phase))
            leaveStepsToNeighbours();
        editAll<Lane>([this](Lane& lane) { forgetIn(lane.roles); });
        editAll<Card>([this](Card& card) {
            forgetIn(card.roles);
            forgetIn(card.owner);
            forgetIn(card.timeoutTo);
            forgetIn(card.gives);
            forgetIn(card.asks);
        });
        editAll<Connection>([this](Connection& connection) { forgetInConnection(connection); });
    }

    void forgetInConnection(Connection& connection) const
    {
        forgetIn(connection.request);
        forgetIn(connection.carries);
        forgetIn(connection.answers);
        for (End* end : {&connection.from, &connection.to}) {
            if (auto* loose = std::get_if<LooseEnd>(end); loose && isGone(loose->nearest))
                *loose = {};
        }
    }

    /// Steps of a removed phase join the nearest phase that stays to their left, else to their right.
    void leaveStepsToNeighbours()
    {
        const QList<PhaseBlock> blocks = phaseBlocks(m_draft.base());
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            if (!isGone(blocks[i].phase))
                continue;
            qsizetype heir = i;
            while (heir >= 0 && isGone(blocks[heir].phase))
                --heir;
            if (heir < 0) {
                heir = i;
                while (heir < blocks.size() && isGone(blocks[heir].phase))
                    ++heir;
            }
            const PhaseId phase = heir < blocks.size() ? blocks[heir].phase : PhaseId();
            for (const StepId& id : blocks[i].steps) {
                if (std::optional<Step> step = m_draft.find(id)) {
                    step->phase = phase;
                    m_draft.put(*step);
                }
            }
        }
    }

    Draft m_draft;
    ElementSet m_gone;
};

} // namespace

Result<Patch> removeElements(const Blueprint& blueprint, const QList<ElementRef>& elements)
{
    return Removal(blueprint).remove(elements);
}

} // namespace throughline
