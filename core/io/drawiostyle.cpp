// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/drawiostyle.h"

#include "core/io/xmltext.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <array>

namespace throughline::drawio {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Ink = "#1E2430"_L1;
constexpr auto Muted = "#5A6474"_L1;
constexpr auto Hairline = "#DAD7CE"_L1;
constexpr auto Chevron = "#F1EEE4"_L1;
constexpr auto NoDepartment = "#9AA3B0"_L1;

QString departmentColour(const Blueprint& blueprint, const Card& card)
{
    static const QStringList colours = {u"#0E7C86"_s, u"#B4540A"_s, u"#2F6DB5"_s, u"#8A3FA0"_s,
                                        u"#55606E"_s, u"#7A6A00"_s, u"#A8325E"_s, u"#3F7D3A"_s};
    const QList<DepartmentId> departments = departmentsOf(blueprint, card);
    qsizetype index = 0;
    for (const Department& department : blueprint.departments()) {
        if (!departments.isEmpty() && department.id == departments.first())
            return colours[index % colours.size()];
        ++index;
    }
    return NoDepartment;
}

QLatin1StringView bandColour(Stage stage)
{
    static constexpr std::array bands = {"#FFFFFF"_L1, "#FFFDF7"_L1, "#F7F4EC"_L1, "#E9EDF2"_L1, "#DDE3EA"_L1};
    return bands[size_t(stage)];
}

QLatin1StringView arrowStyle(ConnectionKind kind)
{
    switch (kind) {
    case ConnectionKind::Auto:
        return "strokeWidth=1.5;endArrow=open;endFill=0;"_L1;
    case ConnectionKind::Flow:
        return "strokeWidth=1.5;endArrow=classic;endFill=1;"_L1;
    case ConnectionKind::Request:
        return "strokeWidth=2;endArrow=block;endFill=1;"_L1;
    case ConnectionKind::Answer:
        return "strokeWidth=2;endArrow=block;endFill=0;dashed=1;"_L1;
    case ConnectionKind::Tell:
        return "strokeWidth=1;endArrow=openThin;endFill=0;"_L1;
    case ConnectionKind::SendAway:
        return "strokeWidth=2;endArrow=cross;endFill=0;dashed=1;dashPattern=1 3;"_L1;
    case ConnectionKind::Handover:
        return "strokeWidth=4;endArrow=block;endFill=1;"_L1;
    }
    return {};
}

} // namespace

QString laneStyle(Stage stage, int titleWidth)
{
    return u"swimlane;html=1;horizontal=0;whiteSpace=wrap;startSize=%1;collapsible=0;container=1;recursiveResize=0;"
           "fillColor=%2;swimlaneFillColor=%2;strokeColor=%3;fontColor=%4;fontStyle=1;"_s.arg(titleWidth)
               .arg(bandColour(stage), Hairline, Ink);
}

QString phaseStyle()
{
    return u"shape=step;perimeter=stepPerimeter;fixedSize=1;size=12;html=1;whiteSpace=wrap;fillColor=%1;"
           "strokeColor=%2;fontColor=%3;fontStyle=1;"_s.arg(Chevron, Hairline, Ink);
}

QString stepStyle()
{
    return u"text;html=1;whiteSpace=wrap;align=center;verticalAlign=middle;fontColor=%1;"_s.arg(Muted);
}

QString cardStyle(const Blueprint& blueprint, const Card& card)
{
    QString style = u"rounded=1;arcSize=16;absoluteArcSize=1;html=1;whiteSpace=wrap;spacing=6;fillColor=#FFFFFF;"
                    "strokeColor=%1;fontColor=%2;"_s.arg(departmentColour(blueprint, card), Ink);
    if (isSticky(card))
        return u"shape=note;size=12;html=1;whiteSpace=wrap;spacing=6;fillColor=#FFF3B8;strokeColor=%1;fontColor=%2;"_s
            .arg(Hairline, Ink);
    if (card.kind == CardKind::Evidence || card.status == CardStatus::Assumed || card.status == CardStatus::Proposed)
        style += "dashed=1;"_L1;
    if (card.isEnd)
        style += "strokeWidth=3;"_L1;
    return style;
}

QString connectionStyle(const Connection& connection)
{
    const bool quiet = connection.kind == ConnectionKind::Auto || connection.kind == ConnectionKind::Flow ||
                       connection.kind == ConnectionKind::Tell;
    QString style = u"edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;jumpStyle=arc;strokeColor=%1;fontColor=%2;"
                    "labelBackgroundColor=#FFFFFF;%3"_s.arg(quiet ? Muted : Ink, Ink, arrowStyle(connection.kind));
    if (connection.conditional)
        style += "startArrow=diamondThin;startFill=0;"_L1;
    return style;
}

QString lineStyle()
{
    return u"html=1;endArrow=none;dashed=1;dashPattern=8 4;strokeWidth=2;strokeColor=%1;fontColor=%1;fontSize=10;"
           "labelBackgroundColor=#FFFFFF;"_s.arg(Muted);
}

QString lineName(CardGridLineKind kind)
{
    switch (kind) {
    case CardGridLineKind::Interaction:
        return u"Line of interaction"_s;
    case CardGridLineKind::Visibility:
        return u"Line of visibility"_s;
    case CardGridLineKind::InternalInteraction:
        return u"Line of internal interaction"_s;
    }
    return {};
}

QString labelHtml(const QString& text)
{
    return xmlText(text).toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

QString cardLabel(const Card& card)
{
    QString label = labelHtml(card.title.isEmpty() ? displayName(card) : card.title);
    QStringList marks;
    if (card.kind != CardKind::Action)
        marks += word(card.kind);
    if (card.waitDuration)
        marks += card.waitDuration->toString() + u" min"_s;
    if (card.isEnd)
        marks += u"end"_s;
    if (!marks.isEmpty())
        label += u"<br><font color=\"%1\" style=\"font-size: 10px\">%2</font>"_s.arg(Muted, marks.join(u" \u00B7 "_s));
    return label;
}

QString connectionLabel(const Blueprint& blueprint, const Connection& connection)
{
    QString label = connection.label;
    if (label.isEmpty() && !connection.request.isEmpty())
        label = displayName(*blueprint.find(connection.request));
    if (connection.conditional)
        label = label.isEmpty() ? u"if"_s : u"if "_s + label;
    return labelHtml(label);
}

} // namespace throughline::drawio
