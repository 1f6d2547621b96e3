// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/projectsettings.h"

#include "core/io/files.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error settingsErrorOf(const QByteArray& text)
{
    const Result<ProjectSettings> settings = readProjectSettings(text, u"/p/.throughline.json"_s);
    EXPECT_FALSE(settings);
    return settings ? Error() : settings.error();
}

/// A folder that holds folders and files of the test.
struct Tree
{
    QTemporaryDir root;

    [[nodiscard]] QString folder(const QString& name) const
    {
        EXPECT_TRUE(QDir(root.path()).mkpath(name));
        return root.filePath(name);
    }
    void settings(const QString& name, const QByteArray& text) const
    {
        EXPECT_TRUE(writeFile(folder(name) + u"/.throughline.json"_s, text));
    }
};

} // namespace

TEST(ProjectSettings, readsPresetSeveritiesAndBaseline)
{
    const Result<ProjectSettings> settings =
        readProjectSettings("{\"preset\": \"start\", \"severities\": {\"silo-break\": \"off\", \"loose-card\": "
                            "\"error\"}, \"baseline\": \"known/all.json\"}",
                            u"/projects/bank/.throughline.json"_s);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->preset, Preset::Start);
    EXPECT_EQ(settings->severities.value(u"silo-break"_s), Severity::Off);
    EXPECT_EQ(settings->severities.value(u"loose-card"_s), Severity::Error);
    EXPECT_EQ(settings->baseline, u"/projects/bank/known/all.json"_s);
}

TEST(ProjectSettings, saysNothingWhereTheFileSaysNothing)
{
    const Result<ProjectSettings> settings = readProjectSettings("{}", u"/p/.throughline.json"_s);
    ASSERT_TRUE(settings);
    EXPECT_FALSE(settings->preset);
    EXPECT_TRUE(settings->severities.isEmpty());
    EXPECT_TRUE(settings->baseline.isEmpty());
}

TEST(ProjectSettings, namesTheLineAndColumnOfWhatIsWrong)
{
    const Error rule = settingsErrorOf("{\n  \"severities\": {\n    \"silo-brake\": \"off\"\n  }\n}\n");
    EXPECT_EQ(rule.place.line, 3);
    EXPECT_EQ(rule.place.column, 5);
    EXPECT_TRUE(rule.message.contains(u"silo-brake"_s));

    const Error severity = settingsErrorOf("{\"severities\": {\"silo-break\": \"loud\"}}");
    EXPECT_EQ(severity.place.column, 31);
    EXPECT_EQ(severity.place.path, u"severities/silo-break"_s);

    const Error preset = settingsErrorOf("{\n\"preset\": 3}");
    EXPECT_EQ(preset.place.line, 2);
    EXPECT_EQ(preset.place.column, 11);
    EXPECT_TRUE(preset.message.contains(u"start, recommended, all"_s)) << preset.message.toStdString();

    EXPECT_EQ(settingsErrorOf("{\"presets\": \"all\"}").place.column, 2);
    EXPECT_EQ(settingsErrorOf("{\"preset\": \"all\"").code, Error::Code::Syntax);
    EXPECT_EQ(settingsErrorOf("[]").code, Error::Code::Syntax);
}

TEST(ProjectSettings, takesTheNearestFileAbove)
{
    const Tree tree;
    tree.settings(u"work"_s, "{\"preset\": \"all\"}");
    tree.settings(u"work/bank"_s, "{\"preset\": \"start\"}");
    EXPECT_EQ(projectSettingsFor(tree.folder(u"work/bank/loans/new"_s))->preset, Preset::Start);
    EXPECT_EQ(projectSettingsFor(tree.folder(u"work/shop"_s))->preset, Preset::All);
}

TEST(ProjectSettings, doesNotLookAboveTheHomeFolder)
{
    const Tree tree;
    tree.settings(u"."_s, "{\"preset\": \"all\"}");
    const QString home = tree.folder(u"home"_s);
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.toUtf8());
    EXPECT_TRUE(projectSettingsFile(tree.folder(u"home/blueprints"_s)).isEmpty());
    tree.settings(u"home"_s, "{\"preset\": \"start\"}");
    EXPECT_EQ(projectSettingsFile(tree.folder(u"home/blueprints"_s)),
              QDir(home).absoluteFilePath(u".throughline.json"_s));
    qputenv("HOME", before);
}

TEST(ProjectSettings, changesTheOptionsBelowTheBlueprint)
{
    ProjectSettings settings;
    CheckOptions base;
    base.preset = Preset::All;
    EXPECT_EQ(withSettings(base, settings).preset, Preset::All);
    settings.preset = Preset::Start;
    settings.severities.insert(u"silo-break"_s, Severity::Off);
    EXPECT_EQ(withSettings(base, settings).preset, Preset::Start);
    EXPECT_EQ(withSettings(base, settings).folderSeverities.value(u"silo-break"_s), Severity::Off);
}

} // namespace throughline
