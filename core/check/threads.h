// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ask/capabilities.h"
#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

/// The customer turns to the company, and what came of it (rules.md 1.4, thread R(e); 2.3 family C).
struct Contact
{
    int link = -1;
    int party = -1;
    int asker = -1;         ///< node of the customer
    int asked = -1;         ///< node of the company
    int request = -1;       ///< -1 = unnamed
    bool isRequest = false; ///< said to be a request; otherwise a plain arrow or something else that is said
    bool isPlain = false;   ///< a plain arrow or a flow: perhaps a request
    bool answered = false;  ///< an answer to it comes back
    bool plainBack = false; ///< a plain arrow comes back
    bool anyBack = false;   ///< anything comes back
    bool toldBack = false;  ///< a "tell" comes back
    bool sentAway = false;  ///< the customer is sent away
    bool metLater = false;  ///< for plain arrows: a later card of the customer meets the thread
    bool broken = false;    ///< a loose connection may hide the rest
    bool decides = false;   ///< there is a decision in the thread
};

/// A request between two roles of the company.
struct InsideRequest
{
    int link = -1;
    bool returns = false; ///< to the role that asked, or on to a customer
    bool broken = false;
};

/// A role asked in the drawing, and what the drawing proves it does (rules.md 1.2 I6, I6b).
struct DrawnAsk
{
    int role;
    int request; ///< -1 = unnamed: each such request counts as its own
    int link;
    bool fulfils;
    std::vector<int> passesTo; ///< roles, ascending
};

class ThreadQuestions;

/// What comes of every contact, found out for all of them together: nothing here walks a thread more than once per
/// sixty-four different questions, so that long threads shared by many contacts cost little (see ReachQueries).
class ThreadAnalysis
{
public:
    explicit ThreadAnalysis(const ServiceGraph& graph);

    [[nodiscard]] const std::vector<Contact>& contacts() const { return m_contacts; }
    [[nodiscard]] const std::vector<InsideRequest>& insideRequests() const { return m_inside; }
    /// The cards without continuation inside the company that a node leads to, ascending; at most 32.
    [[nodiscard]] const std::vector<int>& sinksFrom(int node) const;
    /// Whether an arrow into a customer is an answer to the contact, its thread apart.
    [[nodiscard]] bool isAnswerTo(const Link& answer, const Contact& contact) const;
    /// The nodes a contact leads to inside the company in the order of a search in breadth, the asked one first; at
    /// most so many.
    [[nodiscard]] std::vector<int> thread(int asked, size_t most) const;

    /// What the drawing proves of named roles and named requests.
    [[nodiscard]] const QList<DrawnAbility>& drawnAbilities() const { return m_drawn; }
    /// Every role a request is drawn into.
    [[nodiscard]] const std::vector<DrawnAsk>& drawnAsks() const { return m_drawnAsks; }

private:
    void collectContacts();
    void askAll(ThreadQuestions& questions);
    void readAnswers(const ThreadQuestions& questions);
    void findSpecificAnswers();
    void findLaterMeetings();
    void findSinks();
    void proveAbilities(const ThreadQuestions& questions);
    [[nodiscard]] std::vector<int> fetchedBy(int role, int asked) const;

    const ServiceGraph& m_graph;
    std::vector<Contact> m_contacts;
    std::vector<InsideRequest> m_inside;
    std::vector<std::vector<int>> m_sinkLists;
    std::vector<int> m_sinksOf; ///< component -> list
    QList<DrawnAbility> m_drawn;
    std::vector<DrawnAsk> m_drawnAsks;
};

} // namespace throughline
