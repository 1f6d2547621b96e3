// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvwriter.h"

#include "core/io/cardgrid.h"
#include "core/model/queries.h"
#include "core/model/words.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Element>
QString nameOrNothing(const Blueprint& blueprint, const Id<Element>& id)
{
    const Element* element = id.isEmpty() ? nullptr : blueprint.find(id);
    return element ? displayName(*element) : QString();
}

template <typename Element>
QString names(const Blueprint& blueprint, const QList<Id<Element>>& ids)
{
    QStringList list;
    for (const Id<Element>& id : ids)
        list += nameOrNothing(blueprint, id);
    return list.join("; "_L1);
}

template <typename Quantity>
QString amount(const std::optional<Quantity>& quantity)
{
    return quantity ? quantity->toString() : QString();
}

QString level(const std::optional<int>& value)
{
    return value ? QString::number(*value) : QString();
}

QString yes(bool value)
{
    return value ? u"yes"_s : QString();
}

/// The rows of the table, put together card by card.
class CsvWriter
{
public:
    explicit CsvWriter(const Blueprint& blueprint) : m_blueprint(blueprint)
    {
        for (const Connection& connection : blueprint.connections()) {
            if (const CardId* from = cardAt(connection.from))
                m_connectionsOut[*from] += textOf(connection);
        }
    }

    QByteArray run() const
    {
        QString text(QChar::ByteOrderMark);
        bool hasHeadings = false;
        for (const Card& card : cardsByStep(m_blueprint)) {
            const QList<Field> fields = fieldsOf(card);
            if (!hasHeadings)
                appendRow(text, fields, &Field::heading);
            hasHeadings = true;
            appendRow(text, fields, &Field::value);
        }
        if (!hasHeadings)
            appendRow(text, fieldsOf(Card()), &Field::heading);
        return text.toUtf8();
    }

private:
    struct Field
    {
        QString heading;
        QString value;
    };

    static void appendRow(QString& text, const QList<Field>& fields, QString Field::*part)
    {
        QStringList cells;
        for (const Field& field : fields)
            cells += csvCell(field.*part);
        text += cells.join(u',') + "\r\n"_L1;
    }

    QList<Field> fieldsOf(const Card& card) const
    {
        return placeOf(card) + workOf(card) + costOf(card) + linksOf(card);
    }

    QList<Field> placeOf(const Card& card) const
    {
        const Step* first = card.firstStep.isEmpty() ? nullptr : m_blueprint.find(card.firstStep);
        const Step* last = card.lastStep.isEmpty() ? first : m_blueprint.find(card.lastStep);
        const Lane* lane = m_blueprint.find(card.lane);
        return {{u"id"_s, card.id.value},
                {u"phase"_s, first ? nameOrNothing(m_blueprint, first->phase) : QString()},
                {u"step"_s, first ? QString::number(first->number) : QString()},
                {u"step name"_s, first ? first->name : QString()},
                {u"last step"_s, last ? QString::number(last->number) : QString()},
                {u"lane"_s, nameOrNothing(m_blueprint, card.lane)},
                {u"stage"_s, lane ? word(lane->stage) : QString()},
                {u"roles"_s, names(m_blueprint, rolesOf(m_blueprint, card))},
                {u"departments"_s, names(m_blueprint, departmentsOf(m_blueprint, card))}};
    }

    QList<Field> workOf(const Card& card) const
    {
        return {{u"title"_s, card.title},
                {u"kind"_s, word(card.kind)},
                {u"end"_s, yes(card.isEnd)},
                {u"owner"_s, nameOrNothing(m_blueprint, card.owner)},
                {u"wait ends by"_s, word(card.waitEndsBy)},
                {u"wait minutes"_s, amount(card.waitDuration)},
                {u"timeout minutes"_s, amount(card.waitTimeout)},
                {u"timeout to"_s, card.timeoutTo.value}};
    }

    static QList<Field> costOf(const Card& card)
    {
        return {{u"minutes"_s, amount(card.minutes)},
                {u"worry"_s, level(card.worry)},
                {u"effort"_s, level(card.effort)},
                {u"money"_s, amount(card.money)},
                {u"emotion"_s, level(card.emotion)}};
    }

    QList<Field> linksOf(const Card& card) const
    {
        return {{u"gives"_s, names(m_blueprint, card.gives)},
                {u"asks"_s, names(m_blueprint, card.asks)},
                {u"asked again on purpose"_s, yes(card.recheck)},
                {u"reason for asking again"_s, card.recheckReason},
                {u"bill"_s, card.bill},
                {u"about"_s, card.about ? word(*card.about) : QString()},
                {u"note"_s, card.note},
                {u"status"_s, word(card.status)},
                {u"pain points"_s, card.painPoints.join("; "_L1)},
                {u"opportunities"_s, card.opportunities.join("; "_L1)},
                {u"connections out"_s, m_connectionsOut.value(card.id).join("; "_L1)}};
    }

    /// "request bill → w3 (if it is late)".
    QString textOf(const Connection& connection) const
    {
        QString text = word(connection.kind);
        if (!connection.request.isEmpty())
            text += u' ' + nameOrNothing(m_blueprint, connection.request);
        text += u" \u2192 "_s + targetOf(connection.to);
        QString label = connection.label;
        if (connection.conditional)
            label = label.isEmpty() ? u"if"_s : u"if "_s + label;
        return label.isEmpty() ? text : text + u" ("_s + label + u')';
    }

    QString targetOf(const End& end) const
    {
        if (const CardId* card = cardAt(end))
            return card->value;
        const LaneId* lane = laneAt(end);
        return lane ? u"lane "_s + nameOrNothing(m_blueprint, *lane) : u"?"_s;
    }

    const Blueprint& m_blueprint;
    QHash<CardId, QStringList> m_connectionsOut;
};

} // namespace

QString csvCell(const QString& text)
{
    // The characters that OWASP's page on CSV injection lists.
    const bool startsFormula = !text.isEmpty() && u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(text.front());
    QString cell = startsFormula ? u'\'' + text : text;
    const bool needsQuotes = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return u",\"\r\n"_s.contains(c); });
    if (!needsQuotes)
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray writeCsv(const Blueprint& blueprint)
{
    return CsvWriter(blueprint).run();
}

} // namespace throughline
