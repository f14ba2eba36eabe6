#include "reference/opening_hours.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

/// 2 March 2026 is a Monday.
QDateTime at(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 3, 2 + day), QTime(hour, minute));
}

}  // namespace

TEST_CASE("hours say whether somebody answers now", "[reference]")
{
    struct Row {
        QString hours;
        QDateTime moment;
        bool open;
    };
    enum { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
    const QString office = QStringLiteral("Mo-Fr 08:00-16:00; Sa 09:00-12:30");
    const QString lunch = QStringLiteral("Mo,We 08:00-12:00,14:00-18:00");
    const QString night = QStringLiteral("Su 20:00-02:00");
    const QString weekend = QStringLiteral("Sa-Mo 10:00-11:00");
    const QString day = QStringLiteral("Fr 00:00-24:00");
    const auto row = GENERATE_REF(values<Row>({
        {QStringLiteral("24/7"), at(Sunday, 3, 0), true},
        {office, at(Monday, 7, 59), false},
        {office, at(Monday, 8, 0), true},
        {office, at(Friday, 15, 59), true},
        {office, at(Friday, 16, 0), false},
        {office, at(Saturday, 12, 29), true},
        {office, at(Saturday, 12, 30), false},
        {office, at(Sunday, 10, 0), false},
        {lunch, at(Wednesday, 13, 0), false},
        {lunch, at(Wednesday, 14, 0), true},
        {lunch, at(Tuesday, 9, 0), false},
        {night, at(Sunday, 23, 0), true},
        {night, at(Monday, 1, 59), true},  // the week's end runs into its beginning
        {night, at(Monday, 2, 0), false},
        {night, at(Sunday, 1, 0), false},
        {weekend, at(Sunday, 10, 30), true},
        {weekend, at(Monday, 10, 30), true},
        {weekend, at(Tuesday, 10, 30), false},
        {day, at(Friday, 0, 0), true},
        {day, at(Friday, 23, 59), true},
        {day, at(Saturday, 0, 0), false},
    }));
    CAPTURE(row.hours, row.moment);
    CHECK(require(OpeningHours::parse(row.hours)).isOpen(row.moment) == row.open);
}

TEST_CASE("hours that nobody could keep are refused", "[reference]")
{
    const auto text = GENERATE(values<const char *>(
        {"", "always", "Mo-Fr", "Mo-Fr 8-16", "Mo-Fr 08:00-16:00;", "Xx 08:00-16:00", "Mo-Fr-Sa 08:00-16:00",
         "Mo 08:60-16:00", "Mo 08:00-24:01", "Mo 08:00-08:00", "Mo 08:00-16:00 17:00-18:00"}));
    CAPTURE(text);
    CHECK(errorOf(OpeningHours::parse(QString::fromLatin1(text))) == ErrorCode::InvalidInput);
}
