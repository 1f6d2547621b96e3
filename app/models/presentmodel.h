// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "app/models/viewsmodel.h"
#include "core/view/excerpt.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace throughline {

/// The stops of a presentation: the whole blueprint, each phase, each open finding; what the caption says at each, and
/// what the camera and the spotlight show.
class PresentModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// What of the document is shown; null: all of it.
    Q_PROPERTY(throughline::ViewsModel* views READ views WRITE setViews NOTIFY checkRunnerChanged)
    Q_PROPERTY(int count READ count NOTIFY stopsChanged)
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY indexChanged)
    /// "overview", "phase" or "finding".
    Q_PROPERTY(QString kind READ kind NOTIFY indexChanged)
    /// What stands in the badge: the number of a finding or of a phase; empty at the overview.
    Q_PROPERTY(QString number READ number NOTIFY indexChanged)
    /// "error", "warning", "hint" at a finding; empty elsewhere.
    Q_PROPERTY(QString severity READ severity NOTIFY indexChanged)
    Q_PROPERTY(QString title READ title NOTIFY indexChanged)
    Q_PROPERTY(QString text READ text NOTIFY indexChanged)
    /// "Dinner for two · Order".
    Q_PROPERTY(QString place READ place NOTIFY indexChanged)
    /// The elements the camera shows, as objects {kind, id}; empty: everything.
    Q_PROPERTY(QVariantList elements READ elements NOTIFY indexChanged)
    /// The elements in the light; empty: no spotlight.
    Q_PROPERTY(QVariantList lit READ lit NOTIFY indexChanged)
    /// The fingerprint of the finding spoken of; empty elsewhere.
    Q_PROPERTY(QString findingKey READ findingKey NOTIFY indexChanged)

public:
    explicit PresentModel(QObject* parent = nullptr);

    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] ViewsModel* views() const { return m_views; }
    void setViews(ViewsModel* views);
    [[nodiscard]] int count() const { return int(m_stops.size()); }
    [[nodiscard]] int index() const { return m_index; }
    /// Kept within the stops.
    void setIndex(int index);
    [[nodiscard]] QString kind() const { return current().kind; }
    [[nodiscard]] QString number() const { return current().number; }
    [[nodiscard]] QString severity() const { return current().severity; }
    [[nodiscard]] QString title() const { return current().title; }
    [[nodiscard]] QString text() const { return current().text; }
    [[nodiscard]] QString place() const { return current().place; }
    [[nodiscard]] QVariantList elements() const { return toVariant(current().elements); }
    [[nodiscard]] QVariantList lit() const { return toVariant(current().lit); }
    [[nodiscard]] QString findingKey() const { return current().findingKey; }

    /// The stop of a finding, or of the phase an element is in; 0 when there is none.
    Q_INVOKABLE int stopOf(const QString& findingKey) const;
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();

Q_SIGNALS:
    void checkRunnerChanged();
    void stopsChanged();
    void indexChanged();

private:
    struct Stop
    {
        QString kind;
        QString number;
        QString severity;
        QString title;
        QString text;
        QString place;
        QList<ElementRef> elements;
        QList<ElementRef> lit;
        QString findingKey;
    };

    [[nodiscard]] const Stop& current() const;
    [[nodiscard]] const Blueprint& shown() const;
    /// The filter shows some things and fades the others.
    [[nodiscard]] bool fades() const;
    [[nodiscard]] bool isFaded(const ElementRef& ref) const;
    void rebuild();
    [[nodiscard]] Stop overview() const;
    [[nodiscard]] QList<Stop> phaseStops() const;
    /// The cards are those of its steps, from left to right.
    [[nodiscard]] Stop phaseStop(const Phase& phase, const QList<Card>& cards) const;
    [[nodiscard]] Stop findingStop(qsizetype index, int number) const;
    [[nodiscard]] QString summary() const;

    QPointer<CheckRunner> m_runner;
    QPointer<ViewsModel> m_views;
    std::optional<Excerpt> m_excerpt; ///< while something is left out
    QList<Stop> m_stops;
    int m_index = 0;
};

} // namespace throughline
