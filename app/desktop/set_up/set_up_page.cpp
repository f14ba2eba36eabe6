#include "app/desktop/set_up/set_up_page.h"

#include "app/desktop/error_text.h"
#include "app/desktop/set_up/post_choice.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/setting_up.h"
#include "base/background.h"
#include "translations/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr std::chrono::minutes untilForgotten{
    3};  // as long as an open post waits before it locks, by default

}  // namespace

SetUpPage::SetUpPage(const QString &storeFolder, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_folder(storeFolder),
      m_clock(clock),
      m_language(new QComboBox(this)),
      m_parts(new QStackedWidget(this)),
      m_asking(new QWidget),
      m_title(new QLabel(m_asking)),
      m_postTitle(new QLabel(m_asking)),
      m_post(new PostChoice(m_asking)),
      m_personTitle(new QLabel(m_asking)),
      m_form(new QFormLayout),
      m_nameLabel(new QLabel(m_asking)),
      m_name(new QLineEdit(m_asking)),
      m_loginLabel(new QLabel(m_asking)),
      m_login(new QLineEdit(m_asking)),
      m_kept(new QCheckBox(m_asking)),
      m_why(smallPrint(m_asking)),
      m_message(new Finding(m_asking)),
      m_progress(new QProgressBar(m_asking)),
      m_make(new QPushButton(m_asking)),
      m_done(new QWidget),
      m_outcome(new Finding(m_done)),
      m_next(wrappedLabel(m_done)),
      m_begin(new QPushButton(m_done))
{
    layOut();
    for (const QString &tag : translations::languages())
        m_language->addItem(translations::nativeName(tag), tag);
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { Q_EMIT languageChosen(m_language->itemData(index).toString()); });
    connectKeys();
    connect(m_make, &QPushButton::clicked, this, &SetUpPage::setUp);
    connect(m_begin, &QPushButton::clicked, this, &SetUpPage::signIn);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SetUpPage::forget);
    setBusy(QString());
    retranslate();
}

bool SetUpPage::isFor(const QString &folder) { return store::Store::tracesIn(folder).isEmpty(); }

void SetUpPage::layOut()
{
    m_parts->addWidget(askingPart());
    m_parts->addWidget(donePart());
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_language, 0, Qt::AlignRight);
    page->addWidget(m_parts, 1);
}

QWidget *SetUpPage::askingPart()
{
    m_title->setFont(strong(font(), 1.6));
    for (QLabel *title : {m_postTitle, m_personTitle})
        title->setFont(strong(font(), 1.2));
    m_title->setWordWrap(true);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_nameLabel->setBuddy(m_name);
    m_loginLabel->setBuddy(m_login);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);

    auto *column = new QVBoxLayout;
    column->setSpacing(space(fontMetrics(), 1));
    column->addWidget(m_title);
    column->addWidget(m_postTitle);
    column->addWidget(m_post);
    column->addSpacing(space(fontMetrics(), 1));
    column->addWidget(m_personTitle);
    column->addLayout(m_form);  // from here on the form has a parent for its fields
    auto *page = new QVBoxLayout(m_asking);
    auto *middle = new QWidget(m_asking);
    middle->setMaximumWidth(fontMetrics().averageCharWidth() * 84);
    middle->setLayout(column);
    m_form->addRow(m_nameLabel, m_name);
    m_form->addRow(m_loginLabel, m_login);
    m_passphrase.emplace(m_form);
    column->addWidget(m_kept);
    column->addWidget(m_why);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(m_make, 0, Qt::AlignRight);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 20);
    row->addStretch(1);
    page->addLayout(row);
    page->addStretch(1);
    auto *scroll = new QScrollArea(m_parts);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_asking);
    return scroll;
}

/// Tab and Enter lead from field to field as they stand, and not as they were made.
void SetUpPage::connectKeys()
{
    const QList<QWidget *> fields{m_login, m_passphrase->first(), m_passphrase->again(), m_kept};
    for (qsizetype i = 1; i < fields.size(); ++i)
        setTabOrder(fields[i - 1], fields[i]);
    const auto leadTo = [this](QLineEdit *from, QWidget *to) {
        connect(from, &QLineEdit::returnPressed, to, qOverload<>(&QWidget::setFocus));
    };
    leadTo(m_name, m_login);
    leadTo(m_login, m_passphrase->first());
    leadTo(m_passphrase->first(), m_passphrase->again());
    leadTo(m_passphrase->again(), m_kept);
    for (QPushButton *button : {m_make, m_begin})
        button->setAutoDefault(true);
    connect(m_post, &PostChoice::read, this, [this] {
        if (window()->focusWidget() == m_name && m_name->text().isEmpty() && m_post->firstField())
            m_post->firstField()->setFocus();
    });
}

QWidget *SetUpPage::donePart()
{
    m_next->setTextFormat(Qt::PlainText);
    auto *middle = new QWidget(m_done);
    middle->setFixedWidth(fontMetrics().averageCharWidth() * 70);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(space(fontMetrics(), 2));
    column->addWidget(m_outcome);
    column->addWidget(m_next);
    column->addWidget(m_begin, 0, Qt::AlignRight);
    auto *page = new QVBoxLayout(m_done);
    auto *row = new QHBoxLayout;  // not an alignment, which would take the height of one line of text
    row->addStretch(1);
    row->addWidget(middle);
    row->addStretch(1);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);
    return m_done;
}

void SetUpPage::setBusy(const QString &why)
{
    m_isBusy = !why.isEmpty();
    m_progress->setVisible(m_isBusy);
    m_message->say(Tone::Neutral, Sign::Waiting, why);
    for (QWidget *control :
         {static_cast<QWidget *>(m_post), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_login),
          static_cast<QWidget *>(m_kept), static_cast<QWidget *>(m_make), static_cast<QWidget *>(m_language),
          static_cast<QWidget *>(m_begin)})
        control->setEnabled(!m_isBusy);
}

void SetUpPage::setUp()
{
    auto post = m_post->chosen(m_message);
    if (!post)
        return;
    post->displayName = m_name->text().simplified();
    post->loginName = m_login->text().trimmed();
    if (post->displayName.isEmpty() || post->loginName.isEmpty()) {
        m_message->say(Tone::Warning, tr("Type the administrator's name and login name."));
        return (post->displayName.isEmpty() ? m_name : m_login)->setFocus();
    }
    if (!m_kept->isChecked()) {
        m_message->say(Tone::Warning, tr("Tick that the passphrase is kept safe: nothing replaces it."));
        return m_kept->setFocus();
    }
    auto typed = m_passphrase->take(post->loginName, m_message);
    if (!typed)
        return;
    m_loginName = post->loginName;
    m_takenUp = m_post->enrolmentFile();
    m_secret = std::make_shared<crypto::Passphrase>(std::move(*typed));
    setBusy(tr("Making the store of the post…"));
    runInPool(
        this,
        [folder = m_folder, post = *post, secret = m_secret, &clock = m_clock] {
            return app::setUpPost(folder, post, *secret, clock);
        },
        [this](const Result<> &made) { showOutcome(made); });
}

void SetUpPage::showOutcome(const Result<> &made)
{
    setBusy(QString());
    if (made) {
        retranslate();
        m_parts->setCurrentWidget(m_done);
        m_begin->setFocus();
        m_patience.start(untilForgotten);
        return;
    }
    m_secret.reset();
    if (made.error().code == ErrorCode::Conflict && store::Store::existsIn(m_folder))
        return Q_EMIT signInWanted();  // somebody else has made it meanwhile
    m_message->say(Tone::Danger, errorText(Act::SetUp, made.error()));
}

void SetUpPage::signIn()
{
    if (!m_secret)
        return Q_EMIT signInWanted();
    m_patience.stop();
    setBusy(tr("Opening the store…"));
    app::Post::open(this, m_folder, m_loginName, std::move(*m_secret), m_clock,
                    [this](Result<std::unique_ptr<app::Post>> post) {
                        setBusy(QString());
                        if (post)
                            Q_EMIT signedIn(post->release());
                        else
                            Q_EMIT signInWanted();
                    });
    m_secret.reset();
}

void SetUpPage::forget()
{
    m_secret.reset();
    m_passphrase->clear();
    if (m_parts->currentWidget() == m_done && !m_isBusy)
        Q_EMIT signInWanted();
}

void SetUpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SetUpPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_parts->currentWidget() == m_done)
        m_begin->setFocus();
    else
        (m_post->firstField() ? m_post->firstField() : m_name)->setFocus();
}

void SetUpPage::retranslate()
{
    setAccessibleName(tr("Set up the post"));
    m_language->setCurrentIndex(m_language->findData(translations::closestLanguage(QLocale().bcp47Name())));
    m_language->setAccessibleName(tr("Language"));
    m_title->setText(tr("This computer has no store yet. Set up your post."));
    m_postTitle->setText(tr("The post"));
    m_personTitle->setText(tr("Its first administrator"));
    m_nameLabel->setText(tr("Na&me, as colleagues see it:"));
    m_name->setAccessibleName(tr("Name"));
    m_loginLabel->setText(tr("&Login name:"));
    m_login->setAccessibleName(tr("Login name"));
    m_passphrase->retranslate();
    m_nameLabel->setMinimumWidth(0);
    m_post->alignLabels(m_nameLabel);
    m_kept->setText(tr("I &keep this passphrase safe"));
    m_kept->setAccessibleName(tr("I keep this passphrase safe"));
    showSmallPrint(
        m_why, tr("Nothing replaces it: without a passphrase or headquarters' recovery key nobody opens the "
                  "store, not even IT. Written down, it belongs where nobody else finds it."));
    m_kept->setAccessibleDescription(m_why->text());
    m_progress->setAccessibleName(tr("Making the store"));
    m_make->setText(tr("&Set up the post"));
    m_make->setAccessibleName(tr("Set up the post"));
    m_outcome->say(Tone::Good, tr("The post is set up."));
    QStringList next;
    if (!m_takenUp.isEmpty())
        next.append(
            tr("Delete the enrolment file now, it holds the key by which the server knows this post: %1")
                .arg(QDir::toNativeSeparators(m_takenUp)));
    next.append(tr("Add a second administrator, then the officers, on the page Administration."));
    next.append(tr("Set headquarters' recovery key there, if you were given one: it opens the store when all "
                   "passphrases are lost."));
    m_next->setText(QStringLiteral("• ") + next.join(QStringLiteral("\n\n• ")));
    m_begin->setText(tr("&Begin"));
    m_begin->setAccessibleName(tr("Begin"));
}

}  // namespace amparo::desktop
