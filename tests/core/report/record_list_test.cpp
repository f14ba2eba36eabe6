#include "report/record_list.h"

#include "support/catch.h"
#include "support/samples.h"

using namespace amparo;

TEST_CASE("a list of records names its fields, and text stays text", "[report][SEC-O1]")
{
    const OfficerId officer = OfficerId::create();
    auto record = test::decided(
        test::aDraft(ShiftId::create(), officer, QDateTime({2026, 3, 2}, QTime(14, 0), Qt::UTC)));
    record.traveller.surname = QStringLiteral("=SUM(A1)");
    record.traveller.givenNames = QStringLiteral("Ana, \"la\" María");
    const QList<QByteArray> lines =
        report::recordListCsv({record}, {{officer, QStringLiteral("luis")}}, {}, QTimeZone(-5 * 3600))
            .split('\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].startsWith("\xEF\xBB\xBFinstance,started,final,"));
    CHECK(lines[0].count(',') == 15);
    CHECK(lines[1].contains("\"'=SUM(A1)\",\"Ana, \"\"la\"\" María\""));
    CHECK(lines[1].contains("2026-03-02T09:00:00-05:00"));
    CHECK(lines[1].contains(",luis,"));
    CHECK(lines[2].isEmpty());
}

TEST_CASE("where lanes brought some of the records, each line names its lane", "[report]")
{
    const QDateTime at({2026, 3, 2}, QTime(14, 0), Qt::UTC);
    const auto own = test::decided(test::aDraft(ShiftId::create(), OfficerId::create(), at));
    const auto brought = test::decided(test::aDraft(ShiftId::create(), OfficerId::create(), at));
    const QList<QByteArray> lines =
        report::recordListCsv({own, brought}, {}, {{brought.id, QStringLiteral("Lane 2")}}, QTimeZone::utc())
            .split('\n');
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].endsWith(",state,lane\r"));
    CHECK(lines[1].endsWith(",\r"));
    CHECK(lines[2].endsWith(",Lane 2\r"));
}
