#include "app/desktop/screening/traveller_strip.h"

#include "app/desktop/screening/document_findings.h"
#include "app/desktop/screening/traveller_form.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/layout.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr int findingsInARow = 2;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

bool isEmpty(const traveller::Traveller &traveller)
{
    return traveller.surname.isEmpty() && traveller.givenNames.isEmpty() &&
           traveller.documentNumber.isEmpty();
}

}  // namespace

TravellerStrip::TravellerStrip(QWidget *parent)
    : Card(parent),
      m_name(plainLabel(this)),
      m_person(plainLabel(this)),
      m_document(plainLabel(this)),
      m_child(new Finding(this)),
      m_entry(new QLineEdit(this)),
      m_byHand(new QPushButton(this)),
      m_languageLabel(new QLabel(this)),
      m_language(new QComboBox(this)),
      m_unreviewed(smallPrint(this)),
      m_findingArea(new QWidget(this)),
      m_findings(new QGridLayout(m_findingArea)),
      m_refused(new Finding(this)),
      m_other(new QWidget(this)),
      m_otherText(new Finding(m_other)),
      m_otherNew(new QPushButton(m_other)),
      m_otherReplace(new QPushButton(m_other)),
      m_otherIgnore(new QPushButton(m_other)),
      m_form(new TravellerForm(this))
{
    m_name->setFont(strong(font(), 1.35));
    m_person->setWordWrap(true);
    m_document->setWordWrap(true);
    m_document->setForegroundRole(QPalette::PlaceholderText);

    auto *person = new QVBoxLayout;
    person->setSpacing(space(fontMetrics(), 1) / 3);
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_person),
                          static_cast<QWidget *>(m_document)})
        person->addWidget(part);
    person->addStretch(1);
    auto *entry = new QGridLayout;
    entry->setSpacing(space(fontMetrics(), 1));
    entry->addWidget(m_entry, 0, 0, 1, 2);
    entry->addWidget(m_byHand, 0, 2);
    entry->addWidget(m_languageLabel, 1, 0);
    entry->addWidget(m_language, 1, 1, 1, 2);
    entry->addWidget(m_unreviewed, 2, 0, 1, 3);
    entry->setColumnStretch(1, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(space(fontMetrics(), 2));
    top->addLayout(person, 3);
    top->addWidget(m_child, 1, Qt::AlignTop);
    top->addLayout(entry, 2);

    auto *other = new QHBoxLayout(m_other);
    other->setContentsMargins(0, 0, 0, 0);
    other->addWidget(m_otherText, 1);
    for (QPushButton *button : {m_otherNew, m_otherReplace, m_otherIgnore})
        other->addWidget(button);
    m_findings->setContentsMargins(0, 0, 0, 0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    for (QWidget *part :
         {m_findingArea, static_cast<QWidget *>(m_refused), m_other, static_cast<QWidget *>(m_form)})
        column->addWidget(part);
    m_findingArea->hide();
    m_other->hide();
    m_form->hide();
    m_languageLabel->setBuddy(m_language);
    m_byHand->setCheckable(true);

    connect(m_entry, &QLineEdit::returnPressed, this, [this] { read(m_entry->text(), m_today); });
    connect(m_byHand, &QPushButton::clicked, this, &TravellerStrip::setTyping);
    connect(m_form, &TravellerForm::cancelled, this, [this] { setTyping(false); });
    connect(m_form, &TravellerForm::accepted, this, [this](const traveller::Traveller &typed) {
        setTyping(false);
        m_mrz.reset();
        showFindings();
        Q_EMIT travellerRead(typed);
    });
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        showReview();
        Q_EMIT languageChosen(m_language->itemData(index).toString());
    });
    connect(m_otherNew, &QPushButton::clicked, this, [this] {
        m_other->hide();
        Q_EMIT anotherTravellerRead(m_pendingText);
    });
    connect(m_otherReplace, &QPushButton::clicked, this, [this] {
        m_other->hide();
        take(*m_pending);
    });
    connect(m_otherIgnore, &QPushButton::clicked, m_other, &QWidget::hide);
    retranslate();
}

void TravellerStrip::present(const traveller::Traveller &traveller, QDate today)
{
    m_today = today;
    m_traveller = traveller;
    showPerson();
}

void TravellerStrip::offerLanguages(const record::InterviewForm &form, const QString &chosen)
{
    m_reviewed = form.reviewedLanguages;
    m_language->clear();
    for (const QString &language : form.definition->languages())
        m_language->addItem(form.definition->languageName(language), language);
    m_language->setCurrentIndex(m_language->findData(chosen));
    m_language->setVisible(m_language->count() > 1);
    m_languageLabel->setVisible(m_language->count() > 1);
    showReview();
}

void TravellerStrip::read(const QString &text, QDate today)
{
    m_today = today;
    if (text.trimmed().isEmpty())
        return;
    const Result<traveller::Mrz> mrz = traveller::parseMrz(text, today);
    if (!mrz) {
        m_refused->say(Tone::Warning,
                       tr("These are not the lines of a travel document. Read it again, or type the data."));
        return;
    }
    m_refused->say(Tone::Warning, QString());
    m_entry->clear();
    const bool isOther =
        !m_traveller.documentNumber.isEmpty() && mrz->documentNumber != m_traveller.documentNumber;
    isOther ? askAboutOther(text, *mrz) : take(*mrz);
}

void TravellerStrip::reset()
{
    m_mrz.reset();
    m_pending.reset();
    m_entry->clear();
    m_refused->say(Tone::Warning, QString());
    m_other->hide();
    setTyping(false);
    showFindings();
}

void TravellerStrip::focusEntry() { m_entry->setFocus(Qt::ShortcutFocusReason); }

void TravellerStrip::typeByHand() { setTyping(true); }

void TravellerStrip::commit()
{
    if (!m_form->isHidden())
        m_form->commit();
}

void TravellerStrip::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TravellerStrip::take(const traveller::Mrz &mrz)
{
    setTyping(false);
    m_mrz = mrz;
    showFindings();
    Q_EMIT travellerRead(traveller::fromMrz(mrz));
}

void TravellerStrip::askAboutOther(const QString &text, const traveller::Mrz &mrz)
{
    m_pendingText = text;
    m_pending = mrz;
    m_otherText->say(Tone::Caution,
                     tr("Another document was read. This screening still shows the first one."));
    m_other->show();
}

void TravellerStrip::setTyping(bool typing)
{
    m_byHand->setChecked(typing);
    if (typing)
        m_form->present(m_traveller);
    m_form->setVisible(typing);
    if (typing)
        m_form->setFocus(Qt::OtherFocusReason);
}

void TravellerStrip::showPerson()
{
    const traveller::Traveller &who = m_traveller;
    const bool nobody = isEmpty(who);
    const auto age = traveller::ageOn(who, m_today);
    m_name->setText(nobody ? tr("No document read yet") : nameText(who));

    QStringList person;
    if (!who.nationality.isEmpty())
        person.append(countryText(who.nationality));
    if (who.birthDate)
        person.append(
            age ? tr("born %1, %n year(s) old", nullptr, *age).arg(dateToText(*who.birthDate, locale()))
                : tr("born %1").arg(dateToText(*who.birthDate, locale())));
    if (who.sex != traveller::Sex::Unspecified)
        person.append(text(who.sex));
    m_person->setText(
        nobody ? tr("Put the document on the reader, or type its lines. The questions can be answered "
                    "without it.")
               : person.join(QStringLiteral("  ·  ")));

    QStringList document;
    if (!who.documentNumber.isEmpty())
        document.append(tr("Document %1").arg(who.documentNumber));
    if (!who.issuingState.isEmpty())
        document.append(tr("issued by %1").arg(countryText(who.issuingState)));
    if (who.expiryDate)
        document.append(*who.expiryDate < m_today
                            ? tr("expired on %1").arg(dateToText(*who.expiryDate, locale()))
                            : tr("valid until %1").arg(dateToText(*who.expiryDate, locale())));
    m_document->setText(document.join(QStringLiteral("  ·  ")));
    m_document->setVisible(!document.isEmpty());

    const bool child = traveller::isChildOrPresumed(who, m_today);
    m_child->say(Tone::Warning, Sign::Shield,
                 !child || nobody ? QString()
                 : age            ? tr("Child: the rules for children apply")
                                  : tr("Age not known: the rules for children apply"));
}

void TravellerStrip::showFindings()
{
    removeWidgets(m_findings);
    const QList<DocumentFinding> findings = m_mrz ? findingsOf(*m_mrz, m_today) : QList<DocumentFinding>();
    for (int i = 0; i < findings.size(); ++i) {
        auto *line = new Finding(m_findingArea);
        line->say(findings[i].tone, findings[i].sentence);
        m_findings->addWidget(line, i / findingsInARow, i % findingsInARow);
    }
    m_findingArea->setVisible(!findings.isEmpty());
}

void TravellerStrip::showReview()
{
    const bool reviewed = m_reviewed.contains(m_language->currentData().toString());
    showSmallPrint(m_unreviewed, reviewed || m_language->count() < 2
                                     ? QString()
                                     : tr("No native speaker has reviewed these words yet."));
}

void TravellerStrip::retranslate()
{
    setAccessibleName(tr("Traveller"));
    m_name->setAccessibleName(tr("Name of the traveller"));
    m_person->setAccessibleName(tr("Nationality, birth and sex"));
    m_document->setAccessibleName(tr("Travel document"));
    m_entry->setPlaceholderText(tr("Lines at the foot of the document (F6)"));
    m_entry->setAccessibleName(tr("Machine readable lines"));
    m_byHand->setText(tr("Type by hand (F7)"));
    m_byHand->setAccessibleName(tr("Type the document's data by hand"));
    m_languageLabel->setText(tr("&Language of the questions"));
    m_language->setAccessibleName(tr("Language of the questions"));
    m_otherNew->setText(tr("New screening"));
    m_otherNew->setAccessibleName(tr("New screening for the other document"));
    m_otherReplace->setText(tr("Replace"));
    m_otherReplace->setAccessibleName(tr("Replace the document of this screening"));
    m_otherIgnore->setText(tr("Ignore"));
    m_otherIgnore->setAccessibleName(tr("Ignore the other document"));
    showPerson();
    showFindings();
    showReview();
}

}  // namespace amparo::desktop
