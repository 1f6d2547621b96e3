// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askplayer.h"

#include "app/document/follow.h"
#include "app/models/labels.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr int FlightMs = 450;

QString wordOf(WalkSign sign)
{
    switch (sign) {
    case WalkSign::Asks:
        return u"asks"_s;
    case WalkSign::Holds:
        return u"holds"_s;
    case WalkSign::Answered:
        return u"answered"_s;
    case WalkSign::Dies:
        return u"dies"_s;
    case WalkSign::Circles:
        return u"circles"_s;
    case WalkSign::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace

AskPlayer::AskPlayer(QObject* parent) : QObject(parent)
{
    m_travel.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_travel, &QVariantAnimation::valueChanged, this, [this](const QVariant& position) {
        if (m_canvas && position.toDouble() < m_target)
            m_canvas->setWalkPosition(position.toDouble());
    });
    connect(&m_travel, &QVariantAnimation::finished, this, &AskPlayer::onArrived);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_playing)
            moveTo(m_index + 1);
    });
}

AskPlayer::~AskPlayer() = default;

void AskPlayer::setRunner(AskRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&AskRunner::knowledgeChanged, &AskPlayer::onKnowledge)))
        return;
    Q_EMIT runnerChanged();
}

void AskPlayer::setCheckRunner(CheckRunner* runner)
{
    if (runner == m_checkRunner)
        return;
    m_checkRunner = runner;
    Q_EMIT runnerChanged();
}

void AskPlayer::setCanvas(CanvasItem* canvas)
{
    if (canvas == m_canvas)
        return;
    m_canvas = canvas;
    Q_EMIT canvasChanged();
}

void AskPlayer::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    Q_EMIT reducedMotionChanged();
}

const Blueprint* AskPlayer::blueprint() const
{
    return m_runner && m_runner->document() ? &m_runner->document()->blueprint() : nullptr;
}

const AskSimulation* AskPlayer::simulation() const
{
    return m_runner ? m_runner->knowledge().simulation.get() : nullptr;
}

const AskStep& AskPlayer::step() const
{
    static const AskStep none;
    return m_index < count() ? m_show.steps[m_index] : none;
}

void AskPlayer::setRole(const QString& role)
{
    if (role == this->role())
        return;
    m_question.role = RoleId(role);
    m_question.at = {};
    Q_EMIT choicesChanged();
    ask(true);
}

void AskPlayer::setRequest(const QString& request)
{
    if (request == this->request())
        return;
    m_question.request = RequestId(request);
    ask(true);
}

void AskPlayer::setCard(const QString& card)
{
    if (card == this->card())
        return;
    m_question.at = CardId(card);
    ask(true);
}

void AskPlayer::setWorst(bool worst)
{
    if (worst == m_question.worst)
        return;
    m_question.worst = worst;
    ask(true);
}

QVariantList AskPlayer::roleChoices() const
{
    QVariantList choices;
    const Blueprint* source = blueprint();
    if (!source || !simulation())
        return choices;
    for (const RoleId& role : m_runner->knowledge().table.rows)
        choices += choice(role.value, nameOf(*source, {ElementKind::Role, role.value}).simplified());
    return choices;
}

QVariantList AskPlayer::requestChoices() const
{
    QVariantList choices;
    const Blueprint* source = blueprint();
    if (!source || !simulation())
        return choices;
    for (const RequestId& request : m_runner->knowledge().table.columns)
        choices += choice(request.value, nameOf(*source, {ElementKind::Request, request.value}).simplified());
    return choices;
}

QVariantList AskPlayer::cardChoices() const
{
    const Blueprint* source = blueprint();
    if (!source || !simulation())
        return {};
    QVariantList choices{choice({}, tr("where it is first asked"))};
    for (const CardId& card : simulation()->meetingsWith(m_question.role))
        choices += choice(card.value, nameOf(*source, refTo(card)).simplified());
    return choices;
}

QVariantList AskPlayer::stops() const
{
    QVariantList stops;
    for (const AskStep& step : m_show.steps)
        stops += QVariantMap{{u"number"_s, step.number},
                             {u"action"_s, step.action},
                             {u"who"_s, step.who},
                             {u"sign"_s, wordOf(step.sign)}};
    return stops;
}

QString AskPlayer::hopsText() const
{
    if (count() == 0 || m_index == 0)
        return {};
    return step().hops == 1 ? tr("1 hop") : tr("%1 hops").arg(step().hops);
}

QString AskPlayer::timeText() const
{
    if (count() == 0 || m_index == 0)
        return {};
    const KnownMinutes& minutes = step().minutes;
    return minutes.known == 0 ? tr("time unknown") : minutes.toString();
}

QString AskPlayer::detail() const
{
    return step().detail;
}

void AskPlayer::preselect()
{
    const Blueprint* source = blueprint();
    const QList<ElementRef> selection = m_runner->document()->selection();
    if (!source || selection.isEmpty())
        return;
    const ElementRef& ref = selection.last();
    CardId cardId(ref.kind == ElementKind::Card ? ref.id : QString());
    if (const Connection* asked = ref.kind == ElementKind::Connection ? source->find(ConnectionId(ref.id)) : nullptr) {
        if (m_question.request.isEmpty())
            m_question.request = asked->request;
        if (const CardId* to = cardAt(asked->to))
            cardId = *to;
    }
    const Card* card = source->find(cardId);
    QList<RoleId> roles;
    if (card && isCustomerCard(*source, *card)) {
        roles = simulation()->rolesMetAt(card->id);
        if (!roles.isEmpty() && m_question.at.isEmpty())
            m_question.at = card->id;
    } else if (card) {
        roles = rolesOf(*source, *card);
    } else if (const Lane* lane = ref.kind == ElementKind::Lane ? source->find(LaneId(ref.id)) : nullptr) {
        roles = lane->roles;
    }
    if (m_question.role.isEmpty() && !roles.isEmpty())
        m_question.role = roles.first();
    // What the drawing asks of the role at that card.
    for (const Connection& connection : source->connections()) {
        const CardId* from = cardAt(connection.from);
        if (m_question.request.isEmpty() && card && from && *from == card->id && !connection.request.isEmpty() &&
            connection.kind == ConnectionKind::Request)
            m_question.request = connection.request;
    }
}

void AskPlayer::begin(const QString& role, const QString& request, const QString& card)
{
    if (!m_runner || !m_runner->document())
        return;
    m_finding.clear();
    m_previewed = {};
    m_question = {RoleId(role), RequestId(request), CardId(card), false};
    setActive(true);
    m_runner->runNow();
    if (role.isEmpty() || request.isEmpty())
        preselect();
    Q_EMIT choicesChanged();
    ask(true);
    if (!m_show.isEmpty())
        play();
}

void AskPlayer::preview(const QString& role, const QString& request)
{
    if (m_active)
        return;
    m_previewed = {RoleId(role), RequestId(request), {}, false};
    const bool known = simulation() && blueprint() && !role.isEmpty() && !request.isEmpty();
    AskShow show;
    if (known)
        show = showOf(*blueprint(), simulation()->ask(m_previewed.role, m_previewed.request), false);
    const bool isOther = show != m_show;
    m_show = show;
    m_index = std::max(0, count() - 1);
    showOnCanvas();
    if (isOther && m_canvas && count() > 0)
        m_canvas->showWalk(0, count() - 1, FlightMs);
    Q_EMIT showChanged();
    Q_EMIT indexChanged();
}

const Finding* AskPlayer::findingOf(const QString& key) const
{
    const qsizetype index = m_checkRunner ? m_checkRunner->indexOf(key) : -1;
    return index < 0 ? nullptr : &m_checkRunner->result().findings[index];
}

bool AskPlayer::canPlay(const QString& key) const
{
    const Finding* finding = findingOf(key);
    if (!finding || !blueprint())
        return false;
    // Which of its requests a dead-end role is shown with is known when it is played.
    if (finding->family == RuleFamily::DeadEnds && finding->rule.startsWith("dead-end"_L1))
        return blueprint()->find(RoleId(finding->subjects.value(0)));
    return questionOf(*blueprint(), {}, *finding) || !showOf(*blueprint(), *finding).isEmpty();
}

bool AskPlayer::playFinding(const QString& key)
{
    const Finding* finding = findingOf(key);
    if (!finding || !m_runner || !blueprint())
        return false;
    setActive(true);
    m_runner->runNow();
    m_previewed = {};
    m_finding.clear();
    m_question = {};
    const std::optional<AskOfFinding> question = questionOf(*blueprint(), m_runner->knowledge().table, *finding);
    if (question)
        m_question = *question;
    else
        m_finding = key;
    Q_EMIT choicesChanged();
    ask(true);
    play();
    return !m_show.isEmpty();
}

void AskPlayer::onKnowledge()
{
    if (m_active) {
        Q_EMIT choicesChanged();
        ask(false);
    } else if (!m_previewed.role.isEmpty()) {
        preview(m_previewed.role.value, m_previewed.request.value);
    }
}

void AskPlayer::ask(bool anew)
{
    AskShow show;
    m_hasWorst = false;
    if (!m_finding.isEmpty() && blueprint()) {
        if (const Finding* finding = findingOf(m_finding))
            show = showOf(*blueprint(), *finding);
    } else if (simulation() && blueprint() && !m_question.role.isEmpty() && !m_question.request.isEmpty()) {
        const AskAnswer answer = simulation()->ask(m_question.role, m_question.request, m_question.at);
        m_hasWorst = !(answer.best == answer.worst);
        show = showOf(*blueprint(), answer, m_question.worst);
    }
    Q_EMIT questionChanged();
    take(show, anew);
}

void AskPlayer::take(const AskShow& show, bool anew)
{
    const bool same = show == m_show && !anew;
    m_show = show;
    if (!same) {
        m_rest.stop();
        m_travel.stop();
        m_index = anew ? 0 : std::clamp(m_index, 0, std::max(0, count() - 1));
        if (!anew || show.isEmpty())
            setPlaying(false);
    }
    showOnCanvas();
    if (anew && m_canvas && !show.isEmpty())
        m_canvas->showWalk(0, count() - 1, FlightMs);
    Q_EMIT showChanged();
    Q_EMIT indexChanged();
    if (anew && m_playing)
        m_rest.start();
}

void AskPlayer::showOnCanvas()
{
    if (!m_canvas)
        return;
    m_canvas->setWalk(m_show.walk, m_active);
    if (m_travel.state() != QAbstractAnimation::Running)
        m_canvas->setWalkPosition(m_index);
}

void AskPlayer::setIndex(int index)
{
    const int kept = std::clamp(index, 0, std::max(0, count() - 1));
    m_rest.stop();
    m_travel.stop();
    m_index = kept;
    if (m_canvas) {
        m_canvas->setWalkPosition(kept);
        m_canvas->showWalk(std::max(0, kept - 1), kept, FlightMs);
    }
    Q_EMIT indexChanged();
}

void AskPlayer::moveTo(int index)
{
    if (index < 0 || index >= count())
        return;
    if (m_reducedMotion || !m_canvas) {
        setIndex(index);
        goOn();
        return;
    }
    m_rest.stop();
    m_travel.stop();
    m_target = index;
    m_canvas->showWalk(index - 1, index, FlightMs);
    m_travel.setStartValue(double(index - 1));
    m_travel.setEndValue(double(index));
    m_travel.setDuration(LegMs);
    m_travel.start();
}

void AskPlayer::onArrived()
{
    m_index = std::clamp(m_target, 0, std::max(0, count() - 1));
    if (m_canvas)
        m_canvas->setWalkPosition(m_index);
    Q_EMIT indexChanged();
    goOn();
}

void AskPlayer::goOn()
{
    if (m_index + 1 >= count())
        setPlaying(false);
    else if (m_playing)
        m_rest.start();
}

void AskPlayer::play()
{
    if (count() == 0)
        return;
    if (m_index + 1 >= count() && count() > 1)
        setIndex(0);
    setPlaying(true);
    m_rest.start();
}

void AskPlayer::pause()
{
    m_rest.stop();
    setPlaying(false);
}

void AskPlayer::toggle()
{
    if (m_playing)
        pause();
    else
        play();
}

void AskPlayer::next()
{
    pause();
    // A second press while the mark is on its way finishes the way.
    if (m_travel.state() == QAbstractAnimation::Running)
        setIndex(m_index + 1);
    else
        moveTo(m_index + 1);
}

void AskPlayer::previous()
{
    pause();
    setIndex(m_index - 1);
}

void AskPlayer::end()
{
    pause();
    m_travel.stop();
    m_finding.clear();
    m_question = {};
    m_show = {};
    m_index = 0;
    m_hasWorst = false;
    if (m_canvas)
        m_canvas->setWalk({}, false);
    setActive(false);
    Q_EMIT questionChanged();
    Q_EMIT showChanged();
    Q_EMIT indexChanged();
}

void AskPlayer::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
}

void AskPlayer::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    Q_EMIT playingChanged();
}

} // namespace throughline
