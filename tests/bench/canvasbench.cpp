// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitem.h"
#include "core/edit/operations.h"
#include "core/io/blueprintwriter.h"
#include "tests/app/referencepicture.h"
#include "tests/bench/frameclock.h"
#include "tests/support/largeblueprint.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QProcess>
#include <QSGRendererInterface>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

/// throughline_canvasbench CARDS [WIDTHxHEIGHT] [opengl] [open]: how long a frame of the canvas takes, from the
/// window's request to the frame on the screen, with the check, the history and the journal at work: panning, zooming,
/// dragging a card with its connections, typing, undoing, putting a step in, opening a file, jumping; and the memory it
/// takes. Everything is done a second time with each frame looked at: nothing may be missing from any of them, and what
/// it shows must be what a painter without tiles shows. With "open", only the opening. Prints JSON; ends with 1 when a
/// picture is wrong or the back end is another one than asked for.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Frames = 60;
/// A missing tile is twelve times as much.
constexpr double WrongShare = 0.01;
/// Shows through wherever nothing was drawn, and is nowhere in the pictures.
constexpr QRgb Background = 0xffff00feU;

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonObject summary(QList<double> times, double cpuMs)
{
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times)
        sum += time;
    return {{u"mean"_s, rounded(sum / double(times.size()))},
            {u"p95"_s, rounded(times[times.size() * 95 / 100])},
            {u"max"_s, rounded(times.last())},
            {u"cpuMean"_s, rounded(cpuMs / double(times.size()))}};
}

/// A line of /proc/self/status in MiB: "VmRSS", "VmHWM".
double memoryMiB(const QByteArray& name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return std::round(line.mid(name.size() + 1).simplified().split(' ').first().toDouble() / 102.4) / 10;
    }
    return 0;
}

/// A window with a canvas, and what is done to it.
class Bench
{
public:
    Bench(int cards, QSize size) : m_cards(cards)
    {
        m_window.resize(size);
        m_window.setColor(QColor::fromRgb(Background));
        m_canvas = new CanvasItem(m_window.contentItem());
        m_canvas->setSize(size);
        m_canvas->setReducedMotion(true);
        m_checks.setDocument(&m_document);
        m_canvas->setDocument(&m_document);
        m_canvas->setCheckRunner(&m_checks);
        m_window.show();
        m_clock = std::make_unique<FrameClock>(m_window);
        m_clock->next();
    }

    QJsonObject run(QSGRendererInterface::GraphicsApi wanted, bool onlyOpen)
    {
        const bool software = wanted == QSGRendererInterface::Software;
        QJsonObject row{{u"cards"_s, m_cards},
                        {u"size"_s, u"%1x%2"_s.arg(m_window.width()).arg(m_window.height())},
                        {u"backend"_s, software ? u"software"_s : u"opengl"_s}};
        if (m_window.rendererInterface()->graphicsApi() != wanted)
            fail("the window is drawn by another back end than the one asked for");
        writeFile();
        row[u"memoryEmpty"_s] = memoryMiB("VmRSS");
        row[u"open"_s] = open();
        settle();
        row[u"memoryOpen"_s] = memoryMiB("VmRSS");
        row[u"memoryPeak"_s] = memoryMiB("VmHWM");
        if (onlyOpen)
            return row;
        measurePhases(row);
        row[u"memoryWorked"_s] = memoryMiB("VmRSS");
        row[u"memoryPeak"_s] = memoryMiB("VmHWM");
        m_looking = true;
        QJsonObject looked;
        measurePhases(looked);
        row[u"framesLookedAt"_s] = m_looked;
        row[u"pixelsRight"_s] = m_right;
        return row;
    }
    [[nodiscard]] bool isRight() const { return m_right; }

private:
    void measurePhases(QJsonObject& row)
    {
        const double middle = m_canvas->contentWidth() / 2;
        const auto pan = [this](double px) {
            return [this, px](int i) { m_canvas->panBy(i < Frames / 2 ? px : -px, 0); };
        };
        at(1, middle);
        row[u"pan"_s] = measure(pan(24));
        row[u"drag"_s] = drag();
        row[u"type"_s] = type();
        row[u"undo"_s] = measure([this](int i) { i % 2 == 0 ? m_document.undo() : m_document.redo(); });
        row[u"step"_s] = putStepIn();
        row[u"jump"_s] = jump(1);
        at(0.4, middle);
        row[u"panAt0.4"_s] = measure(pan(24));
        row[u"jumpAt0.4"_s] = jump(0.4);
        at(1, middle);
        m_canvas->fitAll();
        const double factor = std::pow(m_canvas->zoom(), 1.0 / Frames);
        at(1, middle);
        const QPointF centre(m_window.width() / 2.0, m_window.height() / 2.0);
        row[u"zoomOut"_s] = measure([&](int) { m_canvas->zoomBy(factor, centre); });
        row[u"zoomIn"_s] = measure([&](int) { m_canvas->zoomBy(1 / factor, centre); });
        m_canvas->fitAll();
        settle();
        row[u"panAllInView"_s] = measure(pan(4));
    }

    /// The view at a scale, with nothing left to do.
    void at(double scale, double x)
    {
        m_canvas->setZoom(scale);
        m_canvas->setViewX(x);
        m_canvas->setViewY(m_canvas->contentHeight() / 3);
        settle();
    }
    void settle()
    {
        QElapsedTimer quiet;
        do {
            while (!m_canvas->isSettled() || m_checks.isRunning() || m_document.isLoading())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            // What a check found, the canvas asks a frame for.
            quiet.start();
            while (quiet.elapsed() < 150)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        } while (!m_canvas->isSettled() || m_checks.isRunning());
        if (m_looking)
            look(true);
    }
    /// One frame, drawn into a picture that must show everything.
    void look(bool settled)
    {
        const QImage picture = m_window.grabWindow();
        ++m_looked;
        if (const qsizetype bare = testing::barePixels(picture, Background); bare > 0)
            fail(u"nothing is drawn at %1 pixels"_s, bare);
        if (m_isDragging || (!settled && m_isTyping))
            return;
        const double differing = testing::coarseDifference(*m_canvas, picture, m_reference.paint(*m_canvas));
        if (differing > WrongShare) {
            fail(u"%1 of the pixels are wrong"_s, differing);
            if (qEnvironmentVariableIsSet("THROUGHLINE_BENCH_PICTURES")) {
                picture.save(u"have-%1.png"_s.arg(m_looked));
                m_reference.paint(*m_canvas).save(u"want-%1.png"_s.arg(m_looked));
            }
        }
    }
    /// A frame that is said to be sharp.
    void lookWhetherSharp()
    {
        const double differing =
            testing::differingShare(*m_canvas, m_window.grabWindow(), m_reference.paint(*m_canvas));
        ++m_looked;
        if (differing > WrongShare)
            fail(u"%1 of the pixels are not sharp"_s, differing);
    }
    void fail(const char* what)
    {
        std::fprintf(stderr, "%d cards, frame %d, zoom %.3f: %s\n", m_cards, m_looked, m_canvas->zoom(), what);
        m_right = false;
    }
    template <typename Number>
    void fail(const QString& what, Number number)
    {
        fail(qPrintable(what.arg(number)));
    }
    /// Does step for each frame; the time is that of the step and of the frame that shows it.
    template <typename Step>
    QJsonObject measure(Step step)
    {
        QList<double> times;
        QElapsedTimer timer;
        const std::clock_t start = std::clock();
        for (int i = 0; i < Frames; ++i) {
            timer.start();
            step(i);
            const double stepMs = double(timer.nsecsElapsed()) / 1e6;
            if (m_looking)
                look(false);
            times += stepMs + (m_looking ? 0 : m_clock->next());
        }
        const double cpuMs = double(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
        settle();
        return summary(times, cpuMs);
    }
    /// In a process of its own: what making the blueprint took does not count as the canvas's memory.
    void writeFile()
    {
        if (QProcess::execute(QCoreApplication::applicationFilePath(), {u"write"_s, QString::number(m_cards), m_path}))
            fail("the file was not written");
    }
    QJsonObject open()
    {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t start = std::clock();
        if (!m_document.openNow(QUrl::fromLocalFile(m_path)))
            fail("the file was not opened");
        m_clock->next();
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        return {{u"ms"_s, rounded(ms)}, {u"cpu"_s, rounded(double(std::clock() - start) * 1000 / CLOCKS_PER_SEC)}};
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button)
    {
        QMouseEvent event(type, at, m_window.mapToGlobal(at), button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_window, &event);
    }
    [[nodiscard]] QVariantMap cardInSight()
    {
        for (int y = 200; y < 700; y += 20) {
            for (int x = 300; x < 1100; x += 20) {
                m_at = QPointF(x, y);
                const QVariantMap element = m_canvas->elementAt(m_at);
                if (element.value(u"kind"_s) == u"card"_s)
                    return element;
            }
        }
        fail("there is no card in sight");
        return {};
    }
    QJsonObject drag()
    {
        (void)cardInSight();
        mouse(QEvent::MouseButtonPress, m_at, Qt::LeftButton);
        m_isDragging = true;
        QJsonObject times =
            measure([this](int i) { mouse(QEvent::MouseMove, m_at + QPointF(5 * i, 2 * i), Qt::NoButton); });
        QElapsedTimer timer;
        timer.start();
        mouse(QEvent::MouseButtonRelease, m_at + QPointF(5 * (Frames - 1), 2 * (Frames - 1)), Qt::LeftButton);
        times[u"drop"_s] = rounded(double(timer.nsecsElapsed()) / 1e6 + m_clock->next());
        // A pointer that rests on a connection lights its thread.
        mouse(QEvent::MouseMove, QPointF(2, 2), Qt::NoButton);
        m_isDragging = false;
        settle();
        timer.start();
        m_document.undo();
        times[u"undoDrop"_s] = rounded(double(timer.nsecsElapsed()) / 1e6 + m_clock->next());
        m_document.clearSelection();
        settle();
        return times;
    }
    QJsonObject type()
    {
        const QString id = cardInSight().value(u"id"_s).toString();
        m_isTyping = true;
        const QJsonObject times = measure([&](int i) {
            m_document.rename(u"card"_s, id, u"Step "_s + u"by step "_s.repeated(1 + i / 8).left(8 * (i / 8) + i % 8));
        });
        m_isTyping = false;
        return times;
    }
    /// In the middle of the blueprint, and taken back, in turn.
    QJsonObject putStepIn()
    {
        return measure([this](int i) {
            if (i % 2 != 0)
                return m_document.undo();
            const Blueprint& blueprint = m_document.blueprint();
            Step step;
            step.id = StepId(mintId(u's'));
            if (!m_document.apply(insertStep(blueprint, step, int(blueprint.steps().size()) / 2), u"New step"_s))
                fail("no step was put in");
        });
    }
    /// From another place to the sharp picture there, the longest of five.
    double jump(double scale)
    {
        double longest = 0;
        for (int i = 1; i <= 5; ++i) {
            const double x = m_canvas->contentWidth() * (i % 2 == 0 ? 0.1 : 0.85) / i;
            at(scale, m_canvas->contentWidth() * 0.4);
            QElapsedTimer timer;
            timer.start();
            m_canvas->setViewX(x);
            m_clock->next();
            while (!m_canvas->isSharp())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
            if (m_looking)
                lookWhetherSharp();
            settle();
        }
        return rounded(longest);
    }

    int m_cards;
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"large.blueprint"_s);
    DocumentController m_document;
    CheckRunner m_checks;
    QQuickWindow m_window;
    CanvasItem* m_canvas = nullptr;
    std::unique_ptr<FrameClock> m_clock;
    testing::ReferencePainter m_reference;
    QPointF m_at{300, 200};
    int m_looked = 0;
    bool m_looking = false;
    bool m_isTyping = false;   ///< what the last check found is out of date
    bool m_isDragging = false; ///< what hangs at the pointer is not in the document
    bool m_right = true;
};

struct Arguments
{
    int cards = 10000;
    QSize size{1280, 800};
    bool openGl = false;
    bool onlyOpen = false;
};

Arguments argumentsFrom(const QStringList& words)
{
    Arguments arguments;
    for (const QString& word : words) {
        const qsizetype cross = word.indexOf(u'x');
        if (word == u"opengl"_s)
            arguments.openGl = true;
        else if (word == u"open"_s)
            arguments.onlyOpen = true;
        else if (cross > 0)
            arguments.size = {word.left(cross).toInt(), word.mid(cross + 1).toInt()};
        else
            arguments.cards = word.toInt();
    }
    return arguments;
}

bool writeLargeFile(int cards, const QString& path)
{
    const QByteArray text = writeBlueprint(testing::largeBlueprint(cards));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace
} // namespace throughline

int main(int argc, char** argv)
{
    using namespace throughline;
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    if (words.size() == 3 && words.first() == u"write"_s)
        return writeLargeFile(words[1].toInt(), words[2]) ? 0 : 1;
    const Arguments arguments = argumentsFrom(words);
    if (!arguments.openGl && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (arguments.openGl)
        qputenv("QSG_RENDER_LOOP", "basic");
    const auto api = arguments.openGl ? QSGRendererInterface::OpenGL : QSGRendererInterface::Software;
    QQuickWindow::setGraphicsApi(api);
    const QGuiApplication application(argc, argv);
    Bench bench(arguments.cards, arguments.size);
    const QJsonObject row = bench.run(api, arguments.onlyOpen);
    std::printf("%s", QJsonDocument(row).toJson(QJsonDocument::Compact).append('\n').constData());
    return bench.isRight() ? 0 : 1;
}
