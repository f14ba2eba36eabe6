#include "app/desktop/administration/keys_section.h"

#include "app/desktop/administration/recovery_key_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/work_progress.h"
#include "base/background.h"
#include "store/recovery_file.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

KeysSection::KeysSection(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_change(post.keyChange()),
      m_about(wrappedLabel(this)),
      m_advice(new Finding(this)),
      m_begin(new QPushButton(this)),
      m_progress(new WorkProgress(this)),
      m_outcome(new Finding(this)),
      m_recovery(new QWidget(this)),
      m_recoveryHeading(new QLabel(m_recovery)),
      m_recoveryState(new Finding(m_recovery)),
      m_fileLabel(new QLabel(m_recovery)),
      m_file(new QLineEdit(m_recovery)),
      m_choose(new QPushButton(m_recovery)),
      m_read(new QPushButton(m_recovery)),
      m_recoveryOutcome(new Finding(m_recovery))
{
    layOut();
    connectParts();
    retranslate();
    m_recovery->setVisible(record::may(post.officer().role, record::Permission::ManageKeys));
}

void KeysSection::layOut()
{
    m_recoveryHeading->setFont(strong(font(), 1.1));
    m_fileLabel->setBuddy(m_file);
    auto *file = new QHBoxLayout;
    file->addWidget(m_fileLabel);
    file->addWidget(m_file, 1);
    file->addWidget(m_choose);
    file->addWidget(m_read);
    auto *recovery = new QVBoxLayout(m_recovery);
    recovery->setContentsMargins(0, space(fontMetrics(), 2), 0, 0);
    recovery->addWidget(m_recoveryHeading);
    recovery->addWidget(m_recoveryState);
    recovery->addLayout(file);
    recovery->addWidget(m_recoveryOutcome);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_about);
    column->addWidget(m_advice);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addWidget(m_recovery);
    column->addStretch(1);
}

void KeysSection::connectParts()
{
    using Stop = WorkProgress::Stop;
    connect(m_begin, &QPushButton::clicked, this, &KeysSection::changeKey);
    connect(m_progress, &WorkProgress::stopRequested, this, [this] { m_change.cancel(); });
    connect(&m_change, &app::KeyChange::copied, this, [this](double done) {
        m_progress->tell(tr("Copying the store under its new key…"), done, Stop::Possible);
    });
    connect(&m_change, &app::KeyChange::lastStepBegan, this, [this] {
        m_progress->tell(tr("Reading the copy back. What you do meanwhile waits for it."), std::nullopt,
                         Stop::TooLate);
    });
    connect(&m_change, &app::KeyChange::finished, this, [this] {
        m_outcome->say(Tone::Good,
                       tr("The store has a new key. Everybody's passphrase stays as it was. Make a "
                          "backup next: older ones open with the old key."));
        m_progress->end();
        m_begin->setEnabled(true);
        reload();
    });
    connect(&m_change, &app::KeyChange::failed, this, &KeysSection::keyFailed);
    connect(m_choose, &QPushButton::clicked, this, &KeysSection::chooseFile);
    connect(m_read, &QPushButton::clicked, this, &KeysSection::readRecoveryKey);
    connect(m_file, &QLineEdit::returnPressed, this, &KeysSection::readRecoveryKey);
}

void KeysSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeysSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void KeysSection::retranslate()
{
    m_about->setText(
        tr("The store's key opens all records; every passphrase gives it. After a change, a copy of the "
           "key file that somebody took before opens nothing. All passphrases stay as they are. It "
           "needs room for a second copy of the store, and can be stopped until the copy is read back."));
    m_begin->setText(tr("&Change the key"));
    m_begin->setAccessibleName(tr("Change the key"));
    m_recoveryHeading->setText(tr("Headquarters' recovery key"));
    m_fileLabel->setText(tr("&File with its public half"));
    m_file->setAccessibleName(tr("File with the public half"));
    m_choose->setText(tr("Ch&oose…"));
    m_choose->setAccessibleName(tr("Choose the file"));
    m_read->setText(tr("&Read it…"));
    m_read->setAccessibleName(tr("Read the file"));
    showContent();
}

void KeysSection::reload()
{
    m_post.store().run(
        this,
        [](store::Store &store) {
            return Content{store.isKeyChangeAdvised().value_or(false),
                           store.recoveryKey().value_or(std::nullopt)};
        },
        [this](const Content &content) {
            m_content = content;
            showContent();
        });
}

void KeysSection::showContent()
{
    m_advice->say(Tone::Warning,
                  m_content.isChangeAdvised
                      ? tr("An account was removed or suspended since the last change: change the key now.")
                      : QString());
    if (m_content.recoveryKey)
        m_recoveryState->say(Tone::Good,
                             tr("Set. Fingerprint: %1").arg(fingerprintText(*m_content.recoveryKey)));
    else
        m_recoveryState->say(Tone::Caution,
                             tr("None is set: if all passphrases are lost, nobody opens this store."));
}

void KeysSection::changeKey()
{
    m_outcome->say(Tone::Neutral, QString());
    m_begin->setEnabled(false);
    m_progress->tell(tr("Copying the store under its new key…"), 0, WorkProgress::Stop::Possible);
    m_change.start();
}

void KeysSection::keyFailed(const Error &error)
{
    m_progress->end();
    m_begin->setEnabled(true);
    if (error.code == ErrorCode::Cancelled)
        m_outcome->say(Tone::Neutral, tr("Stopped: the store has the key that it had. You can begin again."));
    else
        m_outcome->say(Tone::Danger, errorText(Act::ChangeKey, error));
}

void KeysSection::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Public half of headquarters' key"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(QDir::toNativeSeparators(path));
        readRecoveryKey();
    });
    dialog->open();
}

void KeysSection::readRecoveryKey()
{
    const QString path = QDir::fromNativeSeparators(m_file->text().trimmed());
    runInPool(
        this, [path] { return store::readRecoveryPublic(path); },
        [this](const Result<QByteArray> &key) {
            if (key)
                return askForRecoveryKey(*key);
            m_recoveryOutcome->say(Tone::Danger,
                                   key.error().code == ErrorCode::NotFound
                                       ? tr("There is no such file.")
                                       : tr("That file holds no recovery key. Ask headquarters for the "
                                            "public half again."));
        });
}

void KeysSection::askForRecoveryKey(const QByteArray &publicKey)
{
    m_recoveryOutcome->say(Tone::Neutral, QString());
    auto *dialog = new RecoveryKeyDialog(m_post, publicKey, this);
    connect(dialog, &DeedDialog::done, this, [this](const QString &sentence) {
        m_recoveryOutcome->say(Tone::Good, sentence);
        reload();
    });
    dialog->open();
}

}  // namespace amparo::desktop
