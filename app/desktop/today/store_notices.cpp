#include "app/desktop/today/store_notices.h"

#include "app/desktop/backup_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"

#include <QEvent>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

using record::Permission;

constexpr int daysOfPast =
    7;  // so that it is read on each shift, also where a lead was not the first to sign in

template <class T> std::optional<T> whereKnown(const Result<T> &result)
{
    return result ? std::optional(*result) : std::nullopt;
}

}  // namespace

StoreNotices::StoreNotices(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_past(new Finding(this)),
      m_key(new Finding(this)),
      m_backup(new Finding(this)),
      m_terms(new Finding(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(fontMetrics(), 1));
    for (Finding *notice : {m_past, m_key, m_backup, m_terms})
        column->addWidget(notice);
    connect(&post.upkeep(), &app::Upkeep::roundEnded, this, &StoreNotices::reload);
}

// What cannot be read is left out: whoever reads the page hears of a store that fails.
StoreNotices::Content StoreNotices::read(store::Store &store)
{
    const auto may = [&](Permission permission) { return record::may(store.officer().role, permission); };
    Content content;
    content.beginning = whereKnown(store.beginning());
    content.isKeyChangeAdvised =
        may(Permission::ChangeKey) && store.isKeyChangeAdvised().value_or(false) && !store.isDamaged();
    if (may(Permission::MakeBackups))
        content.backups = whereKnown(store.backupStatus());
    return content;
}

void StoreNotices::reload()
{
    m_post.store().run(this, &StoreNotices::read, [this](const Content &content) {
        m_content = content;
        showContent();
    });
}

void StoreNotices::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showContent();
}

void StoreNotices::showContent()
{
    m_past->say(Tone::Danger, pastSentence());
    m_key->say(Tone::Warning, m_content.isKeyChangeAdvised
                                  ? tr("An account was removed or suspended, and a copy of the key file that "
                                       "its owner may have still opens "
                                       "this store: change the store's key (Administration, Keys).")
                                  : QString());
    m_backup->say(Tone::Warning, backupSentence());
    const auto &failure = m_post.upkeep().status().retentionFailure;
    const record::Role role = m_post.officer().role;
    const bool isForUs =
        record::may(role, Permission::EraseRecords) || record::may(role, Permission::SetPolicies);
    m_terms->say(
        Tone::Warning,
        failure && isForUs
            ? tr("Records that are past their term could not be erased. It is tried again each hour; if "
                 "it stays so, call IT support.")
            : QString());
}

QString StoreNotices::pastSentence() const
{
    const auto &beginning = m_content.beginning;
    if (!beginning || beginning->at.addDays(daysOfPast) < m_post.clock().utcNow())
        return {};
    const QString when = momentToText(beginning->at);
    if (beginning->why == store::AuditAction::OlderCopyNoticed)
        return tr("On %1 this store had been set back to an older copy: records made in between may be "
                  "missing. "
                  "If you do not know why, tell headquarters and IT support today.")
            .arg(when);
    if (beginning->why == store::AuditAction::OtherComputerNoticed)
        return tr("On %1 this store came from another computer. If nobody moved it on purpose, somebody has "
                  "a "
                  "copy of it: tell headquarters and IT support today.")
            .arg(when);
    if (beginning->why == store::AuditAction::CopyNoticed)
        return tr("On %1 the server had deliveries that this store never made: it was set back to an older "
                  "copy, or "
                  "a second copy of it is in use. If you do not know why, tell headquarters and IT support "
                  "today.")
            .arg(when);
    return {};
}

// A demo has nothing to lose, and most are never given a schedule.
QString StoreNotices::backupSentence() const
{
    const auto &status = m_content.backups;
    if (!status || m_post.description().demo)
        return {};
    if (!status->schedule)
        return record::may(m_post.officer().role, Permission::SetPolicies)
                   ? tr("No backup is made by itself: set a schedule (Administration, Backups).")
                   : QString();
    const auto &failure = m_post.upkeep().status().backupFailure;
    if (failure && failure->code != ErrorCode::Cancelled)
        return tr("The backup that is due was not made. %1 %2")
            .arg(backupTrouble(*failure), lastBackupText(*status));
    if (isBackupOverdue(*status, m_post.clock().utcNow()))
        return tr("A backup is overdue. %1 It is made by itself while somebody is signed in.")
            .arg(lastBackupText(*status));
    return {};
}

}  // namespace amparo::desktop
