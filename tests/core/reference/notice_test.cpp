#include "reference/notice.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::reference;
using test::errorOf;
using test::require;

namespace {

QByteArray set(const QByteArray &notices) { return R"({"amparoNotices": 1, "notices": [)" + notices + "]}"; }

QByteArray notice(const QByteArray &id, const QByteArray &kind, const QByteArray &from,
                  const QByteArray &until, const QByteArray &more = {})
{
    return R"({"id": ")" + id + R"(", "kind": ")" + kind + R"(", "from": ")" + from + R"(", "until": ")" +
           until + R"(", "title": {"en": "New route", "es": "Ruta nueva"}, "text": {"en": "By the river."})" +
           more + "}";
}

QStringList idsOf(const QList<Notice> &notices)
{
    QStringList ids;
    for (const Notice &each : notices)
        ids.append(each.id);
    return ids;
}

}  // namespace

TEST_CASE("notices are read as headquarters wrote them", "[reference]")
{
    const auto notices = require(
        readNotices(set(notice("a", "warning", "2026-03-01", "2026-03-31") + ',' +
                        notice("b", "update", "2026-03-01", "2026-12-31", R"(, "version": "1.4.0")"))));
    REQUIRE(notices.size() == 2);
    CHECK(notices[0].kind == Notice::Kind::Warning);
    CHECK(notices[0].from == QDate(2026, 3, 1));
    CHECK(notices[0].until == QDate(2026, 3, 31));
    CHECK(notices[0].title.in(QStringLiteral("es")) == QLatin1String("Ruta nueva"));
    CHECK(notices[0].text.in(QStringLiteral("es")) == QLatin1String("By the river."));
    CHECK(notices[1].version == QLatin1String("1.4.0"));
}

TEST_CASE("what is no set of notices is refused, with its place", "[reference]")
{
    const QByteArray sound = notice("a", "warning", "2026-03-01", "2026-03-31");
    const QByteArray bytes =
        GENERATE_COPY(QByteArray(), QByteArray("[]"), QByteArray(R"({"amparoNotices": 0, "notices": []})"),
                      QByteArray(R"({"amparoNotices": 1})"), set(sound + ',' + sound),
                      set(notice("", "warning", "2026-03-01", "2026-03-31")),
                      set(notice("a", "alarm", "2026-03-01", "2026-03-31")),
                      set(notice("a", "warning", "1 March", "2026-03-31")),
                      set(notice("a", "warning", "2026-04-01", "2026-03-31")),
                      set(notice("a", "update", "2026-03-01", "2026-03-31")),
                      set(notice("a", "update", "2026-03-01", "2026-03-31", R"(, "version": "soon")")),
                      set(notice("a", "warning", "2026-03-01", "2026-03-31", R"(, "colour": "red")")),
                      set(QByteArray(sound).replace("By the river.", QByteArray(mostNoticeText + 1, 'x'))),
                      set(QByteArray(sound).replace("By the river.", " ")));
    CAPTURE(bytes);
    CHECK(errorOf(readNotices(bytes)) == ErrorCode::InvalidInput);
    CHECK(errorOf(readNotices(R"({"amparoNotices": 2, "notices": []})")) == ErrorCode::TooNew);
}

TEST_CASE("a day shows its own notices, warnings first, then the newest", "[reference]")
{
    const auto notices = require(
        readNotices(set(notice("old", "information", "2026-03-01", "2026-03-31") + ',' +
                        notice("new", "information", "2026-03-10", "2026-03-31") + ',' +
                        notice("warn", "warning", "2026-02-01", "2026-03-10") + ',' +
                        notice("update", "update", "2026-03-01", "2026-12-31", R"(, "version": "1.4.0")"))));
    const auto on = [&](const char *day, const char *version) {
        return idsOf(noticesOf(notices, QDate::fromString(QString::fromLatin1(day), Qt::ISODate),
                               QString::fromLatin1(version)));
    };
    const auto ids = [](const char *words) {
        return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    CHECK(on("2026-03-10", "1.4.0") == ids("warn new old"));
    CHECK(on("2026-03-11", "1.4.0") == ids("new old"));
    CHECK(on("2026-03-09", "1.10.0") == ids("warn old"));
    CHECK(on("2026-04-01", "1.3.9") == ids("update"));
    CHECK(on("2026-04-01", "1.4.0").isEmpty());
    CHECK(on("2026-01-31", "1.0.0").isEmpty());
}
