#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "app/form_updates.h"
#include "sync/server_repository.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

Answer answerWith(const app::FormUpdate &update)
{
    QJsonArray failed;
    QStringList lines{
        QStringLiteral("received %1, unchanged %2").arg(update.received.size()).arg(update.unchanged)};
    for (const QString &id : update.received)
        lines.append(QStringLiteral("%1: received, in force at the next sign-in").arg(id));
    for (const openrosa::FailedForm &form : update.failed) {
        failed.append(QJsonObject{{QStringLiteral("id"), form.formId}, {QStringLiteral("why"), form.why}});
        lines.append(QStringLiteral("%1: left as it was: %2").arg(form.formId, form.why));
    }
    Answer answer{{{QStringLiteral("received"), QJsonArray::fromStringList(update.received)},
                   {QStringLiteral("unchanged"), update.unchanged},
                   {QStringLiteral("failed"), failed}},
                  {}};
    if (update.trouble) {
        answer.exitCode = ExitCode::Refused;
        answer.json.insert(QStringLiteral("trouble"), sync::troubleName(update.trouble->trouble));
        lines.append(QStringLiteral("stopped by: ") + sync::troubleName(update.trouble->trouble));
    }
    answer.text = lines.join(u'\n');
    return answer;
}

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto server = sync::ServerRepository((*store)->settings()).find();
    if (!server)
        return failed(server.error());
    if (!*server || (*server)->protocol != sync::Protocol::OpenRosa)
        return failed({ErrorCode::NotFound, QStringLiteral("no OpenRosa server is set; see sync server")});
    const auto known = app::knownForms(**store);
    if (!known)
        return failed(known.error());
    const auto fetched = openrosa::fetchForms(**server, *known, systemClock());
    const auto update = app::takeUp(**store, fetched, QDate::currentDate());
    if (!update)
        return failed(update.error());
    return answerWith(*update);
}

}  // namespace

Command formUpdateCommand()
{
    return {QStringLiteral("form update"),
            QStringLiteral("fetch the forms that the server publishes"),
            QStringLiteral(
                "What has changed, by the hash of each part. Drafts go on with the version that they began "
                "with. A form that\nnames no purpose in Amparo's namespace is another's and left out. The "
                "desktop does this by itself."),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
