#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "base/clock.h"
#include "reference/directory_filter.h"
#include "reference/table_check.h"
#include "resources/builtin_reference.h"

#include <QFileInfo>
#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString countryName = QStringLiteral("country");
const QString serviceOption = QStringLiteral("service");
const QString servesOption = QStringLiteral("serves");
const QString spokenName = QStringLiteral("language");
const QString openName = QStringLiteral("open");
const QString helpLinesName = QStringLiteral("help-lines");

constexpr Names<reference::OpenState, 3> openNames{{
    {reference::OpenState::Open, QLatin1StringView("open")},
    {reference::OpenState::Closed, QLatin1StringView("closed")},
    {reference::OpenState::NotKnown, QLatin1StringView("not-known")},
}};

template <class Value, size_t Count>
QJsonArray namesOf(const Names<Value, Count> &names, const QList<Value> &values)
{
    QJsonArray array;
    for (const Value value : values)
        array.append(nameOf(names, value));
    return array;
}

/// One of a table's words for an option; nullopt: it was not given.
template <class Value, size_t Count>
Result<std::optional<Value>> asked(const Arguments &arguments, const QString &option,
                                   const Names<Value, Count> &names)
{
    const auto given = arguments.find(option);
    if (!given)
        return std::optional<Value>();
    const std::optional<Value> value = valueOf(names, *given);
    if (value)
        return value;
    QStringList known;
    for (const auto &entry : names)
        known.append(entry.second);
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("--%1 knows %2").arg(option, known.join(QLatin1String(", "))));
}

QString dayText(const std::optional<QDate> &day) { return day ? day->toString(Qt::ISODate) : QString(); }

QJsonObject toJson(const reference::Institution &one, const reference::Reference &all, const Clock &clock)
{
    QJsonArray numbers;
    for (const reference::HelpLine &line : all.helpLines) {
        if (one.helpLines.contains(line.id))
            numbers.append(line.number);
    }
    return {
        {QStringLiteral("id"), one.id},
        {QStringLiteral("country"), one.country},
        {QStringLiteral("area"), one.area},
        {QStringLiteral("name"), one.name},
        {QStringLiteral("services"), namesOf(reference::serviceNames, one.services)},
        {QStringLiteral("serves"), namesOf(reference::servesNames, one.serves)},
        {QStringLiteral("hours"), one.hours ? one.hours->text() : QString()},
        {QStringLiteral("now"), nameOf(openNames, reference::openState(one, clock.utcNow()))},
        {QStringLiteral("languages"), QJsonArray::fromStringList(one.languages)},
        {QStringLiteral("numbers"), numbers},
        {QStringLiteral("phone"), one.phone},
        {QStringLiteral("whatsapp"), one.whatsapp},
        {QStringLiteral("email"), one.email},
        {QStringLiteral("address"), one.address},
        {QStringLiteral("onContact"), one.onContact.in(QStringLiteral("en"))},
        {QStringLiteral("source"), one.provenance.source},
        {QStringLiteral("verifiedOn"), dayText(one.provenance.verifiedOn)},
        {QStringLiteral("validUntil"), dayText(one.provenance.validUntil)},
        {QStringLiteral("freshness"), reference::freshnessName(freshness(one.provenance, clock.today()))},
    };
}

Outcome listInstitutions(const Arguments &arguments)
{
    const auto service = asked(arguments, serviceOption, reference::serviceNames);
    if (!service)
        return usageError(service.error().detail);
    const auto serves = asked(arguments, servesOption, reference::servesNames);
    if (!serves)
        return usageError(serves.error().detail);
    const Clock &clock = systemClock();
    const reference::Reference all = resources::builtinReference().reference;
    const reference::DirectoryFilter filter{
        arguments.positional(0),     arguments.value(countryName), *service, *serves,
        arguments.value(spokenName), arguments.has(openName)};
    QJsonArray array;
    QStringList lines;
    for (const reference::Institution &one :
         reference::search(all.institutions, all.helpLines, filter, clock.utcNow())) {
        array.append(toJson(one, all, clock));
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(one.id, -24)
                         .arg(one.country, -4)
                         .arg(reference::freshnessName(freshness(one.provenance, clock.today())), -15)
                         .arg(one.name));
    }
    return Answer{{{QStringLiteral("institutions"), array}}, lines.join(u'\n')};
}

/// The lines that institutions may name: those of a file, else the built-in ones.
Result<QList<reference::HelpLine>> knownLines(const Arguments &arguments)
{
    const auto path = arguments.find(helpLinesName);
    if (!path)
        return resources::builtinReference().reference.helpLines;
    const Result<QByteArray> csv = readInput(*path);
    if (!csv)
        return tl::make_unexpected(csv.error());
    reference::Problems problems;
    const QList<reference::HelpLine> lines = reference::readHelpLines(*path, *csv, problems);
    if (!problems.isEmpty())
        return failure(ErrorCode::InvalidInput, problems.first().toText());
    return lines;
}

Outcome checkDirectory(const Arguments &arguments)
{
    const QString path = arguments.positional(0);
    const Result<QByteArray> csv = readInput(path);
    if (!csv)
        return failed(csv.error());
    const auto lines = knownLines(arguments);
    if (!lines)
        return failed(lines.error());
    const QString name = path == QLatin1String("-") ? path : QFileInfo(path).fileName();
    const reference::CheckedTable checked = reference::checkTable(name, *csv, *lines, systemClock().today());
    QJsonArray problems;
    QStringList text;
    for (const reference::Problem &problem : checked.problems) {
        problems.append(QJsonObject{{QStringLiteral("line"), problem.line},
                                    {QStringLiteral("column"), problem.column},
                                    {QStringLiteral("message"), problem.message}});
        text.append(problem.toText());
    }
    QJsonObject rows;
    for (auto it = checked.rows.begin(); it != checked.rows.end(); ++it) {
        rows.insert(reference::freshnessName(it.key()), it.value());
        text.append(QStringLiteral("%1 row(s) %2").arg(it.value()).arg(reference::freshnessName(it.key())));
    }
    return Answer{{{QStringLiteral("valid"), checked.problems.isEmpty()},
                   {QStringLiteral("kind"), checked.kind},
                   {QStringLiteral("rows"), rows},
                   {QStringLiteral("problems"), problems}},
                  text.join(u'\n'),
                  checked.problems.isEmpty() ? ExitCode::Done : ExitCode::Refused};
}

}  // namespace

Command directoryCheckCommand()
{
    return {
        QStringLiteral("directory check"),
        QStringLiteral("say what is wrong with a table of the directory"),
        QStringLiteral("Knows help_lines.csv, laws.csv and institutions.csv by their headings. Prints each "
                       "problem with line and column and ends with 1 where there is one; rows that nobody "
                       "has confirmed for 180 days are counted and are no problem."),
        {{QStringLiteral("FILE"), QStringLiteral("the table, - for standard input")}},
        {{helpLinesName, QStringLiteral("the help lines that institutions name; else the built-in ones"),
          QStringLiteral("FILE")}},
        checkDirectory};
}

Command directoryListCommand()
{
    return {QStringLiteral("directory list"),
            QStringLiteral("list institutions of the referral directory"),
            QStringLiteral("What is not known about an entry excludes it from nothing."),
            {{QStringLiteral("WORDS"), QStringLiteral("of name, area or number"), true}},
            {{countryName, QStringLiteral("as in PER"), QStringLiteral("CODE")},
             {serviceOption, QStringLiteral("as in shelter"), QStringLiteral("SERVICE")},
             {servesOption, QStringLiteral("as in children"), QStringLiteral("WHOM")},
             {spokenName, QStringLiteral("as in es"), QStringLiteral("LANGUAGE")},
             {openName, QStringLiteral("leave out what is closed now")}},
            listInstitutions};
}

}  // namespace amparo::cli
