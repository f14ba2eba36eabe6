#include "app/desktop/administration/backups_section.h"

#include "app/desktop/administration/backup_dialogs.h"
#include "app/desktop/administration/policies.h"
#include "app/desktop/backup_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/flow_layout.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/work_progress.h"

#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace amparo::desktop {

namespace {

constexpr int folderRole = Qt::UserRole;

}  // namespace

BackupsSection::BackupsSection(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_state(new Finding(this)),
      m_listLabel(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_now(new QPushButton(this)),
      m_drill(new QPushButton(this)),
      m_schedule(new QPushButton(this)),
      m_managed(wrappedLabel(this)),
      m_progress(new WorkProgress(this)),
      m_outcome(new Finding(this))
{
    layOut();
    connectParts();
    retranslate();
    m_schedule->setVisible(record::may(post.officer().role, record::Permission::SetPolicies));
    showStep(post.upkeep().backupStep());
}

void BackupsSection::layOut()
{
    m_listLabel->setBuddy(m_list);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(3 * touchSize(fontMetrics()));
    auto *deeds = new FlowLayout;
    for (QPushButton *button : {m_now, m_drill, m_schedule})
        deeds->addWidget(button);
    m_managed->setForegroundRole(QPalette::PlaceholderText);
    m_managed->hide();
    m_schedule->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    column->addWidget(m_listLabel);
    column->addWidget(m_list, 1);
    column->addLayout(deeds);
    column->addWidget(m_managed);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
}

void BackupsSection::connectParts()
{
    connect(m_now, &QPushButton::clicked, this, &BackupsSection::backUpNow);
    connect(m_drill, &QPushButton::clicked, this, [this] {
        const QListWidgetItem *item = m_list->currentItem();
        ask(new BackupDrillDialog(m_post, item ? item->data(folderRole).toString() : QString(), this));
    });
    connect(m_schedule, &QPushButton::clicked, this, [this] {
        ask(new BackupScheduleDialog(m_post, m_standing ? m_standing->status.schedule : std::nullopt, this));
    });
    connect(&m_post, &app::Post::policiesChanged, this, &BackupsSection::reload);
    connect(m_progress, &WorkProgress::stopRequested, &m_post.upkeep(), &app::Upkeep::cancelBackup);
    connect(&m_post.upkeep(), &app::Upkeep::backupStepped, this, &BackupsSection::showStep);
    connect(&m_post.upkeep(), &app::Upkeep::roundEnded, this, &BackupsSection::roundEnded);
}

void BackupsSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BackupsSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void BackupsSection::retranslate()
{
    m_listLabel->setText(tr("&Backups, newest first"));
    m_list->setAccessibleName(tr("Backups"));
    m_now->setText(tr("Back up &now"));
    m_now->setAccessibleName(tr("Back up now"));
    m_drill->setText(tr("&Try whether one can be restored…"));
    m_drill->setAccessibleName(tr("Try whether one can be restored"));
    m_schedule->setText(tr("&Schedule…"));
    m_schedule->setAccessibleName(tr("Schedule"));
    m_managed->setText(tr("The schedule is set by headquarters or by IT: it is not changed here."));
    showContent();
}

bool BackupsSection::hasSchedule() const { return m_standing && m_standing->status.schedule; }

void BackupsSection::reload()
{
    m_post.store().run(
        this,
        [](store::Store &store) {
            return store.backupStatus().map([&](store::BackupStatus &&status) {
                return Standing{std::move(status), isManaged(store, QStringLiteral("backups"))};
            });
        },
        [this](const Result<Standing> &standing) {
            if (!standing)
                return m_outcome->say(Tone::Danger, backupTrouble(standing.error()));
            m_standing = *standing;
            showContent();
        });
}

void BackupsSection::showContent()
{
    m_now->setEnabled(hasSchedule() && !m_progress->isVisibleTo(this));
    if (!m_standing)
        return;
    m_schedule->setEnabled(!m_standing->isManaged);
    m_managed->setVisible(m_standing->isManaged);
    showState();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const store::KeptBackup &backup : std::as_const(m_standing->status.backups)) {
        //: time, size, folder
        auto *item = new QListWidgetItem(tr("%1, %2, %3")
                                             .arg(momentToText(backup.info.madeAt),
                                                  QLocale().formattedDataSize(backup.info.sizeInBytes),
                                                  QDir::toNativeSeparators(backup.folder)),
                                         m_list);
        item->setData(folderRole, backup.folder);
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
}

void BackupsSection::showState()
{
    if (!hasSchedule())
        return m_state->say(Tone::Warning,
                            tr("No backup is made by itself: an administrator sets a schedule."));
    const store::BackupStatus &status = m_standing->status;
    const auto &failure = m_post.upkeep().status().backupFailure;
    const bool isLate = isBackupOverdue(status, m_post.clock().utcNow());
    const bool hasFailed = failure && failure->code != ErrorCode::Cancelled;
    const QString standing = backupPlanText(*status.schedule) + u' ' + lastBackupText(status);
    if (hasFailed)
        //: how backups stand, then why
        m_state->say(Tone::Warning, tr("%1 The last try failed. %2").arg(standing, backupTrouble(*failure)));
    else
        m_state->say(isLate ? Tone::Warning : Tone::Good, standing);
}

void BackupsSection::showStep(const app::Upkeep::BackupStep &step)
{
    using Kind = app::Upkeep::BackupStep::Kind;
    switch (step.kind) {
    case Kind::None:
        m_progress->end();
        break;
    case Kind::Copying:
        m_progress->tell(tr("Copying the store…"), step.done, WorkProgress::Stop::Possible);
        break;
    case Kind::ReadingBack:
        m_progress->tell(tr("Reading the backup back…"), std::nullopt, WorkProgress::Stop::TooLate);
        break;
    }
    m_now->setEnabled(hasSchedule() && step.kind == Kind::None);
}

void BackupsSection::backUpNow()
{
    m_isAsked = true;
    m_outcome->say(Tone::Neutral, QString());
    m_now->setEnabled(false);
    m_post.upkeep().backUpNow();
}

// A round that was on its way when it was asked for may be past its backup: the next one makes it.
void BackupsSection::roundEnded(const app::UpkeepStatus &status)
{
    if (m_isAsked && (status.hasBackedUp || status.backupFailure)) {
        m_isAsked = false;
        if (status.hasBackedUp)
            m_outcome->say(Tone::Good, tr("Backed up and read back."));
        else
            m_outcome->say(status.backupFailure->code == ErrorCode::Cancelled ? Tone::Neutral : Tone::Danger,
                           backupTrouble(*status.backupFailure));
    }
    reload();
}

void BackupsSection::ask(DeedDialog *dialog)
{
    m_outcome->say(Tone::Neutral, QString());
    connect(dialog, &DeedDialog::done, this, [this](const QString &sentence) {
        m_outcome->say(Tone::Good, sentence);
        reload();
    });
    dialog->open();
}

}  // namespace amparo::desktop
