// A look-up reads the index and the rows that it finds, so the archive has those and no submissions: it is
// made in a minute, not in an hour.
#include "bench/bench_post.h"
#include "bench/benchmarks.h"
#include "store/key_slots.h"
#include "support/samples.h"

#include <QDir>
#include <QRandomGenerator>

namespace amparo::bench {

namespace {

constexpr int timesThePlan = 10;  // a million where the other lists have a hundred thousand

const record::Link sharedPhone{record::LinkKind::Phone, QStringLiteral("987654321"), {}};

/// Somebody invented; the same number gives the same person.
traveller::Traveller person(int number)
{
    static const QStringList syllables =
        QStringLiteral("qui mar tor sal ven pa ro li cho na des um hua con").split(QLatin1Char(' '));
    QRandomGenerator random(quint32(number) + 1);
    const auto name = [&] {
        QString word;
        for (int i = 0; i < 3; ++i)
            word += syllables.at(random.bounded(int(syllables.size())));
        return word;
    };
    traveller::Traveller who = test::aTraveller();
    who.surname = name() + QLatin1Char(' ') + name();
    who.givenNames = name();
    who.documentNumber = QStringLiteral("D%1").arg(number);
    who.birthDate = QDate(2026, 1, 1).addDays(-random.bounded(60 * 365));
    return who;
}

Result<> addFinal(store::Database &database, store::EncounterIndex &index, int number)
{
    const traveller::Traveller who = person(number);
    const ScreeningId id = ScreeningId::create();
    const QList<record::Link> links = number % 1000 == 0 ? QList{sharedPhone} : QList<record::Link>();
    return database
        .run("INSERT INTO screening (id, encounter, shift, officer, line, form_id, form_version, language,"
             " started_at, surname, given_names, document_code, document_number, issuing_state, nationality,"
             " birth_date, sex, traveller_source, decision, finalised_at, instance_id)"
             " SELECT ?, ?, shift, officer, line, form_id, form_version, language, started_at, ?, ?,"
             " document_code, ?, issuing_state, nationality, ?, sex, traveller_source, 'clear', started_at, ?"
             " FROM screening WHERE sequence = 1",
             id, EncounterId::create(), who.surname, who.givenNames, who.documentNumber, who.birthDate,
             id.toText())
        .and_then([&](qint64) { return database.value<qint64>("SELECT last_insert_rowid()"); })
        .and_then([&](qint64 sequence) { return index.add(sequence, who, links); });
}

/// Fills the closed store in `folder`.
Result<> fill(const QString &folder, const QString &country, int records)
{
    const auto keys = store::readKeyFile(folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const auto slot = store::openSlot(*keys, QStringLiteral("lead"), test::aPassphrase());
    if (!slot)
        return tl::make_unexpected(slot.error());
    auto database = store::Database::open(QDir(folder).filePath(store::databaseName(keys->keyNumber)),
                                          slot->store, store::Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    store::EncounterIndex index(**database, slot->store, country);
    return inTransaction(**database, [&]() -> Result<> {
        auto outcome = index.open();
        for (int i = 0; outcome && i < records; ++i)
            outcome = addFinal(**database, index, i);
        return outcome;
    });
}

/// Every second one has lost the document, so that name and birth date must find them.
traveller::Traveller comesBack(int number)
{
    traveller::Traveller who = person(number);
    if (number % 2 == 1)
        who.documentNumber.prepend(QLatin1Char('N'));
    return who;
}

}  // namespace

Figures measureEncounters(const Plan &plan)
{
    const QString folder = plan.folder + QStringLiteral("/encounters");
    const int records = plan.records * timesThePlan;
    auto post = makePost(folder, systemClock());
    if (!post)
        return tl::make_unexpected(post.error());
    record::Screening draft =
        test::aDraft(post->setting.shift, post->setting.officer.id, QDateTime::currentDateTimeUtc());
    draft.formId = post->form->definition->formId();
    draft.formVersion = post->form->definition->version();
    if (const auto made = post->store->screenings().create(draft, "answers"); !made)
        return tl::make_unexpected(made.error());
    post->store.reset();
    if (const auto filled = fill(folder, post->setting.post.country, records); !filled)
        return tl::make_unexpected(filled.error());
    const auto store = store::Store::open(folder, QStringLiteral("lead"), test::aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());

    Figure figure{
        QStringLiteral("look up earlier encounters, logged"), {{QStringLiteral("records"), records}}, {}};
    for (int i = 0; i < plan.samples; ++i) {
        draft.traveller = comesBack(int((qint64(i) * 7919 + 1) % records));
        if (const auto saved = (*store)->screenings().saveDraft(draft, "answers"); !saved)
            return tl::make_unexpected(saved.error());
        Result<record::EncounterReport> report;
        figure.samples.push_back(timed(
            [&] { report = (*store)->encounters().lookUp(draft.id, {sharedPhone}, {plan.samples + 1}); }));
        if (!report)
            return tl::make_unexpected(report.error());
        if (report->earlier.isEmpty() || report->shared.isEmpty())
            return failure(ErrorCode::NotFound, QStringLiteral("an earlier encounter is not found"));
    }
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
