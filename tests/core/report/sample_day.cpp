#include "core/report/sample_day.h"

namespace amparo::test {

namespace {

using record::Decision;
using traveller::Sex;

const QString surname = QStringLiteral("Quispehuaman");
const QString givenNames = QStringLiteral("Zoraida");
const QString documentNumber = QStringLiteral("XK7731902");
const QString reason = QStringLiteral("her uncle waits outside");

const QDateTime morning(QDate(2026, 3, 2), QTime(11, 30), Qt::UTC);  // 06:30 at the post

struct Person {
    std::optional<QDate> born;
    Sex sex;
    Decision decision;
    Decision advised;
    int signCount;
    QString language;
};

const QList<Person> people{
    {QDate(1990, 5, 1), Sex::Female, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(1985, 1, 9), Sex::Male, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(2001, 7, 2), Sex::Male, Decision::Clear, Decision::Clear, 1, QStringLiteral("pt-BR")},
    {QDate(1979, 3, 3), Sex::Female, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(2009, 8, 20), Sex::Female, Decision::UrgentProtection, Decision::UrgentProtection, 7,
     QStringLiteral("es")},
    {QDate(1999, 12, 1), Sex::X, Decision::Clear, Decision::Clear, 0, QStringLiteral("en")},
    {std::nullopt, Sex::Unspecified, Decision::SecondLine, Decision::SecondLine, 3, QStringLiteral("ht")},
    {QDate(1994, 2, 2), Sex::Female, Decision::SecondLine, Decision::SecondLine, 4, QStringLiteral("es")},
    {QDate(1988, 6, 6), Sex::Male, Decision::Clear, Decision::SecondLine, 2, QStringLiteral("es")},
    {QDate(1970, 1, 1), Sex::Male, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(2012, 4, 4), Sex::Male, Decision::SecondLine, Decision::Clear, 1, QStringLiteral("pt-BR")},
    {QDate(1966, 9, 30), Sex::Female, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(1995, 10, 10), Sex::Female, Decision::SecondLine, Decision::SecondLine, 5, QStringLiteral("es")},
    {QDate(1982, 11, 23), Sex::Male, Decision::Clear, Decision::Clear, 0, QStringLiteral("es")},
    {QDate(2003, 3, 15), Sex::Female, Decision::UrgentProtection, Decision::SecondLine, 12,
     QStringLiteral("es")},
};

struct Sign {
    QString indicator;
    QString dimension;
    QString name;
};

const QList<Sign> signList{
    {QStringLiteral("GEN-01"), QStringLiteral("CR"), QStringLiteral("Someone else holds the documents")},
    {QStringLiteral("GEN-04"), QStringLiteral("CR"), QStringLiteral("Answers are given by a companion")},
    {QStringLiteral("REC-02"), QStringLiteral("DR"),
     QStringLiteral("The job offer names no employer, no address and no wage")},
    {QStringLiteral("REC-05"), QStringLiteral("RV"), QStringLiteral("Owes money for the journey")},
    {QStringLiteral("CHD-01"), QStringLiteral("RV"),
     QStringLiteral("A child travels without parents or permission")},
    {QStringLiteral("SMG-03"), QStringLiteral("SM"), QStringLiteral("Does not know the route or the driver")},
    {QStringLiteral("DOC-02"), QStringLiteral("DF"),
     QStringLiteral("The document shows signs of alteration")},
    {QStringLiteral("GEN-09"), QStringLiteral("CD"), QStringLiteral("Shows fear of the companion")},
    {QStringLiteral("GEN-11"), QStringLiteral("EX"), QStringLiteral("Was not paid for earlier work")},
    {QStringLiteral("GEN-12"), QStringLiteral("CD"), QStringLiteral("Has injuries that are not explained")},
    {QStringLiteral("GEN-13"), QStringLiteral("VD"), QStringLiteral("Cannot name the place of destination")},
    {QStringLiteral("GEN-14"), QStringLiteral("EX"), QStringLiteral("Earlier work without days of rest")},
};

EncounterId encounterOf(int person)
{
    return EncounterId(QUuid(0x3f2a9100u + quint32(person), 0x1111, 0x4222, 0x83, 0x44, 0x55, 0x66, 0x77,
                             0x88, 0x99, quint8(person)));
}

record::Screening screeningOf(int number, int person, record::Line line)
{
    const Person &who = people[person];
    record::Screening screening = finalScreening(morning.addSecs(number * 1500), who.decision, who.advised);
    screening.id = ScreeningId(QUuid(0xaaaa0000u + quint32(number), 1, 0x4002, 0x80, 4, 5, 6, 7, 8, 9, 10));
    screening.encounter = encounterOf(person);
    screening.officer =
        OfficerId(QUuid(0x00ff1ce0u + quint32(number % 3), 1, 0x4002, 0x80, 4, 5, 6, 7, 8, 9, 10));
    screening.instanceId = QStringLiteral("uuid:%1").arg(screening.id.toText());
    screening.line = line;
    screening.language = who.language;
    screening.traveller.surname = surname;
    screening.traveller.givenNames = givenNames;
    screening.traveller.birthDate = who.born;
    screening.traveller.sex = who.sex;
    screening.traveller.documentNumber = who.born ? documentNumber : QString();
    QList<std::pair<QString, QString>> hits;
    for (int i = 0; i < who.signCount; ++i) {
        const Sign &sign = signList[i];
        hits.append({sign.indicator, sign.dimension});
    }
    addHits(screening, hits);
    screening.advice->unanswered = number % 4 == 0 ? 3 : 0;
    if (who.decision != who.advised)
        screening.verdict->reason = reason;
    return screening;
}

}  // namespace

record::Screening finalScreening(const QDateTime &startedAt, Decision decision, Decision advised)
{
    record::Screening screening;
    screening.id = ScreeningId::create();
    screening.encounter = EncounterId::create();
    screening.officer = OfficerId::create();
    screening.formId = QStringLiteral("primary-checklist");
    screening.formVersion = QStringLiteral("1.0");
    screening.language = QStringLiteral("es");
    screening.startedAt = startedAt;
    screening.finalisedAt = startedAt.addSecs(60);
    screening.state = record::State::Queued;
    screening.advice.emplace();
    screening.advice->model = QStringLiteral("primary-points 1.0");
    screening.advice->recommended = advised;
    screening.verdict = record::Verdict{decision, {}};
    return screening;
}

void addHits(record::Screening &screening, const QList<std::pair<QString, QString>> &hits)
{
    for (const auto &[indicator, dimension] : hits)
        screening.advice->hits.append({indicator, {}, dimension});
}

report::Source emptyDay()
{
    report::Source source;
    source.post = {QStringLiteral("PE-DES-01"), QStringLiteral("Puente Desaguadero"), QStringLiteral("PER")};
    source.period = QDate(2026, 3, 2);
    source.zone = QTimeZone(-5 * 3600);
    return source;
}

report::Source sampleDay()
{
    report::Source source = emptyDay();
    source.shiftLead = QStringLiteral("R. Condori");
    record::Shift shift;
    shift.id = ShiftId::create();
    shift.openedAt = QDateTime(QDate(2026, 3, 2), QTime(11, 0), Qt::UTC);
    shift.closedAt = shift.openedAt.addSecs(8 * 3600);
    shift.peopleChecked = 1284;
    shift.handoverNotes = reason;
    source.shifts = {shift};
    int number = 0;
    for (int person = 0; person < people.size(); ++person)
        source.screenings.append(screeningOf(number++, person, record::Line::Primary));
    for (const int person : {7, 12}) {
        record::Screening second = screeningOf(number++, person, record::Line::Second);
        second.formId = QStringLiteral("second-line");
        second.advice->model = QStringLiteral("delphi 1.0");
        second.finalisedAt = second.startedAt.addSecs(14 * 60);
        second.verdict->decision = person == 12 ? Decision::UrgentProtection : Decision::Clear;
        second.advice->recommended = second.verdict->decision;
        source.screenings.append(second);
    }
    source.drafts = 1;
    source.delivery = {5, QDateTime(QDate(2026, 3, 2), QTime(16, 42), Qt::UTC), 11, 1};
    for (const Sign &sign : signList)
        source.indicatorNames.insert(sign.indicator, sign.name);
    source.dimensionNames = {{QStringLiteral("CR"), QStringLiteral("Coercive recruitment")},
                             {QStringLiteral("SM"), QStringLiteral("Smuggling of migrants")}};
    source.languageNames = {{QStringLiteral("es"), QStringLiteral("Español")},
                            {QStringLiteral("pt-BR"), QStringLiteral("Português")}};
    return source;
}

QStringList secretsOfSampleDay() { return {surname, givenNames, documentNumber, reason}; }

}  // namespace amparo::test
