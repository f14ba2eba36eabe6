#include "traveller/mrz_date.h"

#include "support/catch.h"

using namespace amparo::traveller;

namespace {

using State = PrintedDate::State;
const QDate today(2026, 3, 2);

}  // namespace

TEST_CASE("a birth is in the latest year that is not in the future", "[traveller]")
{
    struct Row {
        QString printed;
        QDate today;
        QDate date;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("740812"), today, QDate(1974, 8, 12)},
        {QStringLiteral("260302"), today, QDate(2026, 3, 2)},
        {QStringLiteral("260303"), today, QDate(1926, 3, 3)},
        {QStringLiteral("270101"), today, QDate(1927, 1, 1)},
        {QStringLiteral("000101"), today, QDate(2000, 1, 1)},
        {QStringLiteral("991231"), today, QDate(1999, 12, 31)},
        {QStringLiteral("000229"), today, QDate(2000, 2, 29)},  // 2000 had one
        {QStringLiteral("120229"), today, QDate(2012, 2, 29)},
        {QStringLiteral("280229"), today, QDate(1928, 2, 29)},
        {QStringLiteral("000229"), QDate(2110, 1, 1), QDate(2000, 2, 29)},  // 2100 has none
        {QStringLiteral("991231"), QDate(2100, 1, 1), QDate(2099, 12, 31)},
    }));
    CAPTURE(row.printed, row.today);
    const PrintedDate printed = birthDateFrom(row.printed, row.today);
    CHECK((printed.state == State::Complete));
    CHECK(printed.date() == row.date);
    CHECK(printed.latest() == row.date);
}

TEST_CASE("an expiry is at most sixty years ahead", "[traveller]")
{
    struct Row {
        QString printed;
        QDate date;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("300601"), QDate(2030, 6, 1)},
        {QStringLiteral("860302"), QDate(2086, 3, 2)},
        {QStringLiteral("860303"), QDate(1986, 3, 3)},
        {QStringLiteral("961210"), QDate(1996, 12, 10)},
        {QStringLiteral("000229"), QDate(2000, 2, 29)},
    }));
    CAPTURE(row.printed);
    CHECK(expiryDateFrom(row.printed, today).date() == row.date);
}

TEST_CASE("what a document leaves open stays open", "[traveller]")
{
    struct Row {
        QString printed;
        State state;
        std::optional<int> year, month, day;
        std::optional<QDate> latest;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("<<<<<<"), State::Unknown, {}, {}, {}, {}},
        {QStringLiteral("000000"), State::Unknown, {}, {}, {}, {}},
        {QStringLiteral("85<<<<"), State::Partial, 1985, {}, {}, QDate(1985, 12, 31)},
        {QStringLiteral("8501<<"), State::Partial, 1985, 1, {}, QDate(1985, 1, 31)},
        {QStringLiteral("8502<<"), State::Partial, 1985, 2, {}, QDate(1985, 2, 28)},
        {QStringLiteral("850000"), State::Partial, 1985, {}, {}, QDate(1985, 12, 31)},
        {QStringLiteral("850200"), State::Partial, 1985, 2, {}, QDate(1985, 2, 28)},
        {QStringLiteral("85<<15"), State::Partial, 1985, {}, 15, QDate(1985, 12, 15)},
        {QStringLiteral("<<0115"), State::Partial, {}, 1, 15, {}},
        {QStringLiteral("<<0229"), State::Partial, {}, 2, 29, {}},
        {QStringLiteral("26<<<<"), State::Partial, 2026, {}, {}, QDate(2026, 12, 31)},
        {QStringLiteral("2603<<"), State::Partial, 2026, 3, {}, QDate(2026, 3, 31)},
        {QStringLiteral("2604<<"), State::Partial, 1926, 4, {}, QDate(1926, 4, 30)},
        {QStringLiteral("<<0000"), State::Unknown, {}, {}, {}, {}},
    }));
    CAPTURE(row.printed);
    const PrintedDate printed = birthDateFrom(row.printed, today);
    CHECK((printed.state == row.state));
    CHECK(printed.date() == std::nullopt);
    CHECK(printed.year == row.year);
    CHECK(printed.month == row.month);
    CHECK(printed.day == row.day);
    CHECK(printed.latest() == row.latest);
}

TEST_CASE("no such day is impossible", "[traveller]")
{
    const auto text = GENERATE(values<QString>({
        QStringLiteral("741312"),
        QStringLiteral("740832"),
        QStringLiteral("740431"),
        QStringLiteral("730229"),
        QStringLiteral("7O0812"),
        QStringLiteral("74<812"),
        QStringLiteral("<<0230"),
        QStringLiteral("ABCDEF"),
        QStringLiteral("7408"),
        QString(),
    }));
    CAPTURE(text);
    const PrintedDate printed = birthDateFrom(text, today);
    CHECK((printed.state == State::Impossible));
    CHECK(printed.date() == std::nullopt);
    CHECK(printed.latest() == std::nullopt);
    CHECK(printed.text == text);
}
