// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/labelroom.h"

namespace throughline {

namespace {

constexpr double GutterLabelPt = 76; // widest line of a label that stands in a gutter between columns
constexpr double ArrowPt = 12;       // room for a head beside a label

/// The first ordinal of a whole empty cell in the middle of what a run covers, or -1. The cells in which it turns or
/// ends do not count.
int emptyCellAlong(const RoutePlan& plan, int index)
{
    const Run& run = plan.runs[index];
    int lo = run.lo;
    int hi = run.hi;
    for (const int other : {index - 1, index + 1}) {
        if (other < 0 || other >= int(plan.runs.size()))
            continue;
        const int corner = plan.runs[other].channel;
        if (corner == lo)
            ++lo;
        else if (corner == hi)
            --hi;
    }
    if (lo % 2 == 0)
        ++lo;
    if (hi % 2 == 0)
        --hi;
    if (hi < lo || lo < 0)
        return -1;
    const int middle = lo + (hi - lo) / 4 * 2;
    return middle;
}

} // namespace

std::vector<int>& LabelRoom::labelsAt(const PlacedLabel& label)
{
    return label.inColumn ? m_data.gutters[size_t(label.gutter)].labels : m_data.tiers[size_t(label.gutter)].labels;
}

void LabelRoom::release(int slot)
{
    PlacedLabel& label = m_data.labels[size_t(slot)];
    label.run = -1;
    if (label.gutter < 0)
        return;
    std::erase(labelsAt(label), slot);
    m_changed.emplace_back(label.inColumn, label.gutter);
    label.gutter = -1;
}

void LabelRoom::reserve(int slot)
{
    release(slot);
    PlacedLabel& label = m_data.labels[size_t(slot)];
    const RoutePlan& plan = m_data.plan(label.plan);
    label.wide = wrapped(label.text, m_data.style.labelMaxPt);
    label.narrow = wrapped(label.text, GutterLabelPt);
    if (label.narrow.lines == label.wide.lines)
        label.narrow = {};
    label.room = label.wide.size.height() + 6;
    label.inColumn = label.belowTracks = false;
    label.crowded = isCrowded(label);
    if (label.crowded) {
        inColumnGutter(plan, label);
    } else {
        if (plan.runs.empty() || inEmptyCell(plan, label))
            return;
        if (!onRowGutter(plan, label) && !betweenRows(plan, label))
            inColumnGutter(plan, label);
    }
    if (label.gutter < 0)
        return;
    labelsAt(label).push_back(slot);
    m_changed.emplace_back(label.inColumn, label.gutter);
}

bool LabelRoom::isOutdated(int slot) const
{
    return isCrowded(m_data.labels[size_t(slot)]) != m_data.labels[size_t(slot)].crowded;
}

LabelWords LabelRoom::wrapped(const QString& text, double width) const
{
    LabelWords words{m_measurer.wrap(text, TextRole::Label, width), {}};
    double widest = 0;
    for (const QString& line : std::as_const(words.lines))
        widest = std::max(widest, m_measurer.width(line, TextRole::Label));
    words.size = QSizeF(upToRaster(widest + 2 * m_data.style.labelPaddingPt),
                        upToRaster(double(words.lines.size()) * m_measurer.lineHeight(TextRole::Label) + 4));
    return words;
}

/// Several connections leave or reach the same side of a card and this one turns off to a card on the right: beside
/// them there is room for no words, but behind the turn there is.
bool LabelRoom::isCrowded(const PlacedLabel& label) const
{
    constexpr int Crowd = 2;
    const RoutePlan& plan = m_data.plan(label.plan);
    if (plan.runs.size() != 2 || plan.from.card < 0 || plan.to.card < 0)
        return false;
    const bool turnsToEnd = plan.runs[0].vertical;
    const Run& rise = plan.runs[turnsToEnd ? 0 : 1];
    const Run& level = plan.runs[turnsToEnd ? 1 : 0];
    const PlacedCard& from = m_data.card(turnsToEnd ? plan.from.card : plan.to.card);
    const PlacedCard& to = m_data.card(turnsToEnd ? plan.to.card : plan.from.card);
    if (level.hi != 2 * to.first)
        return false;
    const auto isBelow = [&](const Run& run) { return run.lo > 2 * from.tier + 1; };
    int others = 0;
    m_data.visitEnds(from.firstEnd, [&](int slot, const RouteEnd& end) {
        const RoutePlan& other = m_data.plan(slot);
        if (slot == label.plan || other.runs.empty())
            return;
        const Run& run = &end == &other.from ? other.runs.front() : other.runs.back();
        others += run.vertical && isBelow(run) == isBelow(rise) ? 1 : 0;
    });
    return others >= Crowd;
}

/// A stretch through a whole empty cell needs no room kept.
bool LabelRoom::inEmptyCell(const RoutePlan& plan, PlacedLabel& label) const
{
    for (int i = 0; i < int(plan.runs.size()); ++i) {
        if (plan.runs[i].inGutter())
            continue;
        const int cell = emptyCellAlong(plan, i);
        if (cell < 0)
            continue;
        label.run = i;
        label.ordinal = cell;
        return true;
    }
    return false;
}

bool LabelRoom::onRowGutter(const RoutePlan& plan, PlacedLabel& label) const
{
    for (int i = 0; i < int(plan.runs.size()); ++i) {
        const Run& run = plan.runs[i];
        if (run.vertical || !run.inGutter() || run.hi - run.lo < 2)
            continue;
        label.run = i;
        label.ordinal = run.lo + (run.hi - run.lo) / 2;
        label.gutter = run.channel / 2;
        return true;
    }
    return false;
}

bool LabelRoom::betweenRows(const RoutePlan& plan, PlacedLabel& label) const
{
    for (int i = 0; i < int(plan.runs.size()); ++i) {
        const Run& run = plan.runs[i];
        if (!run.vertical || run.inGutter() || (run.lo == run.hi && run.lo % 2 != 0))
            continue;
        label.run = i;
        label.ordinal = run.lo % 2 == 0 ? run.lo : run.lo + 1;
        label.gutter = label.ordinal / 2;
        label.belowTracks = true;
        return true;
    }
    return false;
}

void LabelRoom::inColumnGutter(const RoutePlan& plan, PlacedLabel& label)
{
    label.wide = wrapped(label.text, GutterLabelPt);
    label.narrow = {};
    const auto [index, gutter] = runInColumnGutter(plan);
    if (index < 0)
        return;
    const Run& run = plan.runs[index];
    label.run = index;
    label.ordinal = run.vertical ? run.lo + (run.hi - run.lo) / 2 : gutter;
    label.gutter = gutter / 2;
    label.inColumn = true;
    label.room = label.wide.size.width() + 2 * ArrowPt + 8;
}

/// The run whose gutter between columns has room for words, and that gutter: best the run that comes to the card right
/// of it, past all that turn off; -1 = none.
std::pair<int, int> LabelRoom::runInColumnGutter(const RoutePlan& plan) const
{
    const bool isLoop = plan.from.card >= 0 && plan.from.card == plan.to.card;
    const int count = int(plan.runs.size());
    std::pair<int, int> found{-1, -1};
    for (int i = 0; i < count; ++i) {
        const Run& run = plan.runs[i];
        if (isLoop && !run.vertical)
            continue; // its words stand where it turns back
        const bool isEnd = i == 0 || i + 1 == count;
        const RouteEnd& end = i == 0 ? plan.from : plan.to;
        if (!run.vertical && count > 1 && isEnd && end.card >= 0 && run.hi == 2 * m_data.card(end.card).first)
            return {i, run.hi};
        const int gutter = run.vertical ? run.channel : run.lo % 2 == 0 ? run.lo : run.lo + 1;
        const bool fits = gutter % 2 == 0 && gutter >= 0 && gutter / 2 <= m_data.columnCount();
        if (fits && (run.vertical || count == 1) && found.first < 0)
            found = {i, gutter};
    }
    return found;
}

void LabelRoom::remap(const GridMap& map)
{
    for (auto& [inColumn, index] : m_changed) {
        const int ordinal = (inColumn ? map.columns : map.tiers).at(2 * index);
        index = ordinal < 0 ? -1 : ordinal / 2;
    }
    std::erase_if(m_changed, [](const std::pair<bool, int>& gutter) { return gutter.second < 0; });
}

void LabelRoom::remap(int slot, const GridMap& map)
{
    PlacedLabel& label = m_data.labels[size_t(slot)];
    if (label.run >= 0)
        label.ordinal = (m_data.plan(label.plan).runs[label.run].vertical ? map.tiers : map.columns).at(label.ordinal);
    if (label.gutter >= 0)
        label.gutter = (label.inColumn ? map.columns : map.tiers).at(2 * label.gutter) / 2;
}

void LabelRoom::measure()
{
    std::sort(m_changed.begin(), m_changed.end());
    m_changed.erase(std::unique(m_changed.begin(), m_changed.end()), m_changed.end());
    for (const auto& [inColumn, index] : m_changed) {
        double room = 0;
        bool below = false;
        const auto& labels = inColumn ? m_data.gutters[size_t(index)].labels : m_data.tiers[size_t(index)].labels;
        for (const int slot : labels) {
            room = std::max(room, m_data.labels[size_t(slot)].room);
            below = below || m_data.labels[size_t(slot)].belowTracks;
        }
        if (inColumn) {
            m_data.gutters[size_t(index)].labelRoom = room;
        } else {
            m_data.tiers[size_t(index)].labelRoom = room;
            m_data.tiers[size_t(index)].labelBelowTracks = below;
        }
    }
    m_changed.clear();
}

} // namespace throughline
