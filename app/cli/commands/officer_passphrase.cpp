#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"

namespace amparo::cli {

namespace {

const QString newPassphraseFile = QStringLiteral("new-passphrase-file");

Outcome run(const Arguments &arguments)
{
    const auto next = readPassphrase(arguments, newPassphraseFile);
    if (!next)
        return failed(next.error());
    const auto current = signInPassphrase(arguments);
    if (!current)
        return failed(current.error());
    const auto store = openStore(arguments, *current);
    if (!store)
        return failed(store.error());
    const record::Officer &self = (*store)->officer();
    const QString login = arguments.positional(0);
    const auto officer = login.isEmpty() ? Result<record::Officer>(self) : findOfficer(**store, login);
    if (!officer)
        return failed(officer.error());
    const auto kdf = crypto::calibratedKdf(std::chrono::milliseconds(500));
    const auto changed = officer->id == self.id ? (*store)->changePassphrase(*current, *next, kdf)
                                                : (*store)->resetPassphrase(officer->id, *next, kdf);
    if (!changed)
        return failed(changed.error());
    return Answer{{{QStringLiteral("officer"), officer->id.toText()}},
                  QStringLiteral("%1 signs in with the new passphrase from now on").arg(officer->loginName)};
}

}  // namespace

Command officerPassphraseCommand()
{
    return {
        QStringLiteral("officer passphrase"),
        QStringLiteral("change one's own passphrase, or give a new one to somebody who forgot theirs"),
        QStringLiteral("Somebody else's takes an administrator. Passphrases have 12 to 128 characters and "
                       "are none that everybody tries first."),
        {{QStringLiteral("LOGIN"), QStringLiteral("whose passphrase; else one's own"), true}},
        storeOptions({{newPassphraseFile, QStringLiteral("file whose first line is the new passphrase"),
                       QStringLiteral("FILE")}}),
        run};
}

}  // namespace amparo::cli
