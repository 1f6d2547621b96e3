// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitem.h"
#include "core/io/blueprintwriter.h"
#include "tests/app/referencepicture.h"
#include "tests/support/largeblueprint.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

/// How long a frame of the canvas takes, from the window's request to the frame on the screen, with 1,000, 10,000 and
/// 100,000 cards (or the numbers given as arguments): panning, zooming, dragging a card with its connections, opening a
/// file. Prints JSON; ends with 1 when what was drawn is not what should have been.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Frames = 60;
constexpr QSize WindowSize(1280, 800);
/// A missing tile is twelve times as much.
constexpr double WrongShare = 0.01;

/// Measures from the request of a frame to the frame.
class FrameClock : public QObject
{
public:
    explicit FrameClock(QQuickWindow& window) : m_window(window)
    {
        window.installEventFilter(this);
        connect(
            &window, &QQuickWindow::frameSwapped, this, [this] { m_done = true; }, Qt::DirectConnection);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest)
            m_timer.start();
        return false;
    }
    /// Waits for the next frame; its milliseconds.
    double next()
    {
        m_done = false;
        m_timer.start();
        m_window.requestUpdate();
        while (!m_done)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return double(m_timer.nsecsElapsed()) / 1e6;
    }

private:
    QQuickWindow& m_window;
    QElapsedTimer m_timer;
    bool m_done = false;
};

QJsonObject summary(QList<double> times, double cpuMs)
{
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times)
        sum += time;
    const auto rounded = [](double ms) { return std::round(ms * 100) / 100; };
    return {{u"mean"_s, rounded(sum / double(times.size()))},
            {u"p95"_s, rounded(times[times.size() * 95 / 100])},
            {u"max"_s, rounded(times.last())},
            {u"cpuMean"_s, rounded(cpuMs / double(times.size()))}};
}

/// A window with a canvas, and what is done to it.
class Bench
{
public:
    explicit Bench(int cards) : m_cards(cards)
    {
        m_window.resize(WindowSize);
        m_canvas = new CanvasItem(m_window.contentItem());
        m_canvas->setSize(WindowSize);
        m_canvas->setReducedMotion(true);
        m_checks.setDocument(&m_document);
        m_canvas->setDocument(&m_document);
        m_canvas->setCheckRunner(&m_checks);
        m_window.show();
        m_clock = std::make_unique<FrameClock>(m_window);
        m_clock->next();
    }

    QJsonObject run()
    {
        QJsonObject row{{u"cards"_s, m_cards}};
        row[u"open"_s] = open();
        settle();
        m_checks.setEnabled(false);
        m_canvas->setZoom(1);
        settle();
        row[u"pan"_s] = measure([this](int i) { m_canvas->panBy(i < Frames / 2 ? 24 : -24, 0); });
        row[u"drag"_s] = drag();
        row[u"edit"_s] = measure([this](int i) { rename(i); });
        m_canvas->setZoom(0.4);
        settle();
        row[u"panAt0.4"_s] = measure([this](int i) { m_canvas->panBy(i < Frames / 2 ? 24 : -24, 0); });
        m_canvas->setZoom(1);
        settle();
        const double factor = std::pow(0.03, 1.0 / Frames);
        row[u"zoomOut"_s] = measure([this, factor](int) { m_canvas->zoomBy(factor, QPointF(700, 400)); }, false);
        m_canvas->fitAll();
        settle();
        row[u"panAllInView"_s] = measure([this](int i) { m_canvas->panBy(i < Frames / 2 ? 4 : -4, 0); });
        row[u"pixelsRight"_s] = m_right;
        return row;
    }
    [[nodiscard]] bool isRight() const { return m_right; }

private:
    void settle()
    {
        while (!m_canvas->isSettled())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        checkPixels();
    }
    void checkPixels()
    {
        const double differing =
            testing::coarseDifference(*m_canvas, m_window.grabWindow(), testing::referencePicture(*m_canvas));
        if (differing > WrongShare)
            std::fprintf(stderr, "%d cards: %.2f %% of the pixels are wrong\n", m_cards, differing * 100);
        m_right = m_right && differing <= WrongShare;
    }
    template <typename Step>
    QJsonObject measure(Step step, bool check = true)
    {
        QList<double> times;
        const std::clock_t start = std::clock();
        for (int i = 0; i < Frames; ++i) {
            step(i);
            times += m_clock->next();
        }
        const double cpuMs = double(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
        if (check)
            settle();
        return summary(times, cpuMs);
    }
    double open()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"large.blueprint"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(writeBlueprint(testing::largeBlueprint(m_cards)));
        file.close();
        QElapsedTimer timer;
        timer.start();
        if (!m_document.openNow(QUrl::fromLocalFile(path)))
            m_right = false;
        m_clock->next();
        return std::round(double(timer.nsecsElapsed()) / 1e5) / 10;
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button)
    {
        QMouseEvent event(type, at, m_window.mapToGlobal(at), button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_window, &event);
    }
    [[nodiscard]] CardId cardInSight() const
    {
        const QVariantMap ref = m_canvas->elementAt(m_at);
        return CardId(ref.value(u"id"_s).toString());
    }
    QJsonObject drag()
    {
        // Somewhere in the middle there is a card.
        for (int y = 200; y < 700 && m_canvas->elementAt(m_at).value(u"kind"_s) != u"card"_s; y += 20) {
            for (int x = 300; x < 1100 && m_canvas->elementAt(m_at).value(u"kind"_s) != u"card"_s; x += 20)
                m_at = QPointF(x, y);
        }
        mouse(QEvent::MouseButtonPress, m_at, Qt::LeftButton);
        const QJsonObject times =
            measure([this](int i) { mouse(QEvent::MouseMove, m_at + QPointF(5 * i, 2 * i), Qt::NoButton); }, false);
        mouse(QEvent::MouseButtonRelease, m_at + QPointF(5, 2), Qt::LeftButton);
        m_document.clearSelection();
        mouse(QEvent::MouseMove, QPointF(2, 2), Qt::NoButton);
        settle();
        return times;
    }
    void rename(int i)
    {
        m_document.rename(u"card"_s, m_document.blueprint().cards().begin()->id.value, u"Card number %1"_s.arg(i));
    }

    int m_cards;
    DocumentController m_document;
    CheckRunner m_checks;
    QQuickWindow m_window;
    CanvasItem* m_canvas = nullptr;
    std::unique_ptr<FrameClock> m_clock;
    QPointF m_at{300, 200};
    bool m_right = true;
};

int runBenchmark(const QStringList& arguments)
{
    QList<int> sizes;
    for (const QString& argument : arguments)
        sizes += argument.toInt();
    if (sizes.isEmpty())
        sizes = {1000, 10000, 100000};
    QJsonArray rows;
    bool right = true;
    for (const int cards : sizes) {
        Bench bench(cards);
        rows += bench.run();
        right = right && bench.isRight();
    }
    std::printf("%s", QJsonDocument(QJsonObject{{u"canvas"_s, rows}}).toJson().constData());
    return right ? 0 : 1;
}

} // namespace
} // namespace throughline

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication application(argc, argv);
    return throughline::runBenchmark(QCoreApplication::arguments().mid(1));
}
