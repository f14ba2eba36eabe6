#include "store/screening_columns.h"

#include "store/database.h"

namespace amparo::store {

namespace {

constexpr int travellerColumn = 21;  // after the screening's own

template <class T> T known(const Row &row, const std::optional<T> &value)
{
    if (!value)
        row.markMalformed();
    return value.value_or(T{});
}

std::optional<record::Advice> readAdvice(const Row &row)
{
    const auto model = row.get<std::optional<QString>>(14);
    if (!model)
        return std::nullopt;
    record::Advice advice;
    advice.model = *model;
    advice.band = row.get<QString>(15);
    advice.level = row.get<int>(16);
    advice.recommended = known(row, record::decisionFromName(row.get<QString>(17)));
    advice.explanation = row.get<QString>(18);
    advice.unanswered = row.get<int>(19);
    return advice;
}

std::optional<record::Verdict> readVerdict(const Row &row)
{
    const auto decision = row.get<std::optional<QString>>(10);
    if (!decision)
        return std::nullopt;
    return record::Verdict{known(row, record::decisionFromName(*decision)), row.get<QString>(11)};
}

}  // namespace

Placed readScreening(const Row &row)
{
    record::Screening screening;
    screening.id = row.get<ScreeningId>(1);
    screening.encounter = row.get<EncounterId>(2);
    screening.shift = row.get<ShiftId>(3);
    screening.officer = row.get<OfficerId>(4);
    screening.line = known(row, record::lineFromName(row.get<QString>(5)));
    screening.formId = row.get<QString>(6);
    screening.formVersion = row.get<QString>(7);
    screening.language = row.get<QString>(8);
    screening.startedAt = row.get<QDateTime>(9);
    screening.verdict = readVerdict(row);
    screening.finalisedAt = row.get<std::optional<QDateTime>>(12);
    screening.instanceId = row.get<std::optional<QString>>(13).value_or(QString());
    screening.advice = readAdvice(row);
    screening.state = known(row, record::stateFromName(row.get<QString>(20)));
    screening.traveller = readTraveller(row, travellerColumn);
    return {row.get<qint64>(0), screening};
}

Result<QList<record::IndicatorHit>> readHits(Database &database, qint64 sequence)
{
    return database.all(
        "SELECT indicator, item, dimension FROM indicator_hit WHERE sequence = ? ORDER BY position",
        [](const Row &row) {
            return record::IndicatorHit{row.get<QString>(0), row.get<QString>(1), row.get<QString>(2)};
        },
        sequence);
}

std::optional<Receipt> readReceipt(const Row &row, int first)
{
    const auto receivedAt = row.get<std::optional<QDateTime>>(first);
    if (!receivedAt)
        return std::nullopt;
    return Receipt{*receivedAt, row.get<QString>(first + 1), row.get<int>(first + 2), QString(),
                   row.get<std::optional<QByteArray>>(first + 3).value_or(QByteArray())};
}

Result<QMap<QString, QByteArray>> readFiles(Database &database, qint64 sequence)
{
    QMap<QString, QByteArray> files;
    return database
        .each(
            "SELECT name, content FROM submission_file WHERE sequence = ?",
            [&](const Row &row) {
                files.insert(row.get<QString>(0), row.get<QByteArray>(1));
                return true;
            },
            sequence)
        .map([&] { return files; });
}

}  // namespace amparo::store
