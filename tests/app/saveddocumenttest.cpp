// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/saveddocumenttest.h"

#include "tests/app/canvaswindow.h"

#include <QDir>
#include <QFile>

namespace throughline::testing {

using namespace Qt::Literals::StringLiterals;

void SavedDocumentTest::SetUp()
{
    useOwnDataHome();
    file = QDir(folder.path()).canonicalPath() + u"/a.blueprint"_s;
    document->setBlueprint(smallBlueprint());
    ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(file)));
}

void SavedDocumentTest::TearDown()
{
    document.reset();
    qputenv("XDG_DATA_HOME", m_dataHome);
}

void SavedDocumentTest::useOwnDataHome() const
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.filePath(u"data"_s)));
}

} // namespace throughline::testing
