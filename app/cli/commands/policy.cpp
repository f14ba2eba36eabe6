// What those who look after many computers need to manage policies.
#include "app/cli/commands/commands.h"
#include "app/policy_templates.h"
#include "translations/languages.h"

#include <QCoreApplication>

namespace amparo::cli {

namespace {

const QString policyLanguage = QStringLiteral("language");

std::optional<QByteArray> templateNamed(const QString &kind)
{
    if (kind == QLatin1String("admx"))
        return app::groupPolicyDefinitions();
    if (kind == QLatin1String("adml"))
        return app::groupPolicyTexts();
    if (kind == QLatin1String("json"))
        return app::examplePolicyFile();
    if (kind == QLatin1String("table"))
        return app::policyTable();
    return std::nullopt;
}

Outcome run(const Arguments &arguments)
{
    if (const auto asked = arguments.find(policyLanguage)) {
        if (!translations::languageFor(*asked))
            return usageError(QStringLiteral("--language knows %1")
                                  .arg(translations::languages().join(QLatin1String(", "))));
        translations::useLanguage(*QCoreApplication::instance(), *asked);
    }
    const auto made = templateNamed(arguments.positional(0));
    if (!made)
        return usageError(QStringLiteral("the kind is admx, adml, json or table"));
    const QString text = QString::fromUtf8(*made);
    return Answer{{{QStringLiteral("template"), text}}, text};
}

}  // namespace

Command policyTemplateCommand()
{
    return {
        QStringLiteral("policy template"),
        QStringLiteral("print what Group Policy or /etc/amparo/policy.json can manage"),
        QStringLiteral(
            "admx and adml for Group Policy (PolicyDefinitions\\Amparo.admx and "
            "PolicyDefinitions\\LANGUAGE\\Amparo.adml),\njson a file with every policy, table for people. "
            "Doctor shows what is in force and from where."),
        {{QStringLiteral("KIND"), QStringLiteral("admx, adml, json or table")}},
        {{policyLanguage, QStringLiteral("of adml and table: en, es or pt-BR"), QStringLiteral("CODE")}},
        run};
}

}  // namespace amparo::cli
