// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/models/askrunner.h"
#include "app/models/askshow.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Plays a question on the canvas: who has it at each stop, how it gets to the next, and what becomes of it. Follows
/// the document: an edit shows at once what it changes about the question.
class AskPlayer : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::AskRunner* runner READ runner WRITE setRunner NOTIFY runnerChanged)
    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY runnerChanged)
    Q_PROPERTY(throughline::CanvasItem* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged)
    /// Jumps from stop to stop.
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)

    /// A question is being put together or played.
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)
    /// Ids; empty while they are not chosen. card: where it is asked; empty: where the role is first met.
    Q_PROPERTY(QString role READ role WRITE setRole NOTIFY questionChanged)
    Q_PROPERTY(QString request READ request WRITE setRequest NOTIFY questionChanged)
    Q_PROPERTY(QString card READ card WRITE setCard NOTIFY questionChanged)
    /// What can be chosen: objects {value, text}.
    Q_PROPERTY(QVariantList roleChoices READ roleChoices NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList requestChoices READ requestChoices NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList cardChoices READ cardChoices NOTIFY choicesChanged)

    /// The stops: objects {number, action, who, sign}; sign: "asks", "holds", "answered", "dies", "circles", "unknown".
    Q_PROPERTY(QVariantList stops READ stops NOTIFY showChanged)
    Q_PROPERTY(int count READ count NOTIFY showChanged)
    /// The stop that was reached last.
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY indexChanged)
    Q_PROPERTY(bool playing READ isPlaying NOTIFY playingChanged)
    Q_PROPERTY(QString question READ question NOTIFY showChanged)
    /// The one that the command line prints.
    Q_PROPERTY(QString sentence READ sentence NOTIFY showChanged)
    /// At the stop: "1 hop", "≥ 7 min (2 of 5 unknown)", what is asked again or why it ends.
    Q_PROPERTY(QString hopsText READ hopsText NOTIFY indexChanged)
    Q_PROPERTY(QString timeText READ timeText NOTIFY indexChanged)
    Q_PROPERTY(QString detail READ detail NOTIFY indexChanged)
    /// There is a way that ends worse than the best one, and whether that one is played.
    Q_PROPERTY(bool hasWorst READ hasWorst NOTIFY showChanged)
    Q_PROPERTY(bool worst READ isWorst WRITE setWorst NOTIFY showChanged)

public:
    /// How long the mark is on its way to the next stop, and how long it rests there while it plays.
    static constexpr int LegMs = 1100;
    static constexpr int RestMs = 1300;

    explicit AskPlayer(QObject* parent = nullptr);
    ~AskPlayer() override;

    [[nodiscard]] AskRunner* runner() const { return m_runner; }
    void setRunner(AskRunner* runner);
    [[nodiscard]] CheckRunner* checkRunner() const { return m_checkRunner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] CanvasItem* canvas() const { return m_canvas; }
    void setCanvas(CanvasItem* canvas);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QString role() const { return m_question.role.value; }
    void setRole(const QString& role);
    [[nodiscard]] QString request() const { return m_question.request.value; }
    void setRequest(const QString& request);
    [[nodiscard]] QString card() const { return m_question.at.value; }
    void setCard(const QString& card);
    [[nodiscard]] QVariantList roleChoices() const;
    [[nodiscard]] QVariantList requestChoices() const;
    [[nodiscard]] QVariantList cardChoices() const;

    [[nodiscard]] QVariantList stops() const;
    [[nodiscard]] int count() const { return int(m_show.steps.size()); }
    [[nodiscard]] int index() const { return m_index; }
    /// Goes to a stop, kept within those there are.
    void setIndex(int index);
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] QString question() const { return m_show.question; }
    [[nodiscard]] QString sentence() const { return m_show.sentence; }
    [[nodiscard]] QString hopsText() const;
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] bool hasWorst() const { return m_hasWorst; }
    [[nodiscard]] bool isWorst() const { return m_question.worst; }
    void setWorst(bool worst);
    /// What is played.
    [[nodiscard]] const AskShow& show() const { return m_show; }

    /// Puts a question together and plays it when both a role and a request are known. An empty role or request is
    /// taken from what is selected, where that says it.
    Q_INVOKABLE void begin(const QString& role = {}, const QString& request = {}, const QString& card = {});
    /// Shows at rest what becomes of a question, while nothing is played; without a role or request: nothing.
    Q_INVOKABLE void preview(const QString& role, const QString& request);
    /// A finding that can be played, by its fingerprint.
    Q_INVOKABLE bool canPlay(const QString& finding) const;
    Q_INVOKABLE bool playFinding(const QString& finding);

    /// Goes on from stop to stop, from the beginning when the end was reached.
    Q_INVOKABLE void play();
    Q_INVOKABLE void pause();
    Q_INVOKABLE void toggle();
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    Q_INVOKABLE void end();

Q_SIGNALS:
    void runnerChanged();
    void canvasChanged();
    void reducedMotionChanged();
    void activeChanged();
    void questionChanged();
    void choicesChanged();
    void showChanged();
    void indexChanged();
    void playingChanged();

private:
    void onKnowledge();
    void ask(bool anew);
    void take(const AskShow& show, bool anew);
    void showOnCanvas();
    void moveTo(int index);
    void onArrived();
    void goOn();
    void setActive(bool active);
    void setPlaying(bool playing);
    void preselect();
    [[nodiscard]] const AskStep& step() const;
    [[nodiscard]] const Finding* findingOf(const QString& key) const;
    [[nodiscard]] const Blueprint* blueprint() const;
    [[nodiscard]] const AskSimulation* simulation() const;

    QPointer<AskRunner> m_runner;
    QPointer<CheckRunner> m_checkRunner;
    QPointer<CanvasItem> m_canvas;
    AskOfFinding m_question;
    AskOfFinding m_previewed;
    QString m_finding; ///< played without a question to a role
    AskShow m_show;
    bool m_hasWorst = false;
    int m_index = 0;
    int m_target = 0; ///< the stop the mark is on its way to
    bool m_active = false;
    bool m_playing = false;
    bool m_reducedMotion = false;
    QVariantAnimation m_travel;
    QTimer m_rest;
};

} // namespace throughline
