// Requirement A1: no role reaches what the table denies. The table itself is held against the design's words,
// the repositories against the table.
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QRandomGenerator>

#include <functional>
#include <map>

using namespace amparo;
using record::Permission;
using record::Reach;
using record::Role;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

namespace {

constexpr Role roles[] = {Role::Officer, Role::ShiftLead, Role::Administrator, Role::Auditor};

template <class T> bool isDenied(const Result<T> &answer)
{
    return !answer && answer.error().code == ErrorCode::Denied;
}

/// Everything that a signed-in person can ask of a store, with the permission that it takes.
struct Call {
    const char *name;
    Permission permission;
    std::function<bool(TestStore &)> isDenied;
};

QList<Call> calls(const record::Screening &known)
{
    const auto id = known.id;
    return {
        {"find", Permission::ReadRecords, [=](TestStore &s) { return isDenied(s->screenings().find(id)); }},
        {"page", Permission::ReadRecords, [](TestStore &s) { return isDenied(s->screenings().page({}, 5)); }},
        {"drafts", Permission::ReadRecords, [](TestStore &s) { return isDenied(s->screenings().drafts()); }},
        {"answers", Permission::ReadRecords,
         [=](TestStore &s) { return isDenied(s->screenings().answers(id)); }},
        {"submission", Permission::ReadRecords,
         [=](TestStore &s) { return isDenied(s->screenings().submission(id)); }},
        {"ofEncounter", Permission::ReadRecords,
         [=](TestStore &s) { return isDenied(s->screenings().ofEncounter(known.encounter)); }},
        {"waitingForSecondLine", Permission::ReadRecords,
         [](TestStore &s) { return isDenied(s->screenings().waitingForSecondLine()); }},
        {"finalOfShift", Permission::CountRecords,
         [](TestStore &s) { return isDenied(s->screenings().finalOfShift(s.shift())); }},
        {"finalBetween", Permission::CountRecords,
         [](TestStore &s) {
             return isDenied(s->screenings().finalBetween(s.clock.utcNow(), s.clock.utcNow()));
         }},
        {"draftCount", Permission::CountRecords,
         [](TestStore &s) { return isDenied(s->screenings().draftCount()); }},
        {"create", Permission::Screen,
         [](TestStore &s) {
             const auto draft = test::aDraft(s.shift(), s->officer().id, s.clock.utcNow());
             return isDenied(s->screenings().create(draft, "answers"));
         }},
        {"open a shift", Permission::ManageShift, [](TestStore &s) { return isDenied(s->shifts().open()); }},
        {"close a shift", Permission::ManageShift,
         [](TestStore &s) { return isDenied(s->shifts().close(ShiftId::create(), {}, {})); }},
        {"progress", Permission::ReviewTraining,
         [](TestStore &s) { return isDenied(s->training().progress()); }},
        {"install", Permission::InstallForms, [](TestStore &s) { return isDenied(s->forms().install({})); }},
        {"set", Permission::SetPolicies,
         [](TestStore &s) { return isDenied(s->settings().set(text("name"), "value")); }},
        {"addOfficer", Permission::ManageOfficers,
         [](TestStore &s) { return isDenied(s->addOfficer({}, test::aPassphrase())); }},
        {"removeOfficer", Permission::ManageOfficers,
         [](TestStore &s) { return isDenied(s->removeOfficer(OfficerId::create())); }},
        {"accounts", Permission::ManageOfficers, [](TestStore &s) { return isDenied(s->accounts()); }},
        {"changeRole", Permission::ManageOfficers,
         [](TestStore &s) { return isDenied(s->changeRole(OfficerId::create(), Role::Auditor)); }},
        {"suspendOfficer", Permission::ManageOfficers,
         [](TestStore &s) { return isDenied(s->suspendOfficer(OfficerId::create())); }},
        {"resetPassphrase", Permission::ManageOfficers,
         [](TestStore &s) { return isDenied(s->resetPassphrase(OfficerId::create(), test::aPassphrase())); }},
        {"setRecoveryKey", Permission::ManageKeys,
         [](TestStore &s) { return isDenied(s->setRecoveryKey("short")); }},
        {"beginKeyRotation", Permission::ChangeKey,
         [](TestStore &s) { return isDenied(s->beginKeyRotation()); }},
        {"begin a bundle", Permission::CarryBundles,
         [](TestStore &s) { return isDenied(s->bundles().begin()); }},
        {"give waiting records away", Permission::CarryBundles,
         [](TestStore &s) {
             return isDenied(s->bundles().waiting(store::BundleRepository::Which::OnNone, 0, 1, 1));
         }},
        {"take receipts from a stick", Permission::CarryBundles,
         [](TestStore &s) { return isDenied(s->bundles().settle("batch", {})); }},
        {"beginBackup", Permission::MakeBackups,
         [](TestStore &s) { return isDenied(s->beginBackup(s.path(text("backup")))); }},
    };
}

}  // namespace

TEST_CASE("nobody who manages keys and accounts reads records, and an auditor changes nothing",
          "[store][SEC-A1]")
{
    CHECK(record::reachOf(Role::Officer, Permission::ReadRecords) == Reach::Own);
    CHECK(record::reachOf(Role::ShiftLead, Permission::ReadRecords) == Reach::Day);
    for (const Role role : roles) {
        const bool manages = record::may(role, Permission::ManageOfficers) ||
                             record::may(role, Permission::ManageKeys) ||
                             record::may(role, Permission::SetPolicies);
        CHECK_FALSE((manages && record::may(role, Permission::ReadRecords)));
    }
    for (const Permission changing :
         {Permission::Screen, Permission::ManageShift, Permission::EraseRecords, Permission::ManageOfficers,
          Permission::ManageKeys, Permission::ChangeKey, Permission::MakeBackups, Permission::CarryBundles,
          Permission::InstallForms, Permission::SetPolicies})
        CHECK_FALSE(record::may(Role::Auditor, changing));
}

TEST_CASE("no call gives a role what the table denies", "[store][SEC-A1]")
{
    const Role role = GENERATE(Role::Officer, Role::ShiftLead, Role::Administrator, Role::Auditor);
    CAPTURE(record::roleName(role));
    TestStore store;
    const auto known = store.addFinal();
    store.signIn(store.administrator());
    store.signIn(store.addOfficer(role, text("other")));
    for (const Call &call : calls(known)) {
        CAPTURE(call.name);
        CHECK(call.isDenied(store) == !record::may(role, call.permission));
    }
}

TEST_CASE("everybody sees the records of their reach and no others", "[store][SEC-A1]")
{
    TestStore store;
    store.signIn(store.administrator());
    const record::Officer people[] = {store.addOfficer(Role::Officer, text("ana")),
                                      store.addOfficer(Role::Officer, text("luis")), store.lead()};
    const record::Officer auditor = store.addOfficer(Role::Auditor, text("auditor"));

    // Three shifts, of which one ended long ago, one within the day, and one is open.
    QRandomGenerator random(20);
    QList<record::Screening> all;
    QList<ShiftId> shifts{store.shift()};
    for (int turn = 0; turn < 3; ++turn) {
        store.signIn(store.lead());
        if (turn > 0) {
            require(store->shifts().close(shifts.last(), {}, {}));
            store.clock.advance(std::chrono::hours(turn == 1 ? 30 : 2));
            shifts.append(require(store->shifts().open()).id);
        }
        for (const record::Officer &officer : people) {
            store.signIn(officer);
            for (int i = 0; i < 4; ++i) {
                auto draft = test::aDraft(shifts.last(), officer.id, store.clock.utcNow());
                if (!all.isEmpty() && random.bounded(3) == 0) {
                    draft.line = record::Line::Second;
                    draft.encounter = all.at(random.bounded(int(all.size()))).encounter;
                }
                auto final = test::decided(draft);
                if (random.bounded(2))
                    final.verdict->decision = record::Decision::Clear;
                all.append(random.bounded(4) ? store.addFinal(final) : store.addDraft(draft));
            }
        }
    }

    const auto mayRead = [&](const record::Officer &reader, const record::Screening &screening) {
        switch (record::reachOf(reader.role, Permission::ReadRecords)) {
        case Reach::None:
            return false;
        case Reach::All:
            return true;
        case Reach::Day:
            return screening.shift != shifts.first();
        case Reach::Own:
            break;
        }
        if (screening.officer == reader.id)
            return true;
        if (screening.line != record::Line::Primary)
            return false;
        const bool sentOn = screening.finalisedAt && screening.verdict->decision != record::Decision::Clear;
        return (sentOn && screening.shift == shifts.last()) ||
               std::any_of(all.begin(), all.end(), [&](const record::Screening &own) {
                   return own.officer == reader.id && own.line == record::Line::Second &&
                          own.encounter == screening.encounter;
               });
    };
    for (const record::Officer &reader : {people[0], people[1], people[2], auditor}) {
        CAPTURE(reader.loginName);
        store.signIn(reader);
        const auto page = require(store->screenings().page({}, 100)).screenings;
        for (const record::Screening &screening : std::as_const(all)) {
            const bool isReadable = mayRead(reader, screening);
            const auto isIt = [&](const record::Screening &each) { return each.id == screening.id; };
            CHECK(require(store->screenings().find(screening.id)).has_value() == isReadable);
            CHECK(std::any_of(page.begin(), page.end(), isIt) == isReadable);
            const auto together = require(store->screenings().ofEncounter(screening.encounter));
            CHECK(std::any_of(together.begin(), together.end(), isIt) == isReadable);
            if (screening.finalisedAt)
                CHECK(store->screenings().submission(screening.id).has_value() == isReadable);
            else
                CHECK(store->screenings().answers(screening.id).has_value() == isReadable);
        }
    }
}

TEST_CASE("a colleague's draft is neither changed nor made final", "[store][SEC-A1]")
{
    TestStore store;
    const auto draft = store.addDraft();
    store.signIn(store.administrator());
    store.signIn(store.addOfficer(Role::ShiftLead, text("luis")));
    auto &screenings = store->screenings();
    CHECK(errorOf(screenings.saveDraft(draft, "other")) == ErrorCode::Denied);
    CHECK(errorOf(screenings.finalise(test::decided(draft), "<data/>")) == ErrorCode::Denied);
    CHECK(errorOf(screenings.discard(draft.id, record::DiscardReason::Mistake, 0)) == ErrorCode::Denied);
    CHECK(errorOf(screenings.create(test::aDraft(store.shift(), store.lead().id, store.clock.utcNow()),
                                    "answers")) == ErrorCode::Denied);
    CHECK(require(screenings.answers(draft.id)) == QByteArray("answers"));
}

TEST_CASE("reading, listing, taking over and departing from the advice are logged", "[store][SEC-T4]")
{
    TestStore store;
    auto draft = store.aDraft();
    auto final = test::decided(draft);
    final.verdict->decision = final.advice->recommended;
    const auto agreed = store.addFinal(final);
    const auto actions = [&](const QString &subject) {
        std::map<QString, int> counts;
        for (const auto &entry : auditEntries(store->audit())) {
            if (entry.subject == subject)
                ++counts[store::auditActionName(entry.action)];
        }
        return counts;
    };
    CHECK_FALSE(actions(agreed.id.toText()).contains(text("advice-overridden")));
    auto departing = store.aDraft();
    auto decided = test::decided(departing);
    decided.verdict =
        record::Verdict{decided.advice->recommended == record::Decision::Clear ? record::Decision::SecondLine
                                                                               : record::Decision::Clear,
                        text("known at the post")};
    const auto departed = store.addFinal(decided);
    CHECK(actions(departed.id.toText()).at(text("advice-overridden")) == 1);

    store.signIn(store.administrator());
    store.signIn(store.addOfficer(Role::ShiftLead, text("luis")));
    for (int again = 0; again < 2; ++again) {
        require(store->screenings().find(agreed.id));
        require(store->screenings().page({}, 10));
    }
    CHECK(actions(agreed.id.toText()).at(text("screening-read")) == 1);
    CHECK(actions(QString()).at(text("records-listed")) == 1);
    auto second = test::aDraft(store.shift(), store->officer().id, store.clock.utcNow());
    second.line = record::Line::Second;
    second.encounter = agreed.encounter;
    require(store->screenings().create(second, "answers"));
    CHECK(actions(second.id.toText()).at(text("taken-over")) == 1);
}

TEST_CASE("names that a list shows are logged, and not again until somebody comes onto it", "[store][SEC-T4]")
{
    TestStore store;
    const auto listed = [&] {
        const auto entries = auditEntries(store->audit());
        return std::count_if(entries.begin(), entries.end(), [](const store::AuditEntry &entry) {
            return entry.action == store::AuditAction::RecordsListed;
        });
    };
    store.addDraft();
    CHECK(require(store->screenings().drafts()).size() == 1);
    CHECK(listed() == 0);  // an own draft is one's own work

    store.signIn(store.administrator());
    store.signIn(store.addOfficer(Role::ShiftLead, text("luis")));
    for (int again = 0; again < 2; ++again) {
        CHECK(require(store->screenings().drafts()).size() == 1);
        CHECK(listed() == 1);
    }
    CHECK(require(store->screenings().waitingForSecondLine()).isEmpty());
    CHECK(listed() == 1);
    const auto sentOn = [&] {
        auto screening = test::decided(store.aDraft());
        screening.officer = store->officer().id;
        screening.verdict->decision = record::Decision::SecondLine;
        return store.addFinal(screening);
    };
    const EncounterId first = sentOn().encounter;
    for (int again = 0; again < 2; ++again) {
        CHECK(require(store->screenings().waitingForSecondLine()).size() == 1);
        CHECK(listed() == 2);
    }
    sentOn();
    CHECK(require(store->screenings().waitingForSecondLine()).size() == 2);
    CHECK(listed() == 3);
    auto second = test::aDraft(store.shift(), store->officer().id, store.clock.utcNow());
    second.line = record::Line::Second;
    second.encounter = first;
    require(store->screenings().create(second, "answers"));  // who leaves a list is no news of names
    CHECK(require(store->screenings().waitingForSecondLine()).size() == 1);
    CHECK(listed() == 3);
}

TEST_CASE("a second person approves with an own passphrase, what that role may, and one deed",
          "[store][SEC-A6]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = store.addOfficer(Role::Officer, text("ana"));
    const auto passphrase = test::aPassphrase();
    const auto policies = Permission::SetPolicies;
    CHECK(errorOf(store->approve(policies, store.administrator().loginName, passphrase)) ==
          ErrorCode::Denied);
    CHECK(errorOf(store->approve(policies, officer.loginName, passphrase)) == ErrorCode::Denied);
    CHECK(errorOf(store->approve(policies, text("nobody"), passphrase)) == ErrorCode::Denied);
    store.clock.advance(std::chrono::minutes(1));
    CHECK(errorOf(store->approve(policies, store.lead().loginName,
                                 crypto::Passphrase::fromText(u"cuatro ranas verdes"))) == ErrorCode::Denied);
    CHECK(errorOf(store->approve(policies, store.lead().loginName, passphrase)) ==
          ErrorCode::Denied);  // guessing here waits as at the sign-in
    store.clock.advance(std::chrono::minutes(1));

    require(store->settings().set(text("name"), "one"));
    auto forSomethingElse =
        require(store->approve(Permission::EraseRecords, store.lead().loginName, passphrase));
    CHECK(errorOf(store->settings().set(text("name"), "two", std::move(forSomethingElse))) ==
          ErrorCode::Denied);
    auto approval = require(store->approve(policies, store.lead().loginName, passphrase));
    const auto last = auditEntries(store->audit()).last();
    CHECK(last.action == store::AuditAction::DeedApproved);
    CHECK(last.subject == store.lead().id.toText());
    CHECK(last.detail == text("set-policies"));
    CHECK(store->settings().set(text("name"), "two", std::move(approval)));
}
