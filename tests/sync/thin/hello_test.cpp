#include "sync/thin/hello.h"

#include "support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace amparo::thin;

namespace {

QJsonObject aHello()
{
    return {{QStringLiteral("protocol"), QJsonArray{1, 2}},
            {QStringLiteral("chunk"), 1'048'576},
            {QStringLiteral("frame"), 8'388'608},
            {QStringLiteral("items"), 500},
            {QStringLiteral("key"), QString::fromLatin1(QByteArray(32, 'k').toBase64())},
            {QStringLiteral("time"), QStringLiteral("2026-11-28T12:47:07.123Z")},
            {QStringLiteral("last"),
             QJsonObject{{QStringLiteral("batch"), QString(32, u'a')}, {QStringLiteral("sequence"), 41}}}};
}

std::optional<Hello> read(const QJsonObject &json) { return readHello(QJsonDocument(json).toJson()); }

}  // namespace

TEST_CASE("a gateway says its limits, its key and what it has", "[thin]")
{
    const QDateTime time(QDate(2026, 11, 28), QTime(12, 47, 7, 123), Qt::UTC);
    const Hello hello{1'048'576,           8'388'608, 500,
                      QByteArray(32, 'k'), time,      LastBatch{QByteArray(16, '\xaa'), 41}};
    CHECK(read(aHello()) == hello);
    QJsonObject first = aHello();
    first.remove(QStringLiteral("last"));
    CHECK_FALSE(read(first)->last.has_value());
}

TEST_CASE("what is no gateway of this version is told", "[thin]")
{
    struct Row {
        const char *name;
        QJsonValue value;
    };
    const auto row = GENERATE(values<Row>({
        {"protocol", QJsonArray{2}},
        {"protocol", 1},
        {"chunk", 0},
        {"chunk", QStringLiteral("1")},
        {"frame", -1},
        {"items", 0},
        {"key", QString::fromLatin1(QByteArray(31, 'k').toBase64())},
        {"time", QStringLiteral("noon")},
        {"last",
         QJsonObject{{QStringLiteral("batch"), QStringLiteral("aa")}, {QStringLiteral("sequence"), 1}}},
        {"last", QJsonObject{{QStringLiteral("batch"), QString(32, u'a')}}},
    }));
    CAPTURE(row.name);
    QJsonObject json = aHello();
    json[QLatin1String(row.name)] = row.value;
    CHECK_FALSE(read(json).has_value());
    json.remove(QLatin1String(row.name));
    CHECK(read(json).has_value() == (QByteArray(row.name) == "last"));
}

TEST_CASE("a page of a captive portal is no gateway", "[thin]")
{
    const auto body = GENERATE(as<QByteArray>(), "", "<html>Accept the terms</html>", "[]", "null");
    CHECK_FALSE(readHello(body).has_value());
}
