#include "store/reference_mending.h"

#include "record/submitted.h"
#include "store/database.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace amparo::store {

namespace {

/// A form of which nothing but the name is known: it reads, and asks nothing.
QByteArray emptyForm(const QString &formId, const QString &version)
{
    return QStringLiteral("<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\" "
                          "xmlns=\"http://www.w3.org/2002/xforms\"><h:head><h:title>%1</h:title><model>"
                          "<instance><data id=\"%1\" version=\"%2\"/></instance></model></h:head><h:body/>"
                          "</h:html>")
        .arg(formId.toHtmlEscaped(), version.toHtmlEscaped())
        .toUtf8();
}

struct FormName {
    QString formId;
    QString version;
};

FormName readFormName(const Row &row) { return {row.get<QString>(0), row.get<QString>(1)}; }

Result<> insertForm(Database &into, const form::FormPackage &package, const QDateTime &now)
{
    const auto inserted = into.run(
        "INSERT INTO form (form_id, version, installed, installed_at, definition) VALUES (?, ?, (SELECT "
        "coalesce(min(installed), 1) - 1 FROM form), ?, ?)",
        package.formId, package.version, now, package.definition);
    if (!inserted)
        return tl::make_unexpected(inserted.error());
    for (auto file = package.media.cbegin(); file != package.media.cend(); ++file) {
        const auto kept =
            into.run("INSERT OR IGNORE INTO form_media (form_id, version, name, content) VALUES (?, ?, ?, ?)",
                     package.formId, package.version, file.key(), file.value());
        if (!kept)
            return tl::make_unexpected(kept.error());
    }
    return {};
}

/// The names that submissions bear whose row is lost, beside those of the rows.
Result<QMap<QString, FormName>> formsInUse(Database &into)
{
    QMap<QString, FormName> inUse;
    const auto rows = into.all("SELECT DISTINCT form_id, form_version FROM screening", readFormName);
    const auto orphans = into.all("SELECT xml FROM submission WHERE sequence NOT IN (SELECT sequence FROM screening)",
                                  [](const Row &row) { return row.get<QByteArray>(0); });
    if (!rows || !orphans)
        return tl::make_unexpected(rows ? orphans.error() : rows.error());
    for (const FormName &name : *rows)
        inUse.insert(name.formId + QLatin1Char(' ') + name.version, name);
    for (const QByteArray &xml : *orphans) {
        if (const auto name = record::nameOfSubmission(xml))
            inUse.insert(name->formId + QLatin1Char(' ') + name->formVersion, {name->formId, name->formVersion});
    }
    return inUse;
}

/// Where the end of the log is lost, so are the beginnings of generations; the new one takes a lost entry's number.
Result<> dropLostGenerations(Database &into)
{
    return into.execute("DELETE FROM witness WHERE generation IN (SELECT generation FROM signing_key"
                        " WHERE first_entry > (SELECT coalesce(max(sequence), 0) FROM audit));"
                        "DELETE FROM signing_key WHERE first_entry >"
                        " (SELECT coalesce(max(sequence), 0) FROM audit)");
}

}  // namespace

Result<> mendOfficers(Database &into, const KeyFile &keys, const QDateTime &now, SalvageReport &report)
{
    const auto known = into.all("SELECT id FROM officer", [](const Row &row) { return row.get<OfficerId>(0); });
    const auto named = into.all("SELECT officer FROM screening UNION SELECT opened_by FROM shift UNION SELECT officer "
                                "FROM training_result",
                                [](const Row &row) { return row.get<OfficerId>(0); });
    if (!known || !named)
        return tl::make_unexpected(known ? named.error() : known.error());
    QSet<OfficerId> present(known->begin(), known->end());
    const auto add = [&](OfficerId id, const QString &name, const std::optional<QDateTime> &gone) -> Result<> {
        if (present.contains(id))
            return {};
        present.insert(id);
        report.assumedOfficers.append(id.toText());
        return into
            .run("INSERT INTO officer (id, login_name, display_name, role, added_at, removed_at) VALUES (?, ?, "
                 "?, 'officer', ?, ?)",
                 id, name, name, now, gone)
            .map([](qint64) {});
    };
    for (const KeySlot &slot : keys.slotList) {
        if (const auto added = add(slot.officer, slot.loginName, std::nullopt); !added)
            return added;
    }
    for (const OfficerId &id : *named) {
        if (const auto added = add(id, QStringLiteral("? ") + id.toText(), now); !added)
            return added;
    }
    return {};
}

Result<> mendForms(Database &into, const QList<form::FormPackage> &forms, const QDateTime &now,
                   SalvageReport &report)
{
    const auto inUse = formsInUse(into);
    const auto present = into.all("SELECT form_id, version FROM form", readFormName);
    if (!inUse || !present)
        return tl::make_unexpected(inUse ? present.error() : inUse.error());
    QMap<QString, FormName> lost = *inUse;
    for (const FormName &name : *present)
        lost.remove(name.formId + QLatin1Char(' ') + name.version);
    for (auto name = lost.cbegin(); name != lost.cend(); ++name) {
        form::FormPackage package{name->formId, name->version, emptyForm(name->formId, name->version), {}};
        const auto given = std::find_if(forms.begin(), forms.end(), [&](const form::FormPackage &form) {
            return form.formId == name->formId && form.version == name->version;
        });
        if (given != forms.end())
            package = *given;
        else
            report.lostForms.append(name.key());
        if (const auto inserted = insertForm(into, package, now); !inserted)
            return inserted;
    }
    return {};
}

Result<> mendShifts(Database &into, SalvageReport &report)
{
    const auto lost = into.all("SELECT DISTINCT shift FROM screening WHERE shift NOT IN (SELECT id FROM shift)",
                               [](const Row &row) { return row.get<ShiftId>(0); });
    if (!lost)
        return tl::make_unexpected(lost.error());
    for (const ShiftId &id : *lost) {
        report.assumedShifts.append(id.toText());
        const auto inserted = into.run(
            "INSERT INTO shift (id, opened_by, opened_at, closed_at) SELECT shift, officer, min(started_at), "
            "max(coalesce(finalised_at, started_at)) FROM screening WHERE shift = ?",
            id);
        if (!inserted)
            return tl::make_unexpected(inserted.error());
    }
    return {};
}

Result<> dropOrphans(Database &into, SalvageReport &report)
{
    if (const auto dropped = dropLostGenerations(into); !dropped)
        return dropped;
    struct Orphans {
        QByteArray table;
        std::optional<qint64> number;  // nullopt: the table's rows have none, and go by what they refer to
        QByteArray column;
        QByteArray parent;
        QByteArray parentColumn;
    };
    while (true) {
        const auto found = into.all(
            "SELECT DISTINCT c.\"table\", c.rowid, f.\"from\", c.parent, f.\"to\""
            " FROM pragma_foreign_key_check c JOIN pragma_foreign_key_list(c.\"table\") f ON f.id = c.fkid",
            [](const Row &row) {
                return Orphans{row.get<QString>(0).toUtf8(), row.get<std::optional<qint64>>(1),
                               row.get<QString>(2).toUtf8(), row.get<QString>(3).toUtf8(),
                               row.get<QString>(4).toUtf8()};
            });
        if (!found)
            return tl::make_unexpected(found.error());
        if (found->isEmpty())
            return {};
        for (const Orphans &orphans : *found) {
            const QByteArray begin = "DELETE FROM " + orphans.table + " WHERE ";
            const QByteArray byRow = begin + "rowid = ?";
            const QByteArray byReference = begin + orphans.column + " NOT IN (SELECT " + orphans.parentColumn +
                                           " FROM " + orphans.parent + ")";
            const auto dropped = orphans.number ? into.run(byRow.constData(), *orphans.number)
                                                : into.run(byReference.constData());
            if (!dropped)
                return tl::make_unexpected(dropped.error());
            report.orphans += *dropped;
        }
    }
}

}  // namespace amparo::store
