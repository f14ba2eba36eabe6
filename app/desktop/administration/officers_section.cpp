#include "app/desktop/administration/officers_section.h"

#include "app/desktop/administration/account_dialogs.h"
#include "app/desktop/administration/officers_model.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/flow_layout.h"
#include "app/desktop/widgets/row_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace amparo::desktop {

OfficersSection::OfficersSection(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_model(new OfficersModel(this)),
      m_table(new QTableView(this)),
      m_add(new QPushButton(this)),
      m_passphrase(new QPushButton(this)),
      m_role(new QPushButton(this)),
      m_suspend(new QPushButton(this)),
      m_remove(new QPushButton(this)),
      m_message(new Finding(this)),
      m_trouble(new Finding(this))
{
    layOut();
    connectParts();
    retranslate();
    offerDeeds();
}

void OfficersSection::layOut()
{
    constexpr int leastRows = 4;
    m_table->setModel(m_model);
    showRows(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(OfficersModel::Name, QHeaderView::Stretch);
    m_table->setMinimumHeight(leastRows * touchSize(fontMetrics()));
    auto *deeds = new FlowLayout;
    for (QPushButton *button : {m_add, m_passphrase, m_role, m_suspend, m_remove})
        deeds->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_trouble);
    column->addLayout(deeds);
    column->addWidget(m_message);
}

void OfficersSection::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OfficersSection::offerDeeds);
    connect(m_add, &QPushButton::clicked, this,
            [this] { ask(new AddOfficerDialog(m_post, this), Tone::Good); });
    connect(m_passphrase, &QPushButton::clicked, this,
            [this] { ask(new GivePassphraseDialog(m_post, *chosen(), this), Tone::Good); });
    connect(m_role, &QPushButton::clicked, this,
            [this] { ask(new ChangeRoleDialog(m_post, chosen()->officer, this), Tone::Good); });
    connect(m_suspend, &QPushButton::clicked, this, [this] {
        ask(new EndAccountDialog(m_post, chosen()->officer, EndAccountDialog::Deed::Suspend, this),
            Tone::Caution);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        ask(new EndAccountDialog(m_post, chosen()->officer, EndAccountDialog::Deed::Remove, this),
            Tone::Caution);
    });
}

void OfficersSection::ask(DeedDialog *dialog, Tone afterwards)
{
    m_message->say(Tone::Neutral, QString());
    connect(dialog, &DeedDialog::done, this, [this, afterwards](const QString &sentence) {
        m_message->say(afterwards, sentence);
        reload();
    });
    dialog->open();
}

void OfficersSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OfficersSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void OfficersSection::retranslate()
{
    m_table->setAccessibleName(tr("Officers"));
    const std::pair<QPushButton *, QString> buttons[] = {{m_add, tr("&Add an officer…")},
                                                         {m_passphrase, tr("New &passphrase…")},
                                                         {m_role, tr("Change the &role…")},
                                                         {m_suspend, tr("&Suspend…")},
                                                         {m_remove, tr("Re&move…")}};
    for (const auto &[button, words] : buttons) {
        button->setText(words);
        button->setAccessibleName(QString(words).remove(QLatin1Char('&')));
    }
    m_model->retranslate();
}

void OfficersSection::reload()
{
    m_post.store().run(
        this, [](store::Store &store) { return store.accounts(); },
        [this](const Result<QList<store::OfficerAccount>> &accounts) {
            if (accounts)
                return show(*accounts);
            m_trouble->say(Tone::Danger, errorText(Act::ReadAccounts, accounts.error()));
        });
}

void OfficersSection::show(const QList<store::OfficerAccount> &accounts)
{
    const OfficerId before = chosen() ? chosen()->officer.id : OfficerId();
    m_trouble->say(Tone::Neutral, QString());
    m_model->replace(accounts);
    if (const int row = m_model->rowOf(before); row >= 0)
        m_table->selectRow(row);
    offerDeeds();
}

const store::OfficerAccount *OfficersSection::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 ? &m_model->at(row) : nullptr;
}

// One's own account: the passphrase is changed from the officer menu, with the one before; the rest is for
// another administrator.
void OfficersSection::offerDeeds()
{
    const store::OfficerAccount *account = chosen();
    const bool isAnother = account && account->officer.id != m_post.officer().id;
    for (QPushButton *button : {m_passphrase, m_role, m_remove})
        button->setEnabled(isAnother);
    m_suspend->setEnabled(isAnother && !account->isSuspended);
}

}  // namespace amparo::desktop
