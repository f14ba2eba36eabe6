#include "app/desktop/widgets/date_text.h"

#include "support/catch.h"

using namespace amparo::desktop;

TEST_CASE("a day is read in the order that the locale writes", "[desktop]")
{
    struct Row {
        QLocale locale;
        const char *text;
        std::optional<QDate> date;
    };
    const QLocale spanish(QLocale::Spanish, QLocale::Peru);
    const QLocale brazilian(QLocale::Portuguese, QLocale::Brazil);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const auto row = GENERATE_COPY(values<Row>({
        {spanish, "2/3/2009", QDate(2009, 3, 2)},
        {brazilian, "02.03.2009", QDate(2009, 3, 2)},
        {spanish, "02032009", QDate(2009, 3, 2)},
        {american, "2/3/2009", QDate(2009, 2, 3)},
        {spanish, "2009-03-02", QDate(2009, 3, 2)},
        {spanish, " 02 03 2009 ", QDate(2009, 3, 2)},
        {spanish, "2/3/09", std::nullopt},  // the century of a birth is no guess
        {spanish, "31/02/2009", std::nullopt},
        {spanish, "2/3", std::nullopt},
        {spanish, "", std::nullopt},
        {spanish, "yesterday", std::nullopt},
    }));
    CAPTURE(row.text, row.locale.name());
    CHECK(dateFromText(QString::fromLatin1(row.text), row.locale) == row.date);
}

TEST_CASE("a day that is shown is read back as the same day", "[desktop]")
{
    const auto locale = GENERATE(QLocale(QLocale::Spanish, QLocale::Bolivia),
                                 QLocale(QLocale::English, QLocale::UnitedStates),
                                 QLocale(QLocale::Portuguese, QLocale::Brazil), QLocale::c());
    for (QDate date(1999, 12, 25); date < QDate(2000, 3, 5); date = date.addDays(1))
        CHECK(dateFromText(dateToText(date, locale), locale) == date);
}

TEST_CASE("a moment is written in the post's own time, with the hour in 24", "[desktop]")
{
    const QDateTime afternoon(QDate(2026, 3, 2), QTime(14, 5), Qt::LocalTime);
    CHECK(momentToText(afternoon.toUTC(), QLocale(QStringLiteral("es-BO"))) ==
          QStringLiteral("02/03/2026 14:05"));
    CHECK(momentToText(afternoon.toUTC(), QLocale(QStringLiteral("en-US"))) ==
          QStringLiteral("03/02/2026 14:05"));
}
