#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "resources/builtin_forms.h"
#include "store/salvage.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace amparo::cli {

namespace {

const QString intoOption = QStringLiteral("into");
const QString codeOption = QStringLiteral("code");
const QString nameOption = QStringLiteral("name");
const QString countryOption = QStringLiteral("country");
const QString reportOption = QStringLiteral("report");

QJsonObject toJson(const store::RescuedTable &table)
{
    QJsonArray unreadable;
    for (const store::RescuedTable::Stretch &stretch : table.unreadable)
        unreadable.append(QJsonArray{stretch.first, stretch.last});
    return {{QStringLiteral("name"), table.name},
            {QStringLiteral("saved"), table.saved},
            {QStringLiteral("unreadable"), unreadable},
            {QStringLiteral("refused"), table.refused},
            {QStringLiteral("whole"), table.isWhole()}};
}

QJsonObject toJson(const store::DamagedRecord &record)
{
    QJsonArray lost;
    for (const auto part : record.lost)
        lost.append(store::damagedPartName(part));
    return {{QStringLiteral("number"), record.number},
            {QStringLiteral("id"), record.id ? QJsonValue(record.id->toText()) : QJsonValue()},
            {QStringLiteral("lost"), lost},
            {QStringLiteral("restored"), record.isRestored}};
}

QJsonObject toJson(const store::SalvageReport &report)
{
    QJsonArray pages;
    for (const qint64 page : report.damagedPages)
        pages.append(page);
    QJsonArray tables;
    for (const store::RescuedTable &table : report.tables)
        tables.append(toJson(table));
    QJsonArray records;
    for (const store::DamagedRecord &record : report.damagedRecords)
        records.append(toJson(record));
    return {{QStringLiteral("at"), report.at.toString(Qt::ISODate)},
            {QStringLiteral("pages"), report.pages},
            {QStringLiteral("damagedPages"), pages},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("wholeRecords"), report.wholeRecords},
            {QStringLiteral("wholeDrafts"), report.wholeDrafts},
            {QStringLiteral("damagedRecords"), records},
            {QStringLiteral("postAssumed"), report.isPostAssumed},
            {QStringLiteral("assumedOfficers"), QJsonArray::fromStringList(report.assumedOfficers)},
            {QStringLiteral("assumedShifts"), QJsonArray::fromStringList(report.assumedShifts)},
            {QStringLiteral("lostForms"), QJsonArray::fromStringList(report.lostForms)},
            {QStringLiteral("orphans"), report.orphans},
            {QStringLiteral("whole"), report.isWhole()}};
}

QString toText(const store::SalvageReport &report)
{
    QStringList lines{QStringLiteral("%1 of %2 pages do not verify.")
                          .arg(report.damagedPages.size())
                          .arg(report.pages),
                      QStringLiteral("Records saved whole: %1; drafts: %2.")
                          .arg(report.wholeRecords)
                          .arg(report.wholeDrafts)};
    for (const store::RescuedTable &table : report.tables) {
        if (!table.isWhole())
            lines.append(QStringLiteral("Table %1: %2 rows saved, some lost.").arg(table.name).arg(table.saved));
    }
    for (const store::DamagedRecord &record : report.damagedRecords) {
        QStringList lost;
        for (const auto part : record.lost)
            lost.append(store::damagedPartName(part));
        lines.append(QStringLiteral("Record %1 (%2): %3; lost: %4.")
                         .arg(record.number)
                         .arg(record.id ? record.id->toText() : QStringLiteral("id not known"),
                              record.isRestored ? QStringLiteral("restored from its submission")
                                                : QStringLiteral("not whole"),
                              lost.join(QStringLiteral(", "))));
    }
    for (const QString &form : report.lostForms)
        lines.append(QStringLiteral("Form %1 is lost: install it again.").arg(form));
    if (!report.assumedOfficers.isEmpty())
        lines.append(QStringLiteral("%1 officers are known from keys or records alone and have the least rights.")
                         .arg(report.assumedOfficers.size()));
    lines.append(QStringLiteral("The damaged store is as it was. Keep it as evidence."));
    return lines.join(u'\n');
}

std::optional<record::Post> namedPost(const Arguments &arguments)
{
    if (!arguments.has(codeOption))
        return std::nullopt;
    return record::Post{arguments.value(codeOption), arguments.value(nameOption),
                        arguments.value(countryOption), false};
}

Outcome run(const Arguments &arguments)
{
    if (!arguments.has(intoOption))
        return usageError(QStringLiteral("--into is missing"));
    const auto report = signInName(arguments).and_then([&](const QString &name) {
        return signInPassphrase(arguments).and_then([&](const crypto::Passphrase &passphrase) {
            return store::salvageStore({storeFolder(arguments), arguments.value(intoOption), name,
                                        namedPost(arguments), resources::builtinForms()},
                                       passphrase, systemClock());
        });
    });
    if (!report)
        return failed(report.error());
    const QJsonObject json = toJson(*report);
    if (arguments.has(reportOption)) {
        const auto written = writeOutput(arguments.value(reportOption), QJsonDocument(json).toJson());
        if (!written)
            return failed(written.error());
    }
    return Answer{json, toText(*report), report->isWhole() ? ExitCode::Done : ExitCode::Refused};
}

}  // namespace

Command storeSalvageCommand()
{
    return {QStringLiteral("store salvage"),
            QStringLiteral("make a new store of what can be read of a damaged one"),
            QStringLiteral("For administrators. The damaged store stays as it is. The report names tables, "
                           "numbers and ids, no people. Ends with 1 where anything is lost."),
            {},
            storeOptions({{intoOption, QStringLiteral("where the new store goes; holds none"),
                           QStringLiteral("FOLDER")},
                          {reportOption, QStringLiteral("write the report as JSON, too"), QStringLiteral("FILE")},
                          {codeOption, QStringLiteral("the post's code, where the store has lost it"),
                           QStringLiteral("CODE")},
                          {nameOption, QStringLiteral("the post's name, likewise"), QStringLiteral("NAME")},
                          {countryOption, QStringLiteral("its country, likewise, as three letters"),
                           QStringLiteral("CODE")}}),
            run};
}

}  // namespace amparo::cli
