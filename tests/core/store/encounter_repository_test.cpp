#include "core/store/encounter_support.h"
#include "support/text.h"

#include <rapidcheck.h>

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace amparo;
using namespace amparo::store;
using record::EncounterMatch;
using test::auditEntries;
using test::born;
using test::Encounters;
using test::errorOf;
using test::require;
using test::text;

namespace {

const std::vector<const char *> surnames{
    "Quispe",   "Mamani", "Rodríguez", "Núñez",    "Huamán",   "Souza",   "Carvalho",  "Jiménez", "Vásquez",
    "Castillo", "Choque", "Pierre",    "Baptiste", "Oliveira", "Condori", "Gonçalves", "Ayala",   "Espinoza"};
const std::vector<const char *> givenNames{"María",  "José",    "Víctor",  "Sofía", "Joaquín", "Gabriela",
                                           "Thiago", "Yesenia", "Enrique", "Rosa",  "Wilson",  "Jean",
                                           "Luisa",  "Mateus",  "Beatriz", "Julio", "Nayeli",  "Paulo"};

QString oneOf(const std::vector<const char *> &names) { return text(*rc::gen::elementOf(names)); }

/// The zone's spelling: upper case without accents, ñ as one letter or as NXX, fillers between the words.
QString asInZone(const QString &name, bool longTransliteration)
{
    QString line = name.toUpper();
    if (longTransliteration)
        line.replace(text("Ñ"), text("NXX"));
    return line.normalized(QString::NormalizationForm_D)
        .remove(QRegularExpression(text("\\p{Mn}")))
        .replace(u' ', u'<');
}

QString asHeard(QString name)
{
    const std::pair<const char *, const char *> confusions[] = {
        {"v", "b"}, {"z", "s"}, {"que", "ke"}, {"ll", "y"}, {"th", "t"}};
    for (const auto &[from, to] : confusions)
        name.replace(text(from), text(to));
    return name;
}

/// The same person as another officer or a reader enters them.
traveller::Traveller typedAgain(const traveller::Traveller &who)
{
    traveller::Traveller typed = who;
    const int way = *rc::gen::inRange(0, 7);
    if (way == 0) {
        typed.surname = asInZone(who.surname, *rc::gen::arbitrary<bool>());
        typed.givenNames = asInZone(who.givenNames, *rc::gen::arbitrary<bool>());
    } else if (way == 1) {
        typed.surname = asHeard(who.surname);
        typed.givenNames = asHeard(who.givenNames);
    } else if (way ==
               2) {  // Brazil puts the mother's surname first, the Spanish-speaking States the father's
        typed.surname = who.surname.section(u' ', 1, 1) + u' ' + who.surname.section(u' ', 0, 0);
    } else if (way == 3) {
        typed.surname = who.surname.section(u' ', 0, 0);
    } else if (way == 4) {
        typed.givenNames = who.givenNames.section(u' ', 0, 0);
    } else if (way == 5) {
        typed.surname =
            text("de la ") + who.surname.section(u' ', 0, 0) + text(" y ") + who.surname.section(u' ', 1, 1);
    } else {
        std::swap(typed.surname, typed.givenNames);
    }
    return typed;
}

}  // namespace

TEST_CASE("the officer learns when, where and what was decided, and no more", "[store][SEC-R3]")
{
    Encounters post;
    const auto who = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
    const auto before = post.screened(who);
    post.screened(Encounters::person(text("Mamani"), text("Luisa"), born, text("B7654321")));

    const auto report = post.lookUp(who);
    REQUIRE(report.earlier.size() == 1);
    CHECK(report.earlier.first() == record::EarlierEncounter{*before.finalisedAt, text("Desaguadero"),
                                                             before.line, before.verdict->decision,
                                                             EncounterMatch::Document});
    CHECK(report.shared.isEmpty());
    CHECK(report.isComplete);
    CHECK_FALSE(report.wait);
}

TEST_CASE("both interviews of one encounter are one, and a draft is none", "[store][SEC-R3]")
{
    Encounters post;
    const auto who = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
    const auto primary = post.screened(who);
    post.draft(who);
    auto second = post.store.aDraft();
    second.traveller = who;
    second.encounter = primary.encounter;
    post.store.addDraft(second);
    CHECK(require(post.store->encounters().lookUp(second.id, {})).earlier.isEmpty());
}

TEST_CASE("a document is the same however it is written, and another State's is another", "[store][SEC-R3]")
{
    Encounters post;
    auto who = Encounters::person({}, {}, born, text("AB-1234.567"));
    post.screened(who);
    who.documentNumber = text("ab 1234567<<");
    CHECK(post.lookUp(who).earlier.size() == 1);
    who.issuingState = text("BOL");
    CHECK(post.lookUp(who).earlier.isEmpty());
}

TEST_CASE("one person is found again however the name is typed", "[store][SEC-R3]")
{
    Encounters post;
    CHECK(rc::check("typed variants", [&post] {
        const auto who = Encounters::person(oneOf(surnames) + u' ' + oneOf(surnames),
                                            oneOf(givenNames) + u' ' + oneOf(givenNames),
                                            QDate(1960, 1, 1).addDays(*rc::gen::inRange(0, 20000)));
        const auto final = post.screened(who);
        const auto earlier = post.lookUp(typedAgain(who)).earlier;
        RC_ASSERT(!earlier.isEmpty());
        RC_ASSERT(earlier.first().match == EncounterMatch::Name);
        RC_ASSERT(earlier.first().at == *final.finalisedAt);
    }));
}

TEST_CASE("who bears another name or was born another day is another person", "[store][SEC-R3]")
{
    struct Row {
        const char *surname;
        const char *givenNames;
        QDate birthDate;
    };
    const auto row = GENERATE(values<Row>({
        {"Quispe Condori", "María Elena", born},         // shares a surname and a given name
        {"Quispe Mamani", "Rosa Luz", born},             // a sister born the same day
        {"Quispe Mamani", "María Elena", {1990, 4, 4}},  // the day after
        {"Mamani", "Mario", born},
        {"María", "Elena", born},
    }));
    Encounters post;
    post.screened(Encounters::person(text("Quispe Mamani"), text("María Elena"), born));
    CAPTURE(row.surname, row.givenNames);
    CHECK(post.lookUp(Encounters::person(text(row.surname), text(row.givenNames), row.birthDate))
              .earlier.isEmpty());
}

TEST_CASE("day and month of birth may be exchanged, and it is said", "[store][SEC-R3]")
{
    Encounters post;
    post.screened(Encounters::person(text("Quispe"), text("Rosa"), QDate(1990, 4, 3)));
    const auto earlier =
        post.lookUp(Encounters::person(text("Quispe"), text("Rosa"), QDate(1990, 3, 4))).earlier;
    REQUIRE(earlier.size() == 1);
    CHECK(earlier.first().match == EncounterMatch::NameOtherDayOrder);
}

TEST_CASE("among people who were born in the same five years names do not meet by chance", "[store][SEC-R3]")
{
    Encounters post;
    QRandomGenerator random(7);
    const auto pick = [&](const std::vector<const char *> &names) {
        return text(names[std::size_t(random.bounded(int(names.size())))]);
    };
    const auto anyone = [&] {
        return Encounters::person(pick(surnames) + u' ' + pick(surnames), pick(givenNames),
                                  QDate(1990, 1, 1).addDays(random.bounded(5 * 365)));
    };
    for (int i = 0; i < 400; ++i)
        post.screened(anyone());
    int taken = 0;
    for (int i = 0; i < 400; ++i)
        taken += post.lookUp(anyone()).earlier.isEmpty() ? 0 : 1;
    CHECK(taken <= 1);
}

TEST_CASE("a look-up needs a draft of one's own", "[store][SEC-R3]")
{
    Encounters post;
    const auto who = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
    const auto final = post.screened(who);
    CHECK(errorOf(post.store->encounters().lookUp(final.id, {})) == ErrorCode::Conflict);
    CHECK(errorOf(post.store->encounters().lookUp(ScreeningId::create(), {})) == ErrorCode::NotFound);
    const auto theirs = post.draft(who);
    post.store.signIn(post.store.administrator());
    CHECK(errorOf(post.store->encounters().lookUp(theirs.id, {})) == ErrorCode::Denied);
    post.store.signIn(post.store.addOfficer(record::Role::Officer, text("jose")));
    CHECK(errorOf(post.store->encounters().lookUp(theirs.id, {})) == ErrorCode::Denied);
}

TEST_CASE("each look-up stands in the audit log, with counts and no names", "[store][SEC-R3][SEC-T4]")
{
    Encounters post;
    const auto who = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
    post.screened(who);
    const auto draft = post.draft(who);
    require(post.store->encounters().lookUp(draft.id, {}));
    const auto entries = auditEntries(post.store->audit());
    const auto &last = entries.last();
    CHECK(last.action == AuditAction::EncounterLookedUp);
    CHECK(last.subject == draft.id.toText());
    CHECK(last.detail == text("document=1 name=0"));

    require(post.store->encounters().lookUp(post.draft({}).id, {}));  // nobody yet: nothing is looked up
    CHECK(auditEntries(post.store->audit(), last.sequence).isEmpty());
}

TEST_CASE("so many look-ups in ten minutes and no more, whatever is restarted or set", "[store][SEC-R3]")
{
    Encounters post;
    const auto who = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
    post.screened(who);
    const auto draft = post.draft(who);
    const auto ask = [&] {
        return require(post.store->encounters().lookUp(draft.id, {}, {3, std::chrono::minutes(10)}));
    };
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(ask().wait);
    const auto entriesBefore = auditEntries(post.store->audit()).size();
    post.store.clock.advance(std::chrono::minutes(4));
    const auto refused = ask();
    CHECK(refused.wait == std::chrono::minutes(6));
    CHECK(refused.earlier.isEmpty());
    ask();
    CHECK(auditEntries(post.store->audit()).size() == entriesBefore + 1);  // told once

    SECTION("a restart gives no more of them")
    {
        post.store.reopen();
        CHECK(ask().wait);
    }
    SECTION("a clock that is set gives no more of them")
    {
        post.store.clock.set(post.store.clock.utcNow().addDays(1));
        CHECK(ask().wait);
        post.store.clock.set(post.store.clock.utcNow().addDays(-7));
        CHECK(ask().wait);
    }
    SECTION("a restart with a clock that lost the date takes none of them away")
    {
        require(post.store.executeAndClose("UPDATE encounter_allowance SET boot = x'00'"));
        post.store.clock.restart();
        post.store.clock.set(post.store.clock.utcNow().addYears(-16));
        require(post.store.open());
        CHECK(ask().wait);
        post.store.clock.advance(std::chrono::minutes(10));
        CHECK_FALSE(ask().wait);
    }
    SECTION("time does")
    {
        post.store.clock.advance(std::chrono::minutes(6));
        CHECK_FALSE(ask().wait);
    }
}

TEST_CASE("an answer is shared with other people's records, each encounter once", "[store][SEC-R3]")
{
    const record::Link phone{record::LinkKind::Phone, text("+51 987 654 321"), {}};
    const record::Link sameTyped{record::LinkKind::Phone, text("987-654-321"), {}};
    const record::Link sameDigitsElsewhere{record::LinkKind::Vehicle, text("51987654321"), {}};
    const auto rosa = Encounters::person(text("Quispe"), text("Rosa"), born, text("A1"));
    Encounters post;
    const auto first =
        post.screened(Encounters::person(text("Mamani"), text("Luz"), born, text("B2")), {phone, sameTyped});
    post.screened(Encounters::person(text("Choque"), text("Ana"), born, text("C3")), {sameTyped});
    post.screened(rosa, {phone});  // her own number, given before
    post.screened(Encounters::person(text("Ayala"), text("Luis"), born, text("D4")), {sameDigitsElsewhere});

    const auto shared = post.lookUp(rosa, {sameTyped, phone}).shared;
    REQUIRE(shared.size() == 1);
    CHECK(shared.first() == record::SharedAnswer{record::LinkKind::Phone, 2, *first.finalisedAt});

    SECTION("after a year it is forgotten")
    {
        post.store.clock.advance(std::chrono::hours(24 * 366));
        CHECK(post.lookUp(rosa, {phone}).shared.isEmpty());
    }
}

TEST_CASE("an adult who crosses with different children is noticed from either's record", "[store][SEC-R3]")
{
    using record::LinkKind;
    const auto adult = Encounters::person(text("Rojas"), text("Julio"), born, text("X100"));
    const auto child = [](const char *document) {
        return Encounters::person(text("Flores"), text(document), QDate(2016, 5, 6), text(document));
    };
    const record::Link companion{LinkKind::Companion, text("x-100"), text("PER")};
    const auto brings = [](const char *document) {
        return record::Link{LinkKind::Minor, text(document), text("PER")};
    };
    Encounters post;
    const auto first = post.screened(child("N1"), {companion});
    CHECK(post.lookUp(child("N1"), {companion}).shared.isEmpty());  // the same child again
    CHECK(post.lookUp(adult, {brings("N1")}).shared.isEmpty());

    post.screened(child("N1"), {companion});
    post.screened(adult, {brings("N2")});
    CHECK(post.lookUp(child("N3"), {companion}).shared ==
          QList<record::SharedAnswer>{{LinkKind::Companion, 3, *first.finalisedAt}});
    CHECK(post.lookUp(adult, {brings("N3")}).shared ==
          QList<record::SharedAnswer>{{LinkKind::Minor, 3, *first.finalisedAt}});
    CHECK(post.lookUp(adult).shared == QList<record::SharedAnswer>{{LinkKind::Minor, 2, *first.finalisedAt}});

    auto namesake = adult;
    namesake.issuingState = text("BOL");  // the same number, another document
    CHECK(post.lookUp(namesake).shared.isEmpty());
}
