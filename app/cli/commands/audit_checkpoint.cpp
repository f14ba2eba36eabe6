#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "store/checkpoint_text.h"

#include <QJsonDocument>

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto opened = openStore(arguments);
    if (!opened)
        return failed(opened.error());
    if (const auto allowed = (*opened)->audit().checkReadable(); !allowed)
        return failed(allowed.error());
    store::Checkpoints &checkpoints = (*opened)->checkpoints();
    const auto made = checkpoints.make();
    const auto generations = checkpoints.generations();
    if (!made || !generations)
        return failed(made ? generations.error() : made.error());
    const QJsonObject object = toJson(store::KeptElsewhere{*made, generations->last().publicKey});
    const auto written =
        writeOutput(arguments.positional(0), QJsonDocument(object).toJson(QJsonDocument::Indented));
    if (!written)
        return failed(written.error());
    return Answer{object, QStringLiteral("entry %1, hash %2")
                              .arg(made->point.sequence)
                              .arg(QString::fromLatin1(made->point.hash.toHex()))};
}

}  // namespace

Command auditCheckpointCommand()
{
    return {QStringLiteral("audit checkpoint"),
            QStringLiteral("sign the head of the audit log, to keep elsewhere"),
            QStringLiteral(
                "For auditors and administrators. The file holds no personal data: carry it away on a stick, "
                "or note entry and hash on "
                "paper. audit verify --against FILE finds out whether anything before it was altered."),
            {{QStringLiteral("FILE"), QStringLiteral("where the checkpoint goes, as JSON")}},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
