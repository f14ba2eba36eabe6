#include "app/desktop/screening/draft_keeper.h"

#include "desktop/interviews.h"
#include "support/catch.h"
#include "support/eventually.h"

#include <memory>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// Always the same screening.
record::Screening screeningIn(const char *language)
{
    static const ScreeningId id = ScreeningId::create();
    record::Screening screening;
    screening.id = id;
    screening.language = QString::fromLatin1(language);
    return screening;
}

record::Screening otherScreening()
{
    static const ScreeningId id = ScreeningId::create();
    record::Screening screening;
    screening.id = id;
    return screening;
}

}  // namespace

TEST_CASE("answers that come while a save is under way go into one next save", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    keeper.keep({screeningIn("en"), "first"});
    REQUIRE(eventually([&] { return saver.drafts.size() == 1; }));
    keeper.keep({screeningIn("en"), "second"});
    keeper.keep({screeningIn("es"), "third"});
    CHECK(saver.drafts.size() == 1);
    CHECK(keeper.state() == DraftKeeper::State::Saving);

    saver.answer();

    REQUIRE(eventually([&] { return saver.drafts.size() == 2; }));
    CHECK(saver.drafts[1].answers == "third");
    CHECK(saver.drafts[1].screening.language == QStringLiteral("es"));
    saver.answer();
    CHECK(keeper.state() == DraftKeeper::State::Saved);
}

TEST_CASE("a draft that could not be saved is tried again, with what came since", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    keeper.keep({screeningIn("en"), "first"});
    REQUIRE(eventually([&] { return saver.waiting() == 1; }));
    saver.answer(failure(ErrorCode::DiskFull, QString()));
    CHECK(keeper.state() == DraftKeeper::State::Failed);
    REQUIRE(keeper.error());
    CHECK(keeper.error()->code == ErrorCode::DiskFull);

    SECTION("by itself")
    {
        REQUIRE(eventually([&] { return saver.drafts.size() == 2; }));
        CHECK(saver.drafts[1].answers == "first");
    }
    SECTION("at the next answer")
    {
        keeper.keep({screeningIn("en"), "second"});
        REQUIRE(eventually([&] { return saver.drafts.size() == 2; }));
        CHECK(saver.drafts[1].answers == "second");
    }
    saver.answer();
    CHECK(keeper.state() == DraftKeeper::State::Saved);
}

TEST_CASE("what waits is dropped when the record became final", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    keeper.keep({screeningIn("en"), "first"});
    keeper.forget(screeningIn("en").id);
    keeper.keep({otherScreening(), "of the next"});
    REQUIRE(eventually([&] { return saver.drafts.size() == 1; }));
    CHECK(saver.drafts[0].answers == "of the next");
}

TEST_CASE("the last answer is saved though another screening is opened at once", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    keeper.keep({screeningIn("en"), "last of this one"});
    keeper.keep({otherScreening(), "first of the other"});
    REQUIRE(eventually([&] { return saver.drafts.size() == 1; }));
    CHECK(saver.drafts[0].answers == "last of this one");

    SECTION("and the other comes after it")
    {
        saver.answer();
        REQUIRE(eventually([&] { return saver.drafts.size() == 2; }));
        CHECK(saver.drafts[1].answers == "first of the other");
    }
    SECTION("and is tried again where the disk was full")
    {
        saver.answer(failure(ErrorCode::DiskFull, QString()));
        REQUIRE(eventually([&] { return saver.drafts.size() == 2; }));
        CHECK(saver.drafts[1].answers == "first of the other");
        saver.answer();
        REQUIRE(eventually([&] { return saver.drafts.size() == 3; }));
        CHECK(saver.drafts[2].answers == "last of this one");
    }
}

TEST_CASE("what is not saved for certain goes to the saver with the keeper", "[desktop][SEC-A5]")
{
    SlowSaver saver;
    auto keeper = std::make_unique<DraftKeeper>(saver);
    keeper->keep({screeningIn("en"), "first"});
    SECTION("what waits")
    {
        keeper->keep({screeningIn("en"), "typed just now"});
        keeper.reset();
        REQUIRE(saver.last.size() == 1);
        CHECK(saver.last[0].answers == "typed just now");
        return;
    }
    REQUIRE(eventually([&] { return saver.waiting() == 1; }));
    SECTION("what is under way")
    {
        keeper.reset();
        REQUIRE(saver.last.size() == 1);
        CHECK(saver.last[0].answers == "first");
    }
    SECTION("what was refused, of each screening the newest")
    {
        keeper->keep({otherScreening(), "of the next"});
        keeper->keep({screeningIn("en"), "second"});
        saver.answer(failure(ErrorCode::DiskFull, QString()));
        keeper.reset();
        REQUIRE(saver.last.size() == 2);
        CHECK(saver.last[0].answers == "of the next");
        CHECK(saver.last[1].answers == "second");
    }
    SECTION("and nothing else")
    {
        saver.answer();
        keeper.reset();
        CHECK(saver.last.isEmpty());
    }
}

TEST_CASE("whether all is saved is told once the tries at hand have had their answer", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    int told = 0;
    keeper.settle([&] { ++told; });
    CHECK(told == 1);  // nothing is to be waited for

    keeper.keep({screeningIn("en"), "first"});
    keeper.settle([&] { ++told; });
    REQUIRE(eventually([&] { return saver.waiting() == 1; }));
    keeper.keep({screeningIn("en"), "second"});
    saver.answer();
    REQUIRE(eventually([&] { return saver.waiting() == 1; }));
    CHECK(told == 1);
    SECTION("saved")
    {
        saver.answer();
        CHECK(keeper.unsaved().isEmpty());
    }
    SECTION("refused: it does not wait for the next try")
    {
        saver.answer(failure(ErrorCode::DiskFull, QString()));
        CHECK(keeper.unsaved().size() == 1);
    }
    CHECK(told == 2);
}
