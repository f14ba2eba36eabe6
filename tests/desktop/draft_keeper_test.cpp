#include "app/desktop/screening/draft_keeper.h"

#include "desktop/interviews.h"
#include "support/catch.h"
#include "support/eventually.h"

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

record::Screening screeningIn(const char *language)
{
    record::Screening screening;
    screening.language = QString::fromLatin1(language);
    return screening;
}

}  // namespace

TEST_CASE("answers that come while a save is under way go into one next save", "[desktop]")
{
    SlowSaver saver;
    DraftKeeper keeper(saver);
    keeper.keep(screeningIn("en"), "first");
    REQUIRE(eventually([&] { return saver.drafts.size() == 1; }));
    keeper.keep(screeningIn("en"), "second");
    keeper.keep(screeningIn("es"), "third");
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
    keeper.keep(screeningIn("en"), "first");
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
        keeper.keep(screeningIn("en"), "second");
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
    keeper.keep(screeningIn("en"), "first");
    keeper.forget();
    keeper.keep(screeningIn("en"), "of the next");
    REQUIRE(eventually([&] { return saver.drafts.size() == 1; }));
    CHECK(saver.drafts[0].answers == "of the next");
}
