// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationfields.h"
#include "core/model/blueprint.h"

#include <QHash>
#include <QMap>

namespace throughline {

/// Collects the statements of one text and makes a blueprint of them. Lines may name what comes after them, so
/// references are looked up at the end. For readNotation() only.
class NotationParser
{
public:
    explicit NotationParser(NotationFaults& faults) : m_faults(faults) {}

    /// Takes the words of one statement (at least one).
    void addStatement(const QList<NotationWord>& words);
    /// The blueprint, or nothing and a fault. Only once.
    [[nodiscard]] std::optional<Blueprint> finish();
    /// Where each element stands, as an offset into the text: its id, or where it is first used. After finish().
    [[nodiscard]] const QHash<ElementRef, qsizetype>& offsets() const { return m_declared; }

private:
    struct Reference
    {
        ElementRef element;
        qsizetype offset = 0;
    };
    struct StepDraft
    {
        Step step;
        qsizetype offset = 0;
        bool declared = false;
    };
    struct CardSteps
    {
        int first = 0;
        int last = 0;
    };
    struct ConnectionEnds
    {
        NotationItem from;
        NotationItem to;
    };

    using Statement = void (NotationParser::*)(NotationFields&);
    [[nodiscard]] static Statement statementFor(QStringView keyword);

    void addTitle(NotationFields& fields);
    void addScenario(NotationFields& fields);
    void addPersona(NotationFields& fields);
    void addState(NotationFields& fields);
    void addCurrency(NotationFields& fields);
    void addCeiling(NotationFields& fields);
    void addSeverity(NotationFields& fields);
    void addView(NotationFields& fields);
    void addAlso(NotationFields& fields);
    void addDepartment(NotationFields& fields);
    void addRole(NotationFields& fields);
    void addRequest(NotationFields& fields);
    void addDataItem(NotationFields& fields);
    void addPhase(NotationFields& fields);
    void addStep(NotationFields& fields);
    void addLane(NotationFields& fields);
    void addCard(NotationFields& fields);
    void addAcceptance(NotationFields& fields);
    void addConnection(const QList<NotationWord>& words, ConnectionKind kind);

    void readPlacing(NotationFields& fields, Card& card);
    void readWait(NotationFields& fields, Card& card);
    void readCosts(NotationFields& fields, Card& card);
    void readCapability(const NotationWord& field, const NotationItem& item, Role& role);
    void once(NotationFields& fields, const QString& keyword);
    [[nodiscard]] Attachment attachmentFrom(const NotationWord& word);
    [[nodiscard]] static QStringList texts(NotationFields& fields, const QString& key);
    template <typename Element>
    [[nodiscard]] static QList<Id<Element>> idList(NotationFields& fields, const QString& key);
    Powers powers(NotationFields& fields, const QString& key);
    StepDraft& useStep(int number, qsizetype offset);
    void setStepPhase(StepDraft& draft, const NotationItem& phase);
    void declare(ElementKind kind, const NotationItem& id);

    template <typename Element>
    Id<Element> refer(const NotationItem& item);
    template <typename Element>
    Id<Element> referField(NotationFields& fields, const QString& key);
    template <typename Element>
    QList<Id<Element>> referList(NotationFields& fields, const QString& key);

    void resolveSteps();
    void resolveReferences();
    void resolveConnections();
    [[nodiscard]] End resolveEnd(const NotationItem& item);
    [[nodiscard]] LooseEnd looseEnd(const NotationItem& item);
    [[nodiscard]] qsizetype offsetOf(const QString& path) const;

    NotationFaults& m_faults;
    BlueprintBuilder m_builder;
    QHash<ElementRef, qsizetype> m_declared;
    QList<Reference> m_references;
    QList<CardSteps> m_cardSteps;           ///< one for each card of m_builder
    QList<ConnectionEnds> m_connectionEnds; ///< one for each connection of m_builder
    QMap<int, StepDraft> m_steps;
    QHash<QString, qsizetype> m_headerLines;
    QHash<Stage, int> m_lanesOfStage;
    QHash<std::pair<QString, int>, int> m_cardsOfCell;
};

} // namespace throughline
