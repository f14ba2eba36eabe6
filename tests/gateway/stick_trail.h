#pragma once

#include "crypto/recovery_key.h"
#include "exchange/receipt.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/test_store.h"
#include "sync/bundle/bundle_export.h"
#include "sync/bundle/carrying.h"
#include "sync/bundle/headquarters.h"
#include "sync/bundle/receipts.h"

#include <QDir>
#include <QTemporaryDir>

namespace amparo::test {

inline const QString farPost = QStringLiteral("PE-FAR-01");
inline const QString nearPost = QStringLiteral("PE-DES-01");

/// A gateway with a post that has no link and a station that has one, and a stick.
struct Trail {
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};
    QByteArray farToken = gateway.addPost(farPost);
    QByteArray token = gateway.addPost(nearPost);
    crypto::RecoveryKeyPair headquarters = crypto::makeRecoveryKeyPair();
    TestStore post;
    QTemporaryDir stick;

    Trail() { registerKey(); }

    void registerKey()
    {
        const QByteArray key = require(post->batches().sealingKey()).toBase64();
        REQUIRE(
            gateway.run({QStringLiteral("post"), QStringLiteral("key"), farPost, QString::fromLatin1(key)}));
    }

    QList<record::Screening> addRecords(int count)
    {
        QList<record::Screening> records;
        for (int i = 0; i < count; ++i)
            records.append(post.addFinal());
        return records;
    }

    /// In batches of two records.
    Result<bundle::ExportedBundle> exportTo(const QString &place)
    {
        std::optional<Result<bundle::ExportedBundle>> result;
        {
            store::StoreQueue queue(post.take());
            bundle::BundleExport work(queue, place, headquarters.publicKey, post.clock, {2, 1024 * 1024});
            work.start([&](const Result<bundle::ExportedBundle> &done) { result = done; });
            REQUIRE(eventually([&] { return result.has_value(); }));
        }
        require(post.open());
        return *result;
    }
    bundle::ExportedBundle exportBundle() { return require(exportTo(stick.path())); }

    QList<bundle::FoundBundle> bundles() const { return require(bundle::readStick(stick.path())).bundles; }

    bundle::Carrier carrier() const
    {
        auto server = require(sync::parseServerAddress(
            QStringLiteral("http://%2@127.0.0.1:%1").arg(gateway.port()).arg(QString::fromLatin1(token))));
        return {server, QByteArray(16, 'n'), QByteArray(16, 'g'), gateway.publicKey()};
    }
    bundle::Carried carry(const std::function<bool(int)> &progress = {}) const
    {
        return bundle::carry(bundles(), carrier(), systemClock(), progress);
    }

    bundle::TakenReceipts takeReceipts()
    {
        return require(bundle::takeReceipts(*post, bundle::receiptsOn(bundles()),
                                            {gateway.publicKey(), QStringLiteral("https://gateway.example")},
                                            post.clock.utcNow()));
    }

    qint64 recordsAtGateway() const { return database.number("SELECT count(*) FROM record_identity"); }
    int acknowledged() { return require(post->outbox().counts()).acknowledged; }
    int waiting() { return require(post->outbox().counts()).queued; }

    /// Each acknowledged record has a receipt that proves it, and is at the gateway.
    void demandProofs(const QList<record::Screening> &records)
    {
        for (const record::Screening &record : records) {
            const auto item = require(post->outbox().find(record.id));
            REQUIRE(item);
            if (item->state != record::State::Acknowledged)
                continue;
            const auto proof = require(exchange::decodeReceipt(item->receipt->proof));
            CHECK(exchange::isGenuine(proof, gateway.publicKey()));
            CHECK(proof.record.instanceHash == exchange::instanceHash(record.instanceId));
            const QByteArray query = "SELECT count(*) FROM record_identity WHERE post_id = '" +
                                     farPost.toLatin1() + "' AND instance_hash = '\\x" +
                                     proof.record.instanceHash.toHex() + "'";
            CHECK(database.number(query.constData()) == 1);
        }
    }

    QStringList files(const QString &pattern) const
    {
        QStringList paths;
        for (const bundle::FoundBundle &found : bundles()) {
            const QDir dir(found.folder);
            for (const QString &name : dir.entryList({pattern}, QDir::Files, QDir::Name))
                paths.append(dir.filePath(name));
        }
        return paths;
    }
};

}  // namespace amparo::test
