// What other workstations of the post bring stands among the own records, each once.
#include "core/store/store_support.h"
#include "crypto/digest.h"
#include "store/lane_repository.h"
#include "support/catch.h"
#include "support/lanes.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using test::addLane;
using test::aLaneRecord;
using test::bring;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

const QByteArray tokenHash(32, 't');

Receipt headquarters(const TestStore &store)
{
    return {store.clock.utcNow(), text("https://hq.example"), 201, {}, "proof"};
}

}  // namespace

TEST_CASE("administrators say who the post's lanes are", "[store]")
{
    TestStore store;
    CHECK(errorOf(store->lanes().add(text("Lane 2"), tokenHash)) == ErrorCode::Denied);
    store.signIn(store.administrator());
    auto &lanes = store->lanes();
    for (const char *name : {"", "a/b", "ana@x", " x", "a\nb", "thirty-three-characters-long-name"})
        CHECK(errorOf(lanes.add(text(name), tokenHash)) == ErrorCode::InvalidInput);
    require(lanes.add(text("Carril 2"), tokenHash));
    CHECK(errorOf(lanes.add(text("Carril 2"), QByteArray(32, 'u'))) == ErrorCode::Conflict);

    const Lane lane = *require(lanes.findByToken(tokenHash));
    const QByteArray key(32, 'k');
    require(lanes.greet(lane.id, QByteArray(16, 's'), key));
    require(lanes.greet(lane.id, QByteArray(16, 's'), key));
    CHECK(errorOf(lanes.greet(lane.id, QByteArray(16, 's'), QByteArray(32, 'x'))) == ErrorCode::Conflict);
    CHECK(errorOf(lanes.greet(lane.id, QByteArray(16, 'x'), key)) == ErrorCode::Conflict);

    SECTION("one that was set up anew shows another key, under another token")
    {
        require(lanes.renew(text("Carril 2"), QByteArray(32, 'u')));
        CHECK(require(lanes.findByToken(tokenHash)) == std::nullopt);
        require(lanes.greet(lane.id, QByteArray(16, 'x'), QByteArray(32, 'x')));
    }
    SECTION("a token that could not be handed over never counts")
    {
        const auto fails = [] { return failure(ErrorCode::ReadOnly, text("no such folder")); };
        const QByteArray other(32, 'u');
        const int told = require(store->audit().count(AuditAction::LaneAdded, lane.id.toText()));
        CHECK(errorOf(lanes.renew(lane.name, other, fails)) == ErrorCode::ReadOnly);
        CHECK(errorOf(lanes.add(text("Carril 3"), other, fails)) == ErrorCode::ReadOnly);
        CHECK(require(lanes.findByToken(other)) == std::nullopt);
        CHECK(require(lanes.findByToken(tokenHash))->publicKey == key);
        CHECK(require(lanes.list()).size() == 1);
        CHECK(require(store->audit().count(AuditAction::LaneAdded, lane.id.toText())) == told);
    }
    SECTION("one that was removed is nobody")
    {
        require(lanes.remove(text("Carril 2")));
        CHECK(require(lanes.findByToken(tokenHash)) == std::nullopt);
        CHECK(require(lanes.list()).isEmpty());
        CHECK(errorOf(lanes.remove(text("Carril 2"))) == ErrorCode::NotFound);
        require(lanes.add(text("Carril 2"), tokenHash));
    }
}

TEST_CASE("a lane's record stands among the own ones", "[store]")
{
    TestStore store;
    const Lane lane = addLane(store);
    LaneRecord record = aLaneRecord(store);
    record.screening.verdict = record::Verdict{record::Decision::UrgentProtection, text("asked for help")};
    CHECK(bring(store, lane, "1", {record, std::nullopt}) == QList{Arrival::Stored, Arrival::Refused});

    const auto counted = require(store->screenings().finalOfShift(store.shift()));
    REQUIRE(counted.size() == 1);
    const auto kept = *require(store->screenings().find(counted.first().id));
    CHECK(kept.instanceId == record.screening.instanceId);
    CHECK(kept.traveller == record.screening.traveller);
    CHECK(kept.advice == record.screening.advice);
    CHECK(kept.verdict == record.screening.verdict);
    CHECK(kept.finalisedAt == record.screening.finalisedAt);
    CHECK(require(store->screenings().submission(kept.id)) == record.submissionXml);

    const auto officer = *require(store->officers().find(kept.officer));
    CHECK(officer.loginName == text("ana@Lane 2"));
    CHECK(officer.displayName == text("Ana Rojas (Lane 2)"));
    CHECK(require(store->officers().findActive(kept.officer)) == std::nullopt);
    CHECK(require(store->lanes().list()).first().records == 1);

    const auto outgoing = require(store->outbox().take(5));
    REQUIRE(outgoing.size() == 1);
    CHECK(outgoing.first().item.priority == OutboxRepository::urgentPriority);
    CHECK(outgoing.first().submissionXml == record.submissionXml);
    CHECK(outgoing.first().files == record.files);
    CHECK(outgoing.first().screening.advice == record.screening.advice);
    CHECK(require(store->audit().count(AuditAction::RecordsArrived, lane.id.toText())) == 1);
    const auto entries = test::auditEntries(store->audit());
    CHECK(std::any_of(entries.begin(), entries.end(), [](const AuditEntry &entry) {
        return entry.detail.endsWith(text(" stored=1 again=0 conflicts=0 refused=1"));
    }));
}

TEST_CASE("each record knows which lane brought it, and the station's own none", "[store]")
{
    TestStore store;
    const auto own = store.addFinal();
    CHECK(require(store->laneRecords().laneNames({own})).isEmpty());

    const Lane two = addLane(store);
    const Lane three = addLane(store, text("Lane 3"));
    REQUIRE(bring(store, two, "1", {aLaneRecord(store), aLaneRecord(store)}).size() == 2);
    REQUIRE(bring(store, three, "2", {aLaneRecord(store)}).size() == 1);
    const auto records = require(store->screenings().finalOfShift(store.shift()));
    store.signIn(store.administrator());
    require(store->lanes().remove(three.name));

    const auto names = require(store->laneRecords().laneNames(records));
    CHECK(names.size() == 3);
    CHECK(names.values().count(two.name) == 2);
    CHECK(names.values().count(three.name) == 1);  // it has gone, and what it brought stays its own
    CHECK_FALSE(names.contains(own.id));
    const auto brought = names.key(three.name);
    const auto asked = std::find_if(records.begin(), records.end(),
                                    [&](const record::Screening &each) { return each.id == brought; });
    CHECK(require(store->laneRecords().laneNames({*asked, own})) == QHash{std::pair(brought, three.name)});
}

TEST_CASE("a record that a lane brings again is taken once", "[store][SEC-S2]")
{
    TestStore store;
    const Lane lane = addLane(store);
    const LaneRecord record = aLaneRecord(store);
    CHECK(bring(store, lane, "1", {record}) == QList{Arrival::Stored});

    SECTION("in the same batch, whose receipt stays")
    {
        CHECK(bring(store, lane, "1", {record}).isEmpty());
        CHECK(require(store->laneRecords().receipt(lane.id, crypto::shortDigest("1"))) ==
              QByteArray("receipt"));
        CHECK(require(store->laneRecords().receipt(LaneId::create(), crypto::shortDigest("1"))) ==
              std::nullopt);
    }
    SECTION("in another batch") { CHECK(bring(store, lane, "2", {record}) == QList{Arrival::AlreadyStored}); }
    SECTION("with other bytes, which are kept aside")
    {
        LaneRecord other = record;
        other.submissionXml = "<data><answer>2</answer></data>";
        other.contentHash = crypto::digest(other.submissionXml);
        CHECK(bring(store, lane, "2", {other, other}) == QList{Arrival::Conflict, Arrival::Conflict});
        CHECK(
            store.execute("INSERT INTO setting SELECT 'conflicts', CAST(count(*) AS BLOB) FROM lane_conflict"
                          " WHERE CAST(xml AS TEXT) LIKE '%2%'"));
        CHECK(require(store->settings().find(text("conflicts"))) == QByteArray("1"));
    }
    SECTION("after it was erased here, when nothing of it comes back")
    {
        require(store->outbox().take(1));
        const auto screening = require(store->screenings().finalOfShift(store.shift())).first();
        require(store->outbox().acknowledge(screening.id, headquarters(store)));
        store.clock.advance(std::chrono::days(100));
        CHECK(require(store->applyRetention(zone)).records == 1);
        CHECK(bring(store, lane, "2", {record}) == QList{Arrival::AlreadyStored});
        const auto forwarded = require(
            store->laneRecords().forwarded(crypto::shortDigest(record.screening.instanceId.toUtf8())));
        CHECK(forwarded->receipt->proof == QByteArray("proof"));
    }
    CHECK(require(store->screenings().finalBetween(store.clock.utcNow().addYears(-1), store.clock.utcNow()))
              .size() <= 1);
}

TEST_CASE("this station's own record that comes from a lane is known", "[store][SEC-S2]")
{
    TestStore store;
    const Lane lane = addLane(store);
    const auto own = store.addFinal();
    LaneRecord record = aLaneRecord(store, require(store->screenings().submission(own.id)));
    record.screening.instanceId = own.instanceId;
    record.files.clear();
    CHECK(bring(store, lane, "1", {record}) == QList{Arrival::AlreadyStored});
    record.submissionXml += ' ';
    record.contentHash = crypto::digest(record.submissionXml);
    CHECK(bring(store, lane, "2", {record}) == QList{Arrival::Conflict});
}

TEST_CASE("what the lanes brought is seen as the table of permissions says", "[store][SEC-A1]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer =
        store.addOfficer(record::Role::Officer, text("ana"));  // the name of the lane's officer too
    const Lane lane = addLane(store);
    LaneRecord clear = aLaneRecord(store);
    clear.screening.verdict->decision = record::Decision::Clear;
    LaneRecord sentOn = aLaneRecord(store);
    sentOn.screening.verdict->decision = record::Decision::SecondLine;
    CHECK(bring(store, lane, "1", {clear, sentOn}) == QList{Arrival::Stored, Arrival::Stored});
    const auto seen = [&] { return require(store->screenings().page({}, 10)).screenings.size(); };

    CHECK(seen() == 2);  // the lead: those of the day
    store.signIn(officer);
    CHECK(seen() == 1);  // who was sent on, for whoever is at the second line
    CHECK(require(store->screenings().waitingForSecondLine()).size() == 1);
    store.signIn(store.administrator());
    CHECK(errorOf(store->screenings().page({}, 10)) == ErrorCode::Denied);
}

TEST_CASE("a relay's receipt is no end: headquarters' takes its place", "[store][SEC-S1]")
{
    TestStore store;
    const auto record = store.addFinal();
    require(store->outbox().take(1));
    Receipt relays{store.clock.utcNow(), text("http://192.0.2.4:8420"), 201, {}, "relay's"};
    relays.stage = Receipt::Stage::Relay;
    require(store->outbox().acknowledge(record.id, relays));
    CHECK(require(store->outbox().find(record.id))->receipt == relays);
    CHECK(require(store->outbox().counts()) == OutboxCounts{0, 0, 1, 0, 1});
    CHECK(require(store->outbox().atRelay(0, 10)).first().instanceId == record.instanceId);

    store.clock.advance(std::chrono::days(100));
    CHECK(require(store->applyRetention(zone)).records == 0);
    CHECK_FALSE(store.execute(
        "INSERT INTO erasure (sequence, id, instance_id, erased_at, reason, receipt_at,"
        " receipt_server, receipt_status, receipt_proof)"
        " SELECT sequence, id, instance_id, '2026-01-01', 'record-term', receipt_at,"
        " receipt_server, receipt_status, receipt_proof FROM screening JOIN outbox USING (sequence)"));

    SECTION("the term counts from then on")
    {
        require(store->outbox().confirm(record.id, headquarters(store)));
        CHECK(require(store->outbox().find(record.id))->receipt == headquarters(store));
        CHECK(errorOf(store->outbox().confirm(record.id, headquarters(store))) == ErrorCode::Conflict);
        CHECK(require(store->outbox().counts()) == OutboxCounts{0, 0, 1, 0, 0});
        CHECK(require(store->applyRetention(zone)).records == 0);
        store.clock.advance(std::chrono::days(91));
        CHECK(require(store->applyRetention(zone)).records == 1);
    }
    SECTION("a relay that is lost gets a successor, to which all of it goes")
    {
        CHECK(require(store->outbox().requeueAtRelay()) == 1);
        CHECK(require(store->outbox().counts()) == OutboxCounts{1, 0, 0, 0, 0});
        CHECK(require(store->outbox().take(1)).first().item.instanceId == record.instanceId);
    }
}

TEST_CASE("a relay's keys outlive a change of the store key", "[store][SEC-K7]")
{
    TestStore store;
    const QByteArray publicKey = require(store->lanes().keys()).publicKey;
    auto copy = require(store->beginKeyRotation());
    while (!require(copy.step(100)))
        ;
    require(store->finishKeyRotation(std::move(copy)));
    store.reopen();
    CHECK(require(store->lanes().keys()).publicKey == publicKey);
}

TEST_CASE("a relay knows what each lane brought of late, and what headquarters has not confirmed", "[store]")
{
    TestStore store;
    const Lane two = addLane(store);
    const Lane three = addLane(store, text("Lane 3"));
    REQUIRE(bring(store, two, "1", {aLaneRecord(store), aLaneRecord(store, "<data/>")}).size() == 2);
    store.clock.advance(std::chrono::hours(24));
    const QDateTime since = store.clock.utcNow();
    REQUIRE(bring(store, two, "2", {aLaneRecord(store, "<data><answer>2</answer></data>")}).size() == 1);
    store.addFinal();  // of this station itself

    const auto sent = *require(store->outbox().takeNext());
    require(store->outbox().acknowledge(sent.item.screening, headquarters(store)));
    const auto traffic = require(store->lanes().traffic(since));
    REQUIRE(traffic.size() == 2);
    CHECK(traffic[0].lane.name == two.name);
    CHECK(traffic[0].lane.records == 3);
    CHECK(traffic[0].received == 1);
    CHECK(traffic[0].waiting == 2);
    CHECK(traffic[0].lane.heardAt == since);
    CHECK(traffic[1] == LaneTraffic{three, 0, 0});
}
