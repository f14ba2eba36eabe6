#include "app/desktop/texts.h"

#include "app/desktop/widgets/date_text.h"
#include "traveller/country.h"

#include <QCoreApplication>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

}  // namespace

QString text(record::Decision decision)
{
    switch (decision) {
    //: a decision: the traveller goes on
    case record::Decision::Clear:
        return Texts::tr("Clear");
    //: a decision: a second interview by another officer in a separate room
    case record::Decision::SecondLine:
        return Texts::tr("Second line");
    //: a decision: protect at once
    case record::Decision::UrgentProtection:
        return Texts::tr("Urgent protection");
    }
    Q_UNREACHABLE();
}

QString text(record::DiscardReason reason)
{
    switch (reason) {
    //: why a draft is discarded
    case record::DiscardReason::Mistake:
        return Texts::tr("It was begun by mistake");
    //: why a draft is discarded
    case record::DiscardReason::Repeated:
        return Texts::tr("The traveller has another record");
    //: why a draft is discarded
    case record::DiscardReason::Practice:
        return Texts::tr("It was practice, about nobody real");
    }
    Q_UNREACHABLE();
}

QString text(record::Line line)
{
    switch (line) {
    //: an interview: the checklist at the counter
    case record::Line::Primary:
        return Texts::tr("Primary line");
    //: an interview: in private, by another officer
    case record::Line::Second:
        return Texts::tr("Second line", "interview");
    }
    Q_UNREACHABLE();
}

QString text(record::Purpose purpose)
{
    using record::Purpose;
    switch (purpose) {
    case Purpose::Primary:
        return text(record::Line::Primary);
    case Purpose::Second:
        return text(record::Line::Second);
    //: a questionnaire
    case Purpose::Minors:
        return Texts::tr("Children and unaccompanied minors");
    //: a questionnaire; es: tráfico ilícito, pt: contrabando, not trafficking
    case Purpose::Smuggling:
        return Texts::tr("Smuggling of migrants");
    //: a questionnaire
    case Purpose::Documents:
        return Texts::tr("Document examination");
    //: a questionnaire
    case Purpose::Vehicle:
        return Texts::tr("Vehicle and transport");
    //: a questionnaire
    case Purpose::Protection:
        return Texts::tr("Protection needs and referral");
    //: a questionnaire
    case Purpose::Handover:
        return Texts::tr("Shift handover");
    }
    Q_UNREACHABLE();
}

QString text(record::ErasureReason reason)
{
    switch (reason) {
    //: why a record was erased
    case record::ErasureReason::DraftTerm:
        return Texts::tr("Draft past its term");
    //: why a record was erased
    case record::ErasureReason::RecordTerm:
        return Texts::tr("Record past its term");
    //: why a record was erased
    case record::ErasureReason::PersonRequest:
        return Texts::tr("The person asks for it");
    //: why a record was erased
    case record::ErasureReason::CourtOrder:
        return Texts::tr("A court orders it");
    //: why a record was erased
    case record::ErasureReason::AuthorityOrder:
        return Texts::tr("An authority orders it");
    }
    Q_UNREACHABLE();
}

QString text(record::Role role)
{
    switch (role) {
    //: a role: holds interviews
    case record::Role::Officer:
        return Texts::tr("Officer");
    //: a role
    case record::Role::ShiftLead:
        return Texts::tr("Shift lead");
    //: a role
    case record::Role::Administrator:
        return Texts::tr("Administrator");
    //: a role: reads all, changes nothing
    case record::Role::Auditor:
        return Texts::tr("Auditor");
    }
    Q_UNREACHABLE();
}

QString text(record::State state)
{
    switch (state) {
    case record::State::Draft:
        return Texts::tr("Draft");
    case record::State::Queued:
        return Texts::tr("Waiting to be sent");
    case record::State::Sending:
        return Texts::tr("Being sent");
    case record::State::Acknowledged:
        return Texts::tr("Received by the server");
    case record::State::Quarantined:
        return Texts::tr("Held back: needs a look");
    }
    Q_UNREACHABLE();
}

QString text(traveller::Sex sex)
{
    switch (sex) {
    //: sex as printed in the travel document
    case traveller::Sex::Unspecified:
        return Texts::tr("Not stated");
    case traveller::Sex::Female:
        return Texts::tr("Female");
    case traveller::Sex::Male:
        return Texts::tr("Male");
    //: sex as printed in the travel document
    case traveller::Sex::X:
        return Texts::tr("X");
    }
    Q_UNREACHABLE();
}

QString text(traveller::Mrz::Field field)
{
    using Field = traveller::Mrz::Field;
    switch (field) {
    case Field::DocumentCode:
        return Texts::tr("document type");
    case Field::IssuingState:
        return Texts::tr("issuing State");
    case Field::Name:
        return Texts::tr("name");
    case Field::DocumentNumber:
        return Texts::tr("document number");
    case Field::Nationality:
        return Texts::tr("nationality");
    case Field::BirthDate:
        return Texts::tr("date of birth");
    case Field::Sex:
        return Texts::tr("sex");
    case Field::ExpiryDate:
        return Texts::tr("date of expiry");
    //: a field of the machine readable zone that is the issuer's
    case Field::OptionalData:
        return Texts::tr("optional data");
    //: the check digit over several fields
    case Field::Composite:
        return Texts::tr("overall check");
    }
    Q_UNREACHABLE();
}

QString nameText(const traveller::Traveller &who)
{
    QStringList parts{who.surname, who.givenNames};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString countryText(const QString &code)
{
    const auto country = traveller::countryFor(code);
    const QString name = country ? country->name.in(QLocale().bcp47Name()) : QString();
    return name.isEmpty() ? code : QStringLiteral("%1 (%2)").arg(name, code);
}

QString mistypedText(form::DataType type)
{
    switch (type) {
    case form::DataType::Int:
        return Texts::tr("This is not a whole number. Use digits only.");
    case form::DataType::Decimal:
        return Texts::tr("This is not a number.");
    case form::DataType::Date:
        return Texts::tr("There is no such day. Write it like this: %1").arg(dateExample(QLocale()));
    case form::DataType::Time:
        return Texts::tr("There is no such time. Write it like this: %1").arg(QStringLiteral("14:30"));
    case form::DataType::DateTime:
        return Texts::tr("This is not a day with a time. Write it like this: %1")
            .arg(dateExample(QLocale()) + QStringLiteral(" 14:30"));
    default:
        return Texts::tr("This answer does not fit the question.");
    }
}

}  // namespace amparo::desktop
