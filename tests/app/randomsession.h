// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "tests/support/randomblueprint.h"

namespace throughline::testing {

/// Somebody who edits at random, undoes, redoes and saves now and then. The same seed does the same to the same
/// document in every process.
class RandomSession
{
public:
    RandomSession(DocumentController& document, unsigned seed) : m_document(document), m_random(seed) {}

    /// One edit, undo, redo or saving. A document without a file is not saved.
    void step()
    {
        const auto drawn = m_random() % 20;
        if (drawn < 2)
            m_document.undo();
        else if (drawn == 2)
            m_document.redo();
        else if (drawn == 3 && !m_document.fileName().isEmpty())
            (void)m_document.save();
        else
            (void)m_document.apply(randomEdit(m_document.blueprint(), m_random, m_newId), QStringLiteral("Edit"));
    }

private:
    DocumentController& m_document;
    std::mt19937 m_random;
    IdSource m_newId = countingIds();
};

} // namespace throughline::testing
