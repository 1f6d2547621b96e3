// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/mapkey.h"

#include "core/scene/shapes.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double LineSamplePt = 28;
constexpr double ColourSamplePt = 9;

/// A kind of line as the map draws it. Plain arrows and flows look alike.
QString wordsOf(const Connection& connection)
{
    switch (connection.kind) {
    case ConnectionKind::Auto:
    case ConnectionKind::Flow:
        return u"leads to"_s;
    case ConnectionKind::Request:
        return connection.replyExpected ? u"request"_s : u"request, no answer needed"_s;
    case ConnectionKind::Answer:
        return u"answer"_s;
    case ConnectionKind::Tell:
        return u"message, no answer needed"_s;
    case ConnectionKind::SendAway:
        return u"sent away to come back or ask elsewhere"_s;
    case ConnectionKind::Handover:
        return u"hand-over of work"_s;
    }
    return {};
}

QString wordsOf(CardMark mark)
{
    switch (mark) {
    case CardMark::Decision:
        return u"decision"_s;
    case CardMark::Wait:
        return u"wait"_s;
    case CardMark::Payment:
        return u"payment"_s;
    case CardMark::Voice:
        return u"what the customer says"_s;
    case CardMark::Strategy:
        return u"strategy"_s;
    case CardMark::JourneyEnd:
        return u"end of the journey"_s;
    case CardMark::Note:
        return u"note"_s;
    case CardMark::PainPoint:
        return u"pain point"_s;
    case CardMark::Opportunity:
        return u"opportunity"_s;
    case CardMark::Attachment:
        return u"file or link"_s;
    }
    return {};
}

/// The lines of a picture, drawn as the picture draws them.
class LineSamples
{
public:
    LineSamples(const Blueprint& drawn, const Picture& picture, const Theme& theme, const QtTextMeasurer& measurer)
        : m_drawn(drawn), m_picture(picture), m_scene(drawn, picture.layout, theme, m_options, measurer)
    {
    }

    [[nodiscard]] QList<KeyEntry> entries() const
    {
        std::array<std::optional<Connection>, 9> kinds; // by place in the key
        bool conditional = false;
        bool loose = false;
        for (const Connection& connection : m_drawn.connections()) {
            const std::optional<Route> route = m_picture.layout.route(connection.id);
            if (!route)
                continue;
            std::optional<Connection>& kind = kinds[placeOf(connection)];
            if (!kind)
                kind = plain(connection);
            conditional = conditional || connection.conditional;
            loose = loose || route->looseFrom || route->looseTo;
        }
        QList<KeyEntry> entries;
        for (const std::optional<Connection>& kind : kinds) {
            if (kind)
                entries += sample(*kind, false, wordsOf(*kind));
        }
        Connection some;
        some.conditional = conditional;
        if (conditional)
            entries += sample(some, false, u"only in some cases"_s);
        if (loose)
            entries += sample({}, true, u"leads nowhere yet"_s);
        return entries;
    }

private:
    static size_t placeOf(const Connection& connection)
    {
        const bool quiet = connection.kind == ConnectionKind::Auto;
        const auto place = size_t(quiet ? ConnectionKind::Flow : connection.kind);
        return connection.kind == ConnectionKind::Request && !connection.replyExpected ? size_t(8) : place;
    }

    /// The kind alone, without what this one connection is besides.
    static Connection plain(const Connection& connection)
    {
        Connection kind;
        kind.kind = connection.kind;
        kind.replyExpected = connection.replyExpected;
        return kind;
    }

    [[nodiscard]] KeyEntry sample(const Connection& connection, bool loose, const QString& words) const
    {
        Route route;
        route.points = {{0, KeySamplePt / 2}, {LineSamplePt - (loose ? 4 : 0), KeySamplePt / 2}};
        route.looseTo = loose;
        return {m_scene.connectionItem(connection, route).ops, LineSamplePt, words};
    }

    const Blueprint& m_drawn;
    const Picture& m_picture;
    const SceneOptions m_options;
    const SceneBuilder m_scene;
};

QList<KeyEntry> markEntries(const Picture& picture, const Theme& theme)
{
    std::set<CardMark> marks;
    for (const CardId& id : picture.layout.cardsIn(picture.layout.bounds())) {
        const std::optional<LayoutCard> card = picture.layout.card(id);
        if (!card || card->folded) // a bar without words or marks
            continue;
        marks.insert(card->text.marks.begin(), card->text.marks.end());
        for (const CardSlip& slip : card->text.slips)
            marks.insert(slip.mark);
    }
    QList<KeyEntry> entries;
    for (const CardMark mark : marks)
        entries += {markOps(mark, {0, 0}, theme.muted), KeySamplePt, wordsOf(mark)};
    return entries;
}

QList<KeyEntry> colourEntries(const QList<Finding>& findings, const Theme& theme)
{
    QList<KeyEntry> entries;
    const auto add = [&](Severity severity, const QString& words) {
        const bool occurs = std::ranges::any_of(
            findings, [&](const Finding& finding) { return !finding.accepted && finding.severity == severity; });
        if (occurs)
            entries += {{circle({ColourSamplePt / 2, KeySamplePt / 2}, ColourSamplePt / 2, theme.of(severity), {})},
                        ColourSamplePt,
                        words};
    };
    add(Severity::Error, u"break in the service"_s);
    add(Severity::Warning, u"risk"_s);
    add(Severity::Hint, u"hint"_s);
    return entries;
}

} // namespace

DrawOp moved(DrawOp op, const QPointF& by)
{
    if (auto* path = std::get_if<PathOp>(&op)) {
        for (PathOp::Segment& segment : path->segments) {
            segment.to += by;
            segment.control1 += by;
            segment.control2 += by;
        }
    } else if (auto* text = std::get_if<TextOp>(&op)) {
        text->baseline += by;
    } else if (auto* rect = std::get_if<RectOp>(&op)) {
        rect->rect.translate(by);
    } else if (auto* image = std::get_if<ImageOp>(&op)) {
        image->rect.translate(by);
    }
    return op;
}

QList<KeyEntry> keyOf(const Blueprint& drawn, const Picture& picture, const QList<Finding>& findings,
                      const Theme& theme, const QtTextMeasurer& measurer)
{
    return LineSamples(drawn, picture, theme, measurer).entries() + markEntries(picture, theme) +
           colourEntries(findings, theme);
}

} // namespace throughline
