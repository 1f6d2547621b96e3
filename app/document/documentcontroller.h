// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/elementref.h"
#include "app/document/wordings.h"
#include "core/edit/editsession.h"
#include "core/model/patch.h"

#include <QLockFile>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>

namespace throughline {

struct FoundJournal;
class FileWatch;
class JournalKeeper;

/// One change of the document as everything that shows it hears of it.
struct DocumentChange
{
    quint64 revision = 0;
    Patch patch;
    bool retraced = false; ///< an edit that was taken back or done again
};

/// The open document: its blueprint, its file, its history, its selection. Everything that changes the blueprint goes
/// through apply() and is one undo step; changed() follows when the document is consistent again. No slot of changed()
/// or reset() may call apply().
class DocumentController : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY fileChanged)
    Q_PROPERTY(QUrl filePath READ filePath NOTIFY fileChanged)
    Q_PROPERTY(QString displayPath READ displayPath NOTIFY fileChanged)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY stateChanged)
    Q_PROPERTY(bool modified READ isModified NOTIFY stateChanged)
    /// There is a draft: see draft().
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY stateChanged)
    Q_PROPERTY(bool fileGone READ isFileGone NOTIFY stateChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(qulonglong revision READ revision NOTIFY stateChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY stateChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY stateChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY stateChanged)
    Q_PROPERTY(QString redoText READ redoText NOTIFY stateChanged)
    Q_PROPERTY(QVariantList selection READ selectionVariant NOTIFY selectionChanged)
    Q_PROPERTY(int selectionCount READ selectionCount NOTIFY selectionChanged)
    /// The kinds of what is selected, each once. QML reads a list of objects anew for each of them; this one is short.
    Q_PROPERTY(QStringList selectedKinds READ selectedKinds NOTIFY selectionChanged)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged)
    Q_PROPERTY(bool messageIsError READ messageIsError NOTIFY messageChanged)
    Q_PROPERTY(bool canOverwrite READ canOverwrite NOTIFY messageChanged)
    Q_PROPERTY(bool canSaveAs READ canSaveAs NOTIFY messageChanged)
    /// After importing a process model: who may be the customer, best first, and who was taken to be.
    Q_PROPERTY(QStringList customerCandidates READ customerCandidates NOTIFY stateChanged)
    Q_PROPERTY(QString customerUsed READ customerUsed NOTIFY stateChanged)
    /// Changes that a window which was killed could not save: "when" (text), "changes" (how many), "outdated" (the file
    /// was written since). Empty when there are none.
    Q_PROPERTY(QVariantMap recovery READ recovery NOTIFY recoveryChanged)
    /// What another program wrote, or the document as it is, and what was changed here contradict each other:
    /// "sentence", "elements" (names, a few), "canMerge". Empty when they do not.
    Q_PROPERTY(QVariantMap conflict READ conflict NOTIFY conflictChanged)
    /// The lock beside the file was left by another computer: who, in one sentence. Empty when there is none.
    Q_PROPERTY(QString leftLock READ leftLock NOTIFY leftLockChanged)
    Q_PROPERTY(int cardCount READ cardCount NOTIFY stateChanged)
    Q_PROPERTY(int connectionCount READ connectionCount NOTIFY stateChanged)

public:
    explicit DocumentController(QObject* parent = nullptr);
    ~DocumentController() override;

    /// The blueprint's title, or the file's name, or "Untitled".
    [[nodiscard]] QString title() const;
    /// The file's name without its folder; empty for a document that has no file yet.
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QUrl filePath() const { return m_file; }
    /// The path of the document beside which the attached files lie: its own, or that of the one it is a copy of. Empty
    /// where there is neither.
    [[nodiscard]] QString filesFrom() const { return m_copyOf.isEmpty() ? m_file.toLocalFile() : m_copyOf; }
    /// The path for people: relative to the home folder as "~/…".
    [[nodiscard]] QString displayPath() const;
    /// False until a document was made or opened: the start page is shown.
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// There is something that saving has not kept: changes, or a draft.
    [[nodiscard]] bool isModified() const;
    /// The blueprint is as it was saved, whether there is a draft or not.
    [[nodiscard]] bool isBlueprintSaved() const;
    /// What the file held when it was read or written last; nothing for a document without a file.
    [[nodiscard]] Blueprint inFile() const { return m_onDisk.hash.isEmpty() ? Blueprint() : m_onDisk.blueprint; }
    /// What is typed beside the drawing and not understood yet; empty: nothing. It is no change of the blueprint, but
    /// counts as not saved and is kept safe like one.
    [[nodiscard]] QString draft() const { return m_draft; }
    [[nodiscard]] bool hasDraft() const { return !m_draft.isEmpty(); }
    /// Its file was moved or deleted, and nothing but this document holds what was in it.
    [[nodiscard]] bool isFileGone() const { return m_saidGone; }
    void setDraft(const QString& text);
    [[nodiscard]] bool isLoading() const { return m_job.isActive(); }
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString redoText() const;
    /// Without sticky notes.
    [[nodiscard]] int cardCount() const;
    [[nodiscard]] int connectionCount() const;

    [[nodiscard]] QStringList customerCandidates() const { return m_customerCandidates; }
    [[nodiscard]] QString customerUsed() const { return m_customerUsed; }

    /// What went wrong or is worth knowing, one sentence; empty when there is nothing. canOverwrite(): the message says
    /// that the file was changed outside, and overwrite() would save over it. canSaveAs(): it says that saving under
    /// another name would help.
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] bool messageIsError() const { return m_messageIsError; }
    [[nodiscard]] bool canOverwrite() const { return m_remedy == Remedy::SaveOverIt; }
    [[nodiscard]] bool canSaveAs() const { return m_remedy != Remedy::None; }

    [[nodiscard]] QVariantMap recovery() const;
    /// The text that stands for the document, as people wrote it as far as they did: undo and redo bring it back letter
    /// by letter, and a .bpt is saved as it.
    [[nodiscard]] NotationMirror mirror() const;
    /// The text of the present state, where it is known letter by letter; else null.
    [[nodiscard]] QString wording() const;
    /// The text stands for the document from now on in this state.
    void setWording(const QString& text);
    /// What was typed makes another blueprint, or none but other comments: one step with what is typed without a longer
    /// rest. Comments are a change where the file holds them. False, with message(), when it is refused.
    bool takeText(const Blueprint& typed, const QString& text);
    /// The text that is to be kept safe with the unsaved changes: the draft, or what was typed of a .bpt; else empty.
    [[nodiscard]] QString textToKeep() const;
    [[nodiscard]] QVariantMap conflict() const;
    [[nodiscard]] QString leftLock() const { return m_leftLock; }
    /// That another window changes the same file, in one sentence.
    [[nodiscard]] QString elsewhereText() const;
    /// What keeps unsaved changes safe.
    [[nodiscard]] JournalKeeper& journal() const { return *m_journal; }

    [[nodiscard]] const QList<ElementRef>& selection() const { return m_selection; }
    [[nodiscard]] QVariantList selectionVariant() const { return toVariant(m_selection); }
    [[nodiscard]] int selectionCount() const { return int(m_selection.size()); }
    [[nodiscard]] QStringList selectedKinds() const;
    /// The id of the one element of a kind that is selected; empty for none and for several.
    Q_INVOKABLE QString onlySelected(const QString& kind) const;
    Q_INVOKABLE bool isSelected(const QString& kind, const QString& id) const;
    /// What is there of the selection before the edit that was just taken back; empty when the last change was another.
    [[nodiscard]] QList<ElementRef> selectionBefore() const;
    /// Selects exactly these, in this order; elements that do not exist are left out.
    void setSelection(const QList<ElementRef>& refs);

    /// The blueprint as it is now. Copy it to read it later or in another thread.
    [[nodiscard]] const Blueprint& blueprint() const;

    /// Applies patch as one undo step called text ("Move card"). Patches with the same non-empty mergeKey that follow
    /// each other at once become one step. An empty patch does nothing. False, with message() set, if it does not fit.
    bool apply(const Patch& patch, const QString& text, const QString& mergeKey = {});
    /// apply() for the result of an operation of core/edit; an error becomes the message.
    bool apply(const Result<Patch>& patch, const QString& text, const QString& mergeKey = {});
    /// apply() as part of the last edit, which is one undo step with it.
    bool extend(const Result<Patch>& patch);
    /// Puts blueprint in as a new document without a file.
    /// copyOf: the path of the document whose attached files it shows until it is saved.
    void setBlueprint(const Blueprint& blueprint, const QString& copyOf = {});

    /// A new document without a file: a few lanes and steps, no card.
    Q_INVOKABLE void newEmpty();
    /// A new document without a file, read from a blueprint in the resources or on disk. Synchronous.
    Q_INVOKABLE bool newFromTemplate(const QUrl& url);
    /// A new document with what a version of this one held. False: it cannot be read, and why is the message.
    bool openCopy(const QString& version);
    /// Reads the file in the background and puts it in when it is done; the last one asked for wins. On failure, and
    /// where the present document was changed meanwhile and is not saved, it stays and message() says why.
    /// openFinished() follows in every case.
    Q_INVOKABLE void open(const QUrl& url);
    /// open() that waits.
    Q_INVOKABLE bool openNow(const QUrl& url);
    /// Imports the model that was imported last once more, with another customer (one of customerCandidates()).
    Q_INVOKABLE bool importWithCustomer(const QString& customer);
    /// Saves to the document's own file. What another program wrote there meanwhile is merged in first. False, with
    /// message() or conflict() set, when there is no file, both changed the same, or it cannot be written; the old file
    /// is then as it was.
    Q_INVOKABLE bool save();
    /// Saves to another file, which becomes the document's own; its own file is saved as save() does.
    Q_INVOKABLE bool saveAs(const QUrl& url);
    /// save() over a file that was changed outside.
    Q_INVOKABLE bool overwrite();
    /// Looks in the background whether another program wrote the file, and takes in what it wrote: without unsaved
    /// changes here as it is, else merged; each one undo step, broughtIn() follows. Where both changed the same,
    /// conflict() is set. What another window has dealt with is not offered by recovery() any more.
    Q_INVOKABLE void checkOutside();
    /// checkOutside() that waits.
    void checkOutsideNow();
    /// Answers conflict(): "mine" (the next saving writes over theirs), "theirs", "merge-mine" or "merge-theirs" (what
    /// only one changed is as that one has it; what both changed is mine, or theirs). Of changes to be restored, mine
    /// are those, and theirs is the document.
    Q_INVOKABLE void resolveConflict(const QString& how);
    /// The other computer has closed the document: its lock is removed, and what it left is offered.
    Q_INVOKABLE void removeLeftLock();
    /// Puts an earlier version back in place of the document, as one undo step. when is what people call it.
    bool restoreVersion(const QString& path, const QString& when);
    Q_INVOKABLE void close();
    /// Opens the document that a journal is about, with the unsaved changes made again, as open() does; a document that
    /// has no file (any more) becomes a new one. Where the file was written since they are offered only.
    Q_INVOKABLE void openUnsaved(const QString& journal);
    /// Makes the changes that recovery() tells of again, as one undo step, merged with what the document became since;
    /// where both changed the same, conflict() is set. Or drops them.
    Q_INVOKABLE void restoreUnsaved();
    Q_INVOKABLE void discardUnsaved();
    /// The window closes, and unsaved changes may go.
    Q_INVOKABLE void giveUpChanges();

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    Q_INVOKABLE void dismissMessage();
    /// Shows a message beside the document: for others who act on it (export, print).
    Q_INVOKABLE void showMessage(const QString& text, bool isError = false);

    Q_INVOKABLE void select(const QString& kind, const QString& id);
    Q_INVOKABLE void selectRefs(const QVariantList& refs);
    Q_INVOKABLE void toggleSelected(const QString& kind, const QString& id);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection();

    /// Each of these is one undo step on the selection or on the element named; false with message() when it makes no
    /// sense.
    Q_INVOKABLE bool deleteSelection();
    Q_INVOKABLE bool remove(const QString& kind, const QString& id);
    Q_INVOKABLE bool rename(const QString& kind, const QString& id, const QString& name);
    /// The kind of a card or connection, as setCardKind() and setConnectionKind() take it; empty for anything else.
    Q_INVOKABLE QString kindOf(const QString& element, const QString& id) const;
    /// kind as in core/model/words.h: "auto", "flow", "request", "answer", "tell", "sendAway", "handover".
    Q_INVOKABLE bool setConnectionKind(const QString& kind);
    Q_INVOKABLE bool setCardKind(const QString& kind);
    Q_INVOKABLE bool reverseConnections();
    Q_INVOKABLE bool setLaneStage(const QString& lane, const QString& stage);
    /// Adds a lane below (or above) another, of the same stage, and selects it; with an empty id as the last lane of
    /// stage.
    Q_INVOKABLE bool addLane(const QString& beside, bool above = false, const QString& stage = {});
    /// Moves a lane so that it comes before another (empty = last of its stage).
    Q_INVOKABLE bool moveLane(const QString& lane, const QString& before);
    Q_INVOKABLE bool insertStep(const QString& beside, bool before = false);
    Q_INVOKABLE bool moveStep(const QString& step, const QString& before);
    /// Adds a phase that begins at step (empty = a phase after the last, with one new step).
    Q_INVOKABLE bool addPhase(const QString& firstStep = {});
    Q_INVOKABLE bool movePhase(const QString& phase, const QString& before);
    /// Moves the selected cards by whole lanes and steps.
    Q_INVOKABLE bool moveSelection(int lanes, int steps);
    /// What people call an element.
    Q_INVOKABLE QString nameOf(const QString& kind, const QString& id) const;

Q_SIGNALS:
    /// The blueprint was changed by a patch (an edit, undo, redo).
    void changed(const throughline::DocumentChange& change);
    /// Another blueprint was put in.
    void reset();
    /// After changed() and reset() and whenever modified or the undo texts change: for properties.
    void stateChanged();
    void fileChanged();
    void loadingChanged();
    void selectionChanged();
    void messageChanged();
    void recoveryChanged();
    void conflictChanged();
    void leftLockChanged();
    /// More went than was selected, or many at once: one sentence.
    void deleted(const QString& sentence);
    /// What another program wrote was taken in as one undo step: one sentence.
    void broughtIn(const QString& sentence);
    /// A draft that was typed in a window that was killed is the draft() again: it was typed beside blueprint.
    void draftRestored(const throughline::Blueprint& blueprint);
    /// Nothing that is not saved is kept any more, nor what is being typed.
    void changesGivenUp();
    void openFinished(bool ok, const QUrl& url);
    void saved(const QUrl& url);

private:
    struct Loaded;
    struct Outside;
    struct Conflict;
    struct Sides;
    /// The file as it was read or written last.
    struct FileState
    {
        QByteArray hash; ///< empty: there is none
        Blueprint blueprint;
        QByteArray notation; ///< of a .bpt, as it stood there
    };

    static Loaded load(const QUrl& url, const QString& customer);
    static Loaded loadKept(const QUrl& url);
    static std::optional<Loaded> loadVersion(const QUrl& url);
    static Loaded loadUnsaved(const QString& journal);
    void start(std::function<Loaded()> load);
    bool takeIn(const Loaded& loaded);
    bool refuse(const Loaded& loaded);
    void takeInJournals(const Loaded& loaded);
    void setRecovery(const QList<FoundJournal>& found);
    [[nodiscard]] bool refreshRecovery();
    /// Says so where restoring would put another text in the place of the one being typed.
    bool refusesDraft(const FoundJournal& found);
    void restore(const FoundJournal& found, const Blueprint& restored);
    void discard(const FoundJournal& found);
    void forget(const FoundJournal& found);
    bool write(const QUrl& url);
    /// apply() for a patch that may be empty where wording, the text that stands for the document afterwards, is
    /// another.
    bool step(const Patch& patch, const QString& text, const QString& mergeKey, const QString& wording);
    /// There is a text of the user's own in a file that holds it, to be kept safe until it is saved.
    void noteTypedWording();
    /// Takes in what the file has become, with the lines and comments it has where nobody here has others.
    bool bringIn(const Outside& outside, const Patch& patch, const QString& text);
    [[nodiscard]] std::optional<QString> restoredWording(const FoundJournal& found, const Blueprint& restored) const;
    [[nodiscard]] bool isWrittenAsNotation(const QUrl& url) const;
    [[nodiscard]] static std::shared_ptr<const Outside> lookOutside(const QString& path, const FileState& onDisk);
    [[nodiscard]] bool takeInOutside(const Outside& outside);
    [[nodiscard]] bool reload(const Outside& outside);
    [[nodiscard]] bool mergeIn(const Outside& outside);
    void noteOnlyHere();
    void noteWritten(const Outside& outside);
    void setConflict(std::shared_ptr<const Conflict> conflict);
    [[nodiscard]] Sides sides() const;
    void settle(const Outside& outside, const Blueprint& chosen, const QString& text);
    void noteOpen();
    void setLeftLock(const QString& sentence);
    /// Opens what a file holds as a document without a file.
    bool openUntitled(const QUrl& url, const QString& copyOf);
    void replaceDocument(const Blueprint& blueprint, const QUrl& file, const QString& copyOf = {});
    void announce(const Patch& patch, bool retraced = false);
    void pruneSelection();
    /// What stands beside a message to be done about it. Who may save over the file may save under another name too.
    enum class Remedy { None, SaveAs, SaveOverIt };
    void setMessage(const QString& text, bool isError, Remedy remedy = Remedy::None);
    void fail(const Error& error);
    /// The patch that lets phase take over steps, which stand side by side at the end of one phase.
    [[nodiscard]] Result<Patch> splitPhase(const Phase& phase, const QList<StepId>& steps) const;

    std::unique_ptr<EditSession> m_session;
    QUrl m_file;
    QString m_copyOf; ///< the document whose files it shows, while it has no file of its own
    QUrl m_imported;  ///< where an imported document came from
    QStringList m_customerCandidates;
    QString m_customerUsed;
    FileState m_onDisk;
    std::shared_ptr<const Conflict> m_conflict;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QLockFile> m_presence; ///< others see by it that this window has the file open
    QString m_leftLock;
    QString m_draft;
    Wordings m_wordings;
    bool m_hasTypedWording = false; ///< since the file was written last
    bool m_saidGone = false;
    bool m_saidNoBackup = false;
    std::unique_ptr<JournalKeeper> m_journal;
    QList<FoundJournal> m_recovery; ///< newest first; the first is offered
    QList<ElementRef> m_selection;
    QList<QList<ElementRef>> m_selectedBefore; ///< each edit of the history
    bool m_tookBack = false;                   ///< the last change was an undo
    QString m_message;
    bool m_messageIsError = false;
    Remedy m_remedy = Remedy::None;
    bool m_open = false;
    BackgroundJob<std::shared_ptr<const Loaded>> m_job{this};
    BackgroundJob<std::shared_ptr<const Outside>> m_outsideJob{this};
    quint64 m_revision = 0;
    qsizetype m_noteCount = 0; ///< sticky notes among the cards
};

} // namespace throughline
