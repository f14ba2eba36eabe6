#include "app/desktop/screening/traveller_form.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_field.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/search_box.h"
#include "app/desktop/widgets/theme.h"
#include "traveller/country.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

namespace amparo::desktop {

namespace {

constexpr std::array sexes{traveller::Sex::Unspecified, traveller::Sex::Female, traveller::Sex::Male,
                           traveller::Sex::X};

QComboBox *countryBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    makeSearchable(box);
    box->setMinimumContentsLength(16);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void fillCountries(QComboBox *box)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(QString(), QString());
    for (const QString &code : traveller::countryCodes()) {
        if (traveller::isoOf(code) == code)
            box->addItem(countryText(code), code);
    }
    box->model()->sort(0);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

void showCountry(QComboBox *box, const QString &code)
{
    if (box->findData(code) < 0)
        box->addItem(code, code);  // as the document says, though nobody knows it
    box->setCurrentIndex(box->findData(code));
}

/// The code behind what was typed: a name, a code, or nothing.
QString countryIn(const QComboBox *box)
{
    const QString typed = box->currentText().trimmed();
    const int known = box->findText(typed, Qt::MatchFixedString);
    if (known >= 0)
        return box->itemData(known).toString();
    return traveller::countryFor(typed.toUpper()) ? traveller::isoOf(typed.toUpper()) : QString();
}

}  // namespace

TravellerForm::TravellerForm(QWidget *parent)
    : QWidget(parent),
      m_surname(new QLineEdit(this)),
      m_givenNames(new QLineEdit(this)),
      m_nationality(countryBox(this)),
      m_birthDate(new DateField(this)),
      m_sex(new QComboBox(this)),
      m_documentNumber(new QLineEdit(this)),
      m_issuingState(countryBox(this)),
      m_expiryDate(new DateField(this)),
      m_problem(new Finding(this)),
      m_done(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, space(fontMetrics(), 1), 0, 0);
    grid->setHorizontalSpacing(space(fontMetrics(), 2));
    const QList<QWidget *> fields{m_surname, m_givenNames,     m_nationality,  m_birthDate,
                                  m_sex,     m_documentNumber, m_issuingState, m_expiryDate};
    constexpr int perLine = 4;
    for (int i = 0; i < fields.size(); ++i) {
        auto *label = new QLabel(this);
        label->setBuddy(fields[i]);
        m_rows.append({label, fields[i]});
        grid->addWidget(label, 2 * (i / perLine), i % perLine);
        grid->addWidget(fields[i], 2 * (i / perLine) + 1, i % perLine);
        grid->setColumnStretch(i % perLine, 1);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_done);
    grid->addLayout(buttons, 4, 0, 1, perLine);
    m_done->setDefault(true);
    connect(m_done, &QPushButton::clicked, this, &TravellerForm::accept);
    connect(m_cancel, &QPushButton::clicked, this, &TravellerForm::cancelled);
    setFocusProxy(m_surname);
    for (const traveller::Sex sex : sexes)
        m_sex->addItem(QString(), int(sex));
    retranslate();
}

void TravellerForm::present(const traveller::Traveller &traveller)
{
    m_traveller = traveller;
    m_surname->setText(traveller.surname);
    m_givenNames->setText(traveller.givenNames);
    showCountry(m_nationality, traveller.nationality);
    m_birthDate->setDate(traveller.birthDate);
    m_sex->setCurrentIndex(m_sex->findData(int(traveller.sex)));
    m_documentNumber->setText(traveller.documentNumber);
    showCountry(m_issuingState, traveller.issuingState);
    m_expiryDate->setDate(traveller.expiryDate);
    m_problem->say(Tone::Danger, QString());
}

void TravellerForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TravellerForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
             event->modifiers() == Qt::NoModifier)
        accept();
    else
        QWidget::keyPressEvent(event);
}

void TravellerForm::accept()
{
    for (DateField *field : {m_birthDate, m_expiryDate}) {
        if (!field->isDateOrEmpty()) {
            m_problem->say(Tone::Danger, mistypedText(form::DataType::Date));
            field->setFocus();
            return;
        }
    }
    Q_EMIT accepted(entered());
}

void TravellerForm::commit()
{
    traveller::Traveller typed = entered();
    typed.source = m_traveller.source;
    typed.bornNoLaterThan = m_traveller.bornNoLaterThan;
    if (typed != m_traveller)
        Q_EMIT accepted(entered());
}

/// A date that is none is left out.
traveller::Traveller TravellerForm::entered() const
{
    traveller::Traveller typed = m_traveller;
    typed.surname = m_surname->text().simplified();
    typed.givenNames = m_givenNames->text().simplified();
    typed.nationality = countryIn(m_nationality);
    typed.birthDate = m_birthDate->date();
    if (typed.birthDate)
        typed.bornNoLaterThan.reset();
    typed.sex = traveller::Sex(m_sex->currentData().toInt());
    typed.documentNumber = m_documentNumber->text().simplified().toUpper();
    typed.issuingState = countryIn(m_issuingState);
    typed.expiryDate = m_expiryDate->date();
    typed.source = traveller::Traveller::Source::Typed;
    return typed;
}

void TravellerForm::retranslate()
{
    const QStringList labels{tr("&Surname"),       tr("&Given names"),   tr("&Nationality"),
                             tr("Date of &birth"), tr("Se&x"),           tr("Document n&umber"),
                             tr("&Issuing State"), tr("Date of ex&piry")};
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i].label->setText(labels[i]);
        const QString name = QString(labels[i]).remove(QLatin1Char('&'));
        if (auto *date = qobject_cast<DateField *>(m_rows[i].field))
            date->setName(name);
        else
            m_rows[i].field->setAccessibleName(name);
    }
    for (int i = 0; i < m_sex->count(); ++i)
        m_sex->setItemText(i, text(traveller::Sex(m_sex->itemData(i).toInt())));
    fillCountries(m_nationality);
    fillCountries(m_issuingState);
    m_done->setText(tr("Take over"));
    m_done->setAccessibleName(tr("Take over the document's data"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel typing the document"));
}

}  // namespace amparo::desktop
