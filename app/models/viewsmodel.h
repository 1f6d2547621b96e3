// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "app/document/documentcontroller.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// What of a document a window shows, and the views the document keeps: filters by name. The filter belongs to the
/// window and is forgotten with it; saving, renaming and deleting a view is an edit of the document, one undo step.
class ViewsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Whose findings there are; may be null.
    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY documentChanged)
    /// A throughline::ViewFilter, for canvases.
    Q_PROPERTY(QVariant filter READ filterVariant NOTIFY filterChanged)
    /// Something is asked for or hidden.
    Q_PROPERTY(bool active READ isActive NOTIFY filterChanged)
    /// What does not match is left out rather than faded.
    Q_PROPERTY(bool hidesRest READ hidesRest WRITE setHidesRest NOTIFY filterChanged)
    /// What can be asked for: objects {value, text}; rules: those that found something, or are asked for.
    Q_PROPERTY(QVariantList departments READ departments NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList roles READ roles NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList phases READ phases NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList rules READ rules NOTIFY choicesChanged)
    Q_PROPERTY(QVariantList lanes READ lanes NOTIFY choicesChanged)
    /// What is asked for, as lists of values; and the lanes that are hidden.
    Q_PROPERTY(QStringList chosenDepartments READ chosenDepartments NOTIFY filterChanged)
    Q_PROPERTY(QStringList chosenRoles READ chosenRoles NOTIFY filterChanged)
    Q_PROPERTY(QStringList chosenPhases READ chosenPhases NOTIFY filterChanged)
    Q_PROPERTY(QStringList chosenRules READ chosenRules NOTIFY filterChanged)
    Q_PROPERTY(QStringList hiddenLanes READ hiddenLanes NOTIFY filterChanged)
    /// The names of the views of the document, in their order.
    Q_PROPERTY(QStringList names READ names NOTIFY namesChanged)
    /// The view that was shown or saved last; empty: none, or it is gone.
    Q_PROPERTY(QString current READ current NOTIFY filterChanged)
    /// The filter is no longer that of the current view.
    Q_PROPERTY(bool differs READ differs NOTIFY filterChanged)
    /// What is shown, in a few words: "Kitchen, Bar · 2 lanes hidden"; empty for everything.
    Q_PROPERTY(QString summary READ summary NOTIFY filterChanged)

public:
    explicit ViewsModel(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] const ViewFilter& filter() const { return m_filter; }
    [[nodiscard]] QVariant filterVariant() const { return QVariant::fromValue(m_filter); }
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] bool hidesRest() const { return m_filter.hidesRest; }
    void setHidesRest(bool hides);
    [[nodiscard]] QVariantList departments() const;
    [[nodiscard]] QVariantList roles() const;
    [[nodiscard]] QVariantList phases() const;
    [[nodiscard]] QVariantList rules() const;
    [[nodiscard]] QVariantList lanes() const;
    [[nodiscard]] QStringList chosenDepartments() const;
    [[nodiscard]] QStringList chosenRoles() const;
    [[nodiscard]] QStringList chosenPhases() const;
    [[nodiscard]] QStringList chosenRules() const { return m_filter.rules; }
    [[nodiscard]] QStringList hiddenLanes() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString current() const;
    [[nodiscard]] bool differs() const;
    [[nodiscard]] QString summary() const;
    /// The name of the view shown, or else summary(), as it stands in a sentence: "view “Kitchen”".
    [[nodiscard]] QString inWords() const;

    /// Asks for exactly these; kind is "department", "role", "phase", "rule", or "lane" for those that are hidden.
    Q_INVOKABLE void choose(const QString& kind, const QStringList& values);
    /// Asks for one phase and leaves out the rest.
    Q_INVOKABLE void showOnlyPhase(const QString& phase);
    /// Hides the lanes that are selected, or those of the cards where there is no lane among what is selected. Never
    /// the last lane in sight: the document's message says so.
    Q_INVOKABLE void hideLanes();
    Q_INVOKABLE void showLanes(const QStringList& lanes);
    Q_INVOKABLE void showEverything();

    /// Shows a view of the document; false where there is none of that name.
    Q_INVOKABLE bool show(const QString& name);
    /// Saves what is shown as a view at the end of the list, or in place of the one of that name.
    Q_INVOKABLE bool save(const QString& name);
    Q_INVOKABLE bool rename(const QString& name, const QString& to);
    Q_INVOKABLE bool remove(const QString& name);

    /// Folds or unfolds the first lane or phase that is selected, or else the phase of the first step or card, in the
    /// document.
    Q_INVOKABLE bool toggleFold();
    /// What toggleFold() would do, as a command: "Fold the phase"; empty where it would do nothing.
    Q_INVOKABLE QString foldText() const;

Q_SIGNALS:
    void documentChanged();
    void filterChanged();
    void choicesChanged();
    void namesChanged();

private:
    void take(const ViewFilter& filter);
    void onReset();
    void onChanged(const DocumentChange& change);
    [[nodiscard]] const Blueprint& blueprint() const { return m_document->blueprint(); }
    [[nodiscard]] QList<SavedView> views() const;
    bool write(const QList<SavedView>& views, const QString& text);
    [[nodiscard]] ElementRef foldable() const;

    QPointer<DocumentController> m_document;
    QPointer<CheckRunner> m_runner;
    ViewFilter m_filter;
    QString m_current;
};

} // namespace throughline
