#include "app/desktop/sign_in/sign_in_page.h"

#include "app/demo/demo_post.h"
#include "app/desktop/error_text.h"
#include "app/desktop/sign_in/sign_in_refusal.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/secret_field.h"
#include "base/background.h"
#include "translations/languages.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr std::chrono::seconds usuallyOpen{5};  // after it, the page says why it may take longer

}  // namespace

SignInPage::SignInPage(const QString &storeFolder, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_folder(storeFolder),
      m_clock(clock),
      m_language(new QComboBox(this)),
      m_title(new QLabel(this)),
      m_subtitle(new QLabel(this)),
      m_namesLabel(new QLabel(this)),
      m_names(new QListWidget(this)),
      m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_passphraseLabel(new QLabel(this)),
      m_passphrase(new QLineEdit(this)),
      m_button(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_message(new Finding(this)),
      m_demo(new QLabel(this))
{
    layOut();
    for (const QString &tag : translations::languages())
        m_language->addItem(translations::nativeName(tag), tag);
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { Q_EMIT languageChosen(m_language->itemData(index).toString()); });
    connect(m_names, &QListWidget::itemActivated, this, &SignInPage::chooseName);
    connect(m_names, &QListWidget::itemClicked, this, &SignInPage::chooseName);
    connect(m_name, &QLineEdit::returnPressed, m_passphrase, qOverload<>(&QWidget::setFocus));
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_button, &QPushButton::clicked, this, &SignInPage::signIn);
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        setBusy(tr(
            "Still opening the store. After an update of Amparo it is backed up first, which takes longer: "
            "leave the computer on."));
    });
    setBusy(QString());
    retranslate();
}

void SignInPage::layOut()
{
    m_title->setText(QStringLiteral("Amparo"));  // a name, the same in every language
    m_title->setFont(strong(font(), 2.2));
    makeSecret(m_passphrase);
    m_namesLabel->setBuddy(m_names);
    m_nameLabel->setBuddy(m_name);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_button->setDefault(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_demo->setWordWrap(true);
    m_demo->setTextFormat(Qt::PlainText);
    m_demo->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_demo->hide();

    const int width = fontMetrics().averageCharWidth() * 46;
    auto *column = new QVBoxLayout;
    column->setSpacing(space(fontMetrics(), 1));
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_subtitle),
                            static_cast<QWidget *>(m_namesLabel), static_cast<QWidget *>(m_names),
                            static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                            static_cast<QWidget *>(m_passphraseLabel), static_cast<QWidget *>(m_passphrase),
                            static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_demo)}) {
        widget->setFixedWidth(width);
        column->addWidget(widget);
    }
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_language, 0, Qt::AlignRight);
    page->addStretch(2);
    page->addLayout(column);
    page->setAlignment(column, Qt::AlignHCenter);
    page->addStretch(3);
    setTabOrder(m_button, m_language);
    typeName();
}

void SignInPage::offerNames()
{
    const auto keys = store::readKeyFile(m_folder);
    if (!keys)
        return typeName();
    constexpr int most = 8;  // rows; more are scrolled to
    m_names->clear();
    for (const store::KeySlot &slot : keys->slotList)
        m_names->addItem(slot.loginName);
    m_names->sortItems();
    m_names->setCurrentRow(0);
    const int rows = qMin(m_names->count(), most);
    m_names->setFixedHeight(rows * m_names->sizeHintForRow(0) + 2 * m_names->frameWidth());
    m_namesLabel->show();
    m_names->show();
    m_name->clear();
    m_passphrase->clear();
    m_message->say(Tone::Neutral, QString());
    m_names->setFocus();
}

void SignInPage::typeName()
{
    m_namesLabel->hide();
    m_names->hide();
}

void SignInPage::chooseName()
{
    const QString name = m_names->currentItem()->text();
    m_name->setText(name);
    m_passphrase->setFocus();
    Q_EMIT nameChosen(name);
}

void SignInPage::offerDemo()
{
    m_isDemo = true;
    m_name->setText(app::demoAccounts().first().loginName);
    retranslate();
    if (!store::Store::existsIn(m_folder))
        makeDemo();
}

void SignInPage::makeDemo()
{
    setBusy(tr("Making the demo post…"));
    runInPool(
        this, [folder = m_folder, now = m_clock.utcNow()] { return app::makeDemoPost(folder, now); },
        [this](const Result<> &made) {
            setBusy(QString());
            m_passphrase->setFocus();
            if (!made)
                m_message->say(Tone::Danger, errorText(Act::MakeDemo, made.error()));
        });
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_names->isHidden())
        m_names->setFocus();
    else
        (m_name->text().isEmpty() ? m_name : m_passphrase)->setFocus();
}

void SignInPage::retranslate()
{
    setAccessibleName(tr("Sign in"));
    m_language->setCurrentIndex(m_language->findData(translations::closestLanguage(QLocale().bcp47Name())));
    m_language->setAccessibleName(tr("Language"));
    m_subtitle->setText(tr("Sign in to begin your work."));
    m_namesLabel->setText(tr("&Who signs in?"));
    m_names->setAccessibleName(tr("Who signs in?"));
    m_nameLabel->setText(tr("&Name"));
    m_passphraseLabel->setText(tr("&Passphrase"));
    m_button->setText(tr("Sign in"));
    m_name->setAccessibleName(tr("Name"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_button->setAccessibleName(tr("Sign in"));
    m_progress->setAccessibleName(tr("Opening the store"));
    m_demo->setVisible(m_isDemo);
    QStringList names;
    for (const app::DemoAccount &account : app::demoAccounts())
        names.append(account.loginName);
    m_demo->setText(tr("This is a demo post. Sign in as %1 with the passphrase: %2")
                        .arg(names.join(QStringLiteral(", ")), app::demoAccounts().first().passphrase));
}

void SignInPage::setBusy(const QString &why)
{
    const bool busy = !why.isEmpty();
    m_isBusy = busy;
    m_progress->setVisible(busy);
    m_message->say(Tone::Neutral, Sign::Waiting, why);
    for (QWidget *control : {static_cast<QWidget *>(m_names), static_cast<QWidget *>(m_name),
                             static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_button),
                             static_cast<QWidget *>(m_language)})
        control->setEnabled(!busy);
}

void SignInPage::signIn()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_passphrase->text().isEmpty()) {
        m_message->say(Tone::Warning, tr("Type your name and your passphrase."));
        return (name.isEmpty() ? m_name : m_passphrase)->setFocus();
    }
    setBusy(tr("Opening the store…"));
    m_slow.start(usuallyOpen);
    app::Post::open(this, m_folder, name, taken(m_passphrase), m_clock,
                    [this](Result<std::unique_ptr<app::Post>> post) { showAnswer(std::move(post)); });
}

void SignInPage::showAnswer(Result<std::unique_ptr<app::Post>> post)
{
    m_slow.stop();
    setBusy(QString());
    m_passphrase->setFocus();
    if (post)
        return Q_EMIT signedIn(post->release());
    const QString name = m_name->text().trimmed();
    const SignInRefusal refusal = signInRefusal(post.error(), m_folder, name, m_clock);
    m_message->say(refusal.tone, refusal.sentence);
}

}  // namespace amparo::desktop
