// Records with names as a file (security design, A6, O2, T4).
#include "app/record_export.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/lanes.h"
#include "support/test_store.h"

#include <QDir>

using namespace amparo;
using namespace amparo::test;
using record::Permission;

namespace {

const QString auditor = QStringLiteral("marta");

store::Approval approvalFor(TestStore &store, Permission permission)
{
    return require(store->approve(permission, auditor, aPassphrase()));
}

}  // namespace

TEST_CASE("an export holds the final records of its period and tells the log", "[app][SEC-A6][SEC-T4]")
{
    TestStore store;
    const auto final = store.addFinal();
    const auto draft = store.addDraft();
    store.signIn(store.administrator());
    store.addOfficer(record::Role::Auditor, auditor);
    store.signIn(store.lead());
    const QTemporaryDir folder(quickFolder());
    const auto period = [&]() -> report::Period {
        return GENERATE(true, false) ? report::Period(*require(store->shifts().current()))
                                     : report::Period(store.clock.utcNow().date());
    }();
    const auto exported = require(app::exportRecords(*store, period, QTimeZone::utc(), folder.path(),
                                                     approvalFor(store, Permission::ExportRecords)));
    CHECK(exported.records == 1);
    const QByteArray csv = contentOf(exported.path);
    CHECK(csv.contains(final.instanceId.toUtf8()));
    CHECK(csv.count("\r\n") == 2);
    CHECK(QFileInfo(exported.path).absolutePath() == QFileInfo(folder.path()).absoluteFilePath());
    const auto last = auditEntries(store->audit()).last();
    CHECK(last.action == store::AuditAction::RecordsExported);
    CHECK(last.detail == QStringLiteral("records=1"));
}

TEST_CASE("an export of a post with lanes says which lane made a record", "[app][relay]")
{
    TestStore store;
    store.signIn(store.administrator());
    store.addOfficer(record::Role::Auditor, auditor);
    const auto lane = addLane(store);
    store.addFinal();
    REQUIRE(bring(store, lane, "1", {aLaneRecord(store)}) == QList{store::Arrival::Stored});
    const report::Period shift = *require(store->shifts().current());
    const QTemporaryDir folder(quickFolder());
    const auto exported = require(app::exportRecords(*store, shift, QTimeZone::utc(), folder.path(),
                                                     approvalFor(store, Permission::ExportRecords)));
    CHECK(contentOf(exported.path).contains("ana@Lane 2,queued,Lane 2\r\n"));
}

TEST_CASE("nobody exports beyond their role, or with a yes to something else", "[app][SEC-A1][SEC-A6]")
{
    TestStore store;
    store.addFinal();
    store.signIn(store.administrator());
    store.addOfficer(record::Role::Auditor, auditor);
    const bool isAllowed = GENERATE(true, false);
    if (isAllowed)
        store.signIn(store.lead());
    const QTemporaryDir folder(quickFolder());
    const auto permission = isAllowed ? Permission::EraseRecords : Permission::ExportRecords;
    CHECK(errorOf(app::exportRecords(*store, store.clock.utcNow().date(), QTimeZone::utc(), folder.path(),
                                     approvalFor(store, permission))) == ErrorCode::Denied);
    CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}
