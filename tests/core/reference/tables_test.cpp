#include "core/reference/reference_support.h"

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

const QString file = QStringLiteral("table.csv");

}  // namespace

TEST_CASE("a help line that cannot be is refused with line and column", "[reference]")
{
    struct Row {
        QByteArray cells;
        QString place;
    };
    const auto row = GENERATE(values<Row>({
        {"x-1,PER,trafficking,Name,1818,phone,24/7,es,yes,yes,no,src,V,2026-01-01", {}},
        {" x-1 , PER,trafficking,Name,+51 1 234-5,whatsapp,,,,,,src,M,", {}},
        {",PER,trafficking,Name,1818,phone,,,,,,src,V,", QStringLiteral("2 id")},
        {"X 1,PER,trafficking,Name,1818,phone,,,,,,src,V,", QStringLiteral("2 id")},
        {"x,Peru,trafficking,Name,1818,phone,,,,,,src,V,", QStringLiteral("2 country")},
        {"x,,trafficking,Name,1818,phone,,,,,,src,V,", QStringLiteral("2 country")},
        {"x,PER,help,Name,1818,phone,,,,,,src,V,", QStringLiteral("2 purpose")},
        {"x,PER,women,,1818,phone,,,,,,src,V,", QStringLiteral("2 name")},
        {"x,PER,women,Name,,phone,,,,,,src,V,", QStringLiteral("2 number")},
        {"x,PER,women,Name,1800 DELITO,phone,,,,,,src,V,", QStringLiteral("2 number")},
        {"x,PER,women,Name,999,whatsapp,,,,,,src,V,", QStringLiteral("2 number")},
        {"x,PER,women,Name,999,pigeon,,,,,,src,V,", QStringLiteral("2 channel")},
        {"x,PER,women,Name,999,phone,sometimes,,,,,src,V,", QStringLiteral("2 hours")},
        {"x,PER,women,Name,999,phone,,Spanish,,,,src,V,", QStringLiteral("2 languages")},
        {"x,PER,women,Name,999,phone,,,maybe,,,src,V,", QStringLiteral("2 free")},
        {"x,PER,women,Name,999,phone,,,,1,,src,V,", QStringLiteral("2 anonymous")},
        {"x,PER,women,Name,999,phone,,,,,x,src,V,", QStringLiteral("2 from_abroad")},
        {"x,PER,women,Name,999,phone,,,,,,,V,", QStringLiteral("2 source")},
        {"x,PER,women,Name,999,phone,,,,,,src,,", QStringLiteral("2 status")},
        {"x,PER,women,Name,999,phone,,,,,,src,V,2026-02-30", QStringLiteral("2 verified_on")},
        {"x,PER,women,Name,999,phone,,,,,,src,V", QStringLiteral("2")},
    }));
    CAPTURE(row.cells);
    Problems problems;
    const QList<HelpLine> lines = readHelpLines(file, helpLinesCsv(row.cells + '\n'), problems);
    CHECK(placesOf(problems) == (row.place.isEmpty() ? QStringList() : QStringList{row.place}));
    CHECK(lines.size() == (row.place.isEmpty() ? 1 : 0));
}

TEST_CASE("an institution that cannot be is refused with line and column", "[reference]")
{
    struct Row {
        QByteArray cells;
        QString place;
    };
    const auto row = GENERATE(values<Row>({
        {"x,PER,Puno,Name,legal,all,24/7,America/Lima,es,one,,,,,a,b,c,yes,src,V,2026-01-01,2027-01-01", {}},
        {"x,,,Name,legal,all,,,,,,,,,a,b,c,,src,V,,", {}},
        {"x,PER,,,legal,all,,,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 name")},
        {"x,PER,,Name,,all,,,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 services")},
        {"x,PER,,Name,legal magic,all,,,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 services")},
        {"x,PER,,Name,legal,,,,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 serves")},
        {"x,PER,,Name,legal,all,24/7,,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 time_zone")},
        {"x,PER,,Name,legal,all,,Lima,,,,,,,a,b,c,,src,V,,", QStringLiteral("2 time_zone")},
        {"x,PER,,Name,legal,all,,,,two,,,,,a,b,c,,src,V,,", QStringLiteral("2 help_lines")},
        {"x,PER,,Name,legal,all,,,,,,,,,a,,c,,src,V,,", QStringLiteral("2 on_contact::es")},
        {"x,PER,,Name,legal,all,,,,,,,,,a,b,c,,src,V,,soon", QStringLiteral("2 valid_until")},
    }));
    CAPTURE(row.cells);
    HelpLine line;
    line.id = QStringLiteral("one");
    Problems problems;
    const auto institutions = readInstitutions(file, institutionsCsv(row.cells + '\n'), {line}, problems);
    CHECK(placesOf(problems) == (row.place.isEmpty() ? QStringList() : QStringList{row.place}));
    CHECK(institutions.size() == (row.place.isEmpty() ? 1 : 0));
}

TEST_CASE("a law that cannot be is refused with line and column", "[reference]")
{
    Problems problems;
    const QList<Law> laws = readLaws(file,
                                     lawsCsv("a,PER,trafficking,Ley 1,2001,src,V,\n"
                                             "b,PER,smuggling,Ley 2,2001-02-03,src,V,\n"
                                             "c,PER,smuggling,Ley 3,,src,V,\n"
                                             "d,PER,tax,Ley 4,2001,src,V,\n"
                                             "e,PER,smuggling,,2001,src,V,\n"
                                             "f,PER,smuggling,Ley 6,last year,src,V,\n"),
                                     problems);
    CHECK(laws.size() == 3);
    CHECK(placesOf(problems) ==
          QStringList{QStringLiteral("5 topic"), QStringLiteral("6 citation"), QStringLiteral("7 dated")});
}

TEST_CASE("the good rows around a bad one stay, and an id stands once", "[reference]")
{
    Problems problems;
    const QList<HelpLine> lines = readHelpLines(file,
                                                helpLinesCsv("a,PER,women,Name,1,phone,,,,,,src,V,\n"
                                                             "b,PER,women,Name,,phone,,,,,,src,V,\n"
                                                             "a,PER,women,Name,2,phone,,,,,,src,V,\n"
                                                             "c,PER,women,Name,3,phone,,,,,,src,V,\n"),
                                                problems);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].id == QStringLiteral("c"));
    CHECK(placesOf(problems) == QStringList{QStringLiteral("3 number"), QStringLiteral("4 id")});
    CHECK(problems[0].toText() == QStringLiteral("table.csv, line 3, column number: missing"));
}

TEST_CASE("a table whose headings are wrong has no rows", "[reference]")
{
    struct Row {
        QByteArray csv;
        QString place;
    };
    const auto row = GENERATE(values<Row>({
        {"", QStringLiteral("0")},
        {"id,country,topic,citation,dated,source,status\n", QStringLiteral("1 verified_on")},
        {"id,country,topic,citation,dated,source,status,verified_on,note\n", QStringLiteral("1 note")},
        {"id,country,topic,citation,dated,source,status,verified_on,id\n", QStringLiteral("1 id")},
    }));
    CAPTURE(row.csv);
    Problems problems;
    CHECK(readLaws(file, row.csv.isEmpty() ? row.csv : row.csv + "a,PER,trafficking,Ley 1,2001,src,V,\n",
                   problems)
              .isEmpty());
    CHECK(placesOf(problems).contains(row.place));
}

TEST_CASE("a link holds the number as a telephone dials it", "[reference]")
{
    HelpLine line;
    line.number = QStringLiteral("018000 522-020");
    CHECK(linkOf(line) == QStringLiteral("tel:018000522020"));
    line.number = QStringLiteral("+55 61 99656-5008");
    CHECK(linkOf(line) == QStringLiteral("tel:+5561996565008"));
    line.channel = Channel::Whatsapp;
    CHECK(linkOf(line) == QStringLiteral("https://wa.me/5561996565008"));
}
