#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto officers = (*store)->officers().list();
    if (!officers)
        return failed(officers.error());
    QJsonArray array;
    QStringList lines;
    for (const record::Officer &officer : *officers) {
        const QString role = record::roleName(officer.role);
        array.append(QJsonObject{{QStringLiteral("id"), officer.id.toText()},
                                 {QStringLiteral("login"), officer.loginName},
                                 {QStringLiteral("name"), officer.displayName},
                                 {QStringLiteral("role"), role}});
        lines.append(
            QStringLiteral("%1 %2 %3").arg(officer.loginName, -16).arg(role, -14).arg(officer.displayName));
    }
    return Answer{{{QStringLiteral("officers"), array}}, lines.join(u'\n')};
}

}  // namespace

Command officerListCommand()
{
    return {QStringLiteral("officer list"),
            QStringLiteral("list who has an account at the post"),
            QString(),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
