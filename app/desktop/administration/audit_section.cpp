#include "app/desktop/administration/audit_section.h"

#include "app/desktop/administration/audit_model.h"
#include "app/desktop/administration/audit_text.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/date_field.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/flow_layout.h"
#include "app/desktop/widgets/row_table.h"
#include "app/desktop/widgets/search_box.h"
#include "app/desktop/widgets/work_progress.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace amparo::desktop {

namespace {

using store::AuditAction;

constexpr int auditPageSize = 100;
constexpr qint64 verifiedAStep = 100'000;  // entries: some tenths of a second

/// The filters' choices, by what people read.
void offer(QComboBox *box, const QString &all, QList<std::pair<QString, QVariant>> choices)
{
    std::sort(choices.begin(), choices.end(), [](const auto &one, const auto &other) {
        return one.first.localeAwareCompare(other.first) < 0;
    });
    const QVariant chosen = box->currentData();
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(all);
    for (const auto &[words, data] : std::as_const(choices))
        box->addItem(words, data);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

}  // namespace

AuditSection::AuditSection(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_model(new AuditModel(this)),
      m_sinceLabel(new QLabel(this)),
      m_since(new DateField(this)),
      m_untilLabel(new QLabel(this)),
      m_until(new DateField(this)),
      m_action(new QComboBox(this)),
      m_who(new QComboBox(this)),
      m_table(new QTableView(this)),
      m_status(new Finding(this)),
      m_verify(new QPushButton(this)),
      m_progress(new WorkProgress(this)),
      m_outcome(new Finding(this))
{
    layOut();
    connectParts();
    retranslate();
}

void AuditSection::layOut()
{
    constexpr int leastRows = 6;
    constexpr int idCharacters = 14;  // the rest stands in the tool tip
    m_sinceLabel->setBuddy(m_since);
    m_untilLabel->setBuddy(m_until);
    makeSearchable(m_action);
    m_table->setModel(m_model);
    showRows(m_table);
    m_table->setWordWrap(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(AuditModel::Subject, QHeaderView::Interactive);
    header->resizeSection(AuditModel::Subject, fontMetrics().averageCharWidth() * idCharacters);
    header->setSectionResizeMode(AuditModel::Detail, QHeaderView::Stretch);
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QLabel *label : {m_sinceLabel, m_untilLabel})
        label->setMinimumHeight(touchSize(fontMetrics()));  // in the middle of its field
    m_table->setMinimumHeight(leastRows * touchSize(fontMetrics()));
    auto *filters = new FlowLayout;
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_sinceLabel, m_since, m_untilLabel, m_until, m_action, m_who})
        filters->addWidget(part);
    auto *verification = new QHBoxLayout;
    verification->addWidget(m_verify, 0, Qt::AlignLeft);
    verification->addWidget(m_outcome, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(filters);
    column->addWidget(m_table, 1);
    column->addWidget(m_status);
    column->addLayout(verification);
    column->addWidget(m_progress);
}

void AuditSection::connectParts()
{
    for (DateField *day : {m_since, m_until}) {
        connect(day, &DateField::edited, this, [this] {
            if (m_since->isDateOrEmpty() && m_until->isDateOrEmpty())
                search();
        });
    }
    for (QComboBox *box : {m_action, m_who})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditSection::search);
    connect(m_model, &AuditModel::moreWanted, this, &AuditSection::readOn);
    connect(m_verify, &QPushButton::clicked, this, &AuditSection::verify);
    connect(m_progress, &WorkProgress::stopRequested, this, &AuditSection::stopVerifying);
}

void AuditSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AuditSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    offerOfficers();
    search();
}

void AuditSection::retranslate()
{
    m_sinceLabel->setText(tr("&From"));
    m_since->setName(tr("From"));
    m_untilLabel->setText(tr("&to"));
    m_until->setName(tr("To"));
    m_action->setAccessibleName(tr("What was done"));
    m_who->setAccessibleName(tr("Who did it"));
    m_table->setAccessibleName(tr("Audit log"));
    m_verify->setText(tr("&Verify now"));
    m_verify->setAccessibleName(tr("Verify now"));
    QList<std::pair<QString, QVariant>> actions;
    for (const AuditAction action : store::allAuditActions())
        actions.append({text(action), int(action)});
    offer(m_action, tr("All deeds"), actions);
    m_model->retranslate();
    showStatus();
    if (isVisible())
        offerOfficers();
}

void AuditSection::offerOfficers()
{
    m_post.store().run(
        this, [](store::Store &store) { return store.officers().list(); },
        [this](const Result<QList<record::Officer>> &officers) {
            QList<std::pair<QString, QVariant>> people;
            for (const record::Officer &officer : officers.value_or(QList<record::Officer>()))
                people.append({officer.displayName, officer.id.value()});
            offer(m_who, tr("Everybody"), people);
        });
}

store::AuditFilter AuditSection::filter() const
{
    store::AuditFilter filter;
    if (const auto day = m_since->date())
        filter.since = day->startOfDay().toUTC();
    if (const auto day = m_until->date())
        filter.before = day->addDays(1).startOfDay().toUTC();
    if (m_action->currentIndex() > 0)  // the first is all of them
        filter.action = AuditAction(m_action->currentData().toInt());
    if (m_who->currentIndex() > 0)
        filter.actor = OfficerId(m_who->currentData().toUuid());
    return filter;
}

Result<AuditSection::Page> AuditSection::read(store::Store &store, const store::AuditFilter &filter,
                                              std::optional<qint64> from)
{
    auto entries = store.audit().page(filter, store::AuditOrder::NewestFirst, from, auditPageSize);
    if (!entries)
        return tl::make_unexpected(entries.error());
    Page page{std::move(*entries), {}};
    for (const store::AuditEntry &entry : std::as_const(page.entries.entries)) {
        if (page.names.contains(entry.actor))
            continue;
        const auto officer = store.officers().find(entry.actor);
        if (!officer)
            return tl::make_unexpected(officer.error());
        if (*officer)
            page.names.insert(entry.actor, (*officer)->displayName);
    }
    return page;
}

void AuditSection::search()
{
    if (!isVisible())
        return;  // it reads anew when it is shown
    ++m_searchNumber;
    m_filter = filter();
    m_next.reset();
    m_model->clear();
    readOn();
}

void AuditSection::readOn()
{
    m_status->say(Tone::Neutral, Sign::Waiting, tr("Reading…"));
    m_post.store().run(
        this, [filter = m_filter, from = m_next](store::Store &store) { return read(store, filter, from); },
        [this, number = m_searchNumber](const Result<Page> &page) {
            if (number != m_searchNumber)
                return;
            page ? showPage(*page) : m_status->say(Tone::Danger, errorText(Act::ReadAudit, page.error()));
        });
}

// What is looked for may be far off: then the table has nothing to scroll, and asks for no more by itself.
void AuditSection::showPage(const Page &page)
{
    m_model->append(page.entries.entries, page.names);
    m_next = page.entries.next;
    if (m_next && m_model->rowCount() < auditPageSize)
        return readOn();
    m_model->setMoreToCome(m_next.has_value());
    for (const int column : {AuditModel::Entry, AuditModel::Time, AuditModel::Who, AuditModel::Action})
        m_table->resizeColumnToContents(column);  // rows that are appended do not ask for it
    showStatus();
}

void AuditSection::showStatus()
{
    const int count = m_model->rowCount();
    if (count == 0)
        m_status->say(Tone::Neutral, tr("There is no such entry."));
    else
        m_status->say(Tone::Neutral, m_next ? tr("The newest %n entries; scroll for more.", nullptr, count)
                                            : tr("%n entries.", nullptr, count));
}

void AuditSection::verify()
{
    m_isVerifying = true;
    m_verify->setEnabled(false);
    m_outcome->say(Tone::Neutral, QString());
    m_progress->tell(tr("Recomputing the chain of entries…"), 0, WorkProgress::Stop::Possible);
    m_post.store().run(
        this,
        [](store::Store &store) {
            return store.audit()
                .record(AuditAction::AuditRead, store.id().toText(), QStringLiteral("verify"))
                .and_then([&] { return store.audit().head(); });
        },
        [this](const Result<store::AuditPoint> &head) {
            head ? verifyFrom({}, head->sequence) : verified(tl::make_unexpected(head.error()));
        });
}

// In steps, so that other work comes in between; the last one also compares the checkpoints.
void AuditSection::verifyFrom(const store::AuditPoint &point, qint64 last)
{
    if (!m_isVerifying)
        return tellVerified(Tone::Neutral, tr("Stopped: up to entry %1 all is sound.").arg(point.sequence));
    m_progress->tell(tr("Recomputing the chain of entries…"),
                     double(point.sequence) / double(std::max<qint64>(last, 1)),
                     WorkProgress::Stop::Possible);
    m_post.store().run(
        this,
        [point](store::Store &store) -> Result<store::AuditReport> {
            if (const auto allowed = store.audit().checkReadable(); !allowed)
                return tl::make_unexpected(allowed.error());
            return examineLog(store.audit(), store.checkpoints(), store.id(), {}, point,
                              [point](qint64 sequence) { return sequence < point.sequence + verifiedAStep; });
        },
        [this, last](const Result<store::AuditReport> &report) {
            report && !report->chain.isComplete ? verifyFrom(report->chain.point(), last) : verified(report);
        });
}

void AuditSection::stopVerifying() { m_isVerifying = false; }

void AuditSection::verified(const Result<store::AuditReport> &report)
{
    if (!report)
        return tellVerified(Tone::Danger, errorText(Act::ReadAudit, report.error()));
    if (!report->findings.isEmpty())
        return tellVerified(
            Tone::Danger,
            tr("%1 Change nothing, and tell headquarters today.").arg(text(report->findings.first())));
    if (!report->lost.isEmpty())
        return tellVerified(
            Tone::Good,
            tr("The entries that are there are sound, up to entry %1. Some from %2 to %3 went with "
               "damaged pages, as the salvage at entry %4 tells.")
                .arg(report->chain.sound)
                .arg(report->lost.first().first)
                .arg(report->lost.last().last)
                .arg(report->lost.first().salvage));
    tellVerified(Tone::Good,
                 tr("All %1 entries are sound, and %2 signed checkpoints agree. Somebody with the store's "
                    "keys is found out only by what the server has: amparoctl audit verify --receipts.")
                     .arg(report->chain.sound)
                     .arg(report->compared));
}

void AuditSection::tellVerified(Tone tone, const QString &sentence)
{
    m_isVerifying = false;
    m_verify->setEnabled(true);
    m_progress->end();
    m_outcome->say(tone, sentence);
}

}  // namespace amparo::desktop
