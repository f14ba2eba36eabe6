#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"
#include "app/post_sync.h"
#include "store/recovery_file.h"
#include "store/store_queue.h"
#include "sync/server_repository.h"

#include <QEventLoop>

namespace amparo::cli {

namespace {

const QString urlFile = QStringLiteral("url-file");
const QString kind = QStringLiteral("kind");
const QString sealTo = QStringLiteral("seal-to");
const QString receiptKey = QStringLiteral("receipt-key");

QJsonObject countsJson(const store::OutboxCounts &counts)
{
    return {{QStringLiteral("queued"), counts.queued},
            {QStringLiteral("sending"), counts.sending},
            {QStringLiteral("acknowledged"), counts.acknowledged},
            {QStringLiteral("quarantined"), counts.quarantined},
            {QStringLiteral("atRelay"), counts.atRelay}};
}

Answer answerWith(const store::OutboxCounts &counts)
{
    QString text = QStringLiteral("waiting %1, received %2, held back %3")
                       .arg(counts.queued + counts.sending)
                       .arg(counts.acknowledged)
                       .arg(counts.quarantined);
    if (counts.atRelay > 0)
        text += QStringLiteral("; of those received, the post's relay alone has %1").arg(counts.atRelay);
    return {countsJson(counts), text};
}

/// The engine has done what it can for now: nothing waits, or it waits itself.
bool isAtRest(const sync::Status &status)
{
    return !status.isSending &&
           (status.waiting == 0 || status.lastTrouble || status.storeError || status.hold);
}

/// Sends until the engine rests; the status it rests with.
sync::Status sendAll(store::StoreQueue &queue, const sync::ServerSettings &server,
                     const sync::SyncPolicy &policy)
{
    const auto thread = app::makePostSync(queue, systemClock());
    QEventLoop loop;
    sync::Status last;
    QObject::connect(thread.get(), &sync::SyncThread::statusChanged, &loop, [&](const sync::Status &status) {
        last = status;
        if (status.isConfigured && isAtRest(status))
            loop.quit();
    });
    thread->setPolicy(policy);
    thread->configure(server);
    thread->sendNow();
    loop.exec();
    return last;
}

Outcome runNow(const Arguments &arguments)
{
    auto opened = openStore(arguments);
    if (!opened)
        return failed(opened.error());
    const auto server = sync::ServerRepository((*opened)->settings()).find();
    if (!server)
        return failed(server.error());
    if (!*server)
        return failed({ErrorCode::NotFound, QStringLiteral("no server is set; see sync server")});
    const auto policy = sync::ServerRepository((*opened)->settings()).rules();
    if (!policy)
        return failed(policy.error());
    store::StoreQueue queue(std::move(*opened));
    const sync::Status status = sendAll(queue, **server, *policy);

    QEventLoop loop;
    QObject receiver;
    Outcome outcome = failed({ErrorCode::Cancelled, QStringLiteral("the store did not answer")});
    queue.run(
        &receiver, [](store::Store &store) { return store.outbox().counts(); },
        [&](const Result<store::OutboxCounts> &counts) {
            outcome = counts ? Outcome(answerWith(*counts)) : failed(counts.error());
            loop.quit();
        });
    loop.exec();
    if (!outcome || outcome->json.value(QStringLiteral("queued")).toInt() == 0)
        return outcome;
    if (status.lastTrouble) {
        outcome->exitCode = ExitCode::Refused;
        outcome->json.insert(QStringLiteral("trouble"), sync::troubleName(*status.lastTrouble));
        outcome->text += QStringLiteral("; stopped by: ") + sync::troubleName(*status.lastTrouble);
    } else if (status.hold) {
        outcome->exitCode = ExitCode::Refused;
        outcome->json.insert(QStringLiteral("hold"), sync::holdName(*status.hold));
        outcome->text += QStringLiteral("; held by the rules for the link: ") + sync::holdName(*status.hold);
    }
    return outcome;
}

Outcome runStatus(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto counts = (*store)->outbox().counts();
    if (!counts)
        return failed(counts.error());
    return answerWith(*counts);
}

/// What is said of keys; the key to seal to stays where nothing is said of it.
Result<> readKeys(const Arguments &arguments, const std::optional<sync::ServerSettings> &kept,
                  sync::ServerSettings &server)
{
    if (kept)
        server.sealKey = kept->sealKey;
    if (const auto path = arguments.find(sealTo)) {
        const auto key = *path == QLatin1String("none") ? QByteArray() : store::readRecoveryPublic(*path);
        if (!key)
            return tl::make_unexpected(key.error());
        server.sealKey = *key;
    }
    if (const auto text = arguments.find(receiptKey))
        server.trust.receiptKey = QByteArray::fromBase64(text->toLatin1());
    return check(server);
}

Outcome runServer(const Arguments &arguments)
{
    const auto address = readSecretLine(arguments, urlFile);
    if (!address)
        return failed(address.error());
    auto server = sync::parseServerAddress(*address);
    if (!server)
        return failed(server.error());
    const QString kindName = arguments.value(kind);
    const auto protocol = kindName.isEmpty() ? server->protocol : sync::protocolFromName(kindName);
    if (!protocol || *protocol == sync::Protocol::Relay)  // a relay is taken up by its enrolment file
        return usageError(QStringLiteral("--kind is openrosa or thin"));
    server->protocol = *protocol;
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    sync::ServerRepository servers((*store)->settings());
    const auto before = servers.find();
    if (!before)
        return failed(before.error());
    if (const auto read = readKeys(arguments, *before, *server); !read)
        return failed(read.error());
    auto approval = approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto kept = servers.set(*server, std::move(*approval)); !kept)
        return failed(kept.error());
    const bool isSealed = !server->sealKey.isEmpty();
    return Answer{
        {{QStringLiteral("server"), server->address.toString()}, {QStringLiteral("sealed"), isSealed}},
        QStringLiteral("records go to %1%2")
            .arg(server->address.toString(),
                 isSealed ? QStringLiteral(", sealed to headquarters") : QString())};
}

Outcome runAgain(const Arguments &arguments)
{
    const QDate since = QDate::fromString(arguments.positional(0), Qt::ISODate);
    if (!since.isValid())
        return usageError(QStringLiteral("a date is written YYYY-MM-DD"));
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (!record::may((*store)->officer().role, record::Permission::SetPolicies))
        return failed({ErrorCode::Denied, QStringLiteral("only an administrator sends records again")});
    const auto requeued = (*store)->outbox().requeueReceivedSince(since.startOfDay().toUTC());
    if (!requeued)
        return failed(requeued.error());
    return Answer{{{QStringLiteral("requeued"), *requeued}},
                  QStringLiteral("%1 records go out again; the server takes each once").arg(*requeued)};
}

}  // namespace

Command syncAgainCommand()
{
    return {
        QStringLiteral("sync again"),
        QStringLiteral("send again what the server took since a day"),
        QStringLiteral("For a server that was set back to a backup and lacks what it had acknowledged. The "
                       "same bytes go out, so that what it still has stays once. For administrators; each "
                       "record leaves an entry in the audit log."),
        {{QStringLiteral("DATE"), QStringLiteral("the first day, YYYY-MM-DD, in local time")}},
        storeOptions(),
        runAgain};
}

Command syncNowCommand()
{
    return {QStringLiteral("sync now"),
            QStringLiteral("send what waits to the national server"),
            QStringLiteral("Ends with 1 and the reason where something still waits."),
            {},
            storeOptions(),
            runNow};
}

Command syncStatusCommand()
{
    return {QStringLiteral("sync status"),
            QStringLiteral("say how many records wait, were received, are held back"),
            QString(),
            {},
            storeOptions(),
            runStatus};
}

Command syncServerCommand()
{
    return {
        QStringLiteral("sync server"),
        QStringLiteral("say to which server records go"),
        QStringLiteral(
            "The address holds a token or password, and so is read from a file. For "
            "administrators; another server in the\n"
            "place of one needs a second person: a shift lead or an auditor.\n"
            "A thin server (amparo-gateway) is for links of few kbit/s: https://TOKEN@HOST. With --seal-to, "
            "batches for it\nand what goes on a stick are sealed, so that nobody reads them but who has "
            "the other half of that key.\nMake a pair of its own for it (key make-recovery): the one "
            "that opens posts should not be at hand each day."),
        {},
        twoPeopleOptions(
            {{urlFile, QStringLiteral("file whose first line is the address, - for standard input"),
              QStringLiteral("FILE")},
             {kind, QStringLiteral("how it is spoken to: openrosa (the default) or thin"),
              QStringLiteral("KIND")},
             {sealTo,
              QStringLiteral("the public half of headquarters' key, none to seal no more; without this it "
                             "stays as it is"),
              QStringLiteral("FILE")},
             {receiptKey,
              QStringLiteral("what a thin server signs receipts with, as amparo-gateway init prints it"),
              QStringLiteral("KEY")}}),
        runServer};
}

}  // namespace amparo::cli
