#include "app/desktop/administration/backup_dialogs.h"

#include "app/desktop/backup_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/secret_field.h"
#include "base/background.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <utility>

namespace amparo::desktop {

namespace {

QSpinBox *numberBox(QWidget *parent, int least, int most, int value)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

QString pathIn(const QLineEdit *field) { return QDir::fromNativeSeparators(field->text().trimmed()); }

}  // namespace

BackupScheduleDialog::BackupScheduleDialog(app::Post &post,
                                           const std::optional<store::BackupSchedule> &before,
                                           QWidget *parent)
    : PolicyDialog(post, QStringLiteral("backups"), tr("Backups by themselves"), tr("&Set the schedule"),
                   parent),
      m_folder(new QLineEdit(this))
{
    const store::BackupSchedule shown = before.value_or(store::BackupSchedule());
    m_every = numberBox(this, 1, 744, int(shown.every.count()));
    m_keep = numberBox(this, 1, 1000, shown.keep);
    m_keepFor = numberBox(this, 1, 3650, int(shown.keepFor.count()));
    m_folder->setText(QDir::toNativeSeparators(shown.folder));
    m_folder->setAccessibleName(tr("Folder"));
    m_every->setAccessibleName(tr("Hours between two backups"));
    m_keep->setAccessibleName(tr("How many are kept"));
    m_keepFor->setAccessibleName(tr("Days for which one is kept"));
    auto *choose = new QPushButton(tr("&Choose…"), this);
    choose->setAccessibleName(tr("Choose the folder"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &BackupScheduleDialog::chooseFolder);
    auto *folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(choose);
    addWords(tr("Best on another disk, which is away from the computer at night. It must be there already: "
                "one that is "
                "not plugged in is told, not replaced."));
    form()->addRow(tr("&Folder:"), folder);
    form()->addRow(tr("One every so many &hours:"), m_every);
    form()->addRow(tr("&Keep so many:"), m_keep);
    form()->addRow(tr("For so many &days at most:"), m_keepFor);
    m_folder->setFocus();
}

void BackupScheduleDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void BackupScheduleDialog::act()
{
    const store::BackupSchedule schedule{QDir::cleanPath(pathIn(m_folder)),
                                         std::chrono::hours(m_every->value()), m_keep->value(),
                                         std::chrono::days(m_keepFor->value())};
    change(
        tr("Backups are to be made by themselves: %1").arg(backupPlanText(schedule)),
        [schedule](store::Store &store, std::optional<store::Approval> approval) -> Result<> {
            if (!QDir(schedule.folder).exists())
                return failure(ErrorCode::NotFound, QStringLiteral("no such folder"));
            return store.setBackupSchedule(schedule, std::move(approval));
        },
        tr("Backups are made by themselves while somebody is signed in."));
}

// What is said where a backup was denied is about the passphrase that did not open it.
QString BackupScheduleDialog::trouble(const Error &error) const
{
    return error.code == ErrorCode::Denied ? PolicyDialog::trouble(error) : backupTrouble(error);
}

BackupDrillDialog::BackupDrillDialog(app::Post &post, const QString &folder, QWidget *parent)
    : DeedDialog(tr("Try a backup"), tr("&Try it"), parent),
      m_post(post),
      m_folder(new QLineEdit(this)),
      m_passphrase(new QLineEdit(this))
{
    addWords(
        tr("Reads the backup to its end as a restore would, every page and the whole audit log, and changes "
           "nothing. It opens with the passphrase that you had on the day when it was made."));
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_folder->setAccessibleName(tr("Folder of the backup"));
    m_passphrase->setAccessibleName(tr("Your passphrase"));
    makeSecret(m_passphrase);
    form()->addRow(tr("&Folder of the backup:"), m_folder);
    form()->addRow(tr("Your &passphrase:"), m_passphrase);
    (folder.isEmpty() ? m_folder : m_passphrase)->setFocus();
}

void BackupDrillDialog::act()
{
    if (m_folder->text().isEmpty() || m_passphrase->text().isEmpty())
        return message()->say(Tone::Warning, tr("Type the folder and your passphrase."));
    begin(tr("Reading the backup to its end…"));
    const auto passphrase = std::make_shared<crypto::Passphrase>(taken(m_passphrase));
    runInPool(
        this,
        [folder = pathIn(m_folder), login = m_post.officer().loginName, passphrase] {
            return store::drillBackup(folder, login, *passphrase);
        },
        [this](const Result<store::BackupInfo> &info) { answered(info); });
}

void BackupDrillDialog::answered(const Result<store::BackupInfo> &info)
{
    if (!info) {
        fail(info.error().code == ErrorCode::NotFound ? tr("There is no whole backup in that folder.")
                                                      : backupTrouble(info.error()));
        m_passphrase->setFocus();
        return;
    }
    finish(tr("The backup of %1 can be restored: every page is sound, and the audit log up to entry %2.")
               .arg(momentToText(info->madeAt))
               .arg(info->auditEntry));
}

}  // namespace amparo::desktop
