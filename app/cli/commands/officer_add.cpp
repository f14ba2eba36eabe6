#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"

namespace amparo::cli {

namespace {

const QString newPassphrase = QStringLiteral("new-passphrase-file");
const QString roleOption = QStringLiteral("role");
const QString displayName = QStringLiteral("display-name");

Outcome run(const Arguments &arguments)
{
    const QString login = arguments.positional(0);
    const auto role = record::roleFromName(arguments.find(roleOption).value_or(QStringLiteral("officer")));
    if (!role)
        return usageError(QStringLiteral("--role is officer, shift-lead, administrator or auditor"));
    const auto passphrase = readPassphrase(arguments, newPassphrase);
    if (!passphrase)
        return failed(passphrase.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const record::Officer officer{OfficerId::create(), login, arguments.find(displayName).value_or(login),
                                  *role};
    const auto added =
        (*store)->addOfficer(officer, *passphrase, crypto::calibratedKdf(std::chrono::milliseconds(500)));
    if (!added)
        return failed(added.error());
    return Answer{{{QStringLiteral("officer"), officer.id.toText()}, {QStringLiteral("login"), login}},
                  QStringLiteral("%1 can sign in as %2").arg(login, record::roleName(*role))};
}

}  // namespace

Command officerAddCommand()
{
    return {QStringLiteral("officer add"),
            QStringLiteral("give a person an account at the post"),
            QString(),
            {{QStringLiteral("LOGIN"), QStringLiteral("what the person types to sign in")}},
            storeOptions(
                {{newPassphrase, QStringLiteral("file whose first line is the person's passphrase"),
                  QStringLiteral("FILE")},
                 {roleOption, QStringLiteral("officer (default), shift-lead, administrator, auditor"),
                  QStringLiteral("ROLE")},
                 {displayName, QStringLiteral("how colleagues see the person"), QStringLiteral("NAME")}}),
            run};
}

}  // namespace amparo::cli
