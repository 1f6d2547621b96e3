// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"
#include "app/document/documentoutside.h"
#include "app/document/journalkeeper.h"
#include "app/document/journals.h"

/// The text in the notation that stands for the document.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

NotationMirror DocumentController::mirror() const
{
    return m_wordings.mirror(m_session->history().state(), blueprint());
}

QString DocumentController::wording() const
{
    return m_wordings.text(m_session->history().state());
}

void DocumentController::setWording(const QString& text)
{
    m_wordings.set(m_session->history().state(), blueprint(), text.isNull() ? u""_s : text);
}

bool DocumentController::takeText(const Blueprint& typed, const QString& text)
{
    const Patch patch = diff(blueprint(), typed);
    const bool isInFile = isWrittenAsNotation(m_file);
    if (patch.isEmpty() && (!isInFile || wording() == text)) {
        setWording(text);
        return true;
    }
    if (!step(patch, tr("Edit text"), u"text-pane"_s, text.isNull() ? u""_s : text))
        return false;
    if (isInFile)
        noteTypedWording();
    return true;
}

void DocumentController::noteTypedWording()
{
    m_hasTypedWording = true;
    m_journal->noteDraft();
}

QString DocumentController::textToKeep() const
{
    if (hasDraft())
        return m_draft;
    if (!m_hasTypedWording || isBlueprintSaved())
        return {};
    const QString known = wording();
    return known.isNull() ? mirror().text() : known;
}

bool DocumentController::bringIn(const Outside& outside, const Patch& patch, const QString& text)
{
    if (outside.notation.isEmpty() || (!wording().isNull() && !isBlueprintSaved()))
        return apply(patch, text);
    NotationMirror theirs = NotationMirror::of(*outside.blueprint, QString::fromUtf8(outside.notation));
    Blueprint now = blueprint();
    if (const Result<void> done = throughline::apply(now, patch); done && !(theirs.document() == now))
        theirs.follow(now);
    return (patch.isEmpty() && wording() == theirs.text()) || step(patch, text, {}, theirs.text());
}

/// The text that was typed of a .bpt and understood, made to stand for what is restored; nothing where there is none or
/// it is a draft.
std::optional<QString> DocumentController::restoredWording(const FoundJournal& found, const Blueprint& restored) const
{
    if (found.draft.isEmpty() || !isWrittenAsNotation(m_file))
        return std::nullopt;
    NotationMirror mirror(found.content.now);
    const Result<AdoptedNotation> read = mirror.read(found.draft);
    if (!read)
        return std::nullopt;
    mirror.take(*read);
    mirror.follow(restored);
    return mirror.text();
}

} // namespace throughline
