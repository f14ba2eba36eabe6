#include "report/figures.h"
#include "report/report_tables.h"

#include "core/report/sample_day.h"
#include "support/catch.h"
#include "support/fixed_clock.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::report;
using namespace amparo::test;
using record::Decision;
using record::Line;
using traveller::Sex;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(17, 0), Qt::UTC);

DayFigures figuresOf(const QList<record::Screening> &screenings)
{
    Source source = emptyDay();
    source.screenings = screenings;
    return computeFigures(source, FixedClock());
}

/// A day of any shape: drafts among it, encounters of several screenings, unknown ages, missing advice.
QList<record::Screening> anyScreenings()
{
    const int count = *rc::gen::inRange(0, 60);
    const int encounters = *rc::gen::inRange(1, 40);
    QList<EncounterId> ids;
    for (int i = 0; i < encounters; ++i)
        ids.append(EncounterId::create());
    QList<record::Screening> screenings;
    for (int i = 0; i < count; ++i) {
        auto screening = finalScreening(noon.addSecs(*rc::gen::inRange(-7200, 7200)),
                                        Decision(*rc::gen::inRange(0, 3)), Decision(*rc::gen::inRange(0, 3)));
        screening.encounter = ids[*rc::gen::inRange(0, encounters)];
        screening.line = Line(*rc::gen::inRange(0, 2));
        screening.traveller.sex = Sex(*rc::gen::inRange(0, 4));
        if (*rc::gen::inRange(0, 4) != 0)
            screening.traveller.birthDate = QDate(*rc::gen::inRange(1950, 2026), 1, 1);
        for (int hit = *rc::gen::inRange(0, 20); hit > 0; --hit)
            addHits(screening,
                    {{QStringLiteral("I-%1").arg(*rc::gen::inRange(0, 25)), QStringLiteral("CR")}});
        if (*rc::gen::inRange(0, 6) == 0)
            screening.advice.reset();
        if (*rc::gen::inRange(0, 8) == 0) {
            screening.finalisedAt.reset();
            screening.verdict.reset();
        }
        screenings.append(screening);
    }
    return screenings;
}

}  // namespace

TEST_CASE("age groups follow what the document proves", "[report]")
{
    struct Row {
        std::optional<QDate> born;
        std::optional<QDate> bornNoLaterThan;
        AgeGroup group;
    };
    const auto row = GENERATE(values<Row>({
        {QDate(2008, 3, 2), {}, AgeGroup::Adult},      // eighteenth birthday
        {QDate(2008, 3, 3), {}, AgeGroup::Child},      // the day before it
        {{}, {}, AgeGroup::Unknown},                   //
        {{}, QDate(2007, 12, 31), AgeGroup::Adult},    // the whole of 2007 is over 18
        {{}, QDate(2009, 12, 31), AgeGroup::Child},    // the whole of 2009 is under 18
        {{}, QDate(2008, 12, 31), AgeGroup::Unknown},  // 2008 may be either
        {QDate(2026, 3, 3), {}, AgeGroup::Unknown},    // born tomorrow: no age
    }));
    traveller::Traveller traveller;
    traveller.birthDate = row.born;
    traveller.bornNoLaterThan = row.bornNoLaterThan;
    CAPTURE(row.born.value_or(QDate()), row.bornNoLaterThan.value_or(QDate()));
    CHECK(ageGroupOn(traveller, QDate(2026, 3, 2)) == row.group);
}

TEST_CASE("a day begins and ends by the post's own clock", "[report]")
{
    const Bounds bounds = boundsOf(QDate(2026, 3, 2), QTimeZone(-5 * 3600));
    CHECK(bounds.from == QDateTime(QDate(2026, 3, 2), QTime(5, 0), Qt::UTC));
    CHECK(bounds.to == QDateTime(QDate(2026, 3, 3), QTime(5, 0), Qt::UTC));
}

TEST_CASE("a day with a change of clocks has 23 hours", "[report]")
{
    const Bounds bounds = boundsOf(QDate(2026, 9, 6), QTimeZone("America/Santiago"));
    CHECK(bounds.from.secsTo(*bounds.to) == 23 * 3600);
}

TEST_CASE("a shift that is still open has no end", "[report]")
{
    record::Shift shift;
    shift.openedAt = noon;
    CHECK(boundsOf(shift, QTimeZone::utc()) == Bounds{noon, std::nullopt});
}

TEST_CASE("one person interviewed twice counts once, by the last decision", "[report]")
{
    auto first = finalScreening(noon, Decision::SecondLine, Decision::SecondLine);
    auto second = finalScreening(noon.addSecs(600), Decision::Clear, Decision::Clear);
    second.encounter = first.encounter;
    second.line = Line::Second;
    addHits(first, {{QStringLiteral("GEN-01"), QStringLiteral("CR")}});
    addHits(second, {{QStringLiteral("GEN-01"), QStringLiteral("CR")}, {QStringLiteral("GEN-02"), {}}});

    const DayFigures figures = figuresOf({second, first});  // the order handed over does not matter
    CHECK(figures.peopleScreened == 1);
    CHECK(figures.screenings() == 2);
    CHECK(figures.primary.screenings == 1);
    CHECK(figures.second.screenings == 1);
    CHECK(figures.deciding(Decision::Clear) == 1);
    CHECK(figures.deciding(Decision::SecondLine) == 0);
    CHECK(figures.openCases.isEmpty());
    CHECK(figures.signs == QList<Frequency>{{QStringLiteral("GEN-01"), QStringLiteral("GEN-01"), 1},
                                            {QStringLiteral("GEN-02"), QStringLiteral("GEN-02"), 1}});
    CHECK(figures.dimensions == QList<Frequency>{{QStringLiteral("CR"), QStringLiteral("CR"), 1}});
}

TEST_CASE("decisions that are not what was advised are departures", "[report]")
{
    auto unadvised = finalScreening(noon, Decision::UrgentProtection);
    unadvised.advice.reset();
    const DayFigures figures =
        figuresOf({finalScreening(noon, Decision::Clear, Decision::Clear),
                   finalScreening(noon, Decision::Clear, Decision::SecondLine),
                   finalScreening(noon, Decision::UrgentProtection, Decision::SecondLine), unadvised});
    CHECK(figures.departures() == 2);
    CHECK(figures.decisionByAdvice.rowTotal(noAdvice) == 1);
    CHECK(figures.quality.withoutAdvice == 1);
}

TEST_CASE("the median of the minutes is that of the middle", "[report]")
{
    struct Row {
        QList<int> seconds;
        std::optional<std::chrono::minutes> median;
    };
    using std::chrono::minutes;
    const auto row = GENERATE(values<Row>({{{}, std::nullopt},
                                           {{61}, minutes(1)},
                                           {{60, 120, 6000}, minutes(2)},
                                           {{60, 120}, minutes(2)},  // a minute and a half rounds up
                                           {{-5}, minutes(0)}}));
    QList<record::Screening> screenings;
    for (const int seconds : row.seconds) {
        screenings.append(finalScreening(noon, Decision::Clear));
        screenings.last().finalisedAt = noon.addSecs(seconds);
    }
    CHECK(figuresOf(screenings).primary.median == row.median);
}

TEST_CASE("records whose times run backwards are a finding", "[report]")
{
    auto screening = finalScreening(noon, Decision::Clear);
    screening.finalisedAt = noon.addSecs(-1);
    CHECK(figuresOf({screening}).quality.timesOutOfOrder == 1);
}

TEST_CASE("people checked is the shift leads' own count, or not known", "[report]")
{
    Source source = emptyDay();
    CHECK(computeFigures(source, FixedClock()).peopleChecked == std::nullopt);
    record::Shift counted;
    counted.peopleChecked = 40;
    source.shifts = {counted, record::Shift{}, counted};
    CHECK(computeFigures(source, FixedClock()).peopleChecked == 80);
}

TEST_CASE("the list of signs stops at ten and says how many it leaves out", "[report]")
{
    auto screening = finalScreening(noon, Decision::SecondLine);
    for (int i = 0; i < 12; ++i)
        addHits(screening, {{QStringLiteral("I-%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("CR")}});
    auto another = finalScreening(noon, Decision::SecondLine);
    addHits(another, {{QStringLiteral("I-11"), QStringLiteral("CR")}});
    const DayFigures figures = figuresOf({screening, another});
    CHECK(figures.signs.size() == 10);
    CHECK(figures.signs.first() == Frequency{QStringLiteral("I-11"), QStringLiteral("I-11"), 2});
    CHECK(figures.signs[1].code == QLatin1String("I-00"));
    CHECK(figures.furtherSigns == 2);
}

TEST_CASE("the hash tells two states of the data apart, and nothing else", "[report]")
{
    const Source day = sampleDay();
    const QByteArray hash = computeFigures(day, FixedClock()).dataHash;
    CHECK(hash.size() == 32);

    SECTION("the order and the time of asking do not matter")
    {
        Source turned = day;
        std::reverse(turned.screenings.begin(), turned.screenings.end());
        FixedClock later;
        later.advance(std::chrono::hours(1));
        CHECK(computeFigures(turned, later).dataHash == hash);
    }
    SECTION("another decision does")
    {
        Source changed = day;
        changed.screenings.first().verdict->decision = Decision::UrgentProtection;
        CHECK(computeFigures(changed, FixedClock()).dataHash != hash);
    }
    SECTION("a record more does")
    {
        Source changed = day;
        changed.screenings.append(finalScreening(noon, Decision::Clear));
        CHECK(computeFigures(changed, FixedClock()).dataHash != hash);
    }
}

TEST_CASE("every total agrees with the list that it comes from", "[report]")
{
    CHECK(rc::check("totals", [] {
        const QList<record::Screening> screenings = anyScreenings();
        const DayFigures figures = figuresOf(screenings);
        QSet<EncounterId> people;
        QSet<EncounterId> peopleWithSigns;
        int finals = 0;
        for (const record::Screening &screening : screenings) {
            if (!screening.verdict)
                continue;
            ++finals;
            people.insert(screening.encounter);
            if (screening.advice && !screening.advice->hits.isEmpty())
                peopleWithSigns.insert(screening.encounter);
        }
        RC_ASSERT(figures.screenings() == finals);
        RC_ASSERT(figures.decisionByAdvice.total() == finals);
        RC_ASSERT(figures.peopleScreened == int(people.size()));
        RC_ASSERT(figures.decisionByAge.total() == int(people.size()));
        RC_ASSERT(figures.ageBySex.total() == int(people.size()));
        for (std::size_t age = 0; age < ageGroupCount; ++age)
            RC_ASSERT(figures.decisionByAge.columnTotal(age) == figures.ageBySex.rowTotal(age));
        RC_ASSERT(figures.peopleWithSigns == int(peopleWithSigns.size()));
        RC_ASSERT(int(figures.openCases.size()) ==
                  figures.deciding(Decision::SecondLine) + figures.deciding(Decision::UrgentProtection));
        for (const Frequency &sign : figures.signs)
            RC_ASSERT(sign.people >= 1 && sign.people <= figures.peopleWithSigns);
        RC_ASSERT(figures.departures() <= finals);
    }));
}

TEST_CASE("totals stay what they were when people of the day are erased", "[report][SEC-R2]")
{
    CHECK(rc::check("erased", [] {
        const QList<record::Screening> screenings = anyScreenings();
        const DayFigures before = figuresOf(screenings);
        QHash<EncounterId, QList<const record::Screening *>> erased;
        Source source = emptyDay();
        for (const record::Screening &screening : screenings) {
            if (screening.encounter.value().data1 % 2 == 0 || !screening.verdict)
                source.screenings.append(screening);
            else
                erased[screening.encounter].append(&screening);
        }
        for (auto &person : erased) {
            std::sort(person.begin(), person.end(), [](const auto *one, const auto *other) {
                return std::tuple(*one->finalisedAt, one->id.toText()) <
                       std::tuple(*other->finalisedAt, other->id.toText());
            });
            source.erased += record::countsOfPerson(person, source.zone);
        }
        const DayFigures after = computeFigures(source, FixedClock());
        RC_ASSERT(after.peopleScreened == before.peopleScreened);
        RC_ASSERT(after.peopleErased == int(erased.size()));
        RC_ASSERT(after.primary.screenings == before.primary.screenings);
        RC_ASSERT(after.second.screenings == before.second.screenings);
        RC_ASSERT(after.decisionByAge == before.decisionByAge);
        RC_ASSERT(after.decisionByAdvice == before.decisionByAdvice);
        RC_ASSERT(after.ageBySex == before.ageBySex);
        RC_ASSERT(after.departures() == before.departures());
        RC_ASSERT((after.dataHash == before.dataHash) == erased.isEmpty());
        RC_ASSERT(describe(after, QLocale::c()).notice.contains(QStringLiteral("erased")) !=
                  erased.isEmpty());
    }));
}

TEST_CASE("lanes part the screenings among themselves, and change nothing else", "[report]")
{
    const bool held = rc::check("each screening counts with one lane, or with this station", [] {
        Source source = emptyDay();
        source.screenings = anyScreenings();
        const DayFigures without = computeFigures(source, FixedClock());
        RC_ASSERT(without.lanes.isEmpty());
        for (const record::Screening &screening : source.screenings) {
            if (const int lane = *rc::gen::inRange(0, 4); lane > 0)
                source.lanes.insert(screening.id, QStringLiteral("Lane %1").arg(lane));
        }
        DayFigures figures = computeFigures(source, FixedClock());
        LaneFigures sum;
        for (const LaneFigures &lane : figures.lanes) {
            sum.primary += lane.primary;
            sum.second += lane.second;
        }
        if (!source.lanes.isEmpty()) {
            RC_ASSERT(figures.lanes.first().lane.isEmpty());
            RC_ASSERT(sum.primary == figures.primary.screenings);
            RC_ASSERT(sum.second == figures.second.screenings);
        }
        RC_ASSERT(figures.dataHash == without.dataHash);  // a report that was handed over stays what it was
        figures.lanes.clear();
        for (OpenCase &open : figures.openCases)
            open.lane.clear();
        RC_ASSERT(figures == without);
    });
    CHECK(held);
}
