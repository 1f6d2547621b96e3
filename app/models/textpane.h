// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/documentcontroller.h"
#include "app/models/linehunks.h"
#include "core/io/notationmirror.h"

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QTextDocument;

namespace throughline {

class NotationHighlighter;

/// The text of the open document beside its drawing, edited in both directions. The text follows each change of the
/// document; what is typed becomes a change of the document after a short rest. There is one history: that of the
/// document.
class TextPane : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY changed)
    /// Where the text stands: textDocument of a TextArea.
    Q_PROPERTY(QQuickTextDocument* textDocument READ textDocument WRITE setTextDocument NOTIFY changed)
    /// The text follows the document only while it is in sight.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY changed)
    /// The document is too large to be typed: why is in note(), and the text shows the statements of what is selected.
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    /// What is wrong with the text, "Line 3: found …, expected …"; empty when the drawing is as the text says.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The line (from 0) it is about, or -1.
    Q_PROPERTY(int problemLine READ problemLine NOTIFY changed)
    /// The lines (from 0) of what is selected in the drawing.
    Q_PROPERTY(QVariantList selectedLines READ selectedVariant NOTIFY selectedLinesChanged)
    Q_PROPERTY(int lineCount READ lineCount NOTIFY textChanged)
    /// The last change is what was typed here and is not in the drawing yet: undo takes it back first.
    Q_PROPERTY(bool typedLast READ isTypedLast NOTIFY typedLastChanged)
    /// Redo puts back what was typed here and taken back.
    Q_PROPERTY(bool typedTakenBack READ isTypedTakenBack NOTIFY typedLastChanged)

public:
    /// More elements than this are shown, not typed.
    static constexpr int MaxElements = 5000;
    /// Longer texts are read in the background.
    static constexpr int MaxLinesAtOnce = 2000;
    static constexpr int RestMs = 350;

    explicit TextPane(QObject* parent = nullptr);
    ~TextPane() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QQuickTextDocument* textDocument() const { return m_quickDocument; }
    void setTextDocument(QQuickTextDocument* document);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int problemLine() const { return m_problemLine; }
    [[nodiscard]] QList<int> selectedLines() const { return m_selectedLines; }
    [[nodiscard]] QVariantList selectedVariant() const { return {m_selectedLines.begin(), m_selectedLines.end()}; }
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] bool isTypedLast() const { return m_isTypedLast; }
    [[nodiscard]] bool isTypedTakenBack() const { return !m_takenBack.isEmpty(); }

    /// Where a line begins, in code units; and the line of a position.
    Q_INVOKABLE int positionOf(int line) const;
    Q_INVOKABLE int lineAt(int position) const;
    /// Where the fault is, in code units.
    Q_INVOKABLE int problemPosition() const;
    /// The caret was put there by hand: what its statement is about is selected in the drawing.
    Q_INVOKABLE void selectAt(int position);
    /// Reads what was typed now instead of after the rest; a long text in the background.
    Q_INVOKABLE void readTyped();
    /// Reads what was typed and waits: afterwards the document has it, as a change or as its draft.
    Q_INVOKABLE void readTypedNow();
    /// Takes back what was typed and not understood yet, or else the last change of the document.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

Q_SIGNALS:
    void changed();
    void textChanged();
    void typedLastChanged();
    /// The document has what was typed.
    void typedRead();
    void selectedLinesChanged();
    /// What was typed in a window that was killed is in the text again.
    void draftTaken();
    /// The caret went to the line of that element, which is selected now.
    void picked(const QString& kind, const QString& id);
    /// Something at that position is to be seen; with it the caret goes there.
    void revealed(int position, bool withCaret);

private:
    [[nodiscard]] QTextDocument* textDoc() const;
    [[nodiscard]] QStringList shownLines() const;
    void setTyped(bool isTyped, bool isLast);
    void noteTyping();
    void startAnew();
    void noteChange();
    void keepUp();
    void takeDraft(const Blueprint& blueprint);
    void forgetTyped();
    void takeIn(const Result<AdoptedNotation>& read, const QString& text);
    void setProblem(const Error& error);
    void clearProblem();
    void put(const QList<LineHunk>& hunks);
    void putText(const QString& text);
    void noteSelection();
    void showSelected();
    [[nodiscard]] int shownLine(qsizetype line) const;
    [[nodiscard]] qsizetype mirrorLine(int line) const;

    QPointer<DocumentController> m_document;
    QPointer<QQuickTextDocument> m_quickDocument;
    std::unique_ptr<NotationHighlighter> m_highlighter;
    NotationMirror m_mirror; ///< as text and document agreed last
    QStringList m_mirrorLines;
    QTimer m_rest;
    BackgroundJob<std::shared_ptr<const Result<AdoptedNotation>>> m_reading{this};
    BackgroundJob<QString> m_excerpt{this};
    QString m_takenBack; ///< typed, not understood and taken back
    QString m_problem;
    int m_problemLine = -1;
    int m_problemColumn = 0;
    QList<int> m_selectedLines;
    bool m_active = false;
    bool m_dark = false;
    bool m_readOnly = false;
    bool m_isTyped = false;     ///< the text is not what m_mirror says
    bool m_isTypedLast = false; ///< and nothing was changed since; never without m_isTyped
    bool m_isPutting = false;   ///< the text is changed by us
    bool m_isApplying = false;
    bool m_isSelecting = false;
};

} // namespace throughline
