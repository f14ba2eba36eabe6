#include "app/record_export.h"

#include "base/durable_file.h"
#include "report/record_list.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

namespace amparo::app {

namespace {

using record::Permission;
using record::Screening;

Result<> checkExport(store::Store &store, const store::Approval &approval)
{
    return store.access().check(Permission::ExportRecords).and_then([&] {
        return approval.check(Permission::ExportRecords);
    });
}

/// Without names, whoever's they are.
Result<QList<Screening>> countedIn(store::Store &store, const report::Period &period, const QTimeZone &zone)
{
    if (const auto *shift = std::get_if<record::Shift>(&period))
        return store.screenings().finalOfShift(shift->id);
    const report::Bounds bounds = report::boundsOf(period, zone);
    return store.screenings().finalBetween(bounds.from, *bounds.to);
}

/// Each is read by itself, so that the repository decides who may see it and tells the log.
Result<QList<Screening>> readableIn(store::Store &store, const QList<Screening> &counted)
{
    QList<Screening> records;
    for (const Screening &each : counted) {
        const auto found = store.screenings().find(each.id);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found)
            records.append(**found);
    }
    return records;
}

Result<QHash<OfficerId, QString>> loginNames(store::Store &store, const QList<Screening> &records)
{
    QHash<OfficerId, QString> names;
    for (const Screening &each : records) {
        if (names.contains(each.officer))
            continue;
        const auto officer = store.officers().find(each.officer);
        if (!officer)
            return tl::make_unexpected(officer.error());
        names.insert(each.officer, *officer ? (*officer)->loginName : QString());
    }
    return names;
}

QString fileName(const store::Store &store, const report::Period &period, const QTimeZone &zone)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9_-]+"));
    const QDateTime from = report::boundsOf(period, zone).from.toTimeZone(zone);
    const QString when = std::holds_alternative<QDate>(period)
                             ? from.date().toString(Qt::ISODate)
                             : from.toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    return QStringLiteral("amparo-records-%1-%2.csv")
        .arg(QString(store.post().code).replace(others, QStringLiteral("-")), when);
}

}  // namespace

Result<ExportedRecords> exportRecords(store::Store &store, const report::Period &period,
                                      const QTimeZone &zone, const QString &folder, store::Approval approval)
{
    if (const auto allowed = checkExport(store, approval); !allowed)
        return tl::make_unexpected(allowed.error());
    const auto records = countedIn(store, period, zone).and_then([&](const QList<Screening> &counted) {
        return readableIn(store, counted);
    });
    if (!records)
        return tl::make_unexpected(records.error());
    const auto names = loginNames(store, *records);
    const auto lanes = store.laneRecords().laneNames(*records);
    if (!names || !lanes)
        return tl::make_unexpected(names ? lanes.error() : names.error());
    const QString path = QDir(folder).absoluteFilePath(fileName(store, period, zone));
    auto file = DurableFile::create(path);
    if (!file)
        return tl::make_unexpected(file.error());
    return file->write(report::recordListCsv(*records, *names, *lanes, zone))
        .and_then([&] {
            return store.audit().record(store::AuditAction::RecordsExported, QString(),
                                        QStringLiteral("records=%1").arg(records->size()));
        })
        .and_then([&] { return file->commit(); })
        .map([&] {
            return ExportedRecords{path, int(records->size())};
        });
}

}  // namespace amparo::app
