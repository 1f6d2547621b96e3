// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

#include "app/document/follow.h"
#include "core/check/catalogue.h"
#include "core/edit/operations.h"
#include "core/model/words.h"

#include <QLocale>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

QList<ElementRef> drawnEvidence(const Finding& finding)
{
    Finding drawn = finding;
    drawn.evidence.removeIf([](const Evidence& evidence) { return evidence.part == Evidence::Part::Missing; });
    const QList<ElementRef> elements = evidenceElements(drawn);
    return elements.isEmpty() ? evidenceElements(finding) : elements;
}

QList<ElementRef> evidenceElements(const Finding& finding)
{
    QList<ElementRef> elements;
    const auto add = [&](const ElementRef& ref) {
        if (ref.kind != ElementKind::Blueprint && !elements.contains(ref))
            elements.append(ref);
    };
    for (const Evidence& evidence : finding.evidence) {
        add(evidence.element);
        add(evidence.to);
    }
    return elements;
}

namespace {

QString dateText(const QDate& date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

/// "Ann, 3 May 2026", as far as it is known.
QString acceptedBy(const Acceptance& acceptance)
{
    QStringList parts{acceptance.who, dateText(acceptance.when)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString termOf(const Acceptance& acceptance)
{
    if (!acceptance.until.isValid())
        return {};
    const qint64 days = QDate::currentDate().daysTo(acceptance.until);
    const QString until = FindingsModel::tr("Until %1").arg(dateText(acceptance.until));
    if (days < 0)
        return FindingsModel::tr("%1: run out").arg(until);
    if (days == 0)
        return FindingsModel::tr("%1: the last day").arg(until);
    return days == 1 ? FindingsModel::tr("%1: 1 day left").arg(until)
                     : FindingsModel::tr("%1: %2 days left").arg(until).arg(days);
}

QString expiredText(const Finding& finding)
{
    if (!finding.expired)
        return {};
    const Acceptance& acceptance = *finding.expired;
    const QString until = dateText(acceptance.until);
    return acceptance.who.isEmpty()
               ? FindingsModel::tr("Was accepted until %1: “%2”").arg(until, acceptance.reason)
               : FindingsModel::tr("Was accepted until %1 by %2: “%3”").arg(until, acceptance.who, acceptance.reason);
}

/// A day as it is typed: exactly year, month and day.
QDate dateFrom(const QString& text)
{
    return text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
}

} // namespace

FindingsModel::FindingsModel(QObject* parent) : QAbstractListModel(parent) {}

void FindingsModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &FindingsModel::refresh)))
        return;
    Q_EMIT checkRunnerChanged();
    refresh();
}

void FindingsModel::setAccepted(bool accepted)
{
    if (accepted == m_accepted)
        return;
    m_accepted = accepted;
    Q_EMIT acceptedChanged();
    refresh();
}

QStringList FindingsModel::coverage() const
{
    QStringList sentences;
    if (!m_runner)
        return sentences;
    for (const CoverageNote& note : m_runner->result().coverage) {
        if (note.checked == note.total)
            continue;
        // Here a rule goes by its title, not by its id.
        const CatalogueEntry* rule = catalogueEntry(note.rule);
        const bool isNamed = rule && note.sentence.startsWith(note.rule);
        sentences.append(isNamed ? rule->title + note.sentence.sliced(note.rule.size()) : note.sentence);
    }
    for (const RuleError& error : m_runner->result().ruleErrors)
        sentences.append(tr("The rule %1 could not run: %2").arg(error.rule, error.message));
    return sentences;
}

QVariantList FindingsModel::stale() const
{
    QVariantList list;
    if (!m_runner)
        return list;
    for (const Acceptance& acceptance : m_runner->result().staleAcceptances) {
        const CatalogueEntry* entry = catalogueEntry(acceptance.rule);
        list += QVariantMap{{u"id"_s, acceptance.id.value},
                            {u"title"_s, entry ? entry->title : acceptance.rule},
                            {u"reason"_s, acceptance.reason},
                            {u"by"_s, acceptedBy(acceptance)}};
    }
    return list;
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    const Finding& finding = row.finding;
    switch (role) {
    case KeyRole:
        return row.key;
    case NumberRole:
        return row.number;
    case SeverityRole:
        return word(finding.severity);
    case RuleRole:
        return finding.rule;
    case TitleRole:
        return finding.title;
    case MessageRole:
        return finding.message;
    case ConsequenceRole:
        return finding.consequence;
    case RemediesRole:
        return finding.remedies;
    case SuppressedRole:
        return finding.suppressed;
    case InferredRole:
        return finding.confidence == Confidence::Inferred;
    case ReasonRole:
        return finding.accepted ? finding.accepted->reason : QString();
    case WhoRole:
        return finding.accepted ? finding.accepted->who : QString();
    case AcceptedByRole:
        return finding.accepted ? acceptedBy(*finding.accepted) : QString();
    case UntilRole:
        return finding.accepted ? finding.accepted->until.toString(Qt::ISODate) : QString();
    case TermRole:
        return finding.accepted ? termOf(*finding.accepted) : QString();
    case ExpiredRole:
        return expiredText(finding);
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingsModel::roleNames() const
{
    return {{KeyRole, QByteArrayLiteral("key")},
            {NumberRole, QByteArrayLiteral("number")},
            {SeverityRole, QByteArrayLiteral("severity")},
            {RuleRole, QByteArrayLiteral("rule")},
            {TitleRole, QByteArrayLiteral("title")},
            {MessageRole, QByteArrayLiteral("message")},
            {ConsequenceRole, QByteArrayLiteral("consequence")},
            {RemediesRole, QByteArrayLiteral("remedies")},
            {SuppressedRole, QByteArrayLiteral("suppressed")},
            {InferredRole, QByteArrayLiteral("inferred")},
            {ReasonRole, QByteArrayLiteral("reason")},
            {WhoRole, QByteArrayLiteral("who")},
            {AcceptedByRole, QByteArrayLiteral("acceptedBy")},
            {UntilRole, QByteArrayLiteral("until")},
            {TermRole, QByteArrayLiteral("term")},
            {ExpiredRole, QByteArrayLiteral("expired")}};
}

int FindingsModel::rowOf(const QString& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.key == key; });
    return found == m_rows.end() ? -1 : int(std::distance(m_rows.begin(), found));
}

QString FindingsModel::keyAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].key : QString();
}

QString FindingsModel::neighbour(const QString& key, int delta) const
{
    if (m_rows.isEmpty())
        return {};
    const int row = rowOf(key);
    if (row < 0)
        return delta > 0 ? m_rows.first().key : m_rows.last().key;
    const int size = int(m_rows.size());
    return m_rows[(row + delta + size) % size].key;
}

QVariantList FindingsModel::evidence(const QString& key) const
{
    const int row = rowOf(key);
    return row < 0 ? QVariantList() : toVariant(evidenceElements(m_rows[row].finding));
}

QString FindingsModel::untilProblem(const QString& until) const
{
    const QString typed = until.trimmed();
    if (typed.isEmpty())
        return {};
    const QDate date = dateFrom(typed);
    if (!date.isValid())
        return tr("Write the day as year-month-day, such as %1.").arg(u"2026-05-31"_s);
    if (date < QDate::currentDate())
        return tr("This day is over: choose today or a later one.");
    return {};
}

bool FindingsModel::accept(const QString& key, const QString& reason, const QString& who, const QString& until)
{
    const int row = rowOf(key);
    DocumentController* document = m_runner ? m_runner->document() : nullptr;
    if (row < 0 || !document || reason.trimmed().isEmpty() || !untilProblem(until).isEmpty())
        return false;
    const Finding& finding = m_rows[row].finding;
    const std::optional<Acceptance>& before = finding.accepted ? finding.accepted : finding.expired;
    Acceptance acceptance = before.value_or(Acceptance());
    if (!before) {
        acceptance.id = AcceptanceId(key);
        acceptance.rule = finding.rule;
        acceptance.subject = subjectOf(finding);
        acceptance.variant = finding.variant;
    }
    acceptance.reason = reason.trimmed();
    acceptance.who = who.trimmed();
    if (!finding.accepted || !acceptance.when.isValid())
        acceptance.when = QDate::currentDate();
    acceptance.until = dateFrom(until.trimmed());
    const Blueprint& blueprint = document->blueprint();
    return document->apply(blueprint.find(acceptance.id) ? replaceElement(blueprint, acceptance)
                                                         : addElement(blueprint, acceptance),
                           tr("Accept “%1”").arg(finding.title));
}

bool FindingsModel::reopen(const QString& key)
{
    const int row = rowOf(key);
    DocumentController* document = m_runner ? m_runner->document() : nullptr;
    if (row < 0 || !document || !m_rows[row].finding.accepted)
        return false;
    const ElementRef acceptance{ElementKind::Acceptance, m_rows[row].finding.accepted->id.value};
    return document->apply(removeElements(document->blueprint(), {acceptance}),
                           tr("Reopen “%1”").arg(m_rows[row].finding.title));
}

bool FindingsModel::removeStale(const QString& id)
{
    DocumentController* document = m_runner ? m_runner->document() : nullptr;
    if (!document)
        return false;
    QList<ElementRef> refs;
    for (const Acceptance& acceptance : m_runner->result().staleAcceptances) {
        if (id.isEmpty() || acceptance.id.value == id)
            refs += ElementRef{ElementKind::Acceptance, acceptance.id.value};
    }
    if (refs.isEmpty())
        return false;
    return document->apply(removeElements(document->blueprint(), refs),
                           refs.size() == 1 ? tr("Remove acceptance") : tr("Remove acceptances"));
}

QList<FindingsModel::Row> FindingsModel::currentRows() const
{
    QList<Row> rows;
    if (!m_runner)
        return rows;
    const QList<Finding>& findings = m_runner->result().findings;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (findings[i].accepted.has_value() == m_accepted)
            rows.append({m_runner->fingerprintOf(i), m_runner->numberOf(i), findings[i]});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& l, const Row& r) { return l.number < r.number; });
    return rows;
}

void FindingsModel::refresh()
{
    const QList<Row> rows = currentRows();
    const qsizetype before = m_rows.size();
    removeMissing(rows);
    QSet<QString> known;
    for (const Row& row : std::as_const(m_rows))
        known.insert(row.key);
    for (int i = 0; i < rows.size();) {
        // Those that are new come in with their new neighbours at once.
        int end = i;
        while (end < rows.size() && !known.contains(rows[end].key))
            ++end;
        if (end > i)
            insertRows(i, rows.mid(i, end - i));
        else
            place(end++, rows[i]);
        i = end;
    }
    if (m_rows.size() != before)
        Q_EMIT countChanged();
    Q_EMIT coverageChanged();
}

void FindingsModel::removeMissing(const QList<Row>& rows)
{
    QSet<QString> wanted;
    for (const Row& row : rows)
        wanted.insert(row.key);
    for (int end = int(m_rows.size()); end > 0; --end) {
        int first = end;
        while (first > 0 && !wanted.contains(m_rows[first - 1].key))
            --first;
        if (first == end)
            continue;
        beginRemoveRows({}, first, end - 1);
        m_rows.remove(first, end - first);
        endRemoveRows();
        end = first;
        if (end == 0)
            break;
    }
}

void FindingsModel::insertRows(int at, const QList<Row>& rows)
{
    beginInsertRows({}, at, at + int(rows.size()) - 1);
    m_rows.insert(at, rows.size(), Row());
    std::copy(rows.begin(), rows.end(), m_rows.begin() + at);
    endInsertRows();
}

void FindingsModel::place(int to, const Row& row)
{
    if (const int from = m_rows[to].key == row.key ? to : rowOf(row.key); from != to) {
        beginMoveRows({}, from, from, {}, from < to ? to + 1 : to);
        m_rows.move(from, to);
        endMoveRows();
    }
    if (m_rows[to] == row)
        return;
    m_rows[to] = row;
    Q_EMIT dataChanged(index(to), index(to));
}

} // namespace throughline
