// What proves that the server has a record: shown at the post, written, and checked without a store.

#include "cli/amparoctl.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "exchange/receipt.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::test;

namespace {

const QString gatewayAddress = QStringLiteral("https://gateway.example.org");

/// A post with a record that the gateway has signed for.
struct ProvenPost {
    ProvenPost()
    {
        record = store.addFinal();
        submission = require(store->screenings().submission(record.id));
        require(store->outbox().takeNext());
        const exchange::Manifest manifest{QByteArray(exchange::idBytes, 's'),
                                          QByteArray(exchange::idBytes, 'g'),
                                          1,
                                          {},
                                          {{exchange::instanceHash(record.instanceId),
                                            exchange::contentHash({{}, {}, {}, submission, {}})}}};
        const QByteArray batch(exchange::idBytes, 'b');
        const auto receipt =
            exchange::issueReceipt(manifest, batch, store.clock.utcNow(), {exchange::Verdict::Stored}, seed);
        proof = exchange::encode(
            require(exchange::checkedReceipts(receipt, manifest, batch, crypto::signingPublicKey(seed)))
                .first());
        require(
            store->outbox().acknowledge(record.id, {store.clock.utcNow(), gatewayAddress, 201, {}, proof}));
    }
    void knowKey()
    {
        require(store->batches().keepServerKey(gatewayAddress, crypto::signingPublicKey(seed)));
    }

    Run show(const QString &id, const QStringList &further = {})
    {
        store.close();
        const QString passphrase = files.add(QStringLiteral("pass"), "tres garzas blancas\n");
        return amparoctl(QStringList{QStringLiteral("record"), QStringLiteral("receipt"), id} + further +
                         QStringList{QStringLiteral("--json"), QStringLiteral("--store"), store.folder(),
                                     QStringLiteral("--officer"), QStringLiteral("lead"),
                                     QStringLiteral("--passphrase-file"), passphrase});
    }
    static Run verify(const QString &file, const QByteArray &key, const QStringList &further = {})
    {
        return amparoctl(QStringList{QStringLiteral("receipt"), QStringLiteral("verify"), file,
                                     QStringLiteral("--server-key"), QString::fromLatin1(key.toBase64()),
                                     QStringLiteral("--json")} +
                         further);
    }

    Files files;
    TestStore store;
    crypto::SecretBytes seed = crypto::randomSecret(crypto::keySize);
    record::Screening record;
    QByteArray submission;
    QByteArray proof;
};

QString word(const Run &run, const char *field) { return run.json().value(QLatin1String(field)).toString(); }

}  // namespace

TEST_CASE("[SEC-S4] a record's receipt is shown, by either of its ids, and says whether its signature holds",
          "[cli][sync]")
{
    ProvenPost post;
    SECTION("the server's key is known")
    {
        post.knowKey();
        const Run shown = post.show(post.record.id.toText());
        CAPTURE(shown.error.toStdString());
        CHECK(shown.exitCode == 0);
        CHECK(word(shown, "signature") == QStringLiteral("valid"));
        CHECK(word(shown, "verdict") == QStringLiteral("stored"));
        CHECK(word(shown, "server") == gatewayAddress);
        CHECK(word(shown, "signedAt") == post.store.clock.utcNow().toString(Qt::ISODateWithMs));
        CHECK(word(post.show(post.record.instanceId), "signature") == QStringLiteral("valid"));
    }
    SECTION("it is not")
    {
        const Run shown = post.show(post.record.instanceId);
        CHECK(shown.exitCode == 0);
        CHECK(word(shown, "signature") == QStringLiteral("key-unknown"));
    }
    SECTION("it is another")
    {
        require(post.store->batches().keepServerKey(gatewayAddress, QByteArray(crypto::publicKeySize, 'k')));
        const Run shown = post.show(post.record.instanceId);
        CHECK(shown.exitCode == 1);
        CHECK(word(shown, "signature") == QStringLiteral("other-key"));
    }
    SECTION("the record has been erased")
    {
        post.knowKey();
        post.store.clock.advance(std::chrono::hours(24 * 400));
        REQUIRE(require(post.store->applyRetention(QTimeZone::utc())).records > 0);
        const Run shown = post.show(post.record.instanceId);
        CHECK(shown.json().value(QLatin1String("erased")).toBool());
        CHECK(word(shown, "signature") == QStringLiteral("valid"));
    }
    SECTION("no receipt has come, or there is no such record")
    {
        const record::Screening waiting = post.store.addFinal();
        CHECK(post.show(waiting.instanceId).exitCode == 1);
        CHECK(post.show(QStringLiteral("uuid:nobody")).exitCode == 1);
    }
}

TEST_CASE("[SEC-S4] a receipt's file is checked with nothing but the server's key", "[cli][sync]")
{
    ProvenPost post;
    const QByteArray key = crypto::signingPublicKey(post.seed);
    const QString file = post.files.path(QStringLiteral("receipt.json"));
    REQUIRE(post.show(post.record.instanceId, {QStringLiteral("--out"), file}).exitCode == 0);
    const QString submission = post.files.add(QStringLiteral("submission.xml"), post.submission);
    const QStringList ofSubmission{QStringLiteral("--submission"), submission};

    SECTION("as it was written")
    {
        const Run verified = ProvenPost::verify(file, key, ofSubmission);
        CHECK(verified.exitCode == 0);
        CHECK(word(verified, "signature") == QStringLiteral("valid"));
        CHECK(word(verified, "instanceId") == post.record.instanceId);
        CHECK(word(verified, "content") == QStringLiteral("same"));
    }
    SECTION("with another key")
    {
        CHECK(ProvenPost::verify(file, QByteArray(crypto::publicKeySize, 'k')).exitCode == 1);
        CHECK(ProvenPost::verify(file, "short").exitCode == 2);
    }
    SECTION("for another submission, or with a file that did not go with it")
    {
        const QString other = post.files.add(QStringLiteral("other.xml"), post.submission + ' ');
        CHECK(ProvenPost::verify(file, key, {QStringLiteral("--submission"), other}).exitCode == 1);
        CHECK(ProvenPost::verify(file, key, ofSubmission + QStringList{QStringLiteral("--attachment"), other})
                  .exitCode == 1);
    }
    SECTION("for another record, or with any byte of the proof changed")
    {
        const auto altered = [&](const QByteArray &from, const QByteArray &to) {
            QByteArray json = contentOf(file);
            REQUIRE(json.contains(from));
            return post.files.add(QStringLiteral("altered.json"), json.replace(from, to));
        };
        CHECK(ProvenPost::verify(altered(post.record.instanceId.toLatin1(), "uuid:another"), key).exitCode ==
              1);
        for (const qsizetype at : {qsizetype(0), post.proof.size() / 2, post.proof.size() - 1}) {
            QByteArray bytes = post.proof;
            bytes[at] = char(bytes.at(at) ^ 1);
            CHECK(ProvenPost::verify(altered(post.proof.toBase64(), bytes.toBase64()), key).exitCode == 1);
        }
        CHECK(ProvenPost::verify(submission, key).exitCode == 1);  // no receipt at all
    }
}
