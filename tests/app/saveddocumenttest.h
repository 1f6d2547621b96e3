// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

namespace throughline::testing {

/// A test that begins with smallBlueprint() saved in a folder of its own, and with a home of its own for journals and
/// earlier versions.
class SavedDocumentTest : public ::testing::Test
{
protected:
    void SetUp() override;
    void TearDown() override;

    /// Journals and earlier versions go to this test's folder.
    void useOwnDataHome() const;

    QTemporaryDir folder;
    QString file; ///< as the system names it, without links
    std::unique_ptr<DocumentController> document = std::make_unique<DocumentController>();

private:
    QByteArray m_dataHome = qgetenv("XDG_DATA_HOME");
};

} // namespace throughline::testing
