#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using test::require;
using test::TestStore;
using test::text;

namespace {

record::Screening named(TestStore &store, const char *surname, const char *given, const char *number)
{
    auto draft = store.aDraft();
    draft.traveller.surname = text(surname);
    draft.traveller.givenNames = text(given);
    draft.traveller.documentNumber = text(number);
    return draft;
}

QList<ScreeningId> idsOf(const ScreeningPage &page)
{
    QList<ScreeningId> ids;
    for (const auto &screening : page.screenings)
        ids.append(screening.id);
    return ids;
}

}  // namespace

TEST_CASE("pages follow one another without gap or overlap, newest first", "[store]")
{
    TestStore store;
    QList<ScreeningId> all;
    for (int i = 0; i < 7; ++i)
        all.prepend(i % 2 == 0 ? store.addDraft().id : store.addFinal().id);

    const auto first = require(store->screenings().page({}, 3));
    CHECK(idsOf(first) == all.mid(0, 3));
    REQUIRE(first.next);
    store.addDraft();  // what is added meanwhile moves nothing
    const auto second = require(store->screenings().page({}, 3, first.next));
    CHECK(idsOf(second) == all.mid(3, 3));
    const auto last = require(store->screenings().page({}, 3, second.next));
    CHECK(idsOf(last) == all.mid(6));
    CHECK(last.next == std::nullopt);
}

TEST_CASE("a page that is just full says that nothing follows", "[store]")
{
    TestStore store;
    store.addDraft();
    store.addDraft();
    CHECK(require(store->screenings().page({}, 2)).next == std::nullopt);
}

TEST_CASE("people are found by beginnings of names and document numbers", "[store]")
{
    TestStore store;
    const auto nunez = store.addDraft(named(store, "O'Brien-Núñez", "José María", "AB 123.456"));
    const auto nuno = store.addFinal(named(store, "Nuno", "Maria", "XY987654"));

    struct Row {
        const char *wanted;
        int found;
    };  // bits: 1 Núñez, 2 Nuno
    const auto row = GENERATE(values<Row>({{"nunez", 1},
                                           {"NÚÑEZ", 1},
                                           {"nun", 3},
                                           {"obrien", 1},
                                           {"O'Brien", 1},
                                           {"mar nun", 3},
                                           {"jose nunez", 1},
                                           {"jose nuno", 0},
                                           {"AB123456", 1},
                                           {"ab 123", 1},
                                           {"123456", 1},
                                           {"xy98", 2},
                                           {"unez", 0},
                                           {"%", 3},
                                           {"nun*", 3},
                                           {"", 3},
                                           {"'; DROP TABLE screening; --", 0}}));
    CAPTURE(row.wanted);
    QList<ScreeningId> expected;
    if (row.found & 2)
        expected.append(nuno.id);
    if (row.found & 1)
        expected.append(nunez.id);
    CHECK(idsOf(require(store->screenings().page({text(row.wanted), {}, {}, {}}, 10))) == expected);
}

TEST_CASE("a corrected name is found by its new form only", "[store]")
{
    TestStore store;
    auto draft = store.addDraft(named(store, "Kispe", "Juan", "1"));
    draft.traveller.surname = text("Quispe");
    require(store->screenings().saveDraft(draft, "answers"));
    CHECK(require(store->screenings().page({text("kispe"), {}, {}, {}}, 10)).screenings.isEmpty());
    CHECK(require(store->screenings().page({text("quispe"), {}, {}, {}}, 10)).screenings.size() == 1);
}

TEST_CASE("a list can be narrowed to a shift, a state or a decision", "[store]")
{
    TestStore store;
    const auto draft = store.addDraft();
    auto urgent = test::decided(store.aDraft());
    urgent.verdict->decision = record::Decision::UrgentProtection;
    urgent = store.addFinal(urgent);
    const auto clear = store.addFinal();
    require(store->outbox().takeNext());  // the urgent one goes first

    const auto find = [&](const ScreeningFilter &filter) {
        return idsOf(require(store->screenings().page(filter, 10)));
    };
    CHECK(find({{}, store.shift(), {}, {}}) == QList{clear.id, urgent.id, draft.id});
    CHECK(find({{}, ShiftId::create(), {}, {}}).isEmpty());
    CHECK(find({{}, {}, record::State::Draft, {}}) == QList{draft.id});
    CHECK(find({{}, {}, record::State::Queued, {}}) == QList{clear.id});
    CHECK(find({{}, {}, record::State::Sending, {}}) == QList{urgent.id});
    CHECK(find({{}, {}, {}, record::Decision::UrgentProtection}) == QList{urgent.id});
    CHECK(find({text("anna"), store.shift(), record::State::Sending, record::Decision::UrgentProtection}) ==
          QList{urgent.id});
}
