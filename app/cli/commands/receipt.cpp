// What proves that the server has a record, for people at the post and for auditors elsewhere.
#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "app/receipt_proof.h"
#include "crypto/signature.h"
#include "sync/store_outbox.h"
#include "sync/thin/items.h"

#include <QFileInfo>

namespace amparo::cli {

namespace {

const QString receiptOut = QStringLiteral("out");
const QString serverKeyOption = QStringLiteral("server-key");
const QString submissionOption = QStringLiteral("submission");
const QString attachmentOption = QStringLiteral("attachment");

QString verdictName(exchange::Verdict verdict)
{
    switch (verdict) {
    case exchange::Verdict::Stored:
        return QStringLiteral("stored");
    case exchange::Verdict::AlreadyStored:
        return QStringLiteral("already-stored");
    case exchange::Verdict::Conflict:
        return QStringLiteral("conflict");
    case exchange::Verdict::Refused:
        return QStringLiteral("refused");
    }
    Q_UNREACHABLE();
}

QString proofSentence(app::Proof proof)
{
    switch (proof) {
    case app::Proof::Valid:
        return QStringLiteral("the server's signature holds");
    case app::Proof::Unsigned:
        return QStringLiteral("the server does not sign: this is its word as it was noted");
    case app::Proof::KeyUnknown:
        return QStringLiteral("the server's key is not known here");
    case app::Proof::OtherKey:
        return QStringLiteral("not signed with this server's key");
    case app::Proof::Broken:
        return QStringLiteral("it proves nothing: altered, or of another record");
    }
    Q_UNREACHABLE();
}

/// What the server has signed, and whether it has.
void addProof(const app::JudgedReceipt &judged, Answer &answer)
{
    answer.json.insert(QStringLiteral("signature"), app::proofName(judged.proof));
    if (judged.receipt) {
        const exchange::Receipt &receipt = *judged.receipt;
        answer.json.insert(QStringLiteral("verdict"), verdictName(receipt.verdict));
        answer.json.insert(QStringLiteral("signedAt"), receipt.time.toString(Qt::ISODateWithMs));
        answer.json.insert(QStringLiteral("keyId"), QString::fromLatin1(receipt.keyId.toHex()));
        answer.json.insert(QStringLiteral("batch"), QString::fromLatin1(receipt.batchId.toHex()));
        answer.text += QStringLiteral("%1 at %2, in batch %3\n")
                           .arg(verdictName(receipt.verdict), receipt.time.toString(Qt::ISODateWithMs),
                                QString::fromLatin1(receipt.batchId.toHex()));
    }
    answer.text += proofSentence(judged.proof);
    if (judged.proof == app::Proof::OtherKey || judged.proof == app::Proof::Broken)
        answer.exitCode = ExitCode::Refused;
}

Outcome showReceipt(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto kept = (*store)->outbox().keptReceipt(arguments.positional(0));
    if (!kept)
        return failed(kept.error());
    if (!*kept)
        return failed({ErrorCode::NotFound, QStringLiteral("there is no such final record")});
    if (!(*kept)->receipt)
        return failed({ErrorCode::NotFound, QStringLiteral("no receipt has come for this record")});
    const store::Receipt &receipt = *(*kept)->receipt;
    const auto keys = app::receiptKeys(**store, receipt.server);
    if (!keys)
        return failed(keys.error());
    const bool isRelays = receipt.stage == store::Receipt::Stage::Relay;
    Answer answer{{{QStringLiteral("instanceId"), (*kept)->instanceId},
                   {QStringLiteral("erased"), (*kept)->isErased},
                   {QStringLiteral("server"), receipt.server},
                   {QStringLiteral("receivedAt"), receipt.receivedAt.toString(Qt::ISODate)},
                   {QStringLiteral("status"), receipt.status},
                   {QStringLiteral("message"), receipt.message},
                   {QStringLiteral("stage"), isRelays ? QStringLiteral("relay") : QStringLiteral("server")}},
                  QStringLiteral("%1\n%2 %3, %4\n")
                      .arg((*kept)->instanceId, isRelays ? QStringLiteral("the relay") : receipt.server,
                           QString::number(receipt.status), receipt.receivedAt.toString(Qt::ISODate))};
    addProof(app::judgeReceipt(receipt.proof, (*kept)->instanceId, *keys), answer);
    if (const auto out = arguments.find(receiptOut)) {
        if (receipt.proof.isEmpty())
            return failed(
                {ErrorCode::NotFound, QStringLiteral("the server does not sign: there is nothing to write")});
        const app::ReceiptFile file{(*kept)->instanceId, receipt.server, receipt.receivedAt, receipt.proof};
        if (const auto written = writeOutput(*out, app::toJson(file)); !written)
            return failed(written.error());
        answer.text += QStringLiteral("\nwritten to ") + *out;
    }
    return answer;
}

/// The content hash of a submission with its files, as the post has sent it.
Result<QByteArray> contentHashOf(const Arguments &arguments)
{
    const auto xml = readInput(arguments.value(submissionOption));
    if (!xml)
        return tl::make_unexpected(xml.error());
    QMap<QString, QByteArray> files;
    for (const QString &path : arguments.values(attachmentOption)) {
        const auto bytes = readInput(path);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        files.insert(QFileInfo(path).fileName(), *bytes);
    }
    return exchange::contentHash(thin::itemOf({QString(), QString(), *xml, sync::attachmentsOf(files)}));
}

Outcome verifyReceipt(const Arguments &arguments)
{
    const QByteArray key = QByteArray::fromBase64(arguments.value(serverKeyOption).toLatin1());
    if (key.size() != crypto::publicKeySize)
        return usageError(QStringLiteral("--server-key is needed: what amparo-gateway init prints"));
    if (arguments.has(attachmentOption) && !arguments.has(submissionOption))
        return usageError(QStringLiteral("--attachment goes with --submission"));
    const auto file = readInput(arguments.positional(0)).and_then([](const QByteArray &json) {
        return app::receiptFileFromJson(json);
    });
    if (!file)
        return failed(file.error());
    Answer answer{
        {{QStringLiteral("instanceId"), file->instanceId}, {QStringLiteral("server"), file->server}},
        file->instanceId + QLatin1Char('\n')};
    const app::JudgedReceipt judged = app::judgeReceipt(file->proof, file->instanceId, {key});
    addProof(judged, answer);
    if (!arguments.has(submissionOption) || !judged.receipt)
        return answer;
    const auto hash = contentHashOf(arguments);
    if (!hash)
        return failed(hash.error());
    const bool isSame = *hash == judged.receipt->record.contentHash;
    answer.json.insert(QStringLiteral("content"), isSame ? QStringLiteral("same") : QStringLiteral("other"));
    answer.text += isSame ? QStringLiteral("\nit is of this very submission")
                          : QStringLiteral("\nit is not of this submission, or not with these files");
    if (!isSame)
        answer.exitCode = ExitCode::Refused;
    return answer;
}

}  // namespace

Command recordReceiptCommand()
{
    return {
        QStringLiteral("record receipt"),
        QStringLiteral("show what proves that the server has a record"),
        QStringLiteral("Also of an erased record: its receipt stays. Ends with 1 where a signature does not "
                       "hold."),
        {{QStringLiteral("ID"), QStringLiteral("the record's, or its instanceID")}},
        storeOptions(
            {{receiptOut, QStringLiteral("write it as well, for receipt verify"), QStringLiteral("FILE")}}),
        showReceipt};
}

Command receiptVerifyCommand()
{
    return {
        QStringLiteral("receipt verify"),
        QStringLiteral("check a receipt that record receipt has written, without a store"),
        QStringLiteral(
            "It holds where the server of that key has signed it, years later as well. Ends with 1 "
            "where it does not."),
        {{QStringLiteral("FILE"), QStringLiteral("the receipt")}},
        {{serverKeyOption, QStringLiteral("the server's public key, as amparo-gateway init prints it"),
          QStringLiteral("KEY")},
         {submissionOption, QStringLiteral("the record's XML: whether the receipt is of these very bytes"),
          QStringLiteral("FILE")},
         {attachmentOption, QStringLiteral("a file that goes with it, under its own name; may come again"),
          QStringLiteral("FILE")}},
        verifyReceipt};
}

}  // namespace amparo::cli
