#include "record/encrypted_submission.h"

#include "store/database.h"
#include "support/catch.h"
#include "support/odk_recipient.h"
#include "support/test_store.h"

using namespace amparo;
using amparo::test::OdkRecipient;
using amparo::test::OdkRecord;
using amparo::test::require;
using amparo::test::TestStore;

namespace {

const QMap<QString, QByteArray> photo{{QStringLiteral("foto.jpg"), "pixels"}};

void installForm(TestStore &store, const QByteArray &publicKey)
{
    store.signIn(store.administrator());
    require(store->forms().install(
        {QStringLiteral("sealed"), QStringLiteral("1"), test::sealedForm(publicKey), {}}));
    store.signIn(store.lead());
}

record::Screening addSealed(TestStore &store)
{
    record::Screening draft = store.aDraft();
    draft.formId = QStringLiteral("sealed");
    const record::Screening final = test::decided(store.addDraft(draft));
    require(store->screenings().finalise(final, "<data id=\"sealed\"><q>Quispe</q></data>", photo));
    return final;
}

store::Outgoing takeOne(TestStore &store)
{
    const auto taken = require(store->outbox().takeNext());
    REQUIRE(taken);
    return *taken;
}

}  // namespace

TEST_CASE("where its form asks for it, a record leaves only encrypted, the same at each attempt",
          "[store][SEC-S2]")
{
    TestStore store;
    const OdkRecipient recipient;
    installForm(store, recipient.publicKey().toBase64());
    const record::Screening sealed = addSealed(store);
    const QByteArray frozen = require(store->screenings().submission(sealed.id));

    const store::Outgoing first = takeOne(store);
    CHECK_FALSE(first.submissionXml.contains("Quispe"));
    const OdkRecord record = recipient.decrypt(first.submissionXml, first.files);
    CHECK(record.xml == frozen);
    CHECK(record.files == photo);
    CHECK(record.isSound);

    store.reopen();
    require(store->outbox().requeueInterrupted());
    const store::Outgoing second = takeOne(store);
    CHECK(second.submissionXml == first.submissionXml);
    CHECK(second.files == first.files);
    CHECK(require(store->screenings().submission(sealed.id)) == frozen);
}

TEST_CASE("records of other forms leave as they are", "[store]")
{
    TestStore store;
    installForm(store, OdkRecipient().publicKey().toBase64());
    const record::Screening plain = store.addFinal();
    CHECK(takeOne(store).submissionXml == require(store->screenings().submission(plain.id)));
}

TEST_CASE("a record whose form has no sound key stays, and lets others pass", "[store][SEC-S3]")
{
    TestStore store;
    installForm(store, "MIIB");
    const record::Screening sealed = addSealed(store);
    const record::Screening plain = store.addFinal();
    CHECK(takeOne(store).item.screening == plain.id);
    const auto item = require(store->outbox().find(sealed.id));
    REQUIRE(item);
    CHECK(item->state == record::State::Quarantined);
    CHECK(item->lastError == QStringLiteral("encryption-key"));
    CHECK(test::auditEntries(store->audit()).last().action == store::AuditAction::RecordQuarantined);
}

TEST_CASE("the key of an encrypted record goes when the record is erased", "[store][SEC-R2]")
{
    TestStore store;
    installForm(store, OdkRecipient().publicKey().toBase64());
    const record::Screening sealed = addSealed(store);
    store.deliver();
    const auto rows = [&] {
        const auto database = store.closeAndTakeDatabase();
        return require(database->value<int>("SELECT count(*) FROM submission_envelope"));
    };
    CHECK(rows() == 1);
    require(store.open());
    CHECK_FALSE(store.execute("DELETE FROM submission_envelope"));
    store.signIn(store.administrator());
    REQUIRE(store.execute(
        "INSERT INTO erasure (sequence, id, instance_id, erased_at, reason, receipt_at, receipt_server,"
        " receipt_status) SELECT sequence, s.id, s.instance_id, s.finalised_at, 'record-term',"
        " o.receipt_at, o.receipt_server, o.receipt_status FROM screening s JOIN outbox o USING"
        " (sequence) WHERE s.form_id = 'sealed'"));
    CHECK(rows() == 0);
}
