#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto officer = findOfficer(**store, arguments.positional(0));
    if (!officer)
        return failed(officer.error());
    if (const auto removed = (*store)->removeOfficer(officer->id); !removed)
        return failed(removed.error());
    return Answer{{{QStringLiteral("officer"), officer->id.toText()}},
                  QStringLiteral("%1 can no longer sign in. Change the store's key next (amparoctl key "
                                 "rotate), so that no copy of the key file made before opens it.")
                      .arg(officer->loginName)};
}

}  // namespace

Command officerRemoveCommand()
{
    return {QStringLiteral("officer remove"),
            QStringLiteral("take a person's account away"),
            QStringLiteral("The name stays on the records. For administrators."),
            {{QStringLiteral("LOGIN"), QStringLiteral("whose account")}},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
