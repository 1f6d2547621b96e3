// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/viewsmodel.h"

#include "app/document/elementref.h"
#include "app/document/folding.h"
#include "app/document/follow.h"
#include "app/models/elementchoices.h"
#include "core/check/catalogue.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "core/view/excerpt.h"
#include "core/view/viewmatch.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

template <typename IdType>
QList<IdType> idsOf(const QStringList& values)
{
    QList<IdType> ids;
    for (const QString& value : values)
        ids += IdType(value);
    return ids;
}

auto named(const QList<SavedView>& views, const QString& name)
{
    return std::find_if(views.begin(), views.end(), [&](const SavedView& view) { return view.name == name; });
}

} // namespace

void ViewsModel::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::reset, &ViewsModel::onReset),
                when(&DocumentController::changed, &ViewsModel::onChanged)))
        return;
    Q_EMIT documentChanged();
    onReset();
}

void ViewsModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &ViewsModel::choicesChanged)))
        return;
    Q_EMIT documentChanged();
    Q_EMIT choicesChanged();
}

void ViewsModel::onReset()
{
    m_current.clear();
    m_filter = {};
    Q_EMIT filterChanged();
    Q_EMIT choicesChanged();
    Q_EMIT namesChanged();
}

void ViewsModel::onChanged(const DocumentChange& change)
{
    bool choices = false;
    bool header = false;
    for (const Change& each : change.patch.changes) {
        const ElementKind kind = refOf(each).kind;
        header = header || kind == ElementKind::Blueprint;
        choices = choices || kind == ElementKind::Department || kind == ElementKind::Role ||
                  kind == ElementKind::Phase || kind == ElementKind::Lane;
    }
    if (choices) {
        take(withoutUnknown(m_filter, blueprint()));
        Q_EMIT choicesChanged();
    }
    if (header)
        Q_EMIT namesChanged();
    if (header || choices)
        Q_EMIT filterChanged();
}

void ViewsModel::take(const ViewFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
}

bool ViewsModel::isActive() const
{
    return isFiltering(m_filter);
}

void ViewsModel::setHidesRest(bool hides)
{
    ViewFilter filter = m_filter;
    filter.hidesRest = hides;
    take(filter);
}

QVariantList ViewsModel::departments() const
{
    return m_document ? elementChoices<Department>(blueprint()) : QVariantList();
}

QVariantList ViewsModel::roles() const
{
    return m_document ? elementChoices<Role>(blueprint()) : QVariantList();
}

QVariantList ViewsModel::phases() const
{
    return m_document ? choicesOf(orderedPhases(blueprint())) : QVariantList();
}

QVariantList ViewsModel::lanes() const
{
    return m_document ? choicesOf(orderedLanes(blueprint())) : QVariantList();
}

QVariantList ViewsModel::rules() const
{
    QStringList ids = m_filter.rules;
    if (m_runner) {
        for (const Finding& finding : m_runner->result().findings) {
            if (!finding.accepted && !ids.contains(finding.rule))
                ids += finding.rule;
        }
    }
    QVariantList choices;
    for (const QString& id : std::as_const(ids)) {
        const CatalogueEntry* entry = catalogueEntry(id);
        choices += choice(id, entry ? entry->title : id);
    }
    return byName(choices);
}

QStringList ViewsModel::chosenDepartments() const
{
    return textsOf(m_filter.departments);
}

QStringList ViewsModel::chosenRoles() const
{
    return textsOf(m_filter.roles);
}

QStringList ViewsModel::chosenPhases() const
{
    return textsOf(m_filter.phases);
}

QStringList ViewsModel::hiddenLanes() const
{
    return textsOf(m_filter.hiddenLanes);
}

void ViewsModel::choose(const QString& kind, const QStringList& values)
{
    ViewFilter filter = m_filter;
    if (kind == u"department")
        filter.departments = idsOf<DepartmentId>(values);
    else if (kind == u"role")
        filter.roles = idsOf<RoleId>(values);
    else if (kind == u"phase")
        filter.phases = idsOf<PhaseId>(values);
    else if (kind == u"rule")
        filter.rules = values;
    else if (kind == u"lane")
        filter.hiddenLanes = idsOf<LaneId>(values);
    take(filter);
}

void ViewsModel::showOnlyPhase(const QString& phase)
{
    ViewFilter filter = m_filter;
    filter.phases = {PhaseId(phase)};
    filter.hidesRest = true;
    take(filter);
}

void ViewsModel::hideLanes()
{
    if (!m_document)
        return;
    QList<LaneId> lanes;
    QList<LaneId> ofCards;
    for (const ElementRef& ref : m_document->selection()) {
        if (ref.kind == ElementKind::Lane)
            lanes += LaneId(ref.id);
        else if (const Card* card = ref.kind == ElementKind::Card ? blueprint().find(CardId(ref.id)) : nullptr)
            ofCards += card->lane;
    }
    ViewFilter filter = m_filter;
    for (const LaneId& lane : lanes.isEmpty() ? ofCards : lanes) {
        if (!filter.hiddenLanes.contains(lane))
            filter.hiddenLanes += lane;
    }
    if (filter.hiddenLanes.size() >= blueprint().lanes().size()) {
        m_document->showMessage(tr("One lane has to stay: with none, there would be nothing to see."));
        return;
    }
    take(filter);
}

void ViewsModel::showLanes(const QStringList& lanes)
{
    ViewFilter filter = m_filter;
    for (const QString& lane : lanes)
        filter.hiddenLanes.removeAll(LaneId(lane));
    take(filter);
}

void ViewsModel::showEverything()
{
    m_current.clear();
    m_filter = {};
    Q_EMIT filterChanged();
}

QList<SavedView> ViewsModel::views() const
{
    return m_document ? blueprint().header().views : QList<SavedView>();
}

QStringList ViewsModel::names() const
{
    QStringList names;
    for (const SavedView& view : views())
        names += view.name;
    return names;
}

QString ViewsModel::current() const
{
    return names().contains(m_current) ? m_current : QString();
}

bool ViewsModel::differs() const
{
    const QList<SavedView> all = views();
    const auto view = named(all, m_current);
    return view != all.end() && withoutUnknown(view->filter, blueprint()) != m_filter;
}

QString ViewsModel::summary() const
{
    if (!m_document)
        return {};
    QStringList asked;
    const auto add = [&](const auto& ids) {
        for (const auto& id : ids) {
            if (const auto* element = blueprint().find(id))
                asked += displayName(*element);
        }
    };
    add(m_filter.departments);
    add(m_filter.roles);
    add(m_filter.phases);
    for (const QString& rule : m_filter.rules) {
        const CatalogueEntry* entry = catalogueEntry(rule);
        asked += entry ? entry->title : rule;
    }
    constexpr qsizetype MostNames = 3;
    QStringList parts;
    if (asked.size() > MostNames)
        parts += tr("%1 and %2 more").arg(asked.mid(0, MostNames - 1).join(u", "_s)).arg(asked.size() - MostNames + 1);
    else if (!asked.isEmpty())
        parts += asked.join(u", "_s);
    if (const qsizetype hidden = m_filter.hiddenLanes.size(); hidden > 0)
        parts += hidden == 1 ? tr("1 lane hidden") : tr("%1 lanes hidden").arg(hidden);
    return parts.join(u" \u00b7 "_s);
}

bool ViewsModel::show(const QString& name)
{
    const QList<SavedView> all = views();
    const auto view = named(all, name);
    if (view == all.end())
        return false;
    m_current = name;
    m_filter = withoutUnknown(view->filter, blueprint());
    Q_EMIT filterChanged();
    return true;
}

bool ViewsModel::write(const QList<SavedView>& views, const QString& text)
{
    Header header = blueprint().header();
    header.views = views;
    return m_document->apply(setHeader(blueprint(), header), text);
}

bool ViewsModel::save(const QString& name)
{
    const QString wanted = name.simplified();
    if (!m_document || wanted.isEmpty())
        return false;
    QList<SavedView> all = views();
    const qsizetype index = named(all, wanted) - all.cbegin();
    if (index < all.size())
        all[index].filter = m_filter;
    else
        all += SavedView{wanted, m_filter};
    const QString before = std::exchange(m_current, wanted);
    if (!write(all, tr("Save view %1").arg(wanted))) {
        m_current = before;
        return false;
    }
    Q_EMIT filterChanged();
    return true;
}

bool ViewsModel::rename(const QString& name, const QString& to)
{
    const QString wanted = to.simplified();
    QList<SavedView> all = views();
    const qsizetype index = named(all, name) - all.cbegin();
    if (!m_document || wanted.isEmpty() || index == all.size() || wanted == name)
        return false;
    if (named(all, wanted) != all.cend()) {
        m_document->showMessage(tr("There is a view called %1 already. Choose another name.").arg(wanted));
        return false;
    }
    all[index].name = wanted;
    const QString before = m_current;
    if (m_current == name)
        m_current = wanted;
    if (write(all, tr("Rename view %1").arg(name)))
        return true;
    m_current = before;
    return false;
}

bool ViewsModel::remove(const QString& name)
{
    QList<SavedView> all = views();
    const qsizetype index = named(all, name) - all.cbegin();
    if (!m_document || index == all.size())
        return false;
    all.removeAt(index);
    return write(all, tr("Delete view %1").arg(name));
}

ElementRef ViewsModel::foldable() const
{
    if (!m_document)
        return {};
    const QList<ElementRef>& refs = m_document->selection();
    for (const ElementRef& ref : refs) {
        if ((ref.kind == ElementKind::Lane || ref.kind == ElementKind::Phase) && contains(blueprint(), ref))
            return ref;
    }
    for (const ElementRef& ref : refs) {
        const Card* card = ref.kind == ElementKind::Card ? blueprint().find(CardId(ref.id)) : nullptr;
        const Step* step = blueprint().find(card ? card->firstStep : StepId(ref.id));
        if ((card || ref.kind == ElementKind::Step) && step && !step->phase.isEmpty())
            return {ElementKind::Phase, step->phase.value};
    }
    return {};
}

QString ViewsModel::inWords() const
{
    return current().isEmpty() || differs() ? summary() : viewInWords(current());
}

bool ViewsModel::toggleFold()
{
    return m_document && throughline::toggleFold(*m_document, foldable());
}

QString ViewsModel::foldText() const
{
    return m_document ? throughline::foldText(blueprint(), foldable()) : QString();
}

} // namespace throughline
