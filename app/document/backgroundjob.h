// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

#include <functional>
#include <optional>
#include <utility>

namespace throughline {

/// Runs one piece of work at a time in a worker and hands its value back in the thread of context. The latest wins: the
/// value of work that was started before the last start() or cancel() is dropped, and of several starts while one runs
/// only the last is run. Work may touch only what it holds by value. Must not outlive context; make it a member of it.
template <typename Value>
class BackgroundJob
{
public:
    using Work = std::function<Value()>;
    using Done = std::function<void(const Value&)>;

    explicit BackgroundJob(QObject* context)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, context, [this] { finish(); });
    }
    Q_DISABLE_COPY_MOVE(BackgroundJob)

    void start(Work work, Done done)
    {
        m_next = Task{std::move(work), std::move(done)};
        m_wanted = true;
        if (!m_running)
            runNext();
    }
    /// Forgets what runs and what waits; done is not called.
    void cancel()
    {
        m_next.reset();
        m_wanted = false;
    }
    /// True while a value is still to come.
    [[nodiscard]] bool isActive() const { return m_wanted; }

private:
    struct Task
    {
        Work work;
        Done done;
    };

    void runNext()
    {
        m_done = std::move(m_next->done);
        m_running = true;
        m_watcher.setFuture(QtConcurrent::run(std::exchange(m_next, std::nullopt)->work));
    }
    void finish()
    {
        m_running = false;
        if (m_next) {
            runNext();
        } else if (m_wanted) {
            m_wanted = false;
            // Done may start the next piece of work.
            const Done done = std::exchange(m_done, nullptr);
            done(m_watcher.result());
        }
    }

    QFutureWatcher<Value> m_watcher;
    std::optional<Task> m_next;
    Done m_done;
    bool m_running = false;
    bool m_wanted = false;
};

} // namespace throughline
