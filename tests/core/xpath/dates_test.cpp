// ODK's dates: strings in ISO 8601 that count as days since 1970-01-01 UTC.

#include "evaluation.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::test;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

TEST_CASE("dates are read, counted and written", "[xpath]")
{
    checkAll(Subject("<r><d>2012-07-24</d><e/></r>"),
             {
                 {"date('1970-1-2')", "1970-01-02"},
                 {"date('2012-07-24T23:30:00.000+00:00')", "2012-07-24"},
                 {"date(d)", "2012-07-24"},
                 {"date(0)", "1970-01-01"},
                 {"date(6.5)", "1970-01-07"},
                 {"date(-1)", "1969-12-31"},
                 {"date(14127)", "2008-09-05"},
                 {"date('14127')", "2008-09-05"},
                 {"date(date('1989-11-09'))", "1989-11-09"},
                 {"date('')", ""},
                 {"date(e)", ""},
                 {"date('1983-09-31')", ""},
                 {"date('not a date')", ""},
                 {"date(1 div 0)", ""},
                 {"date-time('1970-01-01')", "1970-01-01"},
                 {"date-time('1970-01-01T21:50:49Z')", "1970-01-01T21:50:49.000+00:00"},
                 {"date-time(1.5)", "1970-01-02T12:00:00.000+00:00"},
                 {"number('1970-01-02')", "1"},
                 {"number('2008-09-05')", "14127"},
                 {"number('1941-12-07')", "-10252"},
                 {"number('1970-01-02T12:00:00Z')", "1.5"},
                 {"number('1970-01-02T12:00:00.000+12:00')", "1"},
                 {"number('2012-13-01')", "NaN"},
                 {"number('2012-01-01T25:00:00Z')", "NaN"},
                 {"number('2012-01-01T00:00:00+24:00')", "NaN"},
                 {"number('2012-01-01x')", "NaN"},
                 {"decimal-date-time('1970-01-02T00:00:00Z')", "1"},
                 {"decimal-date-time('1969-12-31T06:00:00Z')", "-0.75"},
                 {"decimal-date-time(3.25)", "3.25"},
                 {"decimal-date-time('x')", "NaN"},
                 {"decimal-time('18:00:00.000+00:00')", "0.75"},
                 {"decimal-time('06:00')", "0.25"},
                 {"decimal-time('2012-01-01T12:00:00Z')", "0.5"},
                 {"decimal-time('24:00:00.000+00:00')", "NaN"},
                 {"decimal-time('a')", "NaN"},
                 {"boolean(date('2000-01-01'))", "true"},
             });
}

TEST_CASE("sums with dates count days, as in every ODK client", "[xpath]")
{
    checkAll(Subject("<r><d>2012-07-24</d></r>"), {
                                                      {"date('2001-12-26') + 5", "11687"},
                                                      {"date(date('2001-12-26') + 5)", "2001-12-31"},
                                                      {"3 + date('2001-12-26') - 5", "11680"},
                                                      {"date('2008-09-08') - date('1983-10-06')", "9104"},
                                                      {"'2021-11-30' - '2021-11-29'", "1"},
                                                      {"date('2001-12-26') + 0.5", "11682.5"},
                                                      {"date('2001-12-26') * 2", "23364"},
                                                      {"-date('1970-01-02')", "-1"},
                                                      {"10 - date('1970-01-02')", "9"},
                                                      {"d + 1", "15546"},
                                                      {"d - '2012-07-01'", "23"},
                                                      {"date('2001-12-26') + 'x'", "NaN"},
                                                      {"date(now() + 0.5)", "2026-03-03"},
                                                  });
}

TEST_CASE("a day begins at the local midnight", "[xpath]")
{
    Subject subject;
    subject.environment.zone = QTimeZone("America/Phoenix");  // seven hours after UTC, all year
    const auto sevenHours = formatNumber(7.0 / 24);
    CHECK(subject.string("number('1970-01-01')") == sevenHours);
    CHECK(subject.string("decimal-date-time('1970-01-01')") == sevenHours);
    CHECK(subject.string("decimal-date-time('1970-01-01T00:00:00')") == sevenHours);
    checkAll(subject, {
                          {"date(0)", "1970-01-01"},
                          {"date('1970-01-01' + 1)", "1970-01-02"},
                          {"date-time(0)", "1969-12-31T17:00:00.000-07:00"},
                          {"date-time(1 + '1970-01-01')", "1970-01-02"},
                          {"format-date(0, '%Y-%m-%d %H')", "1969-12-31 17"},
                          {"'2018-06-25' < '2018-06-25T00:00:00.000-07:00'", "false"},
                          {"'2018-06-25' >= '2018-06-25T00:00:00.000-07:00'", "true"},
                          {"now() >= today()", "true"},
                      });
}

TEST_CASE("days are counted on the calendar though clocks change between them", "[xpath]")
{
    Subject subject("<r><d>2026-01-10</d></r>");
    subject.environment.zone = QTimeZone("America/Santiago");  // puts its clocks back in April
    checkAll(subject, {
                          {"date('2026-06-10') - date('2026-01-10')", "151"},
                          {"'2026-06-10' - d", "151"},
                          {"date(date('2026-01-10') + 151)", "2026-06-10"},
                          {"date(151 + d)", "2026-06-10"},
                          {"date('2026-06-10' - 100 - 51)", "2026-01-10"},
                      });
}

TEST_CASE("dates compare as days, with texts that are dates too", "[xpath]")
{
    checkAll(Subject("<r><d>2012-07-24</d><t>soon</t></r>"),
             {
                 {"date('2001-12-26') > date('2001-12-25')", "true"},
                 {"date(1) = date('1970-01-02')", "true"},
                 {"date(1) != '1970-1-2'", "false"},
                 {"d = date('2012-07-24')", "true"},
                 {"d < date('2012-07-25')", "true"},
                 {"'2012-07-24' < '2012-07-25'", "true"},
                 {"today() = '2026-03-02'", "true"},
                 {"'2026-03-01' < today()", "true"},
                 {"d > today() - 1", "false"},
                 {"'string' = date('1999-09-09')", "false"},
                 {"'string' != date('1999-09-09')", "true"},
                 {"t = today()", "false"},
                 {"t != today()", "true"},
                 {"true() != date('1999-09-09')", "false"},
             });
}

TEST_CASE("today and now are where the officer is", "[xpath]")
{
    Subject subject;
    subject.environment.now.set(QDateTime(QDate(2026, 3, 2), QTime(2, 30, 5, 7), Qt::UTC));
    subject.environment.zone = QTimeZone("America/Lima");
    CHECK(subject.string("today()") == text("2026-03-01"));
    CHECK(subject.string("now()") == text("2026-03-01T21:30:05.007-05:00"));
    CHECK(subject.string("date('2026-03-02T02:00:00Z')") == text("2026-03-01"));
    CHECK(subject.string("format-date-time('2026-03-02T02:00:00Z', '%d %H:%M')") == text("01 21:00"));
    CHECK(subject.string("decimal-time('12:00:00.000+00:00')") == formatNumber(7.0 / 24));
    CHECK(subject.string("number('1970-01-01T00:00:00')") == formatNumber(5.0 / 24));
    CHECK(subject.string("number('1970-01-02')") == formatNumber(1 + 5.0 / 24));
}

TEST_CASE("formats name the parts of a date", "[xpath]")
{
    Subject subject;
    checkAll(subject,
             {
                 {"format-date('2018-01-02', '%Y %y %m %n %d %e')", "2018 18 01 1 02 2"},
                 {"format-date('2018-01-02', '%b %a')", "Jan Tue"},
                 {"format-date(date('2018-01-02'), '100%%')", "100%"},
                 {"format-date('', '%Y')", ""},
                 {"format-date('nonsense', '%Y')", ""},
                 {"format-date-time('2018-01-02T09:05:07.023Z', '%H %h %M %S %3')", "09 9 05 07 023"},
                 {"format-date('2018-01-02T10:20:30.123Z', '%Y-%m-%e %H:%M:%S')", "2018-01-2 10:20:30"},
                 {"format-date(0, '%Y-%m-%d')", "1970-01-01"},
             });
    CHECK(errorOf(subject.evaluate(text("format-date('2018-01-02', '%q')"))) == ErrorCode::InvalidInput);
    CHECK(errorOf(subject.evaluate(text("format-date('2018-01-02', '%')"))) == ErrorCode::InvalidInput);
    subject.environment.spoken = text("es");
    CHECK(subject.string("format-date('2018-01-02', '%b %a')") == text("ene mar"));
}

TEST_CASE("any day goes through its text and its number and back", "[xpath]")
{
    Subject subject;
    rc::check("date(number(date(n))) is date(n)", [&] {
        subject.environment.zone =
            QTimeZone(*rc::gen::element(QByteArray("UTC"), QByteArray("America/Lima"),
                                        QByteArray("Asia/Kathmandu"), QByteArray("Pacific/Auckland")));
        const int days = *rc::gen::inRange(-700'000, 2'900'000);
        const auto date = QDate(1970, 1, 1).addDays(days);
        const auto iso = date.toString(Qt::ISODate);
        RC_PRE(date.year() >= 1 && date.year() <= 9999);
        RC_ASSERT(subject.string(QStringLiteral("date(%1)").arg(days).toUtf8().constData()) == iso);
        RC_ASSERT(subject.string(QStringLiteral("date(number('%1'))").arg(iso).toUtf8().constData()) == iso);
        RC_ASSERT(subject.string(QStringLiteral("'%1' - '1970-01-01'").arg(iso).toUtf8().constData()) ==
                  QString::number(days));
    });
}
