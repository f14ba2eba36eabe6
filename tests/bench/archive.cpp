#include "bench/archive.h"

#include "store/key_slots.h"
#include "support/samples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

namespace amparo::bench {

namespace {

const QStringList syllables{QStringLiteral("qui"), QStringLiteral("mar"), QStringLiteral("tor"),
                            QStringLiteral("sal"), QStringLiteral("ven"), QStringLiteral("pa"),
                            QStringLiteral("ro"),  QStringLiteral("li"),  QStringLiteral("cho"),
                            QStringLiteral("ña"),  QStringLiteral("des"), QStringLiteral("um")};

QString inventedName(QRandomGenerator &random)
{
    QString name;
    for (int i = 0; i < 3; ++i)
        name += syllables.at(random.bounded(int(syllables.size())));
    return name.replace(0, 1, name.first(1).toUpper());
}

/// The open database of a closed store, with what writes into it.
class Workshop {
public:
    static Result<Workshop> open(const QString &folder, const record::Officer &officer, const Clock &clock);

    store::ScreeningRepository &screenings() { return *m_screenings; }
    store::ShiftRepository &shifts() { return *m_shifts; }

private:
    Workshop() = default;

    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Access> m_access;
    std::unique_ptr<crypto::SecretBytes> m_key;
    std::unique_ptr<store::EncounterIndex> m_encounters;
    std::unique_ptr<store::AuditLog> m_audit;
    std::unique_ptr<store::ScreeningRepository> m_screenings;
    std::unique_ptr<store::ShiftRepository> m_shifts;
};

Result<Workshop> Workshop::open(const QString &folder, const record::Officer &officer, const Clock &clock)
{
    const auto keys = store::readKeyFile(folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const auto slot = store::openSlot(*keys, officer.loginName, test::aPassphrase());
    if (!slot)
        return tl::make_unexpected(slot.error());
    auto database = store::Database::open(QDir(folder).filePath(store::databaseName(keys->keyNumber)),
                                          slot->store, store::Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    if (const auto fast = (*database)->execute("PRAGMA synchronous = OFF"); !fast)
        return tl::make_unexpected(fast.error());
    Workshop workshop;
    workshop.m_database = std::move(*database);
    workshop.m_key = std::make_unique<crypto::SecretBytes>(slot->store.clone());
    workshop.m_encounters =
        std::make_unique<store::EncounterIndex>(*workshop.m_database, *workshop.m_key, QStringLiteral("PER"));
    if (const auto opened = workshop.m_encounters->open(); !opened)
        return tl::make_unexpected(opened.error());
    workshop.m_access = std::make_unique<store::Access>(officer);
    workshop.m_audit = std::make_unique<store::AuditLog>(*workshop.m_database, clock, officer);
    workshop.m_screenings = std::make_unique<store::ScreeningRepository>(
        *workshop.m_database, *workshop.m_encounters, *workshop.m_audit, *workshop.m_access, clock);
    workshop.m_shifts =
        std::make_unique<store::ShiftRepository>(*workshop.m_database, *workshop.m_audit,
                                                 *workshop.m_access, clock);
    return workshop;
}

/// Interviews that were really held; the archive repeats them with other travellers.
struct Pattern {
    record::FinalRecord final;
    QByteArray answers;
};

Result<std::vector<Pattern>> holdInterviews(const BenchPost &post)
{
    std::vector<Pattern> patterns;
    for (int i = 0; i < 32; ++i) {
        auto interview = filledInterview(post.form, post.setting, i);
        if (!interview)
            return tl::make_unexpected(interview.error());
        const QByteArray answers = interview->answers();
        const auto final = interview->finalise();
        if (!final)
            return tl::make_unexpected(final.error());
        patterns.push_back({*final, answers});
    }
    return patterns;
}

Result<ScreeningId> repeat(Pattern pattern, ShiftId shift, const QString &surname,
                           store::ScreeningRepository &into, test::FixedClock &clock,
                           QRandomGenerator &random)
{
    record::Screening &screening = pattern.final.screening;
    screening.id = ScreeningId::create();
    const QString instanceId = QStringLiteral("uuid:") + screening.id.toText();
    pattern.final.submission.xml.replace(screening.instanceId.toUtf8(), instanceId.toUtf8());
    screening.encounter = EncounterId::create();
    screening.shift = shift;
    screening.instanceId = instanceId;
    screening.traveller.surname = surname;
    screening.traveller.givenNames = inventedName(random);
    screening.traveller.documentNumber = QStringLiteral("D%1").arg(random.bounded(1'000'000, 9'999'999));
    screening.traveller.birthDate = QDate(2026, 1, 1).addDays(-random.bounded(60 * 365));
    screening.startedAt = clock.utcNow();
    clock.advance(std::chrono::seconds(30));
    screening.finalisedAt = clock.utcNow();
    return into.create(screening, pattern.answers)
        .and_then([&] { return into.finalise(screening, pattern.final.submission.xml); })
        .map([&] { return screening.id; });
}

}  // namespace

Result<Archive> makeArchive(const QString &folder, int records)
{
    QElapsedTimer timer;
    timer.start();
    test::FixedClock clock;
    auto post = makePost(folder, clock);
    if (!post)
        return tl::make_unexpected(post.error());
    const auto patterns = holdInterviews(*post);
    if (!patterns)
        return tl::make_unexpected(patterns.error());
    const record::Officer officer = post->setting.officer;
    ShiftId shift = post->setting.shift;
    post->store.reset();
    auto workshop = Workshop::open(folder, officer, clock);
    if (!workshop)
        return tl::make_unexpected(workshop.error());

    Archive archive;
    archive.folder = folder;
    QRandomGenerator random(1);
    for (int i = 0; i < 500; ++i)
        archive.surnames.append(inventedName(random));
    for (int i = 0; i < records; ++i) {
        if (i > 0 && i % Archive::perDay == 0) {
            if (const auto closed = workshop->shifts().close(shift, Archive::perDay, {}); !closed)
                return tl::make_unexpected(closed.error());
            clock.set(QDateTime(clock.utcNow().date().addDays(1), QTime(8, 0), Qt::UTC));
            const auto opened = workshop->shifts().open();
            if (!opened)
                return tl::make_unexpected(opened.error());
            shift = opened->id;
        }
        const QString &surname = archive.surnames.at(random.bounded(int(archive.surnames.size())));
        const auto kept = repeat(patterns->at(std::size_t(i) % patterns->size()), shift, surname,
                                 workshop->screenings(), clock, random);
        if (!kept)
            return tl::make_unexpected(kept.error());
        archive.screenings.push_back(*kept);
    }
    archive.secondsToMake = double(timer.elapsed()) / 1000;
    archive.lastDay = clock.utcNow().date();
    return archive;
}

}  // namespace amparo::bench
