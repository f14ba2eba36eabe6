#include "app/desktop/screening/encounter_text.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct EncounterTexts {
    Q_DECLARE_TR_FUNCTIONS(EncounterText)
};

QString matchText(record::EncounterMatch match)
{
    switch (match) {
    case record::EncounterMatch::Document:
        return EncounterTexts::tr("Same document.");
    case record::EncounterMatch::Name:
        return EncounterTexts::tr("Name and birth date are alike; it may be another person.");
    case record::EncounterMatch::NameOtherDayOrder:
        return EncounterTexts::tr("Name alike, day and month of birth exchanged; it may be another person.");
    }
    Q_UNREACHABLE();
}

}  // namespace

QString encounterText(const record::EarlierEncounter &encounter)
{
    //: an earlier screening: %1 when, %2 post, %3 primary or second line, %4 decision, %5 why it may be the
    //: same person
    return EncounterTexts::tr("%1, %2. %3; decided: %4. %5")
        .arg(momentToText(encounter.at), encounter.post, text(encounter.line), text(encounter.decision),
             matchText(encounter.match));
}

QString sharedAnswerText(const record::SharedAnswer &shared)
{
    using record::LinkKind;
    const QString since = dateToText(shared.since.toLocalTime().date(), QLocale());
    const auto sentence = [&]() -> QString {
        switch (shared.kind) {
        case LinkKind::Phone:
            //: %1 is a day
            return EncounterTexts::tr(
                "The telephone number given here was also given in %n other record(s) since %1.", nullptr,
                shared.count);
        case LinkKind::Address:
            //: %1 is a day
            return EncounterTexts::tr("The address given here was also given in %n other record(s) since %1.",
                                      nullptr, shared.count);
        case LinkKind::Employer:
            //: %1 is a day
            return EncounterTexts::tr(
                "The employer named here was also named in %n other record(s) since %1.", nullptr,
                shared.count);
        case LinkKind::Vehicle:
            //: %1 is a day
            return EncounterTexts::tr("The vehicle named here is also in %n other record(s) since %1.",
                                      nullptr, shared.count);
        case LinkKind::Companion:
            //: %1 is a day
            return EncounterTexts::tr(
                "The adult who comes with this child has crossed with %n different children since %1.",
                nullptr, shared.count);
        case LinkKind::Minor:
            //: %1 is a day
            return EncounterTexts::tr("This adult has crossed with %n different children since %1.", nullptr,
                                      shared.count);
        }
        Q_UNREACHABLE();
    };
    return sentence().arg(since);
}

}  // namespace amparo::desktop
