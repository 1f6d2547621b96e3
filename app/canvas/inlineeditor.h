// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasview.h"
#include "core/edit/noteoperations.h"

#include <QColor>
#include <QObject>

namespace throughline {

/// Editing the title or name of an element in place. The text field itself belongs to the window; this says where it
/// stands and what it holds, and takes what was typed.
class InlineEditor : public QObject
{
    Q_OBJECT

public:
    explicit InlineEditor(CanvasView& view, QObject* parent = nullptr);

    [[nodiscard]] bool isActive() const { return m_ref.kind != ElementKind::Blueprint; }
    [[nodiscard]] const ElementRef& ref() const { return m_ref; }
    /// Shows the element and asks for a text field on it; what was being typed elsewhere is kept. firstKey replaces the
    /// present text. fresh: the element was just made; one undo step makes and names it, and cancelling takes it back.
    bool begin(const ElementRef& ref, const QString& firstKey = {}, bool fresh = false);
    /// Asks for a remark on a card: one more pain point or opportunity, or its note.
    bool beginRemark(const CardId& card, Remark remark);
    /// What is being written, when it is not a title or a name.
    [[nodiscard]] std::optional<Remark> remark() const { return m_remark; }
    /// Asks for the names of elements that were made together, one after the other: one undo step makes and names all
    /// of them, and cancelling any takes all back. False when none has a name to edit.
    bool beginFresh(const QList<ElementRef>& refs);
    /// The names still to be asked for are left as they are.
    void stopAfterThis() { m_next.clear(); }
    void commit(const QString& text);
    /// Who typed clicks elsewhere in the drawing: what was typed is kept, a new card without a word is taken back.
    void leave(const QString& text);
    /// A new card alone is being named: taking it back takes nothing else with it.
    [[nodiscard]] bool namesNewCard() const
    {
        return isFresh() && !m_isTail && !m_remark && m_ref.kind == ElementKind::Card;
    }
    /// Keeps what is typed so far and goes on: a new element is still named in the step that made it.
    void keep(const QString& text);
    /// The same while it is still being typed, so that little of it is ever on the screen alone. All that is kept so is
    /// one undo step, and cancelling takes it back. The name of what is asked for waits for its end: each name is a
    /// request of the blueprint.
    void keepTyping(const QString& text);
    void cancel();
    /// Forgets what is being typed: its document is gone.
    void drop();
    /// Keeps what is being typed, at once; nothing more is asked for.
    void finish();
    /// The element being named was just made, and nothing has happened since.
    [[nodiscard]] bool isFresh() const;
    /// Follows the view.
    void viewMoved();
    /// From the corner of the text field to its first letter, in logical pixels: on a card where its title is drawn.
    [[nodiscard]] QPointF inset() const;
    /// The text field lies on its card exactly and needs no frame of its own.
    [[nodiscard]] bool coversCard() const;
    /// What lies below the text, and whether it is drawn in thin letters.
    [[nodiscard]] QColor paper() const;
    [[nodiscard]] bool isQuiet() const;

Q_SIGNALS:
    void requested(const throughline::ElementRef& ref, const QRectF& rect, const QString& text, double fontPx,
                   const QString& firstKey);
    void moved(const QRectF& rect, double fontPx);
    void activeChanged();
    /// Who has the text is to commit it now.
    void finishing();
    /// A new element is about to be taken back, and has been.
    void takingBack();
    void takenBack();

private:
    [[nodiscard]] QRectF rect() const;
    /// The card in the layout whose title is edited; nothing for a remark or another element.
    [[nodiscard]] std::optional<LayoutCard> titledCard() const;
    [[nodiscard]] QRectF writtenSlip() const;
    [[nodiscard]] QRectF remarkRect() const;
    /// Where the words of the connection stand, or would stand (scene).
    [[nodiscard]] QPointF labelPoint() const;
    [[nodiscard]] double fontPx() const;
    [[nodiscard]] QString text() const;
    /// The patch that writes the text where it belongs, as the name of the element or a remark on it, and what people
    /// call that.
    [[nodiscard]] std::pair<Result<Patch>, QString> writing(const QString& text) const;
    /// Writes, and goes on with the last step or makes one of its own. False: there is nothing new, or it is refused.
    bool write(const Result<Patch>& written, const QString& what, bool goesOn);
    /// A text that is still being typed was kept in the last step, and nothing has happened since.
    [[nodiscard]] bool isKept() const;
    void end();

    CanvasView& m_view;
    ElementRef m_ref;
    std::optional<Remark> m_remark;
    qsizetype m_remarksBefore = 0; ///< those of its kind that stand before it on the card
    QList<ElementRef> m_next;
    bool m_fresh = false;
    bool m_isTail = false; ///< others that were made with it have been named before
    quint64 m_freshRevision = 0;
    std::optional<quint64> m_keptRevision; ///< of the document, when a text was kept that is still being typed
};

} // namespace throughline
