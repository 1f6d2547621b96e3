// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/canvas/mappicture.h"

#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The whole of what a canvas shows, small: a click goes there, a drag moves the view, the wheel and the keys + and -
/// zoom, arrow keys move. Painted a while after the last change, in slices while the canvas rests, and only where
/// something changed; moving the view paints nothing.
class MiniMap : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CanvasItem* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged)
    /// The most room there is for the map, in logical pixels; the implicit size is what it takes of it.
    Q_PROPERTY(QSizeF room READ room WRITE setRoom NOTIFY roomChanged)
    /// What of the drawing is in sight, in the coordinates of this item.
    Q_PROPERTY(QRectF seen READ seen NOTIFY seenChanged)
    /// Not everything is in sight.
    Q_PROPERTY(bool useful READ isUseful NOTIFY usefulChanged)
    /// It lies above the card or the cell that keys act on, or what is being written.
    Q_PROPERTY(bool covering READ isCovering NOTIFY coveringChanged)
    /// What is in sight, in words: "Steps 3 to 9 of 24, lanes 1 to 5 of 8".
    Q_PROPERTY(QString description READ description NOTIFY seenChanged)

public:
    explicit MiniMap(QQuickItem* parent = nullptr);

    [[nodiscard]] CanvasItem* canvas() const { return m_canvas; }
    void setCanvas(CanvasItem* canvas);
    [[nodiscard]] QSizeF room() const { return m_room; }
    void setRoom(QSizeF room);
    [[nodiscard]] QRectF seen() const;
    [[nodiscard]] bool isUseful() const { return m_useful; }
    [[nodiscard]] bool isCovering() const { return m_covering; }
    [[nodiscard]] QString description() const;
    /// Nothing is left to paint, or nobody sees it.
    [[nodiscard]] bool isSettled() const { return !m_rest.isActive(); }
    [[nodiscard]] const MapPicture& picture() const { return m_picture; }
    /// A point of this item for one of the scene, and back.
    [[nodiscard]] QPointF toMap(QPointF scene) const;
    [[nodiscard]] QPointF toScene(QPointF map) const;

Q_SIGNALS:
    void canvasChanged();
    void roomChanged();
    void seenChanged();
    void usefulChanged();
    void coveringChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void onViewChanged();
    void onContentChanged();
    void onTouched(const SceneDirt& dirt);
    void updateCovering();
    void updateSize();
    void rest();
    void paintSome();
    [[nodiscard]] QRectF content() const;
    [[nodiscard]] QList<QRectF> lookedAt() const;

    QPointer<CanvasItem> m_canvas;
    QSizeF m_room{200, 120};
    MapPicture m_picture;
    quint64 m_version = 0; ///< of the picture shown
    QTimer m_rest;         ///< runs while there is something to paint
    QPointF m_grip;        ///< where the frame was taken, from its middle, in points of the scene
    bool m_useful = false;
    bool m_covering = false;
};

} // namespace throughline
