// tests/data/mrz: what keyboards delivered (.txt), and what must come of it (.json): the members of toJson()
// that the case is about, or "error".

#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "support/golden.h"
#include "traveller/mrz_json.h"

#include <QDir>
#include <QJsonDocument>

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

QStringList corpus()
{
    const QDir folder(QStringLiteral(AMPARO_TEST_SOURCES "/data/mrz"));
    QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

QJsonObject expectation(const QString &name)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(testData(QStringLiteral("mrz/%1.json").arg(name)), &error);
    INFO(error.errorString().toStdString());
    REQUIRE(document.isObject());
    return document.object();
}

}  // namespace

TEST_CASE("what a keyboard delivers is read as the corpus says", "[traveller]")
{
    REQUIRE(corpus().size() >= 12);
    const QString name = GENERATE(from_range(corpus()));
    CAPTURE(name);
    const QString text = QString::fromUtf8(testData(QStringLiteral("mrz/%1.txt").arg(name)));
    const auto result = parseMrz(text, mrzToday);
    QJsonObject expected = expectation(name);
    REQUIRE_FALSE(expected.isEmpty());
    if (expected.contains(QStringLiteral("error"))) {
        REQUIRE_FALSE(result.has_value());
        CHECK(codeName(result.error().code) == expected[QStringLiteral("error")].toString());
        return;
    }
    const QJsonObject actual = toJson(require(result));
    for (auto member = expected.constBegin(); member != expected.constEnd(); ++member) {
        CAPTURE(member.key());
        CHECK(QJsonDocument(QJsonObject{{member.key(), actual[member.key()]}}).toJson() ==
              QJsonDocument(QJsonObject{{member.key(), member.value()}}).toJson());
    }
}
