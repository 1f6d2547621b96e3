// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/canvaswindow.h"

#include <QCoreApplication>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace throughline::testing {

using namespace Qt::Literals::StringLiterals;

CanvasWindow::CanvasWindow(const Blueprint& blueprint, QSize size)
{
    window.resize(size);
    canvas = new CanvasItem(window.contentItem());
    canvas->setSize(size);
    canvas->setReducedMotion(true);
    canvas->setDocument(&document);
    document.setBlueprint(blueprint);
    window.show();
    window.requestActivate();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    canvas->forceActiveFocus();
    settle();
}

QRectF CanvasWindow::rectOf(const char* kind, const QString& id) const
{
    return canvas->rectOf(toVariant(QList<ElementRef>{{kindFromWord(QString::fromLatin1(kind)), id}}));
}

QPoint CanvasWindow::at(const char* kind, const QString& id) const
{
    const QRectF rect = rectOf(kind, id);
    EXPECT_FALSE(rect.isNull()) << kind << " " << qPrintable(id) << " is not drawn";
    return rect.center().toPoint();
}

void CanvasWindow::click(QPoint point, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
{
    QTest::mouseMove(&window, point);
    QTest::mousePress(&window, button, modifiers, point);
    QTest::mouseRelease(&window, button, modifiers, point);
}

void CanvasWindow::doubleClick(QPoint point)
{
    QTest::mouseDClick(&window, Qt::LeftButton, {}, point);
}

void CanvasWindow::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
{
    constexpr int Moves = 8;
    QTest::mouseMove(&window, from);
    QTest::mousePress(&window, button, modifiers, from);
    for (int i = 1; i <= Moves; ++i) {
        const QPoint point = from + (to - from) * i / Moves;
        QMouseEvent move(QEvent::MouseMove, point, window.mapToGlobal(point), Qt::NoButton, button, modifiers);
        QCoreApplication::sendEvent(&window, &move);
    }
    QTest::mouseRelease(&window, button, modifiers, to);
}

void CanvasWindow::hold(QPoint from, QPoint to)
{
    QTest::mouseMove(&window, from);
    QTest::mousePress(&window, Qt::LeftButton, {}, from);
    for (const QPoint& point : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, point, window.mapToGlobal(point), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &move);
    }
}

void CanvasWindow::letGo(QPoint point)
{
    QTest::mouseRelease(&window, Qt::LeftButton, {}, point);
}

void CanvasWindow::moveTo(QPoint point)
{
    QTest::mouseMove(&window, point);
}

void CanvasWindow::wheel(QPoint point, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(point, window.mapToGlobal(point), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&window, &event);
}

void CanvasWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window, key, modifiers);
}

void CanvasWindow::type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(&window, letter.toLatin1());
}

QImage CanvasWindow::settle()
{
    QCoreApplication::processEvents();
    EXPECT_TRUE(QTest::qWaitFor([this] { return canvas->isSettled(); }));
    return window.grabWindow();
}

Blueprint smallBlueprint()
{
    BlueprintBuilder builder;
    const QList<std::tuple<QString, QString, Stage>> lanes{{u"G"_s, u"Guest"_s, Stage::Customer},
                                                           {u"W"_s, u"Waiter"_s, Stage::Frontstage},
                                                           {u"K"_s, u"Kitchen"_s, Stage::Backstage}};
    for (const auto& [id, name, stage] : lanes) {
        Lane lane;
        lane.id = LaneId(id);
        lane.name = name;
        lane.stage = stage;
        builder.lanes += lane;
    }
    for (int i = 1; i <= 2; ++i) {
        Phase phase;
        phase.id = PhaseId(u"p%1"_s.arg(i));
        phase.name = i == 1 ? u"Arrive"_s : u"Order"_s;
        phase.position = i;
        builder.phases += phase;
    }
    for (int number = 1; number <= 4; ++number) {
        Step step;
        step.id = StepId(u"s%1"_s.arg(number));
        step.number = number;
        step.phase = PhaseId(number <= 2 ? u"p1"_s : u"p2"_s);
        builder.steps += step;
    }
    const QList<std::tuple<QString, QString, QString, QString>> cards{{u"g1"_s, u"G"_s, u"s1"_s, u"Ask for a table"_s},
                                                                      {u"g2"_s, u"G"_s, u"s2"_s, u"Follow"_s},
                                                                      {u"w1"_s, u"W"_s, u"s1"_s, u"Greet"_s},
                                                                      {u"k1"_s, u"K"_s, u"s3"_s, u"Cook"_s}};
    for (const auto& [id, lane, step, title] : cards) {
        Card card;
        card.id = CardId(id);
        card.lane = LaneId(lane);
        card.firstStep = StepId(step);
        card.title = title;
        builder.cards += card;
    }
    Connection connection;
    connection.id = ConnectionId(u"e1"_s);
    connection.from = CardId(u"g1"_s);
    connection.to = CardId(u"w1"_s);
    builder.connections += connection;
    const Result<Blueprint> blueprint = std::move(builder).build();
    EXPECT_TRUE(blueprint.has_value());
    return blueprint ? *blueprint : Blueprint();
}

Blueprint templateNamed(const QString& name)
{
    DocumentController document;
    EXPECT_TRUE(document.newFromTemplate(
        QUrl::fromLocalFile(QStringLiteral(THROUGHLINE_SOURCE_DIR) + u"/resources/templates/"_s + name)));
    return document.blueprint();
}

} // namespace throughline::testing
