// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/picturenode.h"

#include <QQuickWindow>

namespace throughline {

PictureNode::~PictureNode()
{
    removeAllChildNodes();
    for (const auto& entry : std::as_const(m_entries))
        delete entry->node;
}

void PictureNode::show(const QList<Picture>& pictures, QQuickWindow* window)
{
    for (const auto& entry : std::as_const(m_entries))
        entry->used = false;
    QList<quint64> order;
    order.reserve(pictures.size());
    for (const Picture& picture : pictures) {
        std::shared_ptr<Entry>& entry = m_entries[picture.key];
        if (!entry)
            entry = std::make_shared<Entry>();
        place(*entry, picture, window);
        order += picture.key;
    }
    const bool sameOrder = order == m_order;
    dropUnused();
    if (sameOrder)
        return;
    removeAllChildNodes();
    for (const quint64 key : order)
        appendChildNode(m_entries.value(key)->node);
    m_order = order;
}

void PictureNode::place(Entry& entry, const Picture& picture, QQuickWindow* window)
{
    entry.used = true;
    if (!entry.node) {
        entry.node = window->createImageNode();
        entry.node->setOwnsTexture(false);
        entry.node->setFlag(QSGNode::OwnedByParent, false);
    }
    if (!entry.texture || entry.version != picture.version) {
        const auto flags =
            picture.image.hasAlphaChannel() ? QQuickWindow::TextureHasAlphaChannel : QQuickWindow::TextureIsOpaque;
        std::unique_ptr<QSGTexture> fresh(window->createTextureFromImage(picture.image, flags));
        entry.node->setTexture(fresh.get());
        entry.texture = std::move(fresh);
        entry.version = picture.version;
    }
    const QRectF source = picture.source.isNull() ? QRectF(picture.image.rect()) : picture.source;
    if (entry.node->sourceRect() != source)
        entry.node->setSourceRect(source);
    if (entry.node->rect() != picture.rect)
        entry.node->setRect(picture.rect);
    const auto filtering = picture.smooth ? QSGTexture::Linear : QSGTexture::Nearest;
    if (entry.node->filtering() != filtering)
        entry.node->setFiltering(filtering);
}

void PictureNode::dropUnused()
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if ((*entry)->used) {
            ++entry;
            continue;
        }
        if ((*entry)->node->parent())
            removeChildNode((*entry)->node);
        delete (*entry)->node;
        entry = m_entries.erase(entry);
    }
}

} // namespace throughline
