#include "core/reference/reference_support.h"
#include "reference/directory_filter.h"

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

/// 13:00 in Lima on a Monday.
const QDateTime monday(QDate(2026, 3, 2), QTime(18, 0), Qt::UTC);

QStringList idsOf(const DirectoryFilter &filter, const QDateTime &utc = monday)
{
    const Reference all = someReference();
    QStringList ids;
    for (const Institution &one : search(all.institutions, all.helpLines, filter, utc))
        ids.append(one.id);
    return ids;
}

DirectoryFilter withText(const char *text)
{
    DirectoryFilter filter;
    filter.text = QString::fromUtf8(text);
    return filter;
}

const QStringList everything{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
const QStringList one{QStringLiteral("one")};

}  // namespace

TEST_CASE("without a filter everything is shown, old and unconfirmed entries too", "[reference]")
{
    CHECK(idsOf({}) == everything);
}

TEST_CASE("words find by name, area and number, whatever their accents", "[reference]")
{
    CHECK(idsOf(withText("nandu")) == one);
    CHECK(idsOf(withText("REFUGIO north")) == one);
    CHECK(idsOf(withText("ref nor")) == one);
    CHECK(idsOf(withText("111")) == one);
    CHECK(idsOf(withText("refugio south")).isEmpty());
    CHECK(idsOf(withText("  ")) == everything);
}

TEST_CASE("a filter leaves out what is known not to fit, and keeps what is not known", "[reference]")
{
    DirectoryFilter filter;
    SECTION("country: who works in several is found in each")
    {
        filter.country = QStringLiteral("AAA");
        CHECK(idsOf(filter) == QStringList{QStringLiteral("one"), QStringLiteral("three")});
    }
    SECTION("service")
    {
        filter.service = Service::Legal;
        CHECK(idsOf(filter) == QStringList{QStringLiteral("one"), QStringLiteral("two")});
    }
    SECTION("whom it serves: who serves all serves each")
    {
        filter.serves = Serves::Men;
        CHECK(idsOf(filter) == QStringList{QStringLiteral("two"), QStringLiteral("three")});
        filter.serves = Serves::Women;
        CHECK(idsOf(filter) == everything);
    }
    SECTION("language: not known stays")
    {
        filter.language = QStringLiteral("qu");
        CHECK(idsOf(filter) == QStringList{QStringLiteral("one"), QStringLiteral("two")});
    }
    SECTION("open now: not known stays, and the place's own time counts")
    {
        filter.openNow = true;
        CHECK(idsOf(filter) == everything);
        // 21:30 in Lima, while it is already Tuesday in UTC
        CHECK(idsOf(filter, monday.addSecs(3600 * 8 + 1800)) ==
              QStringList{QStringLiteral("two"), QStringLiteral("three")});
    }
}

TEST_CASE("an institution is open by the hours of its own place", "[reference]")
{
    const Reference all = someReference();
    CHECK(openState(all.institutions[0], monday) == OpenState::Open);
    CHECK(openState(all.institutions[0], monday.addSecs(-6 * 3600)) == OpenState::Closed);  // 07:00 in Lima
    CHECK(openState(all.institutions[1], monday) == OpenState::NotKnown);
    CHECK(openState(all.institutions[2], monday) == OpenState::Open);
}
