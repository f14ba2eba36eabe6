// The one list of policies, and what is made of it.
#include "app/managed_settings.h"
#include "app/policy_templates.h"
#include "support/catch.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

using namespace amparo;
using test::require;

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

}  // namespace

TEST_CASE("every policy of the list takes its own example, and its summary says what it decides", "[app]")
{
    for (const app::ManagedSetting &setting : app::managedSettings()) {
        CAPTURE(setting.key);
        const QString json = QStringLiteral("{\"amparoPolicy\": 1, \"settings\": {\"%1\": %2}}")
                                 .arg(setting.key, setting.example);
        const auto read = require(app::readPolicies(json.toUtf8()));
        CHECK(read.keys() == QStringList{setting.storeName});
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

TEST_CASE("the example of a file of policies is one", "[app]")
{
    CHECK(require(app::readPolicies(app::examplePolicyFile())).size() == app::managedSettings().size());
}

TEST_CASE("people get a row for each policy", "[app]")
{
    CHECK(app::policyTable().count('\n') == 2 + app::managedSettings().size());
}
