// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/view/excerpt.h"

#include "core/model/queries.h"
#include "core/view/shownpart.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDrawn(ElementKind kind)
{
    return kind == ElementKind::Card || kind == ElementKind::Connection || kind == ElementKind::Lane ||
           kind == ElementKind::Step || kind == ElementKind::Phase || kind == ElementKind::Role;
}

/// A role is seen with one of its lanes.
bool isIn(const Blueprint& part, const ElementRef& element)
{
    if (element.kind != ElementKind::Role)
        return contains(part, element);
    return std::any_of(part.lanes().begin(), part.lanes().end(),
                       [&](const Lane& lane) { return lane.roles.contains(RoleId(element.id)); });
}

/// The numbers of the open findings of a check that are seen in an excerpt.
QList<int> numbersIn(const Excerpt& excerpt, const CheckResult& check)
{
    QList<int> numbers;
    int number = 0;
    for (const Finding& finding : check.findings) {
        if (finding.accepted)
            continue;
        ++number;
        if (isSeenIn(finding, excerpt.blueprint, excerpt.lit))
            numbers += number;
    }
    return numbers;
}

/// Those in folded phases included.
qsizetype litCards(const Excerpt& excerpt)
{
    return std::count_if(excerpt.lit.begin(), excerpt.lit.end(),
                         [](const ElementRef& ref) { return ref.kind == ElementKind::Card; });
}

/// The cards in folded phases of what is shown.
int foldedCards(const Excerpt& excerpt)
{
    int cards = 0;
    for (auto fold = excerpt.folds.begin(); fold != excerpt.folds.end(); ++fold) {
        if (fold.key().kind == ElementKind::Phase && contains(excerpt.blueprint, fold.key()))
            cards += fold->cards;
    }
    return cards;
}

QString sentenceOf(const Excerpt& excerpt, const Blueprint& whole)
{
    const qsizetype all = whole.cards().size();
    QString text;
    if (!excerpt.lit.isEmpty()) {
        text = u"Part of the blueprint stands out: %1, %2 of %3 cards; the rest is pale."_s.arg(excerpt.words)
                   .arg(litCards(excerpt))
                   .arg(all);
    } else {
        text = u"Part of the blueprint: %1, %2 of %3 cards, %4 of %5 lanes."_s.arg(excerpt.words)
                   .arg(excerpt.blueprint.cards().size())
                   .arg(all)
                   .arg(excerpt.blueprint.lanes().size())
                   .arg(whole.lanes().size());
    }
    if (const int folded = foldedCards(excerpt); folded > 0)
        text += folded == 1 ? u" 1 card is in a folded phase."_s : u" %1 cards are in folded phases."_s.arg(folded);
    if (excerpt.findingsOutside == 1)
        text += u" 1 finding outside this view."_s;
    else if (excerpt.findingsOutside > 1)
        text += u" %1 findings outside this view."_s.arg(excerpt.findingsOutside);
    return text;
}

} // namespace

QString viewInWords(const QString& name)
{
    return u"view \u201c%1\u201d"_s.arg(name);
}

bool isSeenIn(const Finding& finding, const Blueprint& part, const QSet<ElementRef>& lit)
{
    bool drawn = false;
    bool placed = false; // it is shown at a card or a connection, which decide then
    bool seen = false;
    for (const Evidence& evidence : finding.evidence) {
        const ElementRef& element = evidence.element;
        if (evidence.part == Evidence::Part::Missing || !isDrawn(element.kind))
            continue;
        drawn = true;
        if (element.kind == ElementKind::Card || element.kind == ElementKind::Connection) {
            placed = true;
            if (isIn(part, element) && (lit.isEmpty() || lit.contains(element)))
                return true;
        } else {
            seen = seen || isIn(part, element);
        }
    }
    return !drawn || (seen && !placed);
}

Excerpt excerptOf(const Blueprint& whole, const CheckResult& check, const ViewFilter& filter, const QString& words)
{
    const ShownPart part(whole, filter, check.findings);
    Excerpt excerpt;
    excerpt.blueprint = part.blueprint();
    excerpt.check = check;
    excerpt.lit = part.lit();
    excerpt.folds = foldCounts(whole);
    excerpt.words = words;
    excerpt.numbers = numbersIn(excerpt, check);
    excerpt.check.findings.removeIf(
        [&](const Finding& finding) { return !isSeenIn(finding, excerpt.blueprint, excerpt.lit); });
    const auto open = [](const CheckResult& result) {
        return std::count_if(result.findings.begin(), result.findings.end(),
                             [](const Finding& finding) { return !finding.accepted; });
    };
    excerpt.findingsOutside = int(open(check) - open(excerpt.check));
    excerpt.sentence = sentenceOf(excerpt, whole);
    return excerpt;
}

} // namespace throughline
