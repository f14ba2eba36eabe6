#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "base/clock.h"
#include "traveller/mrz_json.h"

namespace amparo::cli {

namespace {

const QString todayName = QStringLiteral("today");

Result<QDate> todayFrom(const Arguments &arguments)
{
    if (!arguments.has(todayName))
        return systemClock().today();
    const QDate day = QDate::fromString(arguments.value(todayName), Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--today is no date such as 2026-03-02"));
    return day;
}

QString dateText(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QStringLiteral("not known");
}

QString textOf(const traveller::Mrz &mrz)
{
    const auto line = [](const char *label, const QString &value) {
        return QStringLiteral("%1 %2").arg(QLatin1String(label), -16).arg(value);
    };
    QStringList failed;
    for (const auto &[check, name] : traveller::mrzCheckNames) {
        if (mrz.failedChecks.testFlag(check))
            failed.append(name);
    }
    QStringList warnings;
    for (const auto &[warning, name] : traveller::mrzWarningNames) {
        if (mrz.warnings.testFlag(warning))
            warnings.append(name);
    }
    return QStringList{
        line("format", nameOf(traveller::mrzFormatNames, mrz.format)),
        line("document", QStringLiteral("%1 %2").arg(mrz.documentCode, mrz.documentNumber)),
        line("issuing state", mrz.issuingState),
        line("surname", mrz.surname),
        line("given names", mrz.givenNames),
        line("nationality", mrz.nationality),
        line("born", dateText(mrz.birthDate)),
        line("sex", nameOf(traveller::sexNames, mrz.sex)),
        line("expires", dateText(mrz.expiryDate)),
        line("failed checks", failed.isEmpty() ? QStringLiteral("none") : failed.join(QLatin1String(", "))),
        line("warnings", warnings.isEmpty() ? QStringLiteral("none") : warnings.join(QLatin1String(", "))),
        line("corrections", QString::number(mrz.corrections.size())),
    }
        .join(u'\n');
}

Outcome run(const Arguments &arguments)
{
    const Result<QDate> today = todayFrom(arguments);
    if (!today)
        return usageError(today.error().detail);
    const QString path = arguments.positional(0).isEmpty() ? QStringLiteral("-") : arguments.positional(0);
    const Result<QByteArray> text = readInput(path);
    if (!text)
        return failed(text.error());
    const Result<traveller::Mrz> mrz = traveller::parseMrz(QString::fromUtf8(*text), *today);
    if (!mrz)
        return failed(mrz.error());
    return Answer{traveller::toJson(*mrz), textOf(*mrz)};
}

}  // namespace

Command mrzCommand()
{
    return {
        QStringLiteral("mrz"),
        QStringLiteral("read the machine readable zone of a travel document"),
        QStringLiteral(
            "Never takes the zone as an argument: other people on the computer can see those. A failed "
            "check digit is a finding about the document and ends with 0; text that is no zone ends "
            "with 1."),
        {{QStringLiteral("FILE"), QStringLiteral("text of the zone; left out or -: standard input"), true}},
        {{todayName, QStringLiteral("the day that settles the centuries; today where left out"),
          QStringLiteral("DATE")}},
        run};
}

}  // namespace amparo::cli
