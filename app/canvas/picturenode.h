// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QSGImageNode>
#include <QSGNode>
#include <QSGTexture>

#include <memory>

class QQuickWindow;

namespace throughline {

/// One picture as the scene graph shall show it. key names it over time, version says when its image is another one.
struct Picture
{
    quint64 key = 0;
    quint64 version = 0;
    QImage image;
    QRectF source; ///< part of the image that is shown, in its pixels; null: all of it
    QRectF rect;   ///< where, in logical pixels of the item
    bool smooth = false;
};

/// Shows pictures one above the other with image nodes, which look the same on every back end of the scene graph. Lives
/// in the render thread. A transform node, because the software renderer forgets where plain nodes stand when it adds
/// to them.
class PictureNode : public QSGTransformNode
{
public:
    PictureNode() = default;
    ~PictureNode() override;
    Q_DISABLE_COPY_MOVE(PictureNode)

    /// Shows exactly these, the first at the bottom. Pictures that are known by key and version keep their texture.
    void show(const QList<Picture>& pictures, QQuickWindow* window);

private:
    struct Entry
    {
        QSGImageNode* node = nullptr;
        std::unique_ptr<QSGTexture> texture;
        quint64 version = 0;
        bool used = false;
    };

    void place(Entry& entry, const Picture& picture, QQuickWindow* window);
    void dropUnused();

    QHash<quint64, std::shared_ptr<Entry>> m_entries;
    QList<quint64> m_order;
};

} // namespace throughline
