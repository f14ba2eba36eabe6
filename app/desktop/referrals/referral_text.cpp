#include "app/desktop/referrals/referral_text.h"

#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/theme.h"
#include "traveller/country.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct ReferralTexts {
    Q_DECLARE_TR_FUNCTIONS(Referral)
};

template <class Value> QString joined(const QList<Value> &values)
{
    QStringList texts;
    for (const Value value : values)
        texts.append(text(value));
    return texts.join(QLatin1String(", "));
}

QString statusText(reference::SourceStatus status)
{
    switch (status) {
    case reference::SourceStatus::Read:
        return ReferralTexts::tr("a source was read");
    case reference::SourceStatus::Secondary:
        return ReferralTexts::tr("only others tell of it");
    case reference::SourceStatus::Memory:
        return ReferralTexts::tr("from memory, to be checked first");
    }
    Q_UNREACHABLE();
}

QString hoursText(const reference::Institution &one, const QDateTime &now)
{
    if (!one.hours)
        return {};
    const QString hours = one.hours->isAlways() ? ReferralTexts::tr("day and night") : one.hours->text();
    return QStringLiteral("%1 · %2").arg(hours, text(reference::openState(one, now)));
}

QString languagesText(const reference::Institution &one)
{
    QStringList names;
    for (const QString &code : one.languages)
        names.append(spokenLanguageText(code));
    return names.join(QLatin1String(", "));
}

QString helpLinesText(const reference::Institution &one, const QList<reference::HelpLine> &lines)
{
    QStringList numbers;
    for (const reference::HelpLine &line : lines) {
        if (one.helpLines.contains(line.id))
            numbers.append(QStringLiteral("%1 (%2)").arg(
                line.number,
                line.channel == reference::Channel::Whatsapp ? QStringLiteral("WhatsApp") : line.name));
    }
    return numbers.join(QLatin1String(", "));
}

QString anonymousText(const std::optional<bool> &anonymous)
{
    if (!anonymous)
        return {};
    return *anonymous ? ReferralTexts::tr("yes, without a name too")
                      : ReferralTexts::tr("no, it asks for a name");
}

QString rowHtml(const QString &label, const QString &value, const QPalette &palette)
{
    const QString shown = value.isEmpty() ? QStringLiteral("<span style='color:%1'>%2</span>")
                                                .arg(secondaryText(palette).name(),
                                                     ReferralTexts::tr("not known").toHtmlEscaped())
                                          : value.toHtmlEscaped();
    return QStringLiteral("<tr><td style='color:%1'>%2</td><td>%3</td></tr>")
        .arg(secondaryText(palette).name(), label.toHtmlEscaped(), shown);
}

}  // namespace

QString text(reference::Service service)
{
    switch (service) {
    case reference::Service::Advice:
        return ReferralTexts::tr("Advice");
    case reference::Service::Asylum:
        return ReferralTexts::tr("Asylum");
    case reference::Service::ChildProtection:
        return ReferralTexts::tr("Child protection");
    case reference::Service::Coordination:
        return ReferralTexts::tr("Coordination");
    //: a service: labour inspection
    case reference::Service::Labour:
        return ReferralTexts::tr("Labour");
    //: a service: lawyers
    case reference::Service::Legal:
        return ReferralTexts::tr("Legal aid");
    case reference::Service::Medical:
        return ReferralTexts::tr("Medical care");
    case reference::Service::Migration:
        return ReferralTexts::tr("Migration");
    case reference::Service::Police:
        return ReferralTexts::tr("Police");
    case reference::Service::Prosecution:
        return ReferralTexts::tr("Prosecution");
    case reference::Service::Psychosocial:
        return ReferralTexts::tr("Psychosocial care");
    //: a service: going back home by one's own will
    case reference::Service::Return:
        return ReferralTexts::tr("Voluntary return");
    case reference::Service::Shelter:
        return ReferralTexts::tr("Shelter");
    case reference::Service::Trafficking:
        return ReferralTexts::tr("Trafficking in persons");
    }
    Q_UNREACHABLE();
}

QString text(reference::Serves serves)
{
    switch (serves) {
    case reference::Serves::All:
        return ReferralTexts::tr("Everybody");
    case reference::Serves::Women:
        return ReferralTexts::tr("Women");
    case reference::Serves::Men:
        return ReferralTexts::tr("Men");
    case reference::Serves::Children:
        return ReferralTexts::tr("Children");
    case reference::Serves::Families:
        return ReferralTexts::tr("Families");
    case reference::Serves::Lgbti:
        return ReferralTexts::tr("LGBTI people");
    }
    Q_UNREACHABLE();
}

QString text(reference::OpenState state)
{
    switch (state) {
    case reference::OpenState::Open:
        return ReferralTexts::tr("open now");
    case reference::OpenState::Closed:
        return ReferralTexts::tr("closed now");
    case reference::OpenState::NotKnown:
        return ReferralTexts::tr("hours not known");
    }
    Q_UNREACHABLE();
}

QString spokenLanguageText(const QString &code)
{
    const QHash<QString, QString> names{
        {QStringLiteral("ar"), ReferralTexts::tr("Arabic")},
        {QStringLiteral("ay"), ReferralTexts::tr("Aymara")},
        {QStringLiteral("en"), ReferralTexts::tr("English")},
        {QStringLiteral("es"), ReferralTexts::tr("Spanish")},
        {QStringLiteral("fr"), ReferralTexts::tr("French")},
        {QStringLiteral("gn"), ReferralTexts::tr("Guaraní")},
        {QStringLiteral("ht"), ReferralTexts::tr("Haitian Creole")},
        {QStringLiteral("pt"), ReferralTexts::tr("Portuguese")},
        {QStringLiteral("qu"), ReferralTexts::tr("Quechua")},
    };
    return names.value(code, code);
}

QString placeText(const reference::Institution &institution)
{
    const auto known = traveller::countryFor(institution.country);
    const QString country = institution.country.isEmpty() ? ReferralTexts::tr("Several countries")
                            : known                       ? known->name.in(QLocale().bcp47Name())
                                                          : institution.country;
    return institution.area.isEmpty() ? country : QStringLiteral("%1, %2").arg(institution.area, country);
}

QString freshnessText(const reference::Provenance &provenance, QDate today)
{
    const auto day = [](const std::optional<QDate> &date) { return dateToText(*date, QLocale()); };
    switch (reference::freshness(provenance, today)) {
    case reference::Freshness::Current:
        return ReferralTexts::tr("Confirmed on %1").arg(day(provenance.verifiedOn));
    case reference::Freshness::Stale:
        return ReferralTexts::tr("Confirmed on %1, more than 180 days ago").arg(day(provenance.verifiedOn));
    case reference::Freshness::NeverVerified:
        return ReferralTexts::tr("Never confirmed by a call");
    case reference::Freshness::Expired:
        return ReferralTexts::tr("Valid until %1 only").arg(day(provenance.validUntil));
    }
    Q_UNREACHABLE();
}

QString shortFreshnessText(const reference::Provenance &provenance, QDate today)
{
    switch (reference::freshness(provenance, today)) {
    case reference::Freshness::Current:
        return dateToText(*provenance.verifiedOn, QLocale());
    case reference::Freshness::Stale:
        //: a day, more than 180 days ago
        return ReferralTexts::tr("%1 (old)").arg(dateToText(*provenance.verifiedOn, QLocale()));
    case reference::Freshness::NeverVerified:
        //: confirmed: never
        return ReferralTexts::tr("never");
    case reference::Freshness::Expired:
        //: an arrangement that is over
        return ReferralTexts::tr("ended");
    }
    Q_UNREACHABLE();
}

QString institutionHtml(const reference::Institution &one, const QList<reference::HelpLine> &lines,
                        const QDateTime &now, QDate today, const QPalette &palette)
{
    const bool isCurrent = freshness(one.provenance, today) == reference::Freshness::Current;
    const ToneColours colours = toneColours(isCurrent ? Tone::Good : Tone::Caution, palette);
    QString html = QStringLiteral("<h3>%1</h3>").arg(one.name.toHtmlEscaped());
    html +=
        QStringLiteral(
            "<table cellpadding='6' width='100%'><tr><td bgcolor='%1' style='color:%2'>%3</td></tr></table>")
            .arg(colours.background.name(), colours.text.name(),
                 freshnessText(one.provenance, today).toHtmlEscaped());
    html += QStringLiteral("<table cellpadding='3'>");
    const auto row = [&](const QString &label, const QString &value) {
        html += rowHtml(label, value, palette);
    };
    row(ReferralTexts::tr("What happens on contact"), one.onContact.in(QLocale().bcp47Name()));
    row(ReferralTexts::tr("Help line"), helpLinesText(one, lines));
    row(ReferralTexts::tr("Telephone"), one.phone);
    row(QStringLiteral("WhatsApp"), one.whatsapp);
    row(ReferralTexts::tr("E-mail"), one.email);
    row(ReferralTexts::tr("Address"), one.address);
    row(ReferralTexts::tr("Place"), placeText(one));
    row(ReferralTexts::tr("Services"), joined(one.services));
    row(ReferralTexts::tr("Serves"), joined(one.serves));
    row(ReferralTexts::tr("Hours"), hoursText(one, now));
    row(ReferralTexts::tr("Languages"), languagesText(one));
    row(ReferralTexts::tr("Helps without a name"), anonymousText(one.anonymous));
    if (one.provenance.validUntil)
        row(ReferralTexts::tr("Valid until"), dateToText(*one.provenance.validUntil, QLocale()));
    row(ReferralTexts::tr("Source"),
        QStringLiteral("%1 (%2)").arg(one.provenance.source, statusText(one.provenance.status)));
    return html + QStringLiteral("</table>");
}

}  // namespace amparo::desktop
