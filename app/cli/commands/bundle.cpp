// Records on a stick, for posts without a link.
#include "app/bundle_exchange.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/package_answer.h"
#include "app/cli/open_store.h"
#include "store/recovery_file.h"
#include "store/store_queue.h"
#include "sync/bundle/bundle_export.h"
#include "sync/bundle/headquarters.h"
#include "sync/bundle/package_files.h"

#include <QEventLoop>
#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString bundleSecret = QStringLiteral("secret");
const QString bundleSecretPassphrase = QStringLiteral("secret-passphrase-file");
const QString bundleInto = QStringLiteral("into");
const QString bundlePostKey = QStringLiteral("post-key");

Outcome exportBundle(const Arguments &arguments)
{
    auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto settings = app::stickSettings(**store);
    if (!settings)
        return failed(settings.error());
    if (settings->sealKey.isEmpty())
        return failed(
            {ErrorCode::NotFound,
             QStringLiteral("no key of headquarters is set to seal to; see sync server --seal-to")});
    store::StoreQueue queue(std::move(*store));
    bundle::BundleExport work(queue, arguments.positional(0), settings->sealKey, systemClock());
    std::optional<Result<bundle::ExportedBundle>> done;
    QEventLoop loop;
    work.start([&](const Result<bundle::ExportedBundle> &result) {
        done = result;
        loop.quit();
    });
    loop.exec();
    if (!*done)
        return failed(done->error());
    const bundle::ExportedBundle &exported = **done;
    return Answer{
        {{QStringLiteral("number"), qint64(exported.number)},
         {QStringLiteral("records"), exported.records},
         {QStringLiteral("unfit"), exported.unfit},
         {QStringLiteral("full"), exported.isFull},
         {QStringLiteral("bytes"), exported.bytes},
         {QStringLiteral("folder"), exported.folder}},
        QStringLiteral("bundle %1: %2 records, sealed, in %3; they wait here until their receipts come back")
                .arg(exported.number)
                .arg(exported.records)
                .arg(exported.folder) +
            (exported.isFull ? QStringLiteral("\nthe stick is full: take another for the rest") : QString())};
}

QJsonArray refusedJson(const QList<bundle::RefusedBundle> &refused)
{
    QJsonArray array;
    for (const bundle::RefusedBundle &each : refused)
        array.append(QJsonObject{{QStringLiteral("folder"), each.folder}, {QStringLiteral("why"), each.why}});
    return array;
}

/// What was carried for others, as part of the answer.
void addCarried(const bundle::Carried &carried, Answer &answer)
{
    answer.json.insert(QStringLiteral("carried"), carried.records);
    answer.json.insert(QStringLiteral("carriedBefore"), carried.known);
    answer.json.insert(QStringLiteral("refused"), refusedJson(carried.refused));
    answer.text += QStringLiteral("%1 records of others brought to the server\n").arg(carried.records);
    for (const bundle::RefusedBundle &each : carried.refused)
        answer.text += QStringLiteral("not taken: %1 (%2)\n").arg(each.folder, each.why);
    if (carried.trouble) {
        answer.json.insert(QStringLiteral("trouble"), sync::troubleName(carried.trouble->trouble));
        answer.text += QStringLiteral("stopped by: %1\n").arg(sync::troubleName(carried.trouble->trouble));
    }
    if (carried.trouble || !carried.refused.isEmpty())
        answer.exitCode = ExitCode::Refused;
}

void addReceipts(const bundle::TakenReceipts &taken, Answer &answer)
{
    answer.json.insert(QStringLiteral("acknowledged"), taken.records.acknowledged);
    answer.json.insert(QStringLiteral("quarantined"), taken.records.quarantined);
    answer.json.insert(QStringLiteral("known"), taken.records.known + taken.unknown);
    answer.json.insert(QStringLiteral("forged"), taken.forged);
    answer.text += QStringLiteral("%1 records have their receipts, %2 were refused by the server\n")
                       .arg(taken.records.acknowledged)
                       .arg(taken.records.quarantined);
    if (taken.forged > 0) {
        answer.text += QStringLiteral("%1 receipts prove nothing and changed nothing\n").arg(taken.forged);
        answer.exitCode = ExitCode::Refused;
    }
}

Outcome importBundle(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto settings = app::stickSettings(**store);
    if (!settings)
        return failed(settings.error());
    const auto content = app::readStickFor(arguments.positional(0), (*store)->id().value().toRfc4122());
    if (!content)
        return failed(content.error());
    Answer answer;
    answer.json.insert(QStringLiteral("damaged"), content->damaged);
    if (content->damaged > 0) {
        answer.text += QStringLiteral("%1 bundles are damaged\n").arg(content->damaged);
        answer.exitCode = ExitCode::Refused;
    }
    const auto packages = bundle::readPackages(arguments.positional(0));
    if (!packages)
        return failed(packages.error());
    if (!packages->signedBytes.isEmpty() || packages->damaged > 0) {
        const auto intake = app::takeIn(**store, packages->signedBytes);
        if (!intake)
            return failed(intake.error());
        addPackages(*intake, packages->damaged, answer);
    }
    if (!content->receipts.isEmpty()) {
        if (settings->receipts.serverKey.isEmpty())
            return failed(
                {ErrorCode::NotFound, QStringLiteral("the server's receipt key is not known here; see "
                                                     "sync server --receipt-key")});
        const auto taken = (*store)->outbox().requeueInterrupted().and_then([&] {
            return bundle::takeReceipts(**store, content->receipts, settings->receipts,
                                        systemClock().utcNow());
        });
        if (!taken)
            return failed(taken.error());
        addReceipts(*taken, answer);
    }
    if (!content->others.isEmpty()) {
        if (!settings->carrier)
            return failed(
                {ErrorCode::NotFound,
                 QStringLiteral("no thin server is set to carry them to; see sync server --kind thin")});
        const bundle::Carried carried = bundle::carry(content->others, *settings->carrier, systemClock());
        if (const auto noted = app::noteCarried(**store, carried); !noted)
            return failed(noted.error());
        addCarried(carried, answer);
    }
    if (answer.text.isEmpty())
        answer.text = content->own > 0 ? QStringLiteral("no receipts yet for what this post has given away")
                                       : QStringLiteral("nothing of Amparo's is there");
    return answer;
}

Outcome sayKey(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto key =
        (*store)->bundles().checkAllowed().and_then([&] { return (*store)->batches().sealingKey(); });
    if (!key)
        return failed(key.error());
    const QString text = QString::fromLatin1(key->toBase64());
    return Answer{{{QStringLiteral("key"), text}}, text};
}

Outcome openBundle(const Arguments &arguments)
{
    const auto secretPath = arguments.find(bundleSecret);
    const auto into = arguments.find(bundleInto);
    if (!secretPath || !into)
        return usageError(QStringLiteral("--secret and --into are needed"));
    const auto passphrase = readPassphrase(arguments, bundleSecretPassphrase);
    if (!passphrase)
        return failed(passphrase.error());
    const auto secret = store::readRecoverySecret(*secretPath, *passphrase);
    if (!secret)
        return failed(secret.error());
    QList<QByteArray> trusted;
    for (const QString &key : arguments.values(bundlePostKey))
        trusted.append(QByteArray::fromBase64(key.toLatin1()));
    const auto stick = bundle::readStick(arguments.positional(0));
    if (!stick)
        return failed(stick.error());
    const auto opened = bundle::openBundles(stick->bundles + bundle::readArchive(arguments.positional(0)),
                                            *secret, trusted, *into);
    if (!opened)
        return failed(opened.error());
    Answer answer{{{QStringLiteral("batches"), opened->batches},
                   {QStringLiteral("records"), opened->records},
                   {QStringLiteral("closed"), QJsonArray::fromStringList(opened->closed)},
                   {QStringLiteral("damaged"), stick->damaged}},
                  QStringLiteral("%1 records written to %2\n").arg(opened->records).arg(*into)};
    for (const QString &line : opened->closed)
        answer.text += QStringLiteral("not opened: %1\n").arg(line);
    if (!opened->closed.isEmpty() || stick->damaged > 0)
        answer.exitCode = ExitCode::Refused;
    return answer;
}

Positional stickFolder() { return {QStringLiteral("DIR"), QStringLiteral("the stick, or a folder on it")}; }

}  // namespace

Command bundleExportCommand()
{
    return {QStringLiteral("bundle export"),
            QStringLiteral("put what waits on a stick, sealed to headquarters"),
            QStringLiteral(
                "The records wait on until their receipts come back, by the stick or by the link: the server "
                "takes each once.\nFor shift leads and administrators."),
            {stickFolder()},
            storeOptions(),
            exportBundle};
}

Command bundleImportCommand()
{
    return {
        QStringLiteral("bundle import"),
        QStringLiteral("carry other posts' bundles to the server, take in receipts and packages"),
        QStringLiteral(
            "Of other posts it brings the sealed batches to the thin server, unread, and puts its receipts "
            "on the stick.\nOf this post it checks the receipts and acknowledges the records. Again is "
            "harmless. Ends with 1 where\nsomething was not taken."),
        {stickFolder()},
        storeOptions(),
        importBundle};
}

Command bundleKeyCommand()
{
    return {QStringLiteral("bundle key"),
            QStringLiteral("say the key under what this post seals"),
            QStringLiteral(
                "A post without a link tells it to headquarters, where amparo-gateway post key takes it."),
            {},
            storeOptions(),
            sayKey};
}

Command bundleOpenCommand()
{
    return {QStringLiteral("bundle open"),
            QStringLiteral("read sealed bundles, at headquarters, on a computer without a network"),
            QStringLiteral(
                "Also what amparo-gateway sealed has written. Each record gets a folder of its own, with "
                "submission.xml and its files."),
            {stickFolder()},
            {{bundleSecret, QStringLiteral("the secret half of headquarters' key"), QStringLiteral("FILE")},
             {bundleSecretPassphrase, QStringLiteral("file whose first line is its passphrase"),
              QStringLiteral("FILE")},
             {bundleInto, QStringLiteral("folder for the records"), QStringLiteral("DIR")},
             {bundlePostKey,
              QStringLiteral("a post to believe, as bundle key says it; may come again; without: any"),
              QStringLiteral("KEY")}},
            openBundle};
}

}  // namespace amparo::cli
