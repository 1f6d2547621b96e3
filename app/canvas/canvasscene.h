// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/farmap.h"
#include "app/canvas/scenedirt.h"
#include "app/document/elementref.h"
#include "core/check/finding.h"
#include "core/layout/gridlayout.h"
#include "core/model/patch.h"
#include "core/render/qttextmeasurer.h"
#include "core/scene/scenebuilder.h"

#include <memory>

namespace throughline {

/// The blueprint that the canvas shows, laid out and themed, kept up with the document patch by patch.
class CanvasScene
{
public:
    CanvasScene();

    /// "light", "dark", "contrast", "dark-contrast" or "projector". Lays out anew where the theme's typeface is another
    /// one.
    void setTheme(const QString& name);
    void reset(const Blueprint& blueprint);
    /// Shows another blueprint with what a preview says of its elements; with no marks: as it is. Everything is dirty.
    void show(const Blueprint& blueprint, const QHash<ElementRef, PreviewMark>& marks);
    /// Takes over after, which patch made from the blueprint shown; tells what looks different.
    [[nodiscard]] SceneDirt update(const Blueprint& after, const Patch& patch);
    /// Shows the numbers of findings.
    [[nodiscard]] SceneDirt setFindings(const QList<Finding>& findings);
    [[nodiscard]] SceneDirt setShowBadges(bool show);
    /// Leaves elements out of the picture while something else shows them.
    [[nodiscard]] SceneDirt setHidden(const QSet<ElementRef>& hidden);
    /// What the headers of folded lanes and phases say they hold.
    void setFolds(const FoldCounts& folds);
    /// Fades everything but these; empty: nothing. Tells what looks different.
    SceneDirt setLit(const QSet<ElementRef>& lit);

    [[nodiscard]] const Blueprint& blueprint() const { return m_blueprint; }
    [[nodiscard]] const Layout& layout() const { return m_layout; }
    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    [[nodiscard]] const Typeface& typeface() const { return m_typeface; }
    [[nodiscard]] const TextMeasurer& measurer() const { return *m_measurer; }
    [[nodiscard]] const SceneOptions& options() const { return m_shown; }
    /// For use at once: it refers to this scene.
    [[nodiscard]] SceneBuilder builder() const;
    [[nodiscard]] SceneBuilder builder(const SceneOptions& options) const;

    /// The grid and the tray, without headers: what panning and fitting are about.
    [[nodiscard]] QRectF content() const;
    /// Where an element is drawn; a lane or step: its cells in the grid, not its header. Null for what is not drawn.
    [[nodiscard]] QRectF areaOf(const ElementRef& ref) const;
    [[nodiscard]] QRectF areaOf(const QList<ElementRef>& refs) const;
    /// The colour of the department that acts on a card.
    [[nodiscard]] Rgba stripeOf(const Card& card) const;

    /// What is drawn from far away.
    [[nodiscard]] const FarMap& farMap() const { return m_far; }
    /// Makes some of farMap() ahead, for about so many milliseconds; true when all of it is there.
    [[nodiscard]] bool prepareFar(double ms) const { return m_far.prepare(*this, m_layout.bounds(), ms); }

private:
    void relayout();
    void applyOptions();
    [[nodiscard]] QList<QRectF> areasOf(const QSet<ElementRef>& refs) const;
    [[nodiscard]] static QList<QRectF> areasOf(const LayoutChange& change, const QRectF& all);

    Blueprint m_blueprint;
    const Theme* m_theme;
    Typeface m_typeface;
    std::unique_ptr<QtTextMeasurer> m_measurer;
    Layout m_layout;
    SceneOptions m_found; ///< as the findings say
    SceneOptions m_shown;
    QSet<ElementRef> m_hidden;
    QSet<ElementRef> m_lit;
    FoldCounts m_folds;
    QHash<ElementRef, PreviewMark> m_previewed;
    bool m_showBadges = true;
    FarMap m_far;
};

} // namespace throughline
