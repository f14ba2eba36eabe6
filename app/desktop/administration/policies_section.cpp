#include "app/desktop/administration/policies_section.h"

#include "app/desktop/administration/policy_dialogs.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/card.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace amparo::desktop {

PoliciesSection::PoliciesSection(app::Post &post, QWidget *parent) : QWidget(parent), m_post(post)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_lock = addRule(QStringLiteral("lockMinutes"));
    m_pin = addRule(QStringLiteral("pin"));
    m_retention = addRule(QStringLiteral("retention"));
    m_server = addRule();
    m_message = new Finding(this);
    column->addWidget(m_message);
    column->addStretch(1);
    connectParts();
    retranslate();
}

PoliciesSection::Rule PoliciesSection::addRule(const QString &key)
{
    auto *card = new Card(this);
    const Rule rule{new QLabel(card), wrappedLabel(card), wrappedLabel(card), new QPushButton(card), key};
    rule.name->setFont(strong(font(), 1));
    rule.managed->setForegroundRole(QPalette::PlaceholderText);
    rule.managed->hide();
    rule.change->setEnabled(false);
    auto *words = new QVBoxLayout;
    words->addWidget(rule.name);
    words->addWidget(rule.now);
    words->addWidget(rule.managed);
    auto *row = new QHBoxLayout(card);
    row->addLayout(words, 1);
    row->addWidget(rule.change, 0, Qt::AlignTop);
    layout()->addWidget(card);
    return rule;
}

void PoliciesSection::connectParts()
{
    connect(m_lock.change, &QPushButton::clicked, this,
            [this] { ask(new LockTimeDialog(m_post, m_policies->lockTime, this)); });
    connect(m_pin.change, &QPushButton::clicked, this,
            [this] { ask(new PinPolicyDialog(m_post, m_policies->isPinAllowed, this)); });
    connect(m_retention.change, &QPushButton::clicked, this,
            [this] { ask(new RetentionDialog(m_post, m_policies->retention, this)); });
    connect(m_server.change, &QPushButton::clicked, this,
            [this] { ask(new ServerDialog(m_post, m_policies->server, this)); });
    connect(&m_post, &app::Post::policiesChanged, this, &PoliciesSection::reload);
}

void PoliciesSection::ask(DeedDialog *dialog)
{
    m_message->say(Tone::Neutral, QString());
    connect(dialog, &DeedDialog::done, this, [this](const QString &sentence) {
        m_message->say(Tone::Good, sentence);
        m_post.rereadPolicies();
        reload();
    });
    dialog->open();
}

void PoliciesSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PoliciesSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void PoliciesSection::retranslate()
{
    const auto name = [](const Rule &rule, const QString &words, const QString &button) {
        rule.name->setText(words);
        rule.now->setAccessibleName(words);
        rule.change->setText(button);
        rule.change->setAccessibleName(QString(button).remove(QLatin1Char('&')));
        rule.managed->setText(managedText());
    };
    name(m_lock, tr("Lock by itself"), tr("Change the &lock…"));
    name(m_pin, tr("PIN for a shift"), tr("Change the &PIN rule…"));
    name(m_retention, tr("How long records stay here"), tr("Change the &terms…"));
    name(m_server, tr("Server"), tr("Change the &server…"));
    showPolicies();
}

void PoliciesSection::reload()
{
    m_post.store().run(this, readPolicies, [this](const Result<Policies> &policies) {
        if (!policies)
            return m_message->say(Tone::Danger, errorText(Act::ReadPolicies, policies.error()));
        m_policies = *policies;
        showPolicies();
    });
}

void PoliciesSection::showPolicies()
{
    for (const Rule &rule : {m_lock, m_pin, m_retention, m_server}) {
        const bool isManaged = m_policies && m_policies->managed.contains(rule.key);
        rule.change->setEnabled(m_policies && !isManaged);
        rule.managed->setVisible(isManaged);
    }
    if (!m_policies)
        return;
    m_lock.now->setText(tr("After %n minute(s) without a key, a touch or the mouse.", nullptr,
                           int(m_policies->lockTime.count())));
    m_pin.now->setText(m_policies->isPinAllowed
                           ? tr("Officers may set a PIN that unlocks until the shift ends.")
                           : tr("Nobody unlocks with a PIN: it takes the passphrase."));
    m_retention.now->setText(retentionText(m_policies->retention));
    m_server.now->setText(m_policies->server ? serverText(*m_policies->server)
                                             : tr("No server is set: records stay on this computer."));
}

}  // namespace amparo::desktop
