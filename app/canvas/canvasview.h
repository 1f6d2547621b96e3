// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/framecomposer.h"
#include "app/canvas/hit.h"
#include "app/canvas/imagestore.h"
#include "app/canvas/thread.h"
#include "app/canvas/walk.h"
#include "app/document/checkrunner.h"
#include "app/document/documentcontroller.h"
#include "core/view/shownpart.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace throughline {

/// The state behind the canvas: scene, camera, what is marked; kept up with the document and its check. What tools and
/// keys read and change.
class CanvasView : public QObject
{
    Q_OBJECT

public:
    explicit CanvasView(QObject* parent = nullptr);
    ~CanvasView() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] CheckRunner* checkRunner() const { return m_checkRunner; }
    void setCheckRunner(CheckRunner* runner);
    /// The document's blueprint, whatever part of it is shown: what edits are made for. The previewed one while a patch
    /// is previewed; an empty one without a document.
    [[nodiscard]] const Blueprint& blueprint() const
    {
        return m_document && !m_preview ? m_document->blueprint() : m_scene.blueprint();
    }
    /// What of it is shown.
    [[nodiscard]] const ViewFilter& filter() const { return m_filter; }
    /// Shows another part. What is selected and no longer shown is selected no more. With everything again the view is
    /// where it was before, or if it was moved meanwhile, what was in its middle stays there.
    void setFilter(const ViewFilter& filter);
    [[nodiscard]] const ShownPart& part() const { return m_part; }
    /// Shows elements that a filter or a folded phase leaves out until there is another filter: somebody wants to go
    /// there. lanesWanted() asks for lanes to be hidden no more.
    void ensureShown(const QList<ElementRef>& refs);
    [[nodiscard]] const CanvasScene& scene() const { return m_scene; }
    [[nodiscard]] QList<ElementRef> selection() const;
    void select(const QList<ElementRef>& refs);
    /// The last element selected: what keys act on.
    [[nodiscard]] ElementRef current() const;
    /// A text is typed in place: what could be pulled would lie around it.
    void setTyping(bool typing);
    [[nodiscard]] bool showsHandles() const { return canEdit() && !m_isTyping; }
    [[nodiscard]] bool canEdit() const { return m_document && !m_presenting && !m_preview && m_walk.isEmpty(); }

    [[nodiscard]] QString theme() const { return m_theme; }
    void setTheme(const QString& theme);
    [[nodiscard]] bool isPresenting() const { return m_presenting; }
    void setPresenting(bool presenting);
    [[nodiscard]] bool showHeaders() const { return m_showHeaders; }
    void setShowHeaders(bool show);
    [[nodiscard]] bool showBadges() const { return m_showBadges; }
    void setShowBadges(bool show);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    /// Words of cards that would be smaller than this many logical pixels are left out; 0: none.
    [[nodiscard]] double smallestText() const { return m_smallestText; }
    void setSmallestText(double px);

    /// Size of the item; the viewport is what the headers leave of it.
    void setItemSize(QSizeF size);
    [[nodiscard]] ViewGeometry geometry() const;
    [[nodiscard]] QRectF viewport() const;
    [[nodiscard]] const Camera& camera() const { return m_camera; }
    /// Moves the camera at once and ends a flight.
    void setCamera(const Camera& camera);
    /// Moves smoothly; at once with reduced motion or a duration of 0.
    void fly(const Camera& camera, int durationMs = DefaultFlightMs);
    /// Where a flight is going, or the camera.
    [[nodiscard]] Camera destination() const { return m_flight ? m_flight->to : m_camera; }
    /// The scale that zooming out ends at: everything is seen, with as much room around.
    [[nodiscard]] double leastScale() const;
    /// At 100 %, about the middle of the view, but with nothing seen beside or below the drawing where there is enough
    /// of it to fill the view.
    [[nodiscard]] Camera actualSize() const;
    void zoomBy(double factor, QPointF itemPoint);
    void panBy(QPointF px);
    void fitAll();
    /// ensureShown(), and the least movement that shows them; where they do not fit into the view, the first of them.
    void revealElements(const QList<ElementRef>& refs);
    /// The least movement that shows area.
    void reveal(const QRectF& area, int durationMs = DefaultFlightMs);
    /// The area of as many of the elements, from the first on, as fit into the share of the view at a scale at which no
    /// text is smaller than minTextPx.
    [[nodiscard]] QRectF areaInSight(const QList<ElementRef>& refs, double share, double minTextPx) const;
    /// A camera that shows area large, with a share of the viewport and no text below minTextPx; where there is room
    /// with text of wantedTextPx, but hardly larger.
    [[nodiscard]] Camera framing(const QRectF& area, double share, double minTextPx, double wantedTextPx) const;

    /// What is drawn above the scene. Call overlayChanged() after writing to it.
    [[nodiscard]] OverlayModel& overlay() { return m_overlay; }
    [[nodiscard]] HeaderMarks& marks() { return m_marks; }
    void overlayChanged() { Q_EMIT frameWanted(); }
    /// Leaves out of the scene what the overlay shows instead.
    void setHidden(const QSet<ElementRef>& refs);

    [[nodiscard]] Hit hitAt(QPointF item) const;
    /// The attachment that a card shows at a point of the scene.
    [[nodiscard]] std::optional<Attachment> attachmentAt(const CardId& card, QPointF scene) const;
    [[nodiscard]] ElementRef hovered() const { return m_hovered; }
    void setHovered(const ElementRef& ref);
    /// Lights these and veils the rest; empty: nothing is veiled.
    void setLit(const QSet<ElementRef>& refs);
    /// Lights the thread of what is selected, whatever is pointed at.
    [[nodiscard]] bool isTracing() const { return m_tracing; }
    void setTracing(bool tracing);
    /// The thread of what is selected while it is traced; else an empty one.
    [[nodiscard]] const Thread& trace();

    [[nodiscard]] QString currentFinding() const { return m_finding; }
    void setCurrentFinding(const QString& key);
    [[nodiscard]] QList<ElementRef> spotlight() const { return m_spotlight; }
    void setSpotlight(const QList<ElementRef>& refs);
    [[nodiscard]] double dimming() const { return m_dimming; }
    void setDimming(double dimming);

    /// Shows what a patch of the document would do, as ghosts (core/scene/preview.h), with nothing to edit; the view
    /// stays still where it can. Ends with an empty patch or one that does not fit, with an edit of the document, with
    /// another document.
    void setPreview(const Patch& patch);
    /// Empty when none is shown.
    [[nodiscard]] Patch preview() const { return m_preview ? m_preview->patch : Patch(); }
    [[nodiscard]] bool isPreviewing() const { return m_preview.has_value(); }

    void setFocused(bool focused);

    /// Shows a walk above the scene, and nothing to edit meanwhile; an empty one: none.
    void setWalk(const Walk& walk, bool withMark);
    [[nodiscard]] const Walk& walk() const { return m_walk; }
    /// Where the mark is: the whole part is the stop it left, the rest the share of the way to the next.
    void setWalkPosition(double position);
    [[nodiscard]] double walkPosition() const { return m_walkPosition; }
    /// Moves until the stops from one to another and the way between are in sight; where they are too far apart, the
    /// first two.
    void showWalk(int firstStop, int lastStop, int durationMs);

    /// Steps a flight and makes the pictures of a frame.
    void composeFrame(double dpr);
    [[nodiscard]] const QList<Picture>& pictures() const { return m_composer.pictures(); }

    /// Nothing moves and nothing is left to paint.
    [[nodiscard]] bool isSettled() const
    {
        return !m_flight && !m_rest.isActive() && !m_again.isActive() && !m_framePending && m_images.isSettled();
    }

    /// Nothing moves, and what is in sight is drawn at the full resolution.
    [[nodiscard]] bool isSharp() const { return !m_flight && !m_framePending && m_composer.isSharp(); }

    static constexpr int DefaultFlightMs = 150;

Q_SIGNALS:
    void frameWanted();
    /// The scene looks different somewhere.
    void sceneTouched(const throughline::SceneDirt& dirt);
    void viewChanged();
    void contentChanged();
    void hoveredChanged();
    void selectionChanged();
    /// An empty cell was clicked; row -1: something else that is no element.
    void cellPicked(int row, int column);
    void attachmentWanted(const QString& name, const QString& target);
    void findingChanged();
    void previewChanged();
    void filterChanged();
    /// Hidden lanes are to be shown again.
    void lanesWanted(const QStringList& lanes);
    /// The document changed under the hand: what is being dragged or edited may be gone.
    void documentTouched();
    /// Another document is shown from now on.
    void documentReplaced();
    /// After documentTouched(): what is drawn has followed.
    void documentFollowed();
    /// After documentFollowed(): the change was an earlier edit taken back or done again.
    void retraced(const throughline::Patch& patch);

private:
    struct Flight
    {
        Camera from;
        Camera to;
        QElapsedTimer clock;
        int durationMs = 0;
    };

    struct PreviewState
    {
        Patch patch;
        QList<ElementRef> elements; ///< that it touches
        QSet<CardId> moving;        ///< those of them that stand elsewhere, or nowhere, without it
        Camera camera;              ///< before
        Camera shown;               ///< with it
    };

    /// Where the view was before a filter, which is where it comes back to unless somebody moves it meanwhile.
    struct Unfiltered
    {
        Camera camera;
        Camera filtered; ///< with the filter, unless somebody moved it
    };

    void enterPreview(const Preview& preview, const Patch& patch);
    void leavePreview();
    /// The document was edited, perhaps by the very patch.
    void previewApplied();
    void previewShown();
    /// A camera at which the first of some cards, or else what is in the middle, stays where it was on the screen while
    /// the layout becomes another; never one that moves elsewhere.
    [[nodiscard]] Camera steadied(const Camera& camera, const Layout& before, const QList<CardId>& about,
                                  const QSet<CardId>& moving) const;
    [[nodiscard]] Camera previewSteadied(const Camera& camera, const Layout& before) const;
    /// As much of what a preview touches, from the first on, as fits into the view.
    [[nodiscard]] QRectF previewArea() const;

    void onChanged(const DocumentChange& change);
    void followTop(double down);
    /// Draws what a patch of the part shown changes; edit is the patch of the document that led to it.
    void showChange(const Patch& shown, const Patch& edit);
    void onReset();
    void onFindings();
    /// Where the document's files are may have changed.
    void onFile();
    void onImages(const QSet<QString>& targets);
    /// Shows m_part in place of another.
    void showPart();
    void sceneChanged(const SceneDirt& dirt);
    void place(const Camera& camera);
    void stepFlight();
    void workAhead();
    void showFirst();
    void updateSelectionMarks();
    void updateEvidence();
    void updateTrace();
    void forgetTrace();
    [[nodiscard]] Camera kept(const Camera& camera) const;

    QPointer<DocumentController> m_document;
    QPointer<CheckRunner> m_checkRunner;
    ViewFilter m_filter;
    std::optional<Unfiltered> m_unfiltered;
    ShownPart m_part;
    CanvasScene m_scene;
    ImageStore m_images;
    FrameComposer m_composer{&m_images};
    quint64 m_sceneVersion = 1;
    Camera m_camera;
    std::optional<Flight> m_flight;
    QTimer m_rest;  ///< runs while the scale changes
    QTimer m_again; ///< asks for the frame after the next
    QTimer m_ahead; ///< makes what views from far away will need, while nothing else is to do
    QSizeF m_itemSize;
    OverlayModel m_overlay;
    HeaderMarks m_marks;
    ElementRef m_hovered;
    bool m_isTyping = false;
    QString m_finding;
    std::optional<PreviewState> m_preview;
    QList<ElementRef> m_spotlight;
    double m_dimming = 0;
    Walk m_walk;
    double m_walkPosition = 0;
    bool m_walkMark = false;
    QString m_theme = QStringLiteral("light");
    double m_textScale = 1;
    double m_smallestText = 0;
    Thread m_trace;              ///< lit while nothing else is
    QList<ElementRef> m_traceOf; ///< the elements m_trace is the thread of
    bool m_tracing = false;
    bool m_presenting = false;
    bool m_showHeaders = true;
    bool m_showBadges = true;
    bool m_reducedMotion = false;
    bool m_framePending = false;
    bool m_fitWanted = true; ///< the size or the content is not known yet
};

} // namespace throughline
