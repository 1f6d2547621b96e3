// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPointer>
#include <QQuickPaintedItem>

namespace throughline {

/// A piece of a chart's filling: solid, hatched, dotted or hollow, so that charts are read without colours too. Shown,
/// it is the swatch of a key. Hollow has no filling but an outline.
class NumbersPattern : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    /// "solid", "hatch", "dots" or "hollow".
    Q_PROPERTY(QString pattern READ pattern WRITE setPattern NOTIFY patternChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged)
    /// Between the lines or dots.
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY groundChanged)
    /// The bars it fills: an object with a brush (a BarSet), or null. Not owned.
    Q_PROPERTY(QObject* bars READ bars WRITE setBars NOTIFY barsChanged)

public:
    explicit NumbersPattern(QQuickItem* parent = nullptr);

    [[nodiscard]] QString pattern() const { return m_pattern; }
    void setPattern(const QString& pattern);
    [[nodiscard]] QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    [[nodiscard]] QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);
    [[nodiscard]] QObject* bars() const { return m_bars; }
    void setBars(QObject* bars);
    [[nodiscard]] QBrush brush() const;

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void patternChanged();
    void inkChanged();
    void groundChanged();
    void barsChanged();

private:
    /// Shows what was set.
    void refresh();
    void fillBars();

    QString m_pattern = QStringLiteral("solid");
    QColor m_ink;
    QColor m_ground;
    QPointer<QObject> m_bars;
};

} // namespace throughline
