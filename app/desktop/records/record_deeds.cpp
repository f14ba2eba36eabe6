#include "app/desktop/records/record_deeds.h"

#include "app/desktop/records/record_deed_dialogs.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/flow_layout.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

using record::Permission;

RecordDeeds::RecordDeeds(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_erase(new QPushButton(this)),
      m_hold(new QPushButton(this)),
      m_release(new QPushButton(this)),
      m_held(new Finding(this)),
      m_message(new Finding(this))
{
    const record::Role role = m_post.officer().role;
    auto *buttons = new FlowLayout;
    for (const auto &[button, permission] :
         {std::pair(m_erase, Permission::EraseRecords), std::pair(m_hold, Permission::HoldRecords),
          std::pair(m_release, Permission::ReleaseRecords)}) {
        buttons->addWidget(button);
        button->setVisible(record::may(role, permission));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_held);
    column->addLayout(buttons);
    column->addWidget(m_message);
    connectParts();
    retranslate();
    present(std::nullopt);
}

void RecordDeeds::connectParts()
{
    connect(m_erase, &QPushButton::clicked, this,
            [this] { ask(new EraseDialog(m_post, m_record->id, this)); });
    connect(m_hold, &QPushButton::clicked, this, [this] { ask(new HoldDialog(m_post, m_record->id, this)); });
    connect(m_release, &QPushButton::clicked, this,
            [this] { ask(new ReleaseDialog(m_post, m_record->id, m_references, this)); });
}

void RecordDeeds::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordDeeds::retranslate()
{
    for (const auto &[button, words] :
         {std::pair(m_erase, tr("&Erase before term…")), std::pair(m_hold, tr("&Keep beyond term…")),
          std::pair(m_release, tr("E&nd the hold…"))}) {
        button->setText(words);
        button->setAccessibleName(QString(words).remove(QLatin1Char('&')));
    }
}

void RecordDeeds::ask(DeedDialog *dialog)
{
    m_message->say(Tone::Neutral, QString());
    connect(dialog, &DeedDialog::done, this, [this](const QString &sentence) {
        m_message->say(Tone::Good, sentence);
        readHolds();
    });
    dialog->open();
}

void RecordDeeds::present(const std::optional<record::Screening> &record)
{
    if (m_record && record && m_record->id == record->id)
        return;
    if (record)
        m_message->say(Tone::Neutral, QString());
    m_record = record;
    m_erase->setEnabled(record.has_value());
    m_hold->setEnabled(record.has_value());
    showHolds({});
    readHolds();
}

// Who may not set a hold is not told of any.
void RecordDeeds::readHolds()
{
    if (!m_record || !record::may(m_post.officer().role, Permission::HoldRecords))
        return;
    m_post.store().run(
        this, [](store::Store &store) { return store.legalHolds().list(); },
        [this, id = m_record->id](const Result<QList<store::LegalHold>> &holds) {
            if (holds && m_record && m_record->id == id)
                showHolds(*holds);
        });
}

void RecordDeeds::showHolds(const QList<store::LegalHold> &holds)
{
    m_references.clear();
    for (const store::LegalHold &hold : holds) {
        if (m_record && hold.encounter == m_record->encounter)
            m_references.append(hold.reference);
    }
    m_release->setEnabled(!m_references.isEmpty());
    m_held->say(Tone::Caution,
                m_references.isEmpty()
                    ? QString()
                    : tr("Kept beyond its term, under: %1").arg(m_references.join(QStringLiteral(", "))));
}

}  // namespace amparo::desktop
