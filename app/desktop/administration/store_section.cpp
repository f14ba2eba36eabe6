#include "app/desktop/administration/store_section.h"

#include "app/desktop/error_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/work_progress.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr qint64 pageInBytes = 4096;
constexpr int hashDigits = 16;  // of 64: enough to compare by eye

void setLabel(QFormLayout *form, QLabel *value, const QString &words)
{
    static_cast<QLabel *>(form->labelForField(value))->setText(words);
    value->setAccessibleName(words);
}

}  // namespace

StoreSection::StoreSection(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_check(post.store()),
      m_health(new Finding(this)),
      m_form(new QFormLayout),
      m_size(new QLabel(this)),
      m_free(new QLabel(this)),
      m_beginning(wrappedLabel(this)),
      m_generation(wrappedLabel(this)),
      m_head(wrappedLabel(this)),
      m_about(wrappedLabel(this)),
      m_begin(new QPushButton(this)),
      m_progress(new WorkProgress(this)),
      m_outcome(new Finding(this))
{
    layOut();
    connectParts();
    retranslate();
}

void StoreSection::layOut()
{
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QLabel *value : {m_size, m_free, m_beginning, m_generation, m_head}) {
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_form->addRow(new QLabel(this), value);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_health);
    column->addLayout(m_form);
    column->addSpacing(space(fontMetrics(), 2));
    column->addWidget(m_about);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addStretch(1);
}

void StoreSection::connectParts()
{
    using Stop = WorkProgress::Stop;
    connect(m_begin, &QPushButton::clicked, this, &StoreSection::check);
    connect(m_progress, &WorkProgress::stopRequested, this, [this] { m_check.cancel(); });
    connect(&m_check, &app::StoreCheck::pagesChecked, this, [this](double done) {
        m_progress->tell(tr("Trying the seal of every page…"), done, Stop::Possible);
    });
    connect(&m_check, &app::StoreCheck::structureBegan, this, [this] {
        m_progress->tell(tr("Comparing tables and indexes. What you do meanwhile waits for it."),
                         std::nullopt, Stop::Possible);
    });
    connect(&m_check, &app::StoreCheck::finished, this, [this] {
        checkEnded(Tone::Good, tr("The store is sound: every page, every table, every index."));
    });
    connect(&m_check, &app::StoreCheck::failed, this, &StoreSection::checkFailed);
    connect(&m_post, &app::Post::healthChanged, this, &StoreSection::showHealth);
}

void StoreSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StoreSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void StoreSection::retranslate()
{
    setLabel(m_form, m_size, tr("Size of the store:"));
    setLabel(m_form, m_free, tr("Free on its disk:"));
    setLabel(m_form, m_beginning, tr("This life of the store:"));
    setLabel(m_form, m_generation, tr("Its number:"));
    setLabel(m_form, m_head, tr("Last entry of the audit log:"));
    m_about->setText(
        tr("The full check tries the seal of every page and compares all tables and indexes. It changes "
           "nothing and takes minutes for a large store."));
    m_begin->setText(tr("Check &everything"));
    m_begin->setAccessibleName(tr("Check everything"));
    showHealth();
    showFacts();
}

Result<StoreSection::Facts> StoreSection::read(store::Store &store)
{
    const auto pages = store.pageCount();
    const auto beginning = store.beginning();
    const auto head = store.audit().head();
    if (!pages || !beginning)
        return tl::make_unexpected(pages ? beginning.error() : pages.error());
    if (!head)
        return tl::make_unexpected(head.error());
    return Facts{*pages * pageInBytes, store.bytesAvailable(), *beginning, *head};
}

void StoreSection::reload()
{
    m_post.store().run(this, &StoreSection::read, [this](const Result<Facts> &facts) {
        if (!facts)
            return m_outcome->say(Tone::Danger, errorText(Act::CheckStore, facts.error()));
        m_facts = *facts;
        showFacts();
    });
}

void StoreSection::showFacts()
{
    if (!m_facts)
        return;
    m_size->setText(QLocale().formattedDataSize(m_facts->sizeInBytes));
    m_free->setText(QLocale().formattedDataSize(m_facts->freeInBytes));
    const QString when = momentToText(m_facts->beginning.at);
    using store::AuditAction;
    switch (m_facts->beginning.why) {
    case AuditAction::StoreRestored:
        m_beginning->setText(tr("Since %1, when it was restored from a backup.").arg(when));
        break;
    case AuditAction::OlderCopyNoticed:
        m_beginning->setText(tr("Since %1, when it had been set back to an older copy.").arg(when));
        break;
    case AuditAction::OtherComputerNoticed:
        m_beginning->setText(tr("Since %1, when it came from another computer.").arg(when));
        break;
    case AuditAction::CopyNoticed:
        m_beginning->setText(tr("Since %1, when the server knew of another copy.").arg(when));
        break;
    case AuditAction::StoreSalvaged:
        m_beginning->setText(tr("Since %1, when it was saved from a damaged one.").arg(when));
        break;
    default:
        m_beginning->setText(tr("Since %1, when it was made.").arg(when));
        break;
    }
    m_generation->setText(m_facts->beginning.generation.toText());
    //: number of the entry, beginning of its hash
    m_head->setText(tr("%1, %2")
                        .arg(m_facts->head.sequence)
                        .arg(QString::fromLatin1(m_facts->head.hash.toHex().first(hashDigits))));
}

// The way out stands here, for whoever is called: only the command line can do it, since the store is open.
void StoreSection::showHealth()
{
    const bool isDamaged = m_post.health().isDamaged;
    m_health->say(
        Tone::Danger,
        isDamaged ? tr("The store is damaged and is only read. Change nothing in its folder. Close the "
                       "program, then restore the last backup (amparoctl backup restore), or save into a "
                       "new folder all that can be read (amparoctl store salvage): that names what is lost.")
                  : QString());
    m_begin->setEnabled(!m_check.isRunning());
}

void StoreSection::check()
{
    m_outcome->say(Tone::Neutral, QString());
    m_begin->setEnabled(false);
    m_progress->tell(tr("Trying the seal of every page…"), 0, WorkProgress::Stop::Possible);
    m_check.start();
}

void StoreSection::checkFailed(const Error &error)
{
    m_post.lookAtHealth();
    if (error.code == ErrorCode::Cancelled)
        checkEnded(Tone::Neutral, tr("Stopped before the end: up to there nothing was wrong."));
    else if (error.code == ErrorCode::Corrupt)
        checkEnded(Tone::Danger,
                   tr("The store is damaged. Change nothing and call IT support now: the last backup "
                      "can be restored, or all that can be read be saved into a new store."));
    else
        checkEnded(Tone::Danger, errorText(Act::CheckStore, error));
}

void StoreSection::checkEnded(Tone tone, const QString &sentence)
{
    m_progress->end();
    m_begin->setEnabled(true);
    m_outcome->say(tone, sentence);
    reload();
}

}  // namespace amparo::desktop
