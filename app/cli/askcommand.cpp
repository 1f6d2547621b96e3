// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/lookup.h"
#include "core/ask/askrole.h"
#include "core/ask/rolerequesttable.h"

namespace throughline {

namespace {

void addAskOptions(CommandParser& parser)
{
    parser.addOption({QStringLiteral("role")}, QStringLiteral("Whom the customer asks: id or name."),
                     QStringLiteral("ROLE"));
    parser.addOption({QStringLiteral("request")}, QStringLiteral("What for: id or name."), QStringLiteral("REQUEST"));
    parser.addOption({QStringLiteral("at")},
                     QStringLiteral("At which of the customer's cards: id or name (default: where it is drawn, or "
                                    "where the role is first met)."),
                     QStringLiteral("CARD"));
    parser.addOption({QStringLiteral("table")}, QStringLiteral("Print who can answer what, role by request."));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
}

/// What is wrong with the options taken together, or nothing.
QString wrongWith(const CommandParser& parser)
{
    const bool table = parser.isSet(QStringLiteral("table"));
    const bool question = parser.isSet(QStringLiteral("role")) || parser.isSet(QStringLiteral("request"));
    if (parser.operands().size() != 1)
        return QStringLiteral("ask needs one file");
    if (table && (question || parser.isSet(QStringLiteral("at"))))
        return QStringLiteral("--table shows every role and request; leave out --role, --request and --at");
    if (!table && (!parser.isSet(QStringLiteral("role")) || !parser.isSet(QStringLiteral("request"))))
        return QStringLiteral("ask needs --role and --request, or --table");
    return {};
}

/// The sentence about one question, and where it was put when that was left open.
Result<QString> answerTo(const Blueprint& blueprint, const CommandParser& parser)
{
    const Result<RoleId> role =
        elementMeant(blueprint.roles(), QStringLiteral("role"), parser.value(QStringLiteral("role")));
    if (!role)
        return role.error();
    const Result<RequestId> request =
        elementMeant(blueprint.requests(), QStringLiteral("request"), parser.value(QStringLiteral("request")));
    if (!request)
        return request.error();
    CardId at;
    if (parser.isSet(QStringLiteral("at"))) {
        const Result<CardId> card =
            elementMeant(blueprint.cards(), QStringLiteral("card"), parser.value(QStringLiteral("at")));
        if (!card)
            return card.error();
        if (!isCustomerCard(blueprint, *blueprint.find(*card)))
            return Error{Error::Code::Usage,
                         QStringLiteral("--at is where the customer asks, and \"%1\" is a card of ours")
                             .arg(nameOf(blueprint, {ElementKind::Card, card->value})),
                         {}};
        at = *card;
    }
    const AskAnswer answer = AskSimulation(blueprint).ask(*role, *request, at);
    QString text = answer.sentence + u'\n';
    if (at.isEmpty() && !answer.at.isEmpty())
        text += QStringLiteral("(Asked at \u201c%1\u201d.)\n")
                    .arg(nameOf(blueprint, {ElementKind::Card, answer.at.value}).simplified());
    return text;
}

} // namespace

ExitStatus runAsk(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("ask"), QStringLiteral("Says what becomes of a question put to a role."),
                         QStringLiteral("FILE"), QStringLiteral(".blueprint, .bpt or .bpmn; - is standard input"));
    addAskOptions(parser);
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    if (const QString wrong = wrongWith(parser); !wrong.isEmpty()) {
        io.complain(wrong + QStringLiteral("; throughline ask --help lists the options"));
        return ExitStatus::Fault;
    }
    const std::optional<Blueprint> blueprint = readOrComplain(parser.operands().first(), parser, io);
    if (!blueprint)
        return ExitStatus::Fault;
    if (parser.isSet(QStringLiteral("table"))) {
        io.print(toText(roleRequestTable(*blueprint), *blueprint));
        return ExitStatus::NothingFound;
    }
    const Result<QString> text = answerTo(*blueprint, parser);
    if (!text) {
        io.complain(describe(text.error()));
        return ExitStatus::Fault;
    }
    io.print(*text);
    return ExitStatus::NothingFound;
}

} // namespace throughline
