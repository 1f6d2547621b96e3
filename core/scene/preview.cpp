// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/preview.h"

#include "core/model/queries.h"
#include "core/model/validation.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Elements whose order alone changed because something came in between look as they did.
template <typename Element>
bool looksSame(const Element& before, const Element& after)
{
    return before == after;
}

bool looksSame(Card before, const Card& after)
{
    before.position = after.position;
    return before == after;
}

bool looksSame(Step before, const Step& after)
{
    before.number = after.number;
    return before == after;
}

/// An id that the patched blueprint does not hold.
template <typename Element>
Id<Element> freeId(const Blueprint& blueprint, const Id<Element>& like)
{
    Id<Element> id(like.value.left(180) + u"-before"_s);
    while (blueprint.find(id))
        id.value += u'-';
    return id;
}

class PreviewMaker
{
public:
    explicit PreviewMaker(const Blueprint& before) : m_before(before) {}

    void take(const HeaderChange& change) { m_shown.changes += change; }

    template <typename Element>
    void take(const ElementChange<Element>& change)
    {
        if (!change.after) {
            mark(refOf(change.before->id), PreviewMark::Removed);
            return;
        }
        m_shown.changes += change;
        if (!change.before) {
            mark(refOf(change.after->id), PreviewMark::Added);
        } else if (!looksSame(*change.before, *change.after)) {
            mark(refOf(change.after->id), PreviewMark::Changed);
            leaveBehind(*change.before, *change.after);
        }
    }

    [[nodiscard]] Preview finish(const Blueprint& after)
    {
        Preview preview;
        preview.blueprint = m_before;
        // What goes and what comes cannot always stand side by side (two steps of one number): then it is gone already.
        if (!apply(preview.blueprint, m_shown))
            preview.blueprint = after;
        for (const auto& [element, mark] : std::as_const(m_marks))
            show(preview, element, mark);
        return preview;
    }

private:
    template <typename Element>
    static ElementRef refOf(const Id<Element>& id)
    {
        return {kindOf<Element>(), id.value};
    }

    void mark(const ElementRef& element, PreviewMark mark) { m_marks += {element, mark}; }

    template <typename Element>
    void leaveBehind(const Element&, const Element&)
    {
    }

    void leaveBehind(const Card& before, const Card& after)
    {
        if (before.lane != after.lane || before.firstStep != after.firstStep)
            addStandIn(before);
    }

    void leaveBehind(const Connection& before, const Connection& after)
    {
        const bool moved = before.from != after.from || before.to != after.to;
        if (!moved || isLoose(before))
            return;
        Connection standIn = before;
        standIn.answers = {};
        addStandIn(standIn);
    }

    template <typename Element>
    void addStandIn(Element element)
    {
        element.id = freeId(m_before, element.id);
        m_shown.changes += ElementChange<Element>{std::nullopt, element};
        mark(refOf(element.id), PreviewMark::Removed);
    }

    static void show(Preview& preview, const ElementRef& element, PreviewMark mark)
    {
        switch (element.kind) {
        case ElementKind::Card:
        case ElementKind::Connection:
        case ElementKind::Lane:
        case ElementKind::Step:
        case ElementKind::Phase:
            if (contains(preview.blueprint, element) && !preview.marks.contains(element))
                preview.order += element;
            if (contains(preview.blueprint, element))
                preview.marks.insert(element, mark);
            return;
        case ElementKind::Role:
            return showLanes(preview, [&](const Role& role) { return role.id.value == element.id; });
        case ElementKind::Department:
            return showLanes(preview, [&](const Role& role) { return role.department.value == element.id; });
        case ElementKind::Blueprint:
        case ElementKind::Request:
        case ElementKind::DataItem:
        case ElementKind::Acceptance:
            return;
        }
    }

    /// Marks the lanes of some roles as changed, where nothing more is to be said of them.
    template <typename IsMeant>
    static void showLanes(Preview& preview, IsMeant isMeant)
    {
        for (const Lane& lane : preview.blueprint.lanes()) {
            const ElementRef ref{ElementKind::Lane, lane.id.value};
            const bool meant = std::ranges::any_of(lane.roles, [&](const RoleId& id) {
                const Role* role = preview.blueprint.find(id);
                return role && isMeant(*role);
            });
            if (!meant || preview.marks.contains(ref))
                continue;
            preview.marks.insert(ref, PreviewMark::Changed);
            preview.order += ref;
        }
    }

    const Blueprint& m_before;
    Patch m_shown;
    QList<std::pair<ElementRef, PreviewMark>> m_marks;
};

} // namespace

Result<Preview> previewOf(const Blueprint& blueprint, const Patch& patch)
{
    Blueprint after = blueprint;
    if (const Result<void> applied = apply(after, patch); !applied)
        return applied.error();
    PreviewMaker maker(blueprint);
    for (const Change& change : patch.changes)
        std::visit([&](const auto& each) { maker.take(each); }, change);
    return maker.finish(after);
}

} // namespace throughline
