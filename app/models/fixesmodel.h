// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "core/fix/fixes.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The ways to mend one finding, best first, with what each would do. Worked out in the background on a copy of the
/// document after each check; what was worked out for an older document is dropped. One of them may be previewed, and
/// one is shown with what it does.
class FixesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// The finding that is to be mended; empty: none, and nothing is worked out.
    Q_PROPERTY(QString findingKey READ findingKey WRITE setFindingKey NOTIFY findingKeyChanged)
    Q_PROPERTY(int count READ count NOTIFY fixesChanged)
    /// The ways are known, be it that there are none.
    Q_PROPERTY(bool ready READ isReady NOTIFY fixesChanged)
    /// They are being worked out for longer than one waits without a word (300 ms).
    Q_PROPERTY(bool slow READ isSlow NOTIFY slowChanged)
    /// The row drawn as a preview on the canvas; -1: none.
    Q_PROPERTY(int previewed READ previewed WRITE setPreviewed NOTIFY previewChanged)
    /// Its patch, for the canvas; invalid when there is none that fits the document as it is.
    Q_PROPERTY(QVariant previewedPatch READ previewedPatch NOTIFY previewChanged)
    /// The row whose effect is told: the one previewed last, at first the best.
    Q_PROPERTY(int shown READ shown NOTIFY shownChanged)
    /// "Mends 2 findings, opens none."
    Q_PROPERTY(QString effect READ effect NOTIFY shownChanged)
    /// The titles of the other findings it mends, and of those it opens.
    Q_PROPERTY(QStringList alsoMended READ alsoMended NOTIFY shownChanged)
    Q_PROPERTY(QStringList opened READ opened NOTIFY shownChanged)
    /// The numbers it changes, most telling first: objects {title, meaning, before, after, verdict, verdictText}.
    Q_PROPERTY(QVariantList numbers READ numbers NOTIFY shownChanged)

public:
    enum Role { TextRole = Qt::UserRole + 1, FixIdRole };

    explicit FixesModel(QObject* parent = nullptr);

    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] QString findingKey() const { return m_key; }
    void setFindingKey(const QString& key);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isSlow() const { return m_slow; }
    [[nodiscard]] int previewed() const { return m_previewed; }
    void setPreviewed(int row);
    [[nodiscard]] QVariant previewedPatch() const;
    [[nodiscard]] int shown() const { return m_shown; }
    [[nodiscard]] QString effect() const;
    [[nodiscard]] QStringList alsoMended() const;
    [[nodiscard]] QStringList opened() const;
    [[nodiscard]] QVariantList numbers() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Applies a fix as one undo step. Where the document has changed since the fixes were worked out, it is applied as
    /// soon as they are known again, if it is still among them. False when there is no such row.
    Q_INVOKABLE bool apply(int row);
    /// Works the fixes out now and waits: for tests.
    void runNow();

Q_SIGNALS:
    void checkRunnerChanged();
    void findingKeyChanged();
    void fixesChanged();
    void slowChanged();
    void previewChanged();
    void shownChanged();
    /// A fix was applied: the title of the finding it mended, and the key of the finding that comes next, or none.
    void applied(const QString& title, const QString& next);

private:
    struct Row
    {
        Fix fix;
        QVariantList numbers;
    };

    static QList<Row> workOut(const Blueprint& blueprint, const Finding& finding, const CheckOptions& options);
    void followDocument();
    void noteChange();
    void refresh();
    void clear();
    void take(const QList<Row>& rows);
    void setSlow(bool slow);
    void applyNow(const Fix& fix);
    [[nodiscard]] const Finding* finding() const;
    [[nodiscard]] bool resultIsFresh() const;
    [[nodiscard]] QString keyAfter(const Fix& fix) const;
    [[nodiscard]] const Row* shownRow() const;

    QPointer<CheckRunner> m_runner;
    QPointer<DocumentController> m_document;
    QString m_key;
    QList<Row> m_rows;
    QString m_wanted; ///< the text of a fix that is to be applied when the fixes are known again
    quint64 m_revision = 0;
    int m_previewed = -1;
    int m_shown = 0;
    bool m_ready = false;
    bool m_slow = false;
    QTimer m_patience;
    BackgroundJob<QList<Row>> m_job{this};
};

} // namespace throughline
