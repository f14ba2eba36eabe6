#include "report/report_tables.h"

#include "report/cell_text.h"
#include "report/tr.h"
#include "traveller/country.h"

#include <QRegularExpression>

#include <array>

namespace amparo::report {

namespace {

using record::Decision;

QString decisionText(Decision decision)
{
    switch (decision) {
    case Decision::Clear:
        return Tr::tr("Clear");
    //: the second interview, by another officer in a separate room
    case Decision::SecondLine:
        return Tr::tr("Second line");
    case Decision::UrgentProtection:
        return Tr::tr("Urgent protection");
    }
    Q_UNREACHABLE();
}

QString lineText(record::Line line)
{
    switch (line) {
    //: the first, short interview
    case record::Line::Primary:
        return Tr::tr("Primary line");
    case record::Line::Second:
        return Tr::tr("Second line");
    }
    Q_UNREACHABLE();
}

QString ageText(AgeGroup group)
{
    switch (group) {
    case AgeGroup::Child:
        return Tr::tr("Under 18");
    case AgeGroup::Adult:
        return Tr::tr("18 and over");
    case AgeGroup::Unknown:
        return Tr::tr("Age unknown");
    }
    Q_UNREACHABLE();
}

QString sexText(traveller::Sex sex)
{
    switch (sex) {
    //: sex as printed in the travel document
    case traveller::Sex::Unspecified:
        return Tr::tr("Not stated");
    case traveller::Sex::Female:
        return Tr::tr("Female");
    case traveller::Sex::Male:
        return Tr::tr("Male");
    case traveller::Sex::X:
        return Tr::tr("X");
    }
    Q_UNREACHABLE();
}

QString laneText(const QString &lane) { return lane.isEmpty() ? Tr::tr("This station") : lane; }

constexpr std::array ageGroups{AgeGroup::Child, AgeGroup::Adult, AgeGroup::Unknown};
constexpr std::array decisions{Decision::UrgentProtection, Decision::SecondLine, Decision::Clear};
constexpr std::array sexes{traveller::Sex::Female, traveller::Sex::Male, traveller::Sex::X,
                           traveller::Sex::Unspecified};

/// One axis of a crosstab as it is printed: places in the crosstab, in the order of reading, and their words.
struct Axis {
    QList<std::size_t> places;
    QStringList texts;

    template <class Values, class Text> static Axis of(const Values &values, Text text)
    {
        Axis axis;
        for (const auto value : values) {
            axis.places.append(std::size_t(value));
            axis.texts.append(text(value));
        }
        return axis;
    }
};

template <std::size_t Rows, std::size_t Columns>
void fill(Table &table, const Crosstab<Rows, Columns> &counts, const QString &corner, const Axis &rows,
          const Axis &columns)
{
    Q_ASSERT(rows.places.size() == Rows && columns.places.size() == Columns);
    const QString total = Tr::tr("Total");
    table.columns = QStringList{corner} + columns.texts + QStringList{total};
    for (qsizetype i = 0; i < rows.places.size(); ++i) {
        Table::Row row{rows.texts[i], {}};
        for (const std::size_t column : columns.places)
            row.cells.append(counts.at(rows.places[i], column));
        row.cells.append(counts.rowTotal(rows.places[i]));
        table.rows.append(row);
    }
    Table::Row sums{total, {}, true};
    for (const std::size_t column : columns.places)
        sums.cells.append(counts.columnTotal(column));
    sums.cells.append(counts.total());
    table.rows.append(sums);
}

template <class Value> Cell known(const std::optional<Value> &value) { return value ? Cell(*value) : Cell(); }

Cell minutes(const std::optional<std::chrono::minutes> &time)
{
    return time ? Cell(int(time->count())) : Cell();
}

Cell share(int part, int whole) { return whole > 0 ? Cell(Share{double(part) / whole}) : Cell(); }

Cell local(const DayFigures &figures, const std::optional<QDateTime> &utc)
{
    if (!utc)
        return {};
    return utc->toOffsetFromUtc(figures.zone.offsetFromUtc(*utc));
}

QString periodText(const DayFigures &figures, const QLocale &locale)
{
    const QDateTime from = figures.bounds.from.toTimeZone(figures.zone);
    const QString day = locale.toString(from.date(), QLocale::LongFormat);
    if (!figures.isShift)
        return day;
    const auto clockTime = [&](const QDateTime &time) {
        return locale.toString(time.time(), locale.timeFormat(QLocale::ShortFormat));
    };
    if (!figures.bounds.to)
        //: a shift: day, time it began
        return Tr::tr("%1, from %2, still open").arg(day, clockTime(from));
    const QDateTime to = figures.bounds.to->toTimeZone(figures.zone);
    //: a shift: day, time it began, time it ended
    return Tr::tr("%1, %2 to %3")
        .arg(day, clockTime(from), to.date() == from.date() ? clockTime(to) : shownTime(to, locale));
}

QString offsetText(const DayFigures &figures)
{
    const int minutes = figures.zone.offsetFromUtc(figures.bounds.from) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(minutes < 0 ? QChar(u'−') : QChar(u'+'))
        .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString countryText(const QString &code, const QLocale &locale)
{
    const std::optional<traveller::Country> country = traveller::countryFor(code);
    return country ? country->name.in(locale.bcp47Name()) : code;
}

QList<Fact> factsOf(const DayFigures &figures, const QLocale &locale)
{
    return {
        {Tr::tr("Post"), QStringLiteral("%1 (%2)").arg(figures.post.name, figures.post.code)},
        {Tr::tr("Country"), countryText(figures.post.country, locale)},
        {Tr::tr("Period"), periodText(figures, locale)},
        {Tr::tr("Time zone"), offsetText(figures)},
        {Tr::tr("Shift lead"), figures.shiftLead.isEmpty() ? Cell() : Cell(figures.shiftLead)},
        {Tr::tr("Officers who screened"), figures.officers},
        {Tr::tr("Shifts"), figures.shifts},
        {Tr::tr("Forms"), figures.forms.isEmpty() ? Cell() : Cell(figures.forms.join(QLatin1String(", ")))},
        {Tr::tr("Risk models"),
         figures.models.isEmpty() ? Cell() : Cell(figures.models.join(QLatin1String(", ")))},
        {Tr::tr("Report number"), figures.number},
        {Tr::tr("Made"), local(figures, figures.madeAt)},
    };
}

QList<Fact> headlineOf(const DayFigures &figures)
{
    return {
        {Tr::tr("People checked"), known(figures.peopleChecked)},
        {Tr::tr("People screened"), figures.peopleScreened},
        {Tr::tr("Second line"), figures.deciding(Decision::SecondLine)},
        {Tr::tr("Urgent protection"), figures.deciding(Decision::UrgentProtection)},
    };
}

Table flowTable(const DayFigures &figures)
{
    Table table{Tr::tr("Flow"), Tr::tr("people and screenings"), {Tr::tr("What"), Tr::tr("Number")}, {}};
    table.rows = {
        {Tr::tr("People checked"), {known(figures.peopleChecked)}},
        {Tr::tr("People screened"), {figures.peopleScreened}},
        {Tr::tr("Screenings, primary line"), {figures.primary.screenings}},
        {Tr::tr("Screenings, second line"), {figures.second.screenings}},
        {Tr::tr("Median minutes, primary line"), {minutes(figures.primary.median)}},
        {Tr::tr("Median minutes, second line"), {minutes(figures.second.median)}},
        {Tr::tr("Decisions that depart from the advice"), {figures.departures()}},
        {Tr::tr("Unfinished drafts"), {figures.drafts}},
    };
    return table;
}

Table qualityTable(const DayFigures &figures)
{
    const Quality &quality = figures.quality;
    const int all = figures.screeningsKept();
    Table table{Tr::tr("Quality of the records"),
                Tr::tr("screenings, and their share of all"),
                {Tr::tr("Screenings"), Tr::tr("Number"), Tr::tr("Share")},
                {}};
    const auto add = [&](const QString &heading, int count) {
        table.rows.append({heading, {count, share(count, all)}});
    };
    add(Tr::tr("with indicators not asked or not observed"), quality.withOpenIndicators);
    add(Tr::tr("without a document number"), quality.withoutDocument);
    add(Tr::tr("without a birth date"), quality.withoutBirthDate);
    add(Tr::tr("without sex"), quality.withoutSex);
    add(Tr::tr("without advice of a risk model"), quality.withoutAdvice);
    add(Tr::tr("with times out of order"), quality.timesOutOfOrder);
    return table;
}

Table deliveryTable(const DayFigures &figures)
{
    const Delivery &delivery = figures.delivery;
    Table table{Tr::tr("Delivery to the server"),
                Tr::tr("records of this post when the report was made"),
                {Tr::tr("Records"), Tr::tr("Number")},
                {}};
    table.rows = {
        {Tr::tr("acknowledged by the server"), {delivery.acknowledged}},
        {Tr::tr("waiting to be sent"), {delivery.waiting}},
        {Tr::tr("waiting since"), {local(figures, delivery.oldestQueued)}},
        {Tr::tr("refused by the server"), {delivery.quarantined}},
    };
    return table;
}

Table resultTable(const DayFigures &figures)
{
    Table table{Tr::tr("Result"), Tr::tr("people, by their last decision"), {}, {}};
    fill(table, figures.decisionByAge, Tr::tr("Decision"), Axis::of(decisions, decisionText),
         Axis::of(ageGroups, ageText));
    return table;
}

Table peopleTable(const DayFigures &figures)
{
    Table table{Tr::tr("People"), Tr::tr("people, sex as in the document"), {}, {}};
    fill(table, figures.ageBySex, Tr::tr("Age"), Axis::of(ageGroups, ageText), Axis::of(sexes, sexText));
    return table;
}

Table adviceTable(const DayFigures &figures)
{
    Table table{Tr::tr("Advice and decision"), Tr::tr("screenings"), {}, {}};
    Axis advice = Axis::of(decisions, decisionText);
    advice.places.append(noAdvice);
    advice.texts.append(Tr::tr("No advice"));
    fill(table, figures.decisionByAdvice, Tr::tr("Advised ↓  decided →"), advice,
         Axis::of(decisions, decisionText));
    return table;
}

Table frequencyTable(const QString &title, const QString &unit, const QString &heading,
                     const QList<Frequency> &frequencies, int people)
{
    Table table{title, unit, {heading, Tr::tr("People"), Tr::tr("Share")}, {}};
    for (const Frequency &frequency : frequencies) {
        const QString name = frequency.name == frequency.code
                                 ? frequency.code
                                 : QStringLiteral("%1 (%2)").arg(frequency.name, frequency.code);
        table.rows.append({name, {frequency.people, share(frequency.people, people)}});
    }
    return table;
}

Table signTable(const DayFigures &figures)
{
    const QString unit = figures.furtherSigns > 0
                             ? Tr::tr("people with the indicator recorded; %n further indicator(s) not shown",
                                      nullptr, figures.furtherSigns)
                             : Tr::tr("people with the indicator recorded");
    Table table = frequencyTable(Tr::tr("Most frequent signs"), unit, Tr::tr("Indicator"), figures.signs,
                                 figures.peopleKept());
    table.isChart = true;
    return table;
}

Table dimensionTable(const DayFigures &figures)
{
    Table table = frequencyTable(Tr::tr("Signs by dimension"), Tr::tr("people with a sign of the dimension"),
                                 Tr::tr("Dimension"), figures.dimensions, figures.peopleKept());
    table.rows.append({Tr::tr("Any sign"),
                       {figures.peopleWithSigns, share(figures.peopleWithSigns, figures.peopleKept())},
                       true});
    return table;
}

Table languageTable(const DayFigures &figures)
{
    Table table = frequencyTable(Tr::tr("Language of the questions"), Tr::tr("people"), Tr::tr("Language"),
                                 figures.languages, figures.peopleKept());
    table.rows.append(
        {Tr::tr("Total"), {figures.peopleKept(), share(figures.peopleKept(), figures.peopleKept())}, true});
    return table;
}

Table caseTable(const DayFigures &figures)
{
    const bool hasLanes = !figures.lanes.isEmpty();
    Table table{Tr::tr("Cases to follow up"),
                Tr::tr("people whose last decision asks for a next step, by case number"),
                {Tr::tr("Case"), Tr::tr("Decided"), Tr::tr("Decision"), Tr::tr("Line"), Tr::tr("Age"),
                 Tr::tr("Signs")},
                {}};
    if (hasLanes)
        table.columns.append(Tr::tr("Lane"));
    for (const OpenCase &open : figures.openCases) {
        Table::Row row{open.number,
                       {local(figures, open.decidedAt), decisionText(open.decision), lineText(open.line),
                        ageText(open.ageGroup), open.signCount}};
        if (hasLanes)
            row.cells.append(laneText(open.lane));
        table.rows.append(row);
    }
    return table;
}

Table laneTable(const DayFigures &figures)
{
    Table table{Tr::tr("By lane"),
                Tr::tr("screenings that are still kept"),
                {Tr::tr("Lane"), Tr::tr("Primary line"), Tr::tr("Second line"), Tr::tr("Total"),
                 Tr::tr("of these, urgent protection")},
                {}};
    LaneFigures sum;
    const auto add = [&](const QString &heading, const LaneFigures &lane, bool isTotal) {
        table.rows.append({heading, {lane.primary, lane.second, lane.screenings(), lane.urgent}, isTotal});
    };
    for (const LaneFigures &lane : figures.lanes) {
        add(laneText(lane.lane), lane, false);
        sum = {{}, sum.primary + lane.primary, sum.second + lane.second, sum.urgent + lane.urgent};
    }
    add(Tr::tr("Total"), sum, true);
    return table;
}

}  // namespace

Report describe(const DayFigures &figures, const QLocale &locale)
{
    Report report;
    report.locale = locale;
    report.title = figures.isShift ? Tr::tr("Shift report") : Tr::tr("Daily report");
    report.subject = QStringLiteral("%1 · %2").arg(figures.post.name, periodText(figures, locale));
    report.number = figures.number;
    report.facts = factsOf(figures, locale);
    report.headline = headlineOf(figures);
    report.tables = {flowTable(figures),    resultTable(figures),   peopleTable(figures),
                     qualityTable(figures), deliveryTable(figures), signTable(figures)};
    report.annex = {adviceTable(figures), dimensionTable(figures), languageTable(figures),
                    caseTable(figures)};
    if (!figures.lanes.isEmpty())
        report.annex.prepend(laneTable(figures));
    report.notice = Tr::tr("Figures count indicators recorded and decisions taken at this post. They are not "
                           "findings about any person, and a person without indicators may still need help.");
    if (figures.peopleErased > 0)
        report.notice +=
            u' ' + Tr::tr("The records of %n people have been erased since. They still count as "
                          "people, screenings, decisions, ages and sexes; all else here is about "
                          "the others.",
                          nullptr, figures.peopleErased);
    report.signatures = {Tr::tr("Shift lead"), Tr::tr("Incoming shift lead")};
    report.dataHash = {Tr::tr("Data (BLAKE2b-256)"), QString::fromLatin1(figures.dataHash.toHex())};
    report.annexTitle = Tr::tr("Annex");
    report.emptyTable = Tr::tr("none");
    report.csvHeader = {Tr::tr("Table"), Tr::tr("Row"), Tr::tr("Column"), Tr::tr("Value")};
    return report;
}

QString fileNameFor(const DayFigures &figures)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9_-]+"));
    return QStringLiteral("amparo-%1").arg(QString(figures.number).replace(others, QStringLiteral("-")));
}

}  // namespace amparo::report
