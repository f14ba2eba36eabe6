#include "training/play.h"

#include "core/training/training_support.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::training;
using namespace amparo::test;

namespace {

const QString en = QStringLiteral("en");

Play aPlay() { return Play(std::make_shared<const Scenario>(aScenario())); }

}  // namespace

TEST_CASE("a question is answered, and what follows it happens once", "[training]")
{
    Play play = aPlay();
    const Reply first = play.make(QStringLiteral("where"));
    CHECK(first.text.in(en) == QStringLiteral("North."));
    REQUIRE(first.events.size() == 1);
    CHECK(first.events.first().text.in(en) == QStringLiteral("The bus hoots."));

    const Reply again = play.make(QStringLiteral("where"));
    CHECK(again.text.in(en) == QStringLiteral("North."));
    CHECK(again.events.isEmpty());
    CHECK(play.made() == QStringList{QStringLiteral("where")});
}

TEST_CASE("what needs a closed door is not answered before, and asking it there breaks the first rule",
          "[training]")
{
    Play play = aPlay();
    const Reply early = play.make(QStringLiteral("debt"));
    CHECK(early.tooEarly);
    CHECK(early.text.in(en) == QStringLiteral("Nothing."));
    CHECK(play.mistakes() == QList<int>{1});
    CHECK(play.made().isEmpty());

    play.make(QStringLiteral("room"));
    CHECK(play.make(QStringLiteral("debt")).text.in(en) == QStringLiteral("Two thousand."));
}

TEST_CASE("without consent there is no answer, and it is no broken rule", "[training]")
{
    Play play = aPlay();
    CHECK(play.make(QStringLiteral("fear")).tooEarly);
    CHECK(play.mistakes().isEmpty());
    play.make(QStringLiteral("consent"));
    CHECK_FALSE(play.make(QStringLiteral("fear")).tooEarly);
}

TEST_CASE("a mistake counts once however often it is made", "[training]")
{
    Play play = aPlay();
    for (int i = 0; i < 3; ++i)
        play.make(QStringLiteral("threaten"));
    play.make(QStringLiteral("photograph"));
    CHECK(play.mistakes() == QList<int>{5, 10});
}

TEST_CASE("any moves in any order: each is made once, and what it gave is not lost", "[training]")
{
    const Scenario scenario = aScenario();
    rc::check([&] {
        Play play(std::make_shared<const Scenario>(scenario));
        const auto picks = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8));
        bool wasPrivate = false;
        for (const int pick : picks) {
            play.make(pick < scenario.moves.size() ? scenario.moves[pick].id : QStringLiteral("unknown"));
            RC_ASSERT(!wasPrivate || play.holds(Condition::Private));
            wasPrivate = play.holds(Condition::Private);
        }
        QStringList unique = play.made();
        unique.removeDuplicates();
        RC_ASSERT(unique == play.made());
        for (const QString &made : play.made())
            RC_ASSERT(scenario.move(made) != nullptr);
    });
}
