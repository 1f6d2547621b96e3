// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutstyle.h"
#include "core/model/blueprint.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <memory>
#include <optional>

namespace throughline {

struct Patch;
struct LayoutChange;
struct LayoutData;

/// What a column of the grid stands for. Empty phases keep a place, so that something can be put into them; the tray at
/// the right holds the cards without a step.
enum class ColumnKind { Step, EmptyPhase, Tray };

struct LayoutColumn
{
    ColumnKind kind = ColumnKind::Step;
    StepId step;    ///< Step only
    PhaseId phase;  ///< may be empty
    int number = 0; ///< the step's number
    QStringList nameLines;
    double left = 0;       ///< of its cards
    double width = 0;      ///< of its cards
    double gutterLeft = 0; ///< where the gutter before it begins: the end of the column before
};

struct LayoutRow
{
    LaneId lane;
    Stage stage = Stage::Frontstage;
    bool folded = false;
    QStringList nameLines;
    QStringList detailLines;
    double top = 0; ///< of its band, with the strips of the lines above it
    double bottom = 0;
    double stripsBottom = 0;  ///< the band proper begins here, below the strips of lines
    double contentTop = 0;    ///< of its topmost cards
    double contentBottom = 0; ///< of its tallest cell
};

/// A run of neighbouring columns of one phase; a phase whose steps do not stand together has several.
struct LayoutPhase
{
    PhaseId phase;
    int firstColumn = 0;
    int lastColumn = 0;
    QRectF rect; ///< of its chevron in the header row
    QStringList nameLines;
};

enum class LineKind { Interaction, Visibility, InternalInteraction };

/// A line between stages: drawn in the middle of its strip.
struct LayoutLine
{
    LineKind kind = LineKind::Visibility;
    double top = 0;
    double height = 0;
};

/// A small sign on a card.
enum class CardMark { Decision, Wait, Payment, Voice, Strategy, JourneyEnd, Note, PainPoint, Opportunity, Attachment };

/// A slip at the foot of a card: what somebody noted on it. Its mark says of which kind it is.
struct CardSlip
{
    CardMark mark = CardMark::Note;
    QStringList lines;

    bool operator==(const CardSlip&) const = default;
};

/// The words of a card, broken into lines. Depends on the card, the names of its roles, and the card's width alone.
struct CardText
{
    QStringList titleLines;
    QStringList metaLines;
    QList<CardMark> marks; ///< at the right end of the last meta line
    QList<CardSlip> slips; ///< below the meta lines
    bool quiet = false;    ///< an evidence card
    double heightPt = 0;   ///< of the card that holds them

    bool operator==(const CardText&) const = default;
};

struct LayoutCard
{
    CardId card;
    QRectF rect;
    int row = 0;
    int firstColumn = 0;
    int lastColumn = 0;
    bool folded = false; ///< drawn as a bar without words
    bool inTray = false;
    CardText text;
};

/// How a connection runs: corners from end to end, without roundings.
struct Route
{
    ConnectionId connection;
    QList<QPointF> points;  ///< at least two
    QList<QPointF> hops;    ///< where a horizontal stretch passes over another connection, in order along the route
    bool looseFrom = false; ///< the end is attached to nothing
    bool looseTo = false;
    QRectF label; ///< null without a label
    QStringList labelLines;
    QRectF bounds; ///< of points, arrow heads and label
};

/// Where everything of a blueprint stands, in points, y down, origin at the top left corner of the headers. A value;
/// copies share. Nothing in it depends on fonts but through the TextMeasurer it was made with.
///
/// The header row (phases, steps) is the strip above headerHeight(), the header column (lanes) the strip left of
/// headerWidth(); views freeze them.
class Layout
{
public:
    Layout();

    [[nodiscard]] const LayoutStyle& style() const;
    /// Everything, headers and tray included.
    [[nodiscard]] QRectF bounds() const;
    [[nodiscard]] double headerWidth() const;
    [[nodiscard]] double headerHeight() const;
    /// The bottom of the phases and the top of the step names, within the header row.
    [[nodiscard]] double phaseBottom() const;
    /// The cells of the grid, without headers and without tray.
    [[nodiscard]] QRectF gridRect() const;
    /// The tray of cards without a step; null when there is none.
    [[nodiscard]] QRectF trayRect() const;

    /// From left to right: steps and empty phases, then the tray's.
    [[nodiscard]] const QList<LayoutColumn>& columns() const;
    /// From top to bottom.
    [[nodiscard]] const QList<LayoutRow>& rows() const;
    [[nodiscard]] const QList<LayoutPhase>& phases() const;
    [[nodiscard]] const QList<LayoutLine>& lines() const;

    /// -1 where there is none. O(1).
    [[nodiscard]] int rowOf(const LaneId& lane) const;
    [[nodiscard]] int columnOf(const StepId& step) const;

    /// O(1); nothing for a card the blueprint does not hold.
    [[nodiscard]] std::optional<LayoutCard> card(const CardId& card) const;
    /// Null for a card the blueprint does not hold.
    [[nodiscard]] QRectF cardRect(const CardId& card) const;
    /// O(1); nothing for a connection the blueprint does not hold.
    [[nodiscard]] std::optional<Route> route(const ConnectionId& connection) const;

    /// The cards whose rectangle touches area, by row, column and place in the cell. O(rows and columns and cards met).
    [[nodiscard]] QList<CardId> cardsIn(const QRectF& area) const;
    /// The connections whose route or label may touch area, in the order of ids. O(channels and routes met).
    [[nodiscard]] QList<ConnectionId> connectionsIn(const QRectF& area) const;
    /// The cards of a cell from top to bottom.
    [[nodiscard]] QList<CardId> cardsInCell(int row, int column) const;
    /// The indices of the first and last row or column that area touches; {0, -1} where none. O(log n).
    [[nodiscard]] std::pair<int, int> rowsIn(double top, double bottom) const;
    [[nodiscard]] std::pair<int, int> columnsIn(double left, double right) const;

private:
    friend Layout layoutBlueprint(const Blueprint&, const LayoutStyle&, const TextMeasurer&);
    friend Layout updateLayout(Layout, const Blueprint&, const Patch&, const TextMeasurer&, LayoutChange*);
    explicit Layout(std::shared_ptr<LayoutData> data);

    std::shared_ptr<LayoutData> m_data; ///< changed only where nobody else holds it
};

/// What an update of a layout changed.
struct LayoutChange
{
    /// Columns, rows or tiers came, went or changed places.
    bool everything = false;
    /// Everything right of (below) it moved along with a column (row) that got another size. In points.
    std::optional<double> movedFromX;
    std::optional<double> movedFromY;
    /// The cards that stand elsewhere, came or went, but for what only moved along.
    QList<CardId> cards;
    /// The connections that run elsewhere, came or went, but for what only moved along.
    QList<ConnectionId> connections;
    /// Where cards, connections and labels were and are that changed, but for what only moved along. Strokes and marks
    /// may reach a few points beyond.
    QList<QRectF> areas;
};

/// Lays a blueprint out. Deterministic. O(n log n).
[[nodiscard]] Layout layoutBlueprint(const Blueprint& blueprint, const LayoutStyle& style,
                                     const TextMeasurer& measurer);

/// The layout of after, which patch made from the blueprint that old is the layout of: equal to layoutBlueprint(after),
/// but costs what the patch changes and what that touches, as long as old is not held by anybody else (move it in),
/// plus one step for each row and column; where columns or rows come, go or change places, what stands behind the first
/// of them is counted anew. measurer must be the one old was made with. change gets what moved.
[[nodiscard]] Layout updateLayout(Layout old, const Blueprint& after, const Patch& patch, const TextMeasurer& measurer,
                                  LayoutChange* change = nullptr);

} // namespace throughline
