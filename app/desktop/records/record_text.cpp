#include "app/desktop/records/record_text.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RecordText)
};

class Rows {
public:
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_html += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td><b>%2</b></td></tr>")
                          .arg(label.toHtmlEscaped(),
                               value.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
    }
    QString html() const { return QStringLiteral("<table cellpadding='3'>%1</table>").arg(m_html); }

private:
    QString m_html;
};

QString dateTimeText(const std::optional<QDateTime> &utc) { return utc ? momentToText(*utc) : QString(); }

QString dateText(const std::optional<QDate> &date) { return date ? dateToText(*date, QLocale()) : QString(); }

QString indicatorsText(const QList<record::IndicatorHit> &hits)
{
    QStringList ids;
    for (const record::IndicatorHit &hit : hits)
        ids.append(hit.indicator);
    ids.removeDuplicates();
    return ids.join(QStringLiteral(", "));
}

}  // namespace

QString recordHtml(const record::Screening &screening, const std::optional<store::OutboxItem> &sending,
                   QDate today)
{
    const traveller::Traveller &who = screening.traveller;
    const auto age = traveller::ageOn(who, today);
    Rows rows;
    rows.add(Texts::tr("Surname"), who.surname);
    rows.add(Texts::tr("Given names"), who.givenNames);
    rows.add(Texts::tr("Document"), QStringList{who.documentCode, who.issuingState, who.documentNumber}
                                        .join(QLatin1Char(' '))
                                        .simplified());
    rows.add(Texts::tr("Born"), dateText(who.birthDate));
    rows.add(Texts::tr("Age"), age ? QLocale().toString(*age) : QString());
    rows.add(Texts::tr("Interview"), text(screening.line));
    rows.add(Texts::tr("Begun"), dateTimeText(screening.startedAt));
    rows.add(Texts::tr("Final"), dateTimeText(screening.finalisedAt));
    if (const auto &advice = screening.advice) {
        rows.add(Texts::tr("Advice"), text(advice->recommended));
        rows.add(Texts::tr("Indicators"), indicatorsText(advice->hits));
        rows.add(Texts::tr("Why"), advice->explanation);
        rows.add(Texts::tr("Model"), advice->model);
    }
    if (const auto &verdict = screening.verdict) {
        rows.add(Texts::tr("Decision"), text(verdict->decision));
        rows.add(Texts::tr("Reason"), verdict->reason);
    }
    rows.add(Texts::tr("State"), text(screening.state));
    if (sending) {
        rows.add(Texts::tr("Server says"), sending->serverMessage);
        if (sending->receipt)
            rows.add(sending->receipt->stage == store::Receipt::Stage::Relay ? Texts::tr("At the relay")
                                                                             : Texts::tr("Received"),
                     dateTimeText(sending->receipt->receivedAt));
    }
    return rows.html();
}

}  // namespace amparo::desktop
