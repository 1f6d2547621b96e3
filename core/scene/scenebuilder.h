// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/layout/gridlayout.h"
#include "core/model/foldcounts.h"
#include "core/scene/displaylist.h"
#include "core/scene/preview.h"
#include "core/scene/theme.h"

#include <QHash>
#include <QSet>

namespace throughline {

/// The number of a finding, shown at an element.
struct Callout
{
    int number = 0;
    Severity severity = Severity::Warning;

    bool operator==(const Callout&) const = default;
};

/// What is shown beside the blueprint itself.
struct SceneOptions
{
    QHash<ElementRef, QList<Callout>> callouts;
    /// When not empty, everything else is faded: the thread of a card, the evidence of a finding.
    QSet<ElementRef> lit;
    /// Elements drawn in the colour of a severity (the culprit of a finding).
    QHash<ElementRef, Severity> tinted;
    /// What a patch that is being looked at would do (core/scene/preview.h): ghosts, marked edges, struck-out words.
    QHash<ElementRef, PreviewMark> preview;
    QSet<ElementRef> hidden; ///< left out: what an overlay shows while it is dragged
    FoldCounts folds;        ///< what the headers of folded lanes and phases say they hold
    bool stepNumbers = true;
    QString customerTime; ///< stands in the corner beside the number of steps; empty: nothing does
};

/// What the header of a lane or phase that is drawn folded says it holds; nothing for one that is drawn open.
[[nodiscard]] std::optional<FoldCount> foldShown(const Layout& layout, const SceneOptions& options,
                                                 const LayoutRow& row);
[[nodiscard]] std::optional<FoldCount> foldShown(const Layout& layout, const SceneOptions& options,
                                                 const LayoutPhase& phase);

/// Numbers findings in their order (accepted ones left out), 1, 2, 3 … or as numbers says, and says which elements
/// carry which number: the first element of each finding's evidence that can be shown. The culprits are tinted.
[[nodiscard]] SceneOptions calloutsFor(const Blueprint& blueprint, const QList<Finding>& findings,
                                       const QList<int>& numbers = {});

/// The colour of a department, the same wherever it appears; noDepartment for an empty id.
[[nodiscard]] Rgba departmentColour(const Blueprint& blueprint, const Theme& theme, const DepartmentId& department);

/// One blueprint's picture as display items, made for what is asked only. Holds references: keep blueprint, layout,
/// theme and options alive while it is used.
class SceneBuilder
{
public:
    SceneBuilder(const Blueprint& blueprint, const Layout& layout, const Theme& theme, const SceneOptions& options,
                 const TextMeasurer& measurer);

    /// A card without its badges; no ops for an unknown or hidden one.
    [[nodiscard]] DisplayItem cardItem(const CardId& card) const;
    /// The badges of an element at its top right corner; no ops where it has none.
    [[nodiscard]] DisplayItem badgeItem(const ElementRef& element) const;
    /// Line, head and hops of a connection; no ops for an unknown or hidden one.
    [[nodiscard]] DisplayItem connectionItem(const ConnectionId& connection) const;
    /// The same along another way than the layout's, hidden or not.
    [[nodiscard]] DisplayItem connectionItem(const Connection& connection, const Route& route) const;
    /// The words on a connection; no ops where there are none, or for an unknown or hidden one.
    [[nodiscard]] DisplayItem labelItem(const ConnectionId& connection) const;
    /// The same where another route has them, hidden or not.
    [[nodiscard]] DisplayItem labelItem(const Connection& connection, const Route& route) const;
    /// The plus, dot or minus of an element that a patch would add, change or remove; no ops for another.
    [[nodiscard]] DisplayItem previewSignItem(const ElementRef& element) const;

    /// Bands, rules, lines between stages and the tray's ground within area.
    [[nodiscard]] QList<DisplayItem> bandItems(const QRectF& area) const;
    /// Names of lanes and of the lines between stages, for the header column; area.left() and right() do not matter.
    [[nodiscard]] QList<DisplayItem> laneHeaderItems(const QRectF& area) const;
    /// Chevrons of phases, names and numbers of steps, for the header row; area.top() and bottom() do not matter.
    [[nodiscard]] QList<DisplayItem> stepHeaderItems(const QRectF& area) const;
    /// What stands in the corner between the two headers.
    [[nodiscard]] DisplayItem cornerItem() const;
    /// Everything that touches area but the headers, in drawing order. O(what is visible).
    [[nodiscard]] QList<DisplayItem> gridItems(const QRectF& area) const;

private:
    /// Lines of text below each other: where the first begins and how they look.
    struct TextStack
    {
        double xPt;
        double topPt;
        TextRole role;
        Rgba colour;
        TextOp::Align align;
    };

    void addLines(DisplayItem& item, const QStringList& lines, const TextStack& stack) const;
    void addCardText(DisplayItem& item, const LayoutCard& card, Rgba ground, bool fade) const;
    /// The pictures among the attachments, and where the others lead.
    void addAttachments(DisplayItem& item, const Card& card, const LayoutCard& placed, bool fade) const;
    double addSlips(DisplayItem& item, const LayoutCard& card, double left, bool fade) const;
    void addStepHeader(QList<DisplayItem>& items, int column) const;
    void addFold(DisplayItem& item, const LayoutRow& row) const;
    void addFold(DisplayItem& item, const LayoutPhase& phase) const;
    /// Adds a header with its badges and with what a preview says of it.
    void addHeader(QList<DisplayItem>& items, DisplayItem item) const;
    [[nodiscard]] QPointF badgeAnchor(const ElementRef& element) const;
    [[nodiscard]] bool isFaded(const ElementRef& element) const;
    [[nodiscard]] Rgba faded(Rgba colour, Rgba ground, bool fade) const;

    [[nodiscard]] std::optional<PreviewMark> previewMark(const ElementRef& element) const;
    [[nodiscard]] Stroke previewEdge(PreviewMark mark) const;
    /// What an element of a preview stands on, in place of ground; band lies below it.
    [[nodiscard]] Rgba previewGround(PreviewMark mark, Rgba ground, Rgba band) const;
    [[nodiscard]] QPointF previewSignAnchor(const ElementRef& element) const;
    /// The ground of marked lanes and steps.
    [[nodiscard]] QList<DisplayItem> previewBandItems(const QRectF& area) const;
    /// Draws a line through all words of an item.
    void strikeOut(DisplayItem& item) const;

    const Blueprint& m_blueprint;
    const Layout& m_layout;
    const Theme& m_theme;
    const SceneOptions& m_options;
    const TextMeasurer& m_measurer;
};

/// The whole picture, headers included.
[[nodiscard]] DisplayList buildDisplayList(const Blueprint& blueprint, const Layout& layout, const Theme& theme,
                                           const SceneOptions& options, const TextMeasurer& measurer);

} // namespace throughline
