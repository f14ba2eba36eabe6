#include "app/desktop/lock/lock_page.h"

#include "app/desktop/error_text.h"
#include "app/desktop/lock/pin_text.h"
#include "app/desktop/sign_in/sign_in_refusal.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/secret_field.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

LockPage::LockPage(const QString &storeFolder, LockedSessions &sessions, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_folder(storeFolder),
      m_sessions(sessions),
      m_clock(clock),
      m_title(new QLabel(this)),
      m_whose(wrappedLabel(this)),
      m_pinLabel(new QLabel(this)),
      m_pin(new QLineEdit(this)),
      m_passphraseLabel(new QLabel(this)),
      m_passphrase(new QLineEdit(this)),
      m_unlock(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_message(new Finding(this)),
      m_note(wrappedLabel(this)),
      m_other(new QPushButton(this))
{
    layOut();
    for (QLineEdit *field : {m_pin, m_passphrase})
        connect(field, &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_other, &QPushButton::clicked, this, &LockPage::otherOfficerWanted);
    connect(&m_sessions, &LockedSessions::pinEnded, this, &LockPage::showPin);
    connect(&m_sessions, &LockedSessions::draftsHeld, this, &LockPage::retranslate);
    setBusy(false);
    retranslate();
}

void LockPage::layOut()
{
    m_title->setFont(strong(font(), 2.2));
    makeSecret(m_pin);
    makeSecret(m_passphrase);
    m_pinLabel->setBuddy(m_pin);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_unlock->setDefault(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_note->setForegroundRole(QPalette::PlaceholderText);

    const int width = fontMetrics().averageCharWidth() * 46;
    auto *column = new QVBoxLayout;
    column->setSpacing(space(fontMetrics(), 1));
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_whose),
                            static_cast<QWidget *>(m_pinLabel), static_cast<QWidget *>(m_pin),
                            static_cast<QWidget *>(m_passphraseLabel), static_cast<QWidget *>(m_passphrase),
                            static_cast<QWidget *>(m_unlock), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_note),
                            static_cast<QWidget *>(m_other)}) {
        widget->setFixedWidth(width);
        column->addWidget(widget);
    }
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(column);
    page->setAlignment(column, Qt::AlignHCenter);
    page->addStretch(3);
}

void LockPage::present(const record::Officer &officer)
{
    m_officer = officer;
    m_pin->clear();
    m_passphrase->clear();
    m_message->say(Tone::Neutral, QString());
    retranslate();
    showPin();
}

void LockPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showPin();
}

void LockPage::showPin()
{
    if (m_isBusy)
        return;  // the PIN is where it is tried
    const bool hasPin = m_sessions.hasPin(m_officer.id);
    m_pinLabel->setVisible(hasPin);
    m_pin->setVisible(hasPin);
    if (isVisible())
        (hasPin ? m_pin : m_passphrase)->setFocus();
}

void LockPage::retranslate()
{
    setAccessibleName(tr("Locked"));
    m_title->setText(tr("Locked"));
    m_whose->setText(tr("The session of %1 is locked.").arg(m_officer.displayName));
    m_pinLabel->setText(tr("P&IN of this shift"));
    m_pin->setAccessibleName(tr("PIN"));
    m_passphraseLabel->setText(tr("&Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_unlock->setText(tr("Unlock"));
    m_unlock->setAccessibleName(tr("Unlock"));
    m_progress->setAccessibleName(tr("Opening the store"));
    m_note->setText(
        m_sessions.held(m_officer.id).isEmpty()
            ? tr("Drafts are saved. The store is closed: records go out again after signing in.")
            : tr("The last answers are not saved yet: they wait, sealed, in this computer's memory until you "
                 "come back. Leave the program running and call IT support."));
    m_other->setText(tr("&Another officer signs in"));
    m_other->setAccessibleName(tr("Another officer signs in"));
}

void LockPage::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setVisible(busy);
    if (busy)
        m_message->say(Tone::Neutral, Sign::Waiting, tr("Opening the store…"));
    for (QWidget *control : {static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_passphrase),
                             static_cast<QWidget *>(m_unlock), static_cast<QWidget *>(m_other)})
        control->setEnabled(!busy);
}

void LockPage::unlock()
{
    if (!m_passphrase->text().isEmpty())
        unlockWithPassphrase();
    else if (m_pin->isVisible() && !m_pin->text().isEmpty())
        unlockWithPin();
    else
        m_message->say(Tone::Warning, m_pin->isVisible() ? tr("Type your PIN or your passphrase.")
                                                         : tr("Type your passphrase."));
}

// A reader types a document into whatever has the focus: what cannot be a PIN costs no try.
void LockPage::unlockWithPin()
{
    crypto::Passphrase pin = taken(m_pin);
    if (const auto flaw = crypto::pinFlaw(pin))
        return m_message->say(Tone::Warning, pinFlawText(*flaw));
    auto quick = m_sessions.takePin(m_officer.id);
    if (!quick)
        return showPin();
    setBusy(true);
    app::Post::unlock(this, m_folder, std::move(quick), std::move(pin), m_clock,
                      [this](app::Post::Unlocked answer) { answered(std::move(answer)); });
}

void LockPage::unlockWithPassphrase()
{
    crypto::Passphrase passphrase = taken(m_passphrase);
    m_pin->clear();
    setBusy(true);
    app::Post::open(this, m_folder, m_officer.loginName, std::move(passphrase), m_clock,
                    [this](Result<std::unique_ptr<app::Post>> post) { answered(std::move(post)); });
}

void LockPage::answered(app::Post::Unlocked answer)
{
    setBusy(false);
    if (!answer.post)
        sayWhyNot(*answer.quick, answer.post.error());
    m_sessions.returnPin(std::move(answer.quick));
    showPin();
    if (answer.post)
        Q_EMIT unlocked(answer.post->release());
}

void LockPage::sayWhyNot(const store::QuickUnlock &quick, const Error &error)
{
    if (quick.end())
        m_message->say(Tone::Warning, pinEndText(*quick.end()));
    else if (error.code == ErrorCode::Denied)
        m_message->say(Tone::Warning,
                       tr("The PIN is wrong. After %n more it is gone.", nullptr, quick.triesLeft()));
    else
        m_message->say(Tone::Danger, errorText(Act::SignIn, error));
}

void LockPage::answered(Result<std::unique_ptr<app::Post>> post)
{
    setBusy(false);
    m_passphrase->setFocus();
    if (post)
        return Q_EMIT unlocked(post->release());
    const SignInRefusal refusal = signInRefusal(post.error(), m_folder, m_officer.loginName, m_clock);
    m_message->say(refusal.tone, refusal.sentence);
}

}  // namespace amparo::desktop
