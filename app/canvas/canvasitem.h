// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/scenedirt.h"
#include "app/canvas/walk.h"
#include "app/document/checkrunner.h"
#include "app/document/documentcontroller.h"

#include <QPointF>
#include <QQuickItem>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace throughline {

class CanvasScene;
struct GridPlace;

/// The drawing: the blueprint of a document, panned, zoomed and edited by mouse, touch and keys, with lane and phase
/// headers that stay in sight. Scene coordinates are points (1/72 inch) of the layout; a scale of 1 draws one point as
/// one logical pixel. References to elements are objects {kind, id} (app/document/elementref.h).
class CanvasItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// "light", "dark", "contrast", "dark-contrast" or "projector".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    /// "select", "card", "connect" or "pan".
    Q_PROPERTY(QString tool READ tool WRITE setTool NOTIFY toolChanged)
    /// Not editable and without handles, hover marks and selection: for presenting.
    Q_PROPERTY(bool presenting READ isPresenting WRITE setPresenting NOTIFY presentingChanged)
    Q_PROPERTY(bool showHeaders READ showHeaders WRITE setShowHeaders NOTIFY presentingChanged)
    Q_PROPERTY(bool showBadges READ showBadges WRITE setShowBadges NOTIFY presentingChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// How large texts of the headers are drawn, 1 to 3; for projectors and for people who need it.
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    /// Words of cards that would be smaller than this many logical pixels are left out; 0: none. For projectors.
    Q_PROPERTY(qreal smallestText READ smallestText WRITE setSmallestText NOTIFY textScaleChanged)
    /// Logical pixels per point, from where everything is seen with as much room around (0.5 at most) to 8.
    Q_PROPERTY(qreal zoom READ zoom WRITE setZoom NOTIFY viewChanged)
    /// The least zoom there is.
    Q_PROPERTY(qreal leastZoom READ leastZoom NOTIFY viewChanged)
    /// The scene point at the top left of the drawing, beside and below the headers.
    Q_PROPERTY(qreal viewX READ viewX WRITE setViewX NOTIFY viewChanged)
    Q_PROPERTY(qreal viewY READ viewY WRITE setViewY NOTIFY viewChanged)
    /// The part of the scene that is in sight, and the whole of it.
    Q_PROPERTY(QRectF visibleScene READ visibleScene NOTIFY viewChanged)
    Q_PROPERTY(qreal contentWidth READ contentWidth NOTIFY contentChanged)
    Q_PROPERTY(qreal contentHeight READ contentHeight NOTIFY contentChanged)
    /// Logical pixels the frozen headers take at the left and at the top.
    Q_PROPERTY(qreal headerWidth READ headerWidth NOTIFY contentChanged)
    Q_PROPERTY(qreal headerHeight READ headerHeight NOTIFY contentChanged)
    /// The element under the pointer; kind "blueprint" for none.
    Q_PROPERTY(QVariantMap hovered READ hovered NOTIFY hoveredChanged)
    /// The finding (its fingerprint) whose evidence is marked; empty for none.
    Q_PROPERTY(QString currentFindingKey READ currentFindingKey WRITE setCurrentFindingKey NOTIFY currentFindingChanged)
    /// Elements left in the light while the rest is dimmed by dimming (0 to 1); empty: nothing is dimmed.
    Q_PROPERTY(QVariantList spotlight READ spotlight WRITE setSpotlight NOTIFY spotlightChanged)
    Q_PROPERTY(qreal dimming READ dimming WRITE setDimming NOTIFY spotlightChanged)
    /// A patch of the document (a throughline::Patch) shown as ghosts instead of being applied, with nothing to edit;
    /// undefined or an empty one: none. It ends by itself with an edit of the document, with another document and with
    /// Escape (previewDismissed() follows).
    Q_PROPERTY(QVariant preview READ preview WRITE setPreview NOTIFY previewChanged)
    Q_PROPERTY(bool previewing READ isPreviewing NOTIFY previewChanged)
    /// The thread of what is selected lies in the light: what leads to it, and what it leads to.
    Q_PROPERTY(bool tracing READ isTracing WRITE setTracing NOTIFY tracingChanged)
    /// What of the document is shown (a throughline::ViewFilter); undefined: all of it.
    Q_PROPERTY(QVariant filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// How many lanes and cards of the document are left out of the drawing.
    Q_PROPERTY(int leftOutLanes READ leftOutLanes NOTIFY filterChanged)
    Q_PROPERTY(int leftOutCards READ leftOutCards NOTIFY filterChanged)
    /// Something is dragged over the drawing; not the view itself.
    Q_PROPERTY(bool dragging READ isDragging NOTIFY draggingChanged)
    /// A text is being edited in place: the shell shows its text area.
    Q_PROPERTY(bool editing READ isEditing NOTIFY editingChanged)
    /// The element that keys act on, in words: "Waiter, step 5, Take the order".
    Q_PROPERTY(QString description READ description NOTIFY descriptionChanged)
    /// What the next keys would do there, for those who do not know yet; empty where there is nothing to say.
    Q_PROPERTY(QString hint READ hint NOTIFY descriptionChanged)
    /// What the pointer is on, for a tooltip: "Unfold phase: 4 steps, 12 cards", a name that is cut; empty for
    /// the rest. And where the pointer is, in the item.
    Q_PROPERTY(QString tip READ tip NOTIFY tipChanged)
    Q_PROPERTY(QPointF tipPlace READ tipPlace NOTIFY tipChanged)
    /// A click there folds or unfolds.
    Q_PROPERTY(bool tipFolds READ tipFolds NOTIFY tipChanged)
    /// Keys act on an empty cell.
    Q_PROPERTY(bool onCell READ isOnCell NOTIFY descriptionChanged)
    /// What the curve of that cell can say, {text, value, present}, "value" undefined for nothing; empty where there is
    /// no curve.
    Q_PROPERTY(QVariantList curveValues READ curveValues NOTIFY descriptionChanged)
    /// How the text edited in place looks where it is drawn: {inset: point to its first letter from the corner of the
    /// field, covers: the field lies on its card exactly, paper: colour of the card, quiet: it is drawn in thin
    /// letters}.
    Q_PROPERTY(QVariantMap editLook READ editLook NOTIFY editingChanged)
    /// The keyboard came by a key and has no element or cell to act on, which would be marked.
    Q_PROPERTY(bool focusUnmarked READ isFocusUnmarked NOTIFY descriptionChanged)

public:
    explicit CanvasItem(QQuickItem* parent = nullptr);
    ~CanvasItem() override;

    [[nodiscard]] DocumentController* document() const;
    void setDocument(DocumentController* document);
    [[nodiscard]] CheckRunner* checkRunner() const;
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] QString theme() const;
    void setTheme(const QString& theme);
    [[nodiscard]] QString tool() const;
    void setTool(const QString& tool);
    [[nodiscard]] bool isPresenting() const;
    void setPresenting(bool presenting);
    [[nodiscard]] bool showHeaders() const;
    void setShowHeaders(bool show);
    [[nodiscard]] bool showBadges() const;
    void setShowBadges(bool show);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] qreal textScale() const;
    void setTextScale(qreal scale);
    [[nodiscard]] qreal smallestText() const;
    void setSmallestText(qreal px);
    [[nodiscard]] qreal zoom() const;
    [[nodiscard]] qreal leastZoom() const;
    void setZoom(qreal zoom);
    [[nodiscard]] qreal viewX() const;
    void setViewX(qreal x);
    [[nodiscard]] qreal viewY() const;
    void setViewY(qreal y);
    [[nodiscard]] QRectF visibleScene() const;
    [[nodiscard]] qreal contentWidth() const;
    [[nodiscard]] qreal contentHeight() const;
    [[nodiscard]] qreal headerWidth() const;
    [[nodiscard]] qreal headerHeight() const;
    [[nodiscard]] QVariantMap hovered() const;
    [[nodiscard]] QString currentFindingKey() const;
    void setCurrentFindingKey(const QString& key);
    [[nodiscard]] QVariantList spotlight() const;
    void setSpotlight(const QVariantList& refs);
    [[nodiscard]] qreal dimming() const;
    void setDimming(qreal dimming);
    [[nodiscard]] QVariant preview() const;
    void setPreview(const QVariant& patch);
    void setPreview(const Patch& patch);
    Q_INVOKABLE void clearPreview();
    [[nodiscard]] bool isPreviewing() const;
    [[nodiscard]] bool isTracing() const;
    void setTracing(bool tracing);
    [[nodiscard]] QVariant filter() const;
    void setFilter(const QVariant& filter);
    [[nodiscard]] int leftOutLanes() const;
    [[nodiscard]] int leftOutCards() const;
    [[nodiscard]] bool isDragging() const;
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] QVariantMap editLook() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString tip() const;
    [[nodiscard]] QPointF tipPlace() const;
    [[nodiscard]] bool tipFolds() const;
    [[nodiscard]] bool isOnCell() const;
    [[nodiscard]] QVariantList curveValues() const;
    [[nodiscard]] bool isFocusUnmarked() const;
    /// Nothing moves and nothing is left to paint.
    [[nodiscard]] bool isSettled() const;
    /// Nothing moves, and what is in sight is drawn at the full resolution.
    [[nodiscard]] bool isSharp() const;

    Q_INVOKABLE void fitAll();
    Q_INVOKABLE void zoomTo100();
    Q_INVOKABLE void zoomToSelection();
    /// Zooms by factor; the point (in item coordinates) keeps its place.
    Q_INVOKABLE void zoomBy(qreal factor, const QPointF& point);
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    /// Moves the view by logical pixels.
    Q_INVOKABLE void panBy(qreal dx, qreal dy);
    /// Moves until a point of the scene is in the middle of the view, as near as the drawing allows.
    void lookAt(const QPointF& point, bool smoothly);
    /// Moves smoothly until the elements are in sight; zooms only as far as needed to show and read them.
    Q_INVOKABLE void flyTo(const QVariantList& refs);
    /// Moves smoothly until the elements fill the share (0 to 1) of the view, with no text smaller than minTextPx
    /// and, where there is room, of wantedTextPx; where there is none for all of them, the first ones are shown.
    Q_INVOKABLE void frame(const QVariantList& refs, qreal share, qreal minTextPx, qreal wantedTextPx,
                           int durationMs = 150);
    /// Shows a walk above the drawing, with its mark or without, and nothing to edit meanwhile; an empty one: none.
    void setWalk(const Walk& walk, bool withMark);
    [[nodiscard]] const Walk& walk() const;
    /// Where the mark is: the whole part is the stop it left, the rest the share of the way to the next.
    void setWalkPosition(qreal position);
    [[nodiscard]] qreal walkPosition() const;
    /// Moves smoothly until the stops from one to another are in sight; where they are too far apart, the first two.
    void showWalk(int firstStop, int lastStop, int durationMs);
    /// The least movement that shows the element.
    Q_INVOKABLE void reveal(const QString& kind, const QString& id);

    /// Begins to edit the title or name of an element in place: editRequested() follows. False where there is none.
    Q_INVOKABLE bool beginEdit(const QString& kind, const QString& id);
    /// Keeps what was typed. key: the key that ended it ("return", "ask", "tab", "backtab"), which may go on to the
    /// next card.
    Q_INVOKABLE void commitEdit(const QString& text, const QString& key = {});
    /// Keeps what was typed while the keyboard is elsewhere already: nothing more is asked for.
    Q_INVOKABLE void leaveEdit(const QString& text);
    /// Keeps what is typed so far; the edit goes on.
    Q_INVOKABLE void keepEdit(const QString& text);
    /// The same while typing goes on, as one step with the rest of it.
    Q_INVOKABLE void keepTyping(const QString& text);
    Q_INVOKABLE void cancelEdit();
    /// Keeps what is being typed, as it is now: editFinishing() asks for it.
    Q_INVOKABLE void finishEdit();
    /// Keys on the drawing as commands, for menus and the command palette: "next-card", "answering-card", "card-below",
    /// "edit", "delete", "connect", … False when it makes no sense now.
    Q_INVOKABLE bool perform(const QString& command);
    /// Gives the point of the curve that keys act on a value of curveValues.
    Q_INVOKABLE bool setCurveValue(const QVariant& value);

    /// Where elements are in the item, in logical pixels; empty when none exists.
    Q_INVOKABLE QRectF rectOf(const QVariantList& refs) const;
    [[nodiscard]] QRectF rectOf(const QList<ElementRef>& refs) const;
    /// What is drawn, for those who say it in words.
    [[nodiscard]] const CanvasScene& scene() const;
    /// What keys act on: the last element selected, or an empty cell.
    [[nodiscard]] GridPlace place() const;
    /// The cards and connections marked as what the current finding rests on.
    [[nodiscard]] const QList<ElementRef>& evidence() const;
    /// Where a cell of the grid is in the item, in logical pixels.
    [[nodiscard]] QRectF rectOfCell(int row, int column) const;
    /// The element at a point of the item.
    Q_INVOKABLE QVariantMap elementAt(const QPointF& point) const;

    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void documentChanged();
    void checkRunnerChanged();
    void themeChanged();
    void toolChanged();
    void presentingChanged();
    void reducedMotionChanged();
    void textScaleChanged();
    void viewChanged();
    void contentChanged();
    void hoveredChanged();
    void currentFindingChanged();
    void spotlightChanged();
    void previewChanged();
    /// A preview was ended by the user, from the keyboard.
    void previewDismissed();
    void tracingChanged();
    void filterChanged();
    /// Somebody goes to something in hidden lanes: they are to be shown again. Where nobody does so, they are shown
    /// until there is another filter.
    void lanesWanted(const QStringList& lanes);
    void draggingChanged();
    void tipChanged();
    /// The scene looks different somewhere.
    void sceneTouched(const throughline::SceneDirt& dirt);
    void editingChanged();
    void descriptionChanged();
    /// Somebody wants to open an attachment: Ctrl and a click on it, or by key.
    void attachmentActivated(const QString& name, const QString& target);
    /// The shell shows a text area over rect (item coordinates) with text, selected, at fontPx logical pixels, and
    /// calls commitEdit(), leaveEdit() or cancelEdit(). While the view moves, editMoved() says where it is now.
    /// firstKey: what was typed to begin; empty when the present text is to be edited.
    void editRequested(const QVariantMap& ref, const QRectF& rect, const QString& text, qreal fontPx,
                       const QString& firstKey);
    void editMoved(const QRectF& rect, qreal fontPx);
    /// The shell is to call leaveEdit() at once.
    void editFinishing();
    /// A right click or the menu key on an element (or on kind "blueprint"), at a point of the item.
    void contextMenuRequested(const QVariantMap& ref, const QPointF& pos);
    /// A click on the badge of a finding.
    void findingActivated(const QString& key);

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;
    bool event(QEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void hoverEnterEvent(QHoverEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void touchEvent(QTouchEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Parts;

    void connectParts();
    /// Ends what is in progress: a drag, something begun with keys or clicks, and then the tool.
    bool leave();
    void wantFrame();
    void onBadgeClicked(const ElementRef& ref);

    std::unique_ptr<Parts> m_parts;
    bool m_composing = false;
};

} // namespace throughline
