// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintkeys.h"
#include "core/io/blueprintwriter.h"
#include "core/io/projectsettings.h"
#include "tests/core/io/awkwardblueprint.h"

#include <QFile>

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace throughline {

namespace {

rapidjson::Document schemaDocument(const QString& name = QStringLiteral("blueprint"))
{
    QFile file(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/schema/%1.schema.json").arg(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    rapidjson::Document document;
    document.Parse(file.readAll().constData());
    EXPECT_FALSE(document.HasParseError());
    return document;
}

/// What the schema has against a file; empty when nothing.
std::string complaint(const rapidjson::Document& schemaJson, const QByteArray& text)
{
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(schemaJson), schema);
    rapidjson::Document document;
    document.Parse(text.constData(), size_t(text.size()));
    if (document.HasParseError())
        return "not JSON";
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::RapidJsonAdapter(document), &results))
        return {};
    valijson::ValidationResults::Error error;
    std::string text2;
    while (results.popError(error)) {
        for (const std::string& part : error.context)
            text2 += part;
        text2 += ": " + error.description + "\n";
    }
    return text2;
}

} // namespace

TEST(BlueprintSchema, acceptsWhatTheProgramWrites)
{
    const rapidjson::Document schema = schemaDocument();
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const QByteArray text = writeBlueprint(awkwardBlueprint(seed, 12));
        ASSERT_EQ(complaint(schema, text), "") << text.toStdString();
    }
}

TEST(BlueprintSchema, refusesWhatTheReaderRefuses)
{
    const rapidjson::Document schema = schemaDocument();
    for (const char* wrong : {
             "{}",
             "{\"formatVersion\": \"2.0\"}",
             "{\"formatVersion\": \"1.0\", \"lanes\": [{\"id\": \"L\", \"stage\": \"front\"}]}",
             "{\"formatVersion\": \"1.0\", \"steps\": [{\"id\": \"s\", \"number\": -1}]}",
             "{\"formatVersion\": \"1.0\", \"cards\": [{\"id\": \"a\"}]}",
             "{\"formatVersion\": \"1.0\", \"connections\": [{\"id\": \"e1\", \"from\": 7, \"to\": null}]}",
         }) {
        EXPECT_NE(complaint(schema, wrong), "") << wrong;
    }
}

TEST(BlueprintSchema, namesEveryKeyOfTheFormat)
{
    const rapidjson::Document schema = schemaDocument();
    const auto expectKeys = [](const rapidjson::Value& properties, ElementKind kind) {
        QStringList keys;
        for (const auto& property : properties.GetObject())
            keys.append(QString::fromUtf8(property.name.GetString()));
        EXPECT_EQ(keys, blueprintKeys(kind));
    };
    expectKeys(schema["properties"], ElementKind::Blueprint);
    const rapidjson::Value& definitions = schema["definitions"];
    const QList<const char*> names = {"department", "role", "request", "dataItem",   "phase",
                                      "step",       "lane", "card",    "connection", "acceptance"};
    for (qsizetype i = 0; i < names.size(); ++i)
        expectKeys(definitions[names[i]]["properties"], blueprintTables()[i]);
}

TEST(SettingsSchema, saysTheSameAsTheReader)
{
    const rapidjson::Document schema = schemaDocument(QStringLiteral("throughline"));
    for (const QByteArray& text :
         {QByteArray("{}"), QByteArray("{\"preset\": \"start\"}"),
          QByteArray("{\"severities\": {\"silo-break\": \"off\"}}"),
          QByteArray("{\"$schema\": \"throughline.schema.json\", \"baseline\": \"known.json\"}"),
          QByteArray("{\"preset\": \"loud\"}"), QByteArray("{\"severities\": {\"silo-break\": 2}}"),
          QByteArray("{\"severities\": []}"), QByteArray("{\"baseline\": \"\"}"),
          QByteArray("{\"presets\": \"all\"}")}) {
        EXPECT_EQ(complaint(schema, text).empty(), bool(readProjectSettings(text, {}))) << text.toStdString();
    }
}

} // namespace throughline
