#include "bench/benchmarks.h"

#include "store/key_slots.h"
#include "store/store.h"
#include "support/samples.h"

namespace amparo::bench {

namespace {

constexpr int auditEntriesPerRecord = 10;  // with reads, sign-ins and shifts

Result<std::unique_ptr<store::Database>> openBehind(const QString &folder, const QString &loginName)
{
    return store::readKeyFile(folder).and_then([&](const store::KeyFile &keys) {
        return store::openSlot(keys, loginName, test::aPassphrase()).and_then([&](store::SlotKeys slot) {
            return store::Database::open(folder + u'/' + store::databaseName(keys.keyNumber), slot.store,
                                         store::Database::Mode::Existing);
        });
    });
}

/// Entries as they come, but the disk may take its time.
Result<> fill(store::Database &database, const record::Officer &officer, int entries)
{
    store::AuditLog log(database, systemClock(), officer);
    if (const auto hurried = database.execute("PRAGMA synchronous=OFF"); !hurried)
        return hurried;
    return store::inTransaction(database, [&]() -> Result<> {
        for (int i = 0; i < entries; ++i) {
            const auto added = log.append(store::AuditAction::ScreeningRead, ScreeningId::create().toText(),
                                          QStringLiteral("line=primary"));
            if (!added)
                return added;
        }
        return {};
    });
}

}  // namespace

Figures measureAudit(const Plan &plan)
{
    const QString folder = plan.folder + QStringLiteral("/audit");
    const record::Post place{QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"),
                             QStringLiteral("PER"), true};
    const record::Officer officer{OfficerId::create(), QStringLiteral("lead"), QStringLiteral("Ana Salas"),
                                  record::Role::Administrator};
    if (const auto made = store::Store::create(folder, place, officer, test::aPassphrase(), systemClock());
        !made)
        return tl::make_unexpected(made.error());
    auto database = openBehind(folder, officer.loginName);
    if (!database)
        return tl::make_unexpected(database.error());
    const int entries = plan.records * auditEntriesPerRecord;
    if (const auto filled = fill(**database, officer, entries); !filled)
        return tl::make_unexpected(filled.error());

    const store::AuditLog log(**database, systemClock(), officer);
    Figure figure{QStringLiteral("verify the audit log"), {{QStringLiteral("entries"), entries}}, {}};
    for (int i = 0; i < plan.slowSamples; ++i) {
        Result<store::AuditLog::Verdict> verdict;
        figure.samples.push_back(timed([&] { verdict = log.verify(); }));
        if (!verdict)
            return tl::make_unexpected(verdict.error());
        if (verdict->firstBroken || verdict->sound <= entries)
            return failure(ErrorCode::Corrupt, QStringLiteral("the log that was made does not verify"));
    }
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
