#include "report/record_list.h"

#include "base/csv_writer.h"

namespace amparo::report {

namespace {

QString isoTime(const std::optional<QDateTime> &utc, const QTimeZone &zone)
{
    return utc ? utc->toTimeZone(zone).toString(Qt::ISODate) : QString();
}

QString isoDate(const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); }

QStringList fieldsOf(const record::Screening &record, const QHash<OfficerId, QString> &officers,
                     const QTimeZone &zone)
{
    const traveller::Traveller &who = record.traveller;
    const auto &advice = record.advice;
    const auto &verdict = record.verdict;
    return {record.instanceId,
            isoTime(record.startedAt, zone),
            isoTime(record.finalisedAt, zone),
            record::lineName(record.line),
            record.formId,
            record.formVersion,
            who.surname,
            who.givenNames,
            who.documentNumber,
            who.issuingState,
            isoDate(who.birthDate),
            advice ? record::decisionName(advice->recommended) : QString(),
            verdict ? record::decisionName(verdict->decision) : QString(),
            verdict ? verdict->reason : QString(),
            officers.value(record.officer),
            record::stateName(record.state)};
}

}  // namespace

QByteArray recordListCsv(const QList<record::Screening> &records, const QHash<OfficerId, QString> &officers,
                         const QHash<ScreeningId, QString> &lanes, const QTimeZone &zone)
{
    const auto row = [&](QStringList fields, const QString &lane) {
        return csvRow(lanes.isEmpty() ? fields : fields << lane);
    };
    QByteArray csv = csvByteOrderMark;
    csv += row({QStringLiteral("instance"), QStringLiteral("started"), QStringLiteral("final"),
                QStringLiteral("line"), QStringLiteral("form"), QStringLiteral("form_version"),
                QStringLiteral("surname"), QStringLiteral("given_names"), QStringLiteral("document_number"),
                QStringLiteral("issuing_state"), QStringLiteral("birth_date"), QStringLiteral("advice"),
                QStringLiteral("decision"), QStringLiteral("reason"), QStringLiteral("officer"),
                QStringLiteral("state")},
               QStringLiteral("lane"));
    for (const record::Screening &record : records)
        csv += row(fieldsOf(record, officers, zone), lanes.value(record.id));
    return csv;
}

}  // namespace amparo::report
