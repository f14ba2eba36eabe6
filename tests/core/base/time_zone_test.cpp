#include "base/time_zone.h"
#include "support/catch.h"

using namespace amparo;

// Offsets of the IANA database, in minutes east of Greenwich, on a day of southern winter.
TEST_CASE("time zones are known by the names of the IANA database", "[base]")
{
    struct Row {
        const char *name;
        int minutes;
    };
    const auto row = GENERATE(values<Row>({{"America/Argentina/Buenos_Aires", -180},
                                           {"America/Argentina/Cordoba", -180},
                                           {"America/Argentina/Jujuy", -180},
                                           {"America/Argentina/Mendoza", -180},
                                           {"America/Argentina/Salta", -180},
                                           {"America/Bogota", -300},
                                           {"America/Guayaquil", -300},
                                           {"America/La_Paz", -240},
                                           {"America/Lima", -300},
                                           {"America/Santiago", -240},
                                           {"America/Sao_Paulo", -180},
                                           {"Asia/Kolkata", 330},
                                           {"Europe/Madrid", 120}}));
    CAPTURE(row.name);
    const QTimeZone zone = timeZoneNamed(QString::fromLatin1(row.name));
    REQUIRE(zone.isValid());
    CHECK(zone.offsetFromUtc(QDateTime(QDate(2023, 7, 1), QTime(12, 0), Qt::UTC)) == row.minutes * 60);
}

TEST_CASE("what is no time zone is none", "[base]")
{
    const auto *name = GENERATE("", "Lima", "America/Lugar", "America/Argentina/", "América/Lima");
    CHECK_FALSE(timeZoneNamed(QString::fromUtf8(name)).isValid());
}
