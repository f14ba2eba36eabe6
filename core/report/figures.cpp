#include "report/figures.h"

#include "traveller/traveller.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace amparo::report {

namespace {

using record::Decision;
using record::Line;
using record::Screening;

/// One encounter in the period: its screenings in the order in which they became final.
using Person = QList<const Screening *>;

bool isCounted(const Screening &screening) { return screening.finalisedAt && screening.verdict; }

QList<const Screening *> counted(const QList<Screening> &screenings)
{
    QList<const Screening *> found;
    for (const Screening &screening : screenings) {
        if (isCounted(screening))
            found.append(&screening);
    }
    std::sort(found.begin(), found.end(), [](const Screening *left, const Screening *right) {
        return std::tuple(*left->finalisedAt, left->id.toText()) <
               std::tuple(*right->finalisedAt, right->id.toText());
    });
    return found;
}

QList<Person> peopleOf(const QList<const Screening *> &screenings)
{
    QList<Person> people;
    QHash<EncounterId, qsizetype> places;
    for (const Screening *screening : screenings) {
        const auto known = places.constFind(screening->encounter);
        if (known != places.cend()) {
            people[*known].append(screening);
        } else {
            places.insert(screening->encounter, people.size());
            people.append({screening});
        }
    }
    return people;
}

std::optional<std::chrono::minutes> medianOf(const QList<const Screening *> &screenings, Line line)
{
    QList<qint64> seconds;
    for (const Screening *screening : screenings) {
        if (screening->line == line)
            seconds.append(std::max<qint64>(0, screening->startedAt.secsTo(*screening->finalisedAt)));
    }
    if (seconds.isEmpty())
        return std::nullopt;
    std::sort(seconds.begin(), seconds.end());
    const qsizetype middle = seconds.size() / 2;
    const qint64 twice = seconds.size() % 2 ? 2 * seconds[middle] : seconds[middle - 1] + seconds[middle];
    return std::chrono::minutes((twice + 60) / 120);  // half a minute rounds up
}

/// Counts each code once a person.
class Tally {
public:
    void add(const QSet<QString> &codes)
    {
        for (const QString &code : codes)
            ++m_people[code];
    }

    /// Most frequent first; equal ones by code, so that the same data give the same list.
    QList<Frequency> ranked(const QMap<QString, QString> &names) const
    {
        QList<Frequency> list;
        for (auto it = m_people.cbegin(); it != m_people.cend(); ++it)
            list.append({it.key(), names.value(it.key(), it.key()), it.value()});
        std::stable_sort(list.begin(), list.end(),
                         [](const auto &left, const auto &right) { return left.people > right.people; });
        return list;
    }

private:
    QMap<QString, int> m_people;
};

struct Signs {
    QSet<QString> indicators;
    QSet<QString> dimensions;
};

Signs signsOf(const Person &person)
{
    Signs signs;
    for (const Screening *screening : person) {
        if (!screening->advice)
            continue;
        for (const record::IndicatorHit &hit : screening->advice->hits) {
            signs.indicators.insert(hit.indicator);
            if (!hit.dimension.isEmpty())
                signs.dimensions.insert(hit.dimension);
        }
    }
    return signs;
}

QByteArray hashOf(const QList<const Screening *> &screenings, const record::Counts &erased)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (erased.allScreenings() > 0)
        hash.addData(QByteArray::number(erased.people()) + '\t' + QByteArray::number(erased.allScreenings()) +
                     '\n');
    for (const Screening *screening : screenings) {
        QStringList line{screening->id.toText(), screening->instanceId,
                         screening->finalisedAt->toUTC().toString(Qt::ISODateWithMs),
                         record::decisionName(screening->verdict->decision)};
        if (screening->advice) {
            line << record::decisionName(screening->advice->recommended);
            for (const record::IndicatorHit &hit : screening->advice->hits)
                line << hit.indicator;
        }
        hash.addData((line.join(u'\t') + u'\n').toUtf8());
    }
    return hash.result();
}

void countPeople(DayFigures &figures, const QList<Person> &people, const Source &source)
{
    Tally signs;
    Tally dimensions;
    Tally languages;
    for (const Person &person : people) {
        const Screening &last = *person.last();
        const AgeGroup age = ageGroupOn(last.traveller, record::localDay(*last.finalisedAt, source.zone));
        const Signs found = signsOf(person);
        figures.peopleWithSigns += found.indicators.isEmpty() ? 0 : 1;
        signs.add(found.indicators);
        dimensions.add(found.dimensions);
        languages.add({last.language});
        if (last.verdict->decision != Decision::Clear)
            figures.openCases.append({caseNumber(last.encounter), *last.finalisedAt, last.line,
                                      last.verdict->decision, age, int(found.indicators.size()),
                                      source.lanes.value(last.id)});
    }
    const QList<Frequency> ranked = signs.ranked(source.indicatorNames);
    figures.signs = ranked.first(std::min<qsizetype>(ranked.size(), DayFigures::maximumSigns));
    figures.furtherSigns = int(ranked.size() - figures.signs.size());
    figures.dimensions = dimensions.ranked(source.dimensionNames);
    figures.languages = languages.ranked(source.languageNames);
    std::stable_sort(figures.openCases.begin(), figures.openCases.end(),
                     [](const auto &left, const auto &right) { return left.decidedAt < right.decidedAt; });
}

void takeCounts(DayFigures &figures, const QList<Person> &people, const Source &source)
{
    record::Counts counts = source.erased;
    for (const Person &person : people)
        counts += record::countsOfPerson(person, source.zone);
    figures.primary.screenings = counts.screenings[std::size_t(Line::Primary)];
    figures.second.screenings = counts.screenings[std::size_t(Line::Second)];
    figures.peopleScreened = counts.people();
    figures.peopleErased = source.erased.people();
    figures.screeningsErased = source.erased.allScreenings();
    figures.decisionByAge = counts.decisionByAge;
    figures.decisionByAdvice = counts.decisionByAdvice;
    figures.ageBySex = counts.ageBySex;
}

void countScreening(DayFigures &figures, const Screening &screening)
{
    Quality &quality = figures.quality;
    const traveller::Traveller &traveller = screening.traveller;
    quality.withoutDocument += traveller.documentNumber.isEmpty() ? 1 : 0;
    quality.withoutBirthDate += traveller.birthDate ? 0 : 1;
    quality.withoutSex += traveller.sex == traveller::Sex::Unspecified ? 1 : 0;
    quality.withoutAdvice += screening.advice ? 0 : 1;
    quality.timesOutOfOrder += *screening.finalisedAt < screening.startedAt ? 1 : 0;
    const int open = screening.advice ? screening.advice->unanswered : 0;
    quality.withOpenIndicators += open > 0 ? 1 : 0;
    quality.openIndicators += open;
}

void countScreenings(DayFigures &figures, const QList<const Screening *> &screenings)
{
    QSet<OfficerId> officers;
    QSet<QString> forms;
    QSet<QString> models;
    for (const Screening *screening : screenings) {
        countScreening(figures, *screening);
        officers.insert(screening->officer);
        forms.insert(QStringLiteral("%1 %2").arg(screening->formId, screening->formVersion).trimmed());
        if (screening->advice)
            models.insert(screening->advice->model);
    }
    figures.primary.median = medianOf(screenings, Line::Primary);
    figures.second.median = medianOf(screenings, Line::Second);
    figures.officers = int(officers.size());
    figures.forms = forms.values();
    figures.models = models.values();
    figures.forms.sort();
    figures.models.sort();
}

/// The empty name, this station's, comes first.
QList<LaneFigures> lanesOf(const QList<const Screening *> &screenings, const Source &source)
{
    if (source.lanes.isEmpty())
        return {};
    QMap<QString, LaneFigures> lanes{{QString(), {}}};
    for (const Screening *screening : screenings) {
        LaneFigures &figures = lanes[source.lanes.value(screening->id)];
        ++(screening->line == Line::Primary ? figures.primary : figures.second);
        figures.urgent += screening->verdict->decision == Decision::UrgentProtection ? 1 : 0;
    }
    for (auto lane = lanes.begin(); lane != lanes.end(); ++lane)
        lane->lane = lane.key();
    return lanes.values();
}

std::optional<int> peopleChecked(const QList<record::Shift> &shifts)
{
    std::optional<int> sum;
    for (const record::Shift &shift : shifts) {
        if (shift.peopleChecked)
            sum = sum.value_or(0) + *shift.peopleChecked;
    }
    return sum;
}

QString reportNumber(const Source &source, const Bounds &bounds)
{
    const QDateTime local = bounds.from.toTimeZone(source.zone);
    const QString day = local.date().toString(Qt::ISODate);
    return std::holds_alternative<QDate>(source.period)
               ? QStringLiteral("%1 %2").arg(source.post.code, day)
               : QStringLiteral("%1 %2 %3")
                     .arg(source.post.code, day, local.time().toString(QStringLiteral("HHmm")));
}

}  // namespace

Bounds boundsOf(const Period &period, const QTimeZone &zone)
{
    if (const auto *shift = std::get_if<record::Shift>(&period))
        return {shift->openedAt, shift->closedAt};
    const QDate day = std::get<QDate>(period);
    return {day.startOfDay(zone).toUTC(), day.addDays(1).startOfDay(zone).toUTC()};
}

int DayFigures::departures() const
{
    int agreeing = decisionByAdvice.rowTotal(noAdvice);
    for (std::size_t decision = 0; decision < decisionCount; ++decision)
        agreeing += decisionByAdvice.at(decision, decision);
    return decisionByAdvice.total() - agreeing;
}

int DayFigures::deciding(Decision decision) const { return decisionByAge.rowTotal(std::size_t(decision)); }

DayFigures computeFigures(const Source &source, const Clock &clock)
{
    const QList<const Screening *> screenings = counted(source.screenings);
    DayFigures figures;
    figures.post = source.post;
    figures.isShift = std::holds_alternative<record::Shift>(source.period);
    figures.bounds = boundsOf(source.period, source.zone);
    figures.number = reportNumber(source, figures.bounds);
    figures.madeAt = clock.utcNow();
    figures.zone = source.zone;
    figures.shiftLead = source.shiftLead;
    figures.shifts = int(source.shifts.size());
    figures.peopleChecked = peopleChecked(source.shifts);
    figures.drafts = source.drafts;
    figures.delivery = source.delivery;
    countScreenings(figures, screenings);
    const QList<Person> people = peopleOf(screenings);
    takeCounts(figures, people, source);
    countPeople(figures, people, source);
    figures.lanes = lanesOf(screenings, source);
    figures.dataHash = hashOf(screenings, source.erased);
    return figures;
}

QString caseNumber(EncounterId encounter)
{
    const QString digits = encounter.toText().first(8).toUpper();
    return QStringLiteral("%1-%2").arg(digits.first(4), digits.last(4));
}

}  // namespace amparo::report
