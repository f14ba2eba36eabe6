// Answers that the store could not take, while the session is locked: security design, A5.
#include "store/sealed_draft.h"
#include "store/damage_mark.h"

#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using store::SealedDraft;
using store::UnsavedDraft;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

namespace {

UnsavedDraft unsaved(const TestStore &store)
{
    UnsavedDraft draft{store.aDraft(), "answers"};
    draft.screening.line = record::Line::Second;
    draft.screening.traveller.birthDate = QDate(1974, 8, 12);
    draft.screening.verdict = record::Verdict{record::Decision::SecondLine, text("contradicts herself")};
    return draft;
}

}  // namespace

TEST_CASE("a draft that waits in memory is what it was when its officer comes back", "[store][SEC-A5]")
{
    TestStore store;
    const UnsavedDraft draft = unsaved(store);
    const SealedDraft sealed = require(store->sealDraft(draft));
    CHECK(sealed.id == draft.screening.id);

    SECTION("the store was opened again") { store.reopen(); }
    SECTION("the store's key was changed meanwhile")
    {
        auto rotation = require(store->beginKeyRotation());
        require(store->finishKeyRotation(std::move(rotation)));
        store.reopen();
    }
    CHECK(require(store->openDraft(sealed)) == draft);
}

TEST_CASE("a draft that waits in memory tells nothing, and opens to nobody else", "[store][SEC-A5]")
{
    TestStore store;
    const UnsavedDraft draft = unsaved(store);
    const SealedDraft sealed = require(store->sealDraft(draft));
    for (const QByteArray &word : {QByteArray("answers"), draft.screening.traveller.surname.toUtf8()}) {
        REQUIRE_FALSE(word.isEmpty());
        CHECK_FALSE(sealed.sealed.contains(word));
    }
    CHECK(require(store->sealDraft(draft)).salt != sealed.salt);  // each has a key of its own

    store.signIn(store.administrator());
    CHECK(errorOf(store->openDraft(sealed)) == ErrorCode::Denied);
}

TEST_CASE("a draft can be sealed where the store takes nothing any more", "[store][SEC-A5][SEC-D3]")
{
    TestStore store;
    const UnsavedDraft draft = unsaved(store);
    store.close();
    require(store::markDamaged(store.folder(), store.clock.utcNow()));
    require(store.open());
    REQUIRE(store->isDamaged());
    CHECK(require(store->openDraft(require(store->sealDraft(draft)))) == draft);
}
