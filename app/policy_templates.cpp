#include "app/policy_templates.h"

#include "app/managed_settings.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

namespace amparo::app {

namespace {

using Kind = ManagedSetting::Kind;

constexpr int longestText = 32'000;
const QString definitionsSpace =
    QStringLiteral("http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions");
const QString supported = QStringLiteral("SUPPORTED_Amparo");

struct PolicyTemplateTexts {
    Q_DECLARE_TR_FUNCTIONS(PolicyTemplates)
};

using Attributes = QList<std::pair<const char *, QString>>;

/// An XML file as Group Policy wants it.
class Xml {
public:
    explicit Xml(const char *root) : m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        open(root, {{"xmlns", definitionsSpace},
                    {"revision", QStringLiteral("1.0")},
                    {"schemaVersion", QStringLiteral("1.0")}});
    }
    void open(const char *name, const Attributes &attributes = {})
    {
        m_xml.writeStartElement(QString::fromLatin1(name));
        for (const auto &[key, value] : attributes)
            m_xml.writeAttribute(QString::fromLatin1(key), value);
    }
    void close() { m_xml.writeEndElement(); }
    void leaf(const char *name, const Attributes &attributes, const QString &text = {})
    {
        open(name, attributes);
        if (!text.isEmpty())
            m_xml.writeCharacters(text);
        close();
    }
    QByteArray end()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

QString stringOf(const QString &id) { return QStringLiteral("$(string.%1)").arg(id); }

void writeElements(Xml &xml, const ManagedSetting &setting)
{
    const QString &key = setting.key;
    if (setting.kind == Kind::Flag) {
        for (const auto &[name, value] : {std::pair("enabledValue", 1), std::pair("disabledValue", 0)}) {
            xml.open(name);
            xml.leaf("decimal", {{"value", QString::number(value)}});
            xml.close();
        }
        return;
    }
    xml.open("elements");
    if (setting.kind == Kind::Number)
        xml.leaf("decimal", {{"id", key},
                             {"valueName", key},
                             {"required", QStringLiteral("true")},
                             {"minValue", QString::number(setting.lowest)},
                             {"maxValue", QString::number(setting.highest)}});
    else
        xml.leaf("text", {{"id", key},
                          {"valueName", key},
                          {"required", QStringLiteral("true")},
                          {"maxLength", QString::number(longestText)}});
    xml.close();
}

void writePolicy(Xml &xml, const ManagedSetting &setting)
{
    const QString &key = setting.key;
    Attributes attributes{{"name", key},
                          {"class", QStringLiteral("Machine")},
                          {"displayName", stringOf(key)},
                          {"explainText", stringOf(key + QStringLiteral("_Help"))},
                          {"key", QStringLiteral("Software\\Policies\\Amparo")}};
    if (setting.kind == Kind::Flag)
        attributes.append({"valueName", key});
    else
        attributes.append({"presentation", QStringLiteral("$(presentation.%1)").arg(key)});
    xml.open("policy", attributes);
    xml.leaf("parentCategory", {{"ref", QStringLiteral("Amparo")}});
    xml.leaf("supportedOn", {{"ref", supported}});
    writeElements(xml, setting);
    xml.close();
}

QString exampleOf(const ManagedSetting &setting)
{
    return setting.windowsExample.isEmpty() ? setting.example : setting.windowsExample;
}

QString helpOf(const ManagedSetting &setting)
{
    const QString summary = PolicyTemplateTexts::tr(setting.summary);
    if (setting.kind != Kind::Object)
        return summary;
    const QString example = exampleOf(setting);
    const QString help =
        summary + QLatin1Char(' ') + PolicyTemplateTexts::tr("As JSON, for instance: %1").arg(example);
    if (!example.contains(QLatin1Char('\\')))
        return help;
    return help + QLatin1Char('\n') + PolicyTemplateTexts::tr("In JSON a backslash is written twice.");
}

void writePresentation(Xml &xml, const ManagedSetting &setting)
{
    xml.open("presentation", {{"id", setting.key}});
    if (setting.kind == Kind::Number) {
        xml.leaf("decimalTextBox", {{"refId", setting.key}, {"defaultValue", exampleOf(setting)}},
                 PolicyTemplateTexts::tr("Value:"));
    } else {
        xml.open("textBox", {{"refId", setting.key}});
        xml.leaf("label", {}, PolicyTemplateTexts::tr("Value:"));
        xml.leaf("defaultValue", {}, exampleOf(setting));
        xml.close();
    }
    xml.close();
}

QString rangeOf(const ManagedSetting &setting)
{
    switch (setting.kind) {
    case Kind::Flag:
        return QStringLiteral("`true`, `false`");
    case Kind::Number:
        return QStringLiteral("%1–%2").arg(setting.lowest).arg(setting.highest);
    case Kind::Object:
        return QStringLiteral("`%1`").arg(setting.example);
    }
    Q_UNREACHABLE();
}

}  // namespace

QByteArray groupPolicyDefinitions()
{
    Xml xml("policyDefinitions");
    xml.open("policyNamespaces");
    xml.leaf("target",
             {{"prefix", QStringLiteral("amparo")}, {"namespace", QStringLiteral("Amparo.Policies")}});
    xml.close();
    xml.leaf("resources", {{"minRequiredRevision", QStringLiteral("1.0")}});
    xml.open("supportedOn");
    xml.open("definitions");
    xml.leaf("definition", {{"name", supported}, {"displayName", stringOf(supported)}});
    xml.close();
    xml.close();
    xml.open("categories");
    xml.leaf("category",
             {{"name", QStringLiteral("Amparo")}, {"displayName", stringOf(QStringLiteral("Amparo"))}});
    xml.close();
    xml.open("policies");
    for (const ManagedSetting &setting : managedSettings())
        writePolicy(xml, setting);
    xml.close();
    return xml.end();
}

QByteArray groupPolicyTexts()
{
    Xml xml("policyDefinitionResources");
    xml.leaf("displayName", {}, QStringLiteral("Amparo"));
    xml.leaf("description", {}, PolicyTemplateTexts::tr("Policies of Amparo stations"));
    xml.open("resources");
    xml.open("stringTable");
    const auto string = [&](const QString &id, const QString &text) {
        xml.leaf("string", {{"id", id}}, text);
    };
    string(QStringLiteral("Amparo"), QStringLiteral("Amparo"));
    string(supported, PolicyTemplateTexts::tr("Amparo %1 or later").arg(QStringLiteral(AMPARO_VERSION)));
    for (const ManagedSetting &setting : managedSettings()) {
        string(setting.key, PolicyTemplateTexts::tr(setting.name));
        string(setting.key + QStringLiteral("_Help"), helpOf(setting));
    }
    xml.close();
    xml.open("presentationTable");
    for (const ManagedSetting &setting : managedSettings()) {
        if (setting.kind != Kind::Flag)
            writePresentation(xml, setting);
    }
    return xml.end();
}

QByteArray examplePolicyFile()
{
    QJsonObject settings;
    for (const ManagedSetting &setting : managedSettings()) {
        // A value alone is no JSON document for Qt.
        const QByteArray wrapped = QStringLiteral("[%1]").arg(setting.example).toUtf8();
        settings.insert(setting.key, QJsonDocument::fromJson(wrapped)[0]);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("amparoPolicy"), 1}, {QStringLiteral("settings"), settings}})
        .toJson(QJsonDocument::Indented);
}

QByteArray policyTable()
{
    QString table = QStringLiteral("| %1 | %2 | %3 |\n| --- | --- | --- |\n")
                        .arg(PolicyTemplateTexts::tr("Policy"), PolicyTemplateTexts::tr("Values"),
                             PolicyTemplateTexts::tr("What it decides"));
    for (const ManagedSetting &setting : managedSettings())
        table += QStringLiteral("| `%1` | %2 | %3 |\n")
                     .arg(setting.key, rangeOf(setting), PolicyTemplateTexts::tr(setting.summary));
    return table.toUtf8();
}

}  // namespace amparo::app
