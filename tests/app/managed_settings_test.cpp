// The one list of policies, and what is made of it.
#include "app/managed_settings.h"
#include "app/policy_templates.h"
#include "support/catch.h"
#include "support/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

using namespace amparo;
using test::text;

namespace {

/// Every attribute of that name, of whatever element.
QStringList attributesIn(const QByteArray &xml, const char *name)
{
    QStringList values;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.attributes().hasAttribute(QLatin1String(name)))
            values.append(reader.attributes().value(QLatin1String(name)).toString());
    }
    CHECK_FALSE(reader.hasError());
    return values;
}

QSet<QString> asSet(const QStringList &values) { return {values.begin(), values.end()}; }

/// What a definition refers to: "$(string.lockMinutes)".
QSet<QString> referred(const QByteArray &admx, const char *kind)
{
    const QRegularExpression reference(QStringLiteral("\\$\\(%1\\.(\\w+)\\)").arg(QLatin1String(kind)));
    QSet<QString> ids;
    for (auto match = reference.globalMatch(QString::fromUtf8(admx)); match.hasNext();)
        ids.insert(match.next().captured(1));
    return ids;
}

QStringList faultsOf(const app::PolicyReading &reading)
{
    QStringList texts;
    for (const app::PolicyFault &fault : reading.faults)
        texts.append(fault.toText());
    return texts;
}

}  // namespace

TEST_CASE("every policy of the list takes its own example, and its summary says what it decides", "[app]")
{
    for (const app::ManagedSetting &setting : app::managedSettings()) {
        CAPTURE(setting.key);
        const QString json = QStringLiteral("{\"amparoPolicy\": 1, \"settings\": {\"%1\": %2}}")
                                 .arg(setting.key, setting.example);
        const auto read = app::readPolicies(json.toUtf8());
        CHECK(faultsOf(read).isEmpty());
        CHECK(read.values.keys() == QStringList{setting.storeName});
        CHECK(QByteArrayView(setting.summary).endsWith('.'));
    }
}

TEST_CASE("Group Policy gets every policy, and each text that its definitions refer to", "[app]")
{
    const QByteArray admx = app::groupPolicyDefinitions();
    const QByteArray adml = app::groupPolicyTexts();
    const QStringList names = attributesIn(admx, "name");
    for (const app::ManagedSetting &setting : app::managedSettings())
        CHECK(names.contains(setting.key));
    const QSet<QString> ids = asSet(attributesIn(adml, "id"));
    CHECK(ids.contains(referred(admx, "string")));
    CHECK(ids.contains(referred(admx, "presentation")));
    CHECK(asSet(attributesIn(admx, "id")) == asSet(attributesIn(adml, "refId")));
    CHECK(asSet(attributesIn(admx, "key")) == QSet{QStringLiteral("Software\\Policies\\Amparo")});
}

TEST_CASE("what Group Policy shows to be typed is JSON, with paths as Windows has them", "[app]")
{
    const QByteArray adml = app::groupPolicyTexts();
    for (const app::ManagedSetting &setting : app::managedSettings()) {
        if (setting.windowsExample.isEmpty())
            continue;
        const auto typed = QJsonDocument::fromJson(setting.windowsExample.toUtf8()).object();
        CHECK(typed.keys() == QJsonDocument::fromJson(setting.example.toUtf8()).object().keys());
        CHECK(typed[QLatin1String("folder")].toString() == text("D:\\amparo-backups"));
        CHECK(adml.count("D:\\\\amparo-backups") == 2);  // in the help and in the field
        CHECK_FALSE(adml.contains("/srv/"));
    }
}

TEST_CASE("a mistake in one policy leaves the others in force, and each mistake is named", "[app]")
{
    const auto reading = app::readPolicies(R"({"amparoPolicy": 1, "settings": {
        "lockMinutes": "two", "pin": false, "lookAway": true, "updateNotices": 0,
        "backups": {"folder": "here", "everyHours": 24, "keep": 14, "keepDays": 90},
        "link": [], "retention": {"standard": {"draft": 7, "acknowledged": 90}}}})");
    CHECK(reading.values.keys() == QStringList{text("pin"), text("retention")});
    CHECK(reading.values.value(text("pin")) == "none");
    CHECK(reading.faults.first().error.code == ErrorCode::InvalidInput);
    CHECK(faultsOf(reading) == QStringList{text("backups: the backup schedule cannot be read"),
                                           text("link: it takes a JSON object"),
                                           text("lockMinutes: it takes a whole number, 1 to 15"),
                                           text("lookAway: there is no such policy"),
                                           text("updateNotices: it takes true or false")});
}

TEST_CASE("of what is no file of policies nothing is in force, which is one mistake", "[app]")
{
    const auto file = GENERATE(values<const char *>({
        "",
        "lockMinutes = 2",
        "[]",
        R"({"amparoPolicy": 1, "settings": [3]})",
        R"({"amparoPolicy": 1, "settings": {"pin": false}, "more": 1})",
        R"({"amparoPolicy": 2, "settings": {"pin": false}})",
    }));
    const auto reading = app::readPolicies(file);
    CHECK(reading.values.isEmpty());
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults.first().key.isEmpty());
}

TEST_CASE("in the registry as in a file, a mistake in one policy leaves the others in force", "[app]")
{
    SECTION("numbers and texts as Group Policy writes them")
    {
        const auto reading = app::readRegistryPolicies(
            {{text("lockminutes"), 2},  // names there have no case
             {text("pin"), 0},
             {text("retention"), text(R"({"standard": {"draft": 7, "acknowledged": 90}})")}});
        CHECK(faultsOf(reading).isEmpty());
        CHECK(reading.values.keys() == QStringList{text("lock-time"), text("pin"), text("retention")});
        CHECK(reading.values.value(text("lock-time")) == "2");
        CHECK(reading.values.value(text("pin")) == "none");
    }
    SECTION("what is mistyped is named")
    {
        const auto reading = app::readRegistryPolicies(
            {{text("lockMinutes"), 2},
             {text("pin"), text("no")},
             {text("updateNotices"), 2},
             {text("backups"),
              text(R"({"folder": "D:\amparo", "everyHours": 24, "keep": 1, "keepDays": 9})")},
             {text("link"), text("never")},
             {text("LookAway"), 1}});
        CHECK(reading.values.keys() == QStringList{text("lock-time")});
        CHECK(faultsOf(reading) == QStringList{text("LookAway: there is no such policy"),
                                               text("backups: the backup schedule cannot be read"),
                                               text("link: it takes a JSON object"),
                                               text("pin: it takes true or false"),
                                               text("updateNotices: it takes true or false")});
    }
}

TEST_CASE("the example of a file of policies is one", "[app]")
{
    CHECK(app::readPolicies(app::examplePolicyFile()).values.size() == app::managedSettings().size());
}

TEST_CASE("people get a row for each policy", "[app]")
{
    CHECK(app::policyTable().count('\n') == 2 + app::managedSettings().size());
}
