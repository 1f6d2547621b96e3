// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QQuickWindow>

namespace throughline {

/// Measures how long a window takes from the request of a frame to the frame on the screen.
class FrameClock : public QObject
{
public:
    explicit FrameClock(QQuickWindow& window) : m_window(window)
    {
        window.installEventFilter(this);
        // In the thread of the window: the render loop is not a threaded one.
        connect(
            &window, &QQuickWindow::frameSwapped, this,
            [this] {
                m_ended = m_timer.nsecsElapsed();
                m_done = true;
            },
            Qt::DirectConnection);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest)
            m_timer.start();
        return false;
    }
    /// Asks for a frame and waits for it; its milliseconds.
    double next()
    {
        m_done = false;
        m_timer.start();
        m_window.update();
        while (!m_done)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return double(m_ended) / 1e6;
    }

private:
    QQuickWindow& m_window;
    QElapsedTimer m_timer;
    qint64 m_ended = 0;
    bool m_done = false;
};

} // namespace throughline
