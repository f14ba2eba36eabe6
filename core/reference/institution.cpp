#include "reference/institution.h"

#include "base/time_zone.h"
#include "reference/table_values.h"

#include <algorithm>

namespace amparo::reference {

namespace {

const QString onContactColumn = QStringLiteral("on_contact::");

const QStringList &institutionColumns()
{
    static const QStringList columns =
        QStringLiteral("id country area name services serves hours time_zone languages help_lines phone "
                       "whatsapp email address on_contact::en on_contact::es on_contact::pt-BR anonymous "
                       "source status verified_on valid_until")
            .split(u' ');
    return columns;
}

QString timeZoneOf(Table &table, bool isNeeded)
{
    const QString column = QStringLiteral("time_zone");
    const QString zone = table.text(column);
    if (zone.isEmpty() && isNeeded)
        table.fail(column, QStringLiteral("missing: hours say nothing without it"));
    else if (!zone.isEmpty() && !timeZoneNamed(zone).isValid())
        table.fail(column, QStringLiteral("\"%1\" is no time zone such as America/Lima").arg(zone));
    return zone;
}

QStringList helpLinesOf(Table &table, const QList<HelpLine> &lines)
{
    const QString column = QStringLiteral("help_lines");
    const QStringList ids = table.words(column);
    for (const QString &id : ids) {
        if (std::none_of(lines.begin(), lines.end(), [&](const HelpLine &line) { return line.id == id; }))
            table.fail(column, QStringLiteral("there is no help line \"%1\"").arg(id));
    }
    return ids;
}

Translated onContactOf(Table &table)
{
    Translated text;
    for (const QString &column : institutionColumns()) {
        if (column.startsWith(onContactColumn))
            text.byLanguage.insert(column.mid(onContactColumn.size()), table.needed(column));
    }
    return text;
}

}  // namespace

const Names<Service, 14> serviceNames{{
    {Service::Advice, QLatin1StringView("advice")},
    {Service::Asylum, QLatin1StringView("asylum")},
    {Service::ChildProtection, QLatin1StringView("child-protection")},
    {Service::Coordination, QLatin1StringView("coordination")},
    {Service::Labour, QLatin1StringView("labour")},
    {Service::Legal, QLatin1StringView("legal")},
    {Service::Medical, QLatin1StringView("medical")},
    {Service::Migration, QLatin1StringView("migration")},
    {Service::Police, QLatin1StringView("police")},
    {Service::Prosecution, QLatin1StringView("prosecution")},
    {Service::Psychosocial, QLatin1StringView("psychosocial")},
    {Service::Return, QLatin1StringView("return")},
    {Service::Shelter, QLatin1StringView("shelter")},
    {Service::Trafficking, QLatin1StringView("trafficking")},
}};

const Names<Serves, 6> servesNames{{
    {Serves::All, QLatin1StringView("all")},
    {Serves::Women, QLatin1StringView("women")},
    {Serves::Men, QLatin1StringView("men")},
    {Serves::Children, QLatin1StringView("children")},
    {Serves::Families, QLatin1StringView("families")},
    {Serves::Lgbti, QLatin1StringView("lgbti")},
}};

OpenState openState(const Institution &institution, const QDateTime &utc)
{
    if (!institution.hours)
        return OpenState::NotKnown;
    const QDateTime local = utc.toTimeZone(timeZoneNamed(institution.timeZone));
    return institution.hours->isOpen(local) ? OpenState::Open : OpenState::Closed;
}

QList<Institution> readInstitutions(const QString &file, QByteArrayView csv, const QList<HelpLine> &lines,
                                    Problems &problems)
{
    Table table(file, csv, institutionColumns(), problems);
    QList<Institution> institutions;
    while (table.next()) {
        Institution one;
        one.id = table.id();
        one.country = table.country(QStringLiteral("country"), true);
        one.area = table.text(QStringLiteral("area"));
        one.name = table.needed(QStringLiteral("name"));
        one.services = table.several(QStringLiteral("services"), serviceNames);
        one.serves = table.several(QStringLiteral("serves"), servesNames);
        one.hours = hoursOf(table);
        one.timeZone = timeZoneOf(table, one.hours.has_value());
        one.languages = languagesOf(table);
        one.helpLines = helpLinesOf(table, lines);
        one.phone = table.text(QStringLiteral("phone"));
        one.whatsapp = table.text(QStringLiteral("whatsapp"));
        one.email = table.text(QStringLiteral("email"));
        one.address = table.text(QStringLiteral("address"));
        one.onContact = onContactOf(table);
        one.anonymous = table.flag(QStringLiteral("anonymous"));
        one.provenance = provenanceOf(table);
        one.provenance.validUntil = table.day(QStringLiteral("valid_until"));
        if (table.isSound())
            institutions.append(one);
    }
    return institutions;
}

}  // namespace amparo::reference
