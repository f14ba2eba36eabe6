#pragma once

#include "support/catch.h"
#include "support/test_store.h"

namespace amparo::test {

/// When the travellers of these tests were born, where it does not matter.
inline const QDate born(1990, 4, 3);

/// A store in which the same officer screens one traveller after the other.
struct Encounters {
    explicit Encounters(TestStore::Kind kind = TestStore::Kind::Usual) : store(kind) {}

    TestStore store;

    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

    static traveller::Traveller person(const QString &surname, const QString &givenNames, QDate birthDate,
                                       const QString &document = {})
    {
        traveller::Traveller who;
        who.surname = surname;
        who.givenNames = givenNames;
        who.birthDate = birthDate;
        who.documentNumber = document;
        who.issuingState = document.isEmpty() ? QString() : text("PER");
        return who;
    }

    record::Screening draft(const traveller::Traveller &who)
    {
        record::Screening screening = store.aDraft();
        screening.traveller = who;
        return store.addDraft(screening);
    }

    /// A final screening, a minute after the one before.
    record::Screening screened(const traveller::Traveller &who, const QList<record::Link> &links = {})
    {
        store.clock.advance(std::chrono::minutes(1));
        const record::Screening final = decided(draft(who));
        require(store->screenings().finalise(final, "<data/>", {}, links));
        return final;
    }

    record::EncounterReport lookUp(const traveller::Traveller &who, const QList<record::Link> &links = {})
    {
        return require(store->encounters().lookUp(draft(who).id, links, plenty));
    }

    static constexpr store::LookUpLimit plenty{1'000'000};
};

}  // namespace amparo::test
