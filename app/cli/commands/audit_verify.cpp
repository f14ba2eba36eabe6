#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto verdict = (*store)->audit().verify();
    if (!verdict)
        return failed(verdict.error());
    const QString hash = QString::fromLatin1(verdict->lastHash.toHex());
    Answer answer;
    answer.json = {{QStringLiteral("sound"), verdict->sound},
                   {QStringLiteral("firstBroken"),
                    verdict->firstBroken ? QJsonValue(*verdict->firstBroken) : QJsonValue()},
                   {QStringLiteral("lastHash"), hash}};
    if (verdict->firstBroken) {
        answer.exitCode = ExitCode::Refused;
        answer.text = QStringLiteral("entry %1 was changed, moved or left out; %2 before it are sound")
                          .arg(*verdict->firstBroken)
                          .arg(verdict->sound);
    } else {
        answer.text =
            QStringLiteral("%1 entries, all sound; the last has the hash %2").arg(verdict->sound).arg(hash);
    }
    return answer;
}

}  // namespace

Command auditVerifyCommand()
{
    return {QStringLiteral("audit verify"),
            QStringLiteral("recompute the chain of the audit log"),
            QStringLiteral(
                "Ends with 1 at the first entry that does not fit. A log cut off at its end is only told by "
                "the last hash: compare it with one noted earlier."),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
