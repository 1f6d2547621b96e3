// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"

#include "app/document/filewatch.h"
#include "app/document/journalkeeper.h"
#include "app/document/journals.h"
#include "core/model/queries.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <utility>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Milliseconds of a steady clock, for merging what was typed in one go.
qint64 steadyMs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

} // namespace

DocumentController::DocumentController(QObject* parent)
    : QObject(parent), m_session(std::make_unique<EditSession>()), m_journal(std::make_unique<JournalKeeper>(*this))
{
    m_watch = std::make_unique<FileWatch>();
    connect(m_watch.get(), &FileWatch::touched, this, &DocumentController::checkOutside);
    connect(m_journal.get(), &JournalKeeper::trouble, this, [this](const QString& text) { setMessage(text, true); });
}

DocumentController::~DocumentController() = default;

QString DocumentController::title() const
{
    if (!blueprint().header().title.isEmpty())
        return blueprint().header().title;
    return m_file.isEmpty() ? tr("Untitled") : QFileInfo(fileName()).completeBaseName();
}

QString DocumentController::fileName() const
{
    return m_file.isEmpty() ? QString() : QFileInfo(m_file.toLocalFile()).fileName();
}

QString DocumentController::displayPath() const
{
    const QString path = m_file.toLocalFile();
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u"~"_s + path.mid(home.size()) : path;
}

bool DocumentController::isModified() const
{
    return !isBlueprintSaved() || hasDraft();
}

bool DocumentController::isBlueprintSaved() const
{
    return !m_open || m_session->isClean();
}

void DocumentController::setDraft(const QString& text)
{
    if (text == m_draft)
        return;
    m_draft = text;
    m_journal->noteDraft();
    Q_EMIT stateChanged();
}

bool DocumentController::canUndo() const
{
    return m_session->history().canUndo();
}

QString DocumentController::undoText() const
{
    return m_session->history().undoText();
}

bool DocumentController::canRedo() const
{
    return m_session->history().canRedo();
}

QString DocumentController::redoText() const
{
    return m_session->history().redoText();
}

int DocumentController::cardCount() const
{
    return int(blueprint().cards().size() - m_noteCount);
}

int DocumentController::connectionCount() const
{
    return int(blueprint().connections().size());
}

const Blueprint& DocumentController::blueprint() const
{
    return m_session->blueprint();
}

void DocumentController::setSelection(const QList<ElementRef>& refs)
{
    QList<ElementRef> existing;
    QSet<ElementRef> known;
    for (const ElementRef& ref : refs) {
        if (ref.kind == ElementKind::Blueprint || known.contains(ref) || !contains(blueprint(), ref))
            continue;
        existing += ref;
        known += ref;
    }
    if (existing == m_selection)
        return;
    m_selection = existing;
    Q_EMIT selectionChanged();
}

void DocumentController::select(const QString& kind, const QString& id)
{
    setSelection({{kindFromWord(kind), id}});
}

void DocumentController::selectRefs(const QVariantList& refs)
{
    setSelection(refsFrom(refs));
}

void DocumentController::toggleSelected(const QString& kind, const QString& id)
{
    QList<ElementRef> refs = m_selection;
    const ElementRef ref{kindFromWord(kind), id};
    if (!refs.removeOne(ref))
        refs += ref;
    setSelection(refs);
}

void DocumentController::selectAll()
{
    QList<ElementRef> refs;
    refs.reserve(blueprint().cards().size());
    for (const Card& card : blueprint().cards())
        refs += refTo(card.id);
    // All of them exist and are different: no need to look each one up.
    if (refs == m_selection)
        return;
    m_selection = refs;
    Q_EMIT selectionChanged();
}

void DocumentController::clearSelection()
{
    setSelection({});
}

void DocumentController::pruneSelection()
{
    const qsizetype before = m_selection.size();
    m_selection.removeIf([this](const ElementRef& ref) { return !contains(blueprint(), ref); });
    if (m_selection.size() != before)
        Q_EMIT selectionChanged();
}

bool DocumentController::apply(const Patch& patch, const QString& text, const QString& mergeKey)
{
    return patch.isEmpty() || step(patch, text, mergeKey, {});
}

bool DocumentController::step(const Patch& patch, const QString& text, const QString& mergeKey, const QString& wording)
{
    const qsizetype index = m_session->history().index();
    if (patch.isEmpty()) {
        m_session->noteBeside(text, mergeKey, steadyMs());
    } else if (const Result<void> done = m_session->apply(patch, text, mergeKey, steadyMs()); !done) {
        fail(done.error());
        return false;
    }
    // Of edits that became one, the selection before the first counts.
    if (m_session->history().index() > index) {
        m_selectedBefore.resize(index);
        m_selectedBefore += m_selection;
    }
    if (!wording.isNull())
        setWording(wording);
    if (!m_messageIsError)
        dismissMessage();
    announce(patch);
    return true;
}

bool DocumentController::apply(const Result<Patch>& patch, const QString& text, const QString& mergeKey)
{
    if (!patch) {
        fail(patch.error());
        return false;
    }
    return apply(*patch, text, mergeKey);
}

bool DocumentController::extend(const Result<Patch>& patch)
{
    if (!patch) {
        fail(patch.error());
        return false;
    }
    if (patch->isEmpty() || !canUndo())
        return patch->isEmpty();
    if (const Result<void> done = m_session->extend(*patch); !done) {
        fail(done.error());
        return false;
    }
    announce(*patch);
    return true;
}

void DocumentController::undo()
{
    if (!canUndo())
        return;
    m_tookBack = true;
    announce(m_session->undo(), true);
    m_tookBack = false;
}

void DocumentController::redo()
{
    if (canRedo())
        announce(m_session->redo(), true);
}

void DocumentController::announce(const Patch& patch, bool retraced)
{
    ++m_revision;
    for (const Change& change : patch.changes) {
        if (const auto* card = std::get_if<ElementChange<Card>>(&change))
            m_noteCount += (card->after && isSticky(*card->after)) - (card->before && isSticky(*card->before));
    }
    Q_EMIT changed({m_revision, patch, retraced});
    if (retraced && m_hasTypedWording)
        m_journal->noteDraft();
    pruneSelection();
    Q_EMIT stateChanged();
}

void DocumentController::replaceDocument(const Blueprint& blueprint, const QUrl& file, const QString& copyOf)
{
    m_session = std::make_unique<EditSession>(blueprint);
    m_noteCount = std::count_if(blueprint.cards().begin(), blueprint.cards().end(), isSticky);
    m_selectedBefore.clear();
    m_file = file;
    m_copyOf = copyOf;
    m_open = true;
    m_draft.clear();
    m_wordings.clear();
    m_hasTypedWording = false;
    if (!m_onDisk.notation.isEmpty())
        setWording(QString::fromUtf8(m_onDisk.notation));
    ++m_revision;
    dismissMessage();
    setRecovery({});
    setConflict({});
    m_outsideJob.cancel();
    noteOpen();
    const bool hadSelection = !m_selection.isEmpty();
    m_selection.clear();
    Q_EMIT reset();
    if (hadSelection)
        Q_EMIT selectionChanged();
    Q_EMIT fileChanged();
    Q_EMIT stateChanged();
}

void DocumentController::setBlueprint(const Blueprint& blueprint, const QString& copyOf)
{
    m_job.cancel();
    Q_EMIT loadingChanged();
    m_onDisk = {};
    m_imported.clear();
    m_customerCandidates.clear();
    m_customerUsed.clear();
    replaceDocument(blueprint, {}, copyOf);
}

void DocumentController::close()
{
    setBlueprint({});
    m_open = false;
    Q_EMIT stateChanged();
}

void DocumentController::dismissMessage()
{
    setMessage({}, false);
}

QList<ElementRef> DocumentController::selectionBefore() const
{
    QList<ElementRef> refs = m_tookBack ? m_selectedBefore.value(m_session->history().index()) : QList<ElementRef>();
    refs.removeIf([this](const ElementRef& ref) { return !contains(blueprint(), ref); });
    return refs;
}

QStringList DocumentController::selectedKinds() const
{
    QStringList kinds;
    QSet<ElementKind> seen;
    for (const ElementRef& ref : m_selection) {
        if (!seen.contains(ref.kind)) {
            seen += ref.kind;
            kinds += kindWord(ref.kind);
        }
    }
    return kinds;
}

QString DocumentController::onlySelected(const QString& kind) const
{
    const ElementKind wanted = kindFromWord(kind);
    QString only;
    for (const ElementRef& ref : m_selection) {
        if (ref.kind == wanted && !std::exchange(only, ref.id).isEmpty())
            return {};
    }
    return only;
}

bool DocumentController::isSelected(const QString& kind, const QString& id) const
{
    return m_selection.contains(ElementRef{kindFromWord(kind), id});
}

void DocumentController::showMessage(const QString& text, bool isError)
{
    setMessage(text, isError);
}

void DocumentController::setMessage(const QString& text, bool isError, Remedy remedy)
{
    if (text == m_message && isError == m_messageIsError && remedy == m_remedy)
        return;
    m_message = text;
    m_messageIsError = isError;
    m_remedy = remedy;
    Q_EMIT messageChanged();
}

void DocumentController::fail(const Error& error)
{
    setMessage(error.code == Error::Code::NotPossible ? error.message : describe(error),
               error.code != Error::Code::NotPossible);
}

} // namespace throughline
