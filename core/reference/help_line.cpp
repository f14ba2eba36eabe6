#include "reference/help_line.h"

#include "reference/table.h"
#include "reference/table_values.h"

#include <QRegularExpression>

namespace amparo::reference {

namespace {

constexpr Names<Channel, 2> channelNames{{
    {Channel::Phone, QLatin1StringView("phone")},
    {Channel::Whatsapp, QLatin1StringView("whatsapp")},
}};

QString numberOf(Table &table, Channel channel)
{
    static const QRegularExpression dialled(QStringLiteral("^\\+?[0-9][0-9 -]*$"));
    static const QRegularExpression international(QStringLiteral("^\\+[0-9][0-9 -]*$"));
    const QString column = QStringLiteral("number");
    const QString number = table.needed(column);
    if (number.isEmpty())
        return number;
    if (channel == Channel::Whatsapp && !international.match(number).hasMatch())
        table.fail(column, QStringLiteral("a number for WhatsApp begins with + and the country's code"));
    else if (!dialled.match(number).hasMatch())
        table.fail(column, QStringLiteral("only digits, blanks, hyphens and a + in front are expected"));
    return number;
}

}  // namespace

const Names<Purpose, 5> purposeNames{{
    {Purpose::Trafficking, QLatin1StringView("trafficking")},
    {Purpose::Children, QLatin1StringView("children")},
    {Purpose::Women, QLatin1StringView("women")},
    {Purpose::Missing, QLatin1StringView("missing")},
    {Purpose::Emergency, QLatin1StringView("emergency")},
}};

QString linkOf(const HelpLine &line)
{
    QString dialled;
    for (const QChar c : line.number) {
        if (c.isDigit() || (c == u'+' && line.channel == Channel::Phone))
            dialled += c;
    }
    return (line.channel == Channel::Phone ? QStringLiteral("tel:") : QStringLiteral("https://wa.me/")) +
           dialled;
}

QList<HelpLine> readHelpLines(const QString &file, QByteArrayView csv, Problems &problems)
{
    const QStringList columns{
        QStringLiteral("id"),        QStringLiteral("country"),     QStringLiteral("purpose"),
        QStringLiteral("name"),      QStringLiteral("number"),      QStringLiteral("channel"),
        QStringLiteral("hours"),     QStringLiteral("languages"),   QStringLiteral("free"),
        QStringLiteral("anonymous"), QStringLiteral("from_abroad"), QStringLiteral("source"),
        QStringLiteral("status"),    QStringLiteral("verified_on")};
    Table table(file, csv, columns, problems);
    QList<HelpLine> lines;
    while (table.next()) {
        HelpLine line;
        line.id = table.id();
        line.country = table.country(columns[1]);
        line.purpose = table.one(columns[2], purposeNames);
        line.name = table.needed(columns[3]);
        line.channel = table.one(columns[5], channelNames);
        line.number = numberOf(table, line.channel);
        line.hours = hoursOf(table);
        line.languages = languagesOf(table);
        line.free = table.flag(columns[8]);
        line.anonymous = table.flag(columns[9]);
        line.fromAbroad = table.flag(columns[10]);
        line.provenance = provenanceOf(table);
        if (table.isSound())
            lines.append(line);
    }
    return lines;
}

}  // namespace amparo::reference
