#include "app/desktop/today/today_page.h"

#include "app/desktop/error_text.h"
#include "app/desktop/texts.h"
#include "app/desktop/today/close_shift_dialog.h"
#include "app/desktop/today/notices_panel.h"
#include "app/desktop/today/store_notices.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace amparo::desktop {

namespace {

constexpr int idRole = Qt::UserRole;

}  // namespace

TodayPage::TodayPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_heading(new QLabel(this)),
      m_shiftText(new QLabel(this)),
      m_shiftButton(new QPushButton(this)),
      m_begin(new QPushButton(this)),
      m_other(new QPushButton(this)),
      m_questionnaires(new QMenu(m_other)),
      m_hint(new QLabel(this)),
      m_draftsHeading(new QLabel(this)),
      m_drafts(new QListWidget(this)),
      m_secondHeading(new QLabel(this)),
      m_second(new QListWidget(this)),
      m_counts(new QLabel(this)),
      m_message(new Finding(this)),
      m_notices(new StoreNotices(post, this)),
      m_news(new NoticesPanel(post, this))
{
    layOut();
    connectParts();
    retranslate();
    const record::Role role = post.officer().role;
    m_shiftButton->setVisible(record::may(role, record::Permission::ManageShift));
    for (QWidget *part : std::initializer_list<QWidget *>{m_begin, m_other, m_hint, m_draftsHeading, m_drafts,
                                                          m_secondHeading, m_second})
        part->setVisible(record::may(role, record::Permission::Screen));
}

void TodayPage::layOut()
{
    m_heading->setFont(strong(font(), 1.5));
    m_begin->setDefault(true);
    for (QPushButton *button : {m_begin, m_other})
        button->setMinimumHeight(touchSize(fontMetrics()) * 3 / 2);
    m_other->setMenu(m_questionnaires);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_draftsHeading->setBuddy(m_drafts);
    m_secondHeading->setBuddy(m_second);
    for (QListWidget *list : {m_drafts, m_second}) {
        list->setAlternatingRowColors(true);
        list->setUniformItemSizes(true);
    }
    auto *grid = new QGridLayout(this);
    const int gap = space(fontMetrics(), 2);
    grid->setContentsMargins(gap, gap, gap, gap);
    grid->setSpacing(space(fontMetrics(), 1));
    grid->addWidget(m_heading, 0, 0);
    grid->addWidget(m_shiftText, 1, 0);
    grid->addWidget(m_shiftButton, 0, 1, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_notices, 2, 0, 1, 2);
    grid->addWidget(m_news, 3, 0, 1, 2);
    grid->addWidget(m_message, 4, 0, 1, 2);
    grid->addWidget(m_begin, 5, 0);
    grid->addWidget(m_other, 5, 1);
    grid->addWidget(m_hint, 6, 0, 1, 2);
    grid->addWidget(m_draftsHeading, 7, 0);
    grid->addWidget(m_secondHeading, 7, 1);
    grid->addWidget(m_drafts, 8, 0);
    grid->addWidget(m_second, 8, 1);
    grid->addWidget(m_counts, 9, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(8, 1);
}

void TodayPage::connectParts()
{
    connect(m_shiftButton, &QPushButton::clicked, this,
            [this] { m_post.shift() ? askToCloseShift() : openShift(); });
    connect(m_begin, &QPushButton::clicked, this, &TodayPage::screeningWanted);
    // Not the button's own: setText() would take it away.
    connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, m_begin, &QPushButton::click);
    connect(m_questionnaires, &QMenu::aboutToShow, this, &TodayPage::offerQuestionnaires);
    connect(m_drafts, &QListWidget::itemActivated, this, &TodayPage::activate);
    connect(m_second, &QListWidget::itemActivated, this, &TodayPage::activate);
    connect(&m_post, &app::Post::shiftChanged, this, &TodayPage::showShift);
    connect(&m_post, &app::Post::shiftChanged, this, &TodayPage::reload);
    connect(&m_post, &app::Post::recordsChanged, this, &TodayPage::reload);
    connect(&m_post, &app::Post::recordAcknowledged, this, &TodayPage::reload);
}

void TodayPage::say(Tone tone, const QString &sentence) { m_message->say(tone, sentence); }

void TodayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TodayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_news->reload();
    m_notices->reload();  // not at each record: it looks into the folder of backups
    reload();
    m_message->say(Tone::Neutral, QString());
}

void TodayPage::retranslate()
{
    setAccessibleName(tr("Today"));
    m_heading->setText(m_post.description().name);
    m_begin->setText(tr("New screening (Ctrl+N)"));
    m_begin->setAccessibleName(tr("New screening"));
    m_other->setText(tr("&Other questionnaire"));
    m_other->setAccessibleName(tr("Other questionnaire"));
    m_hint->setText(tr("Or put a document on the reader: the screening begins by itself."));
    m_draftsHeading->setText(tr("&Drafts to go on with"));
    m_drafts->setAccessibleName(tr("Drafts"));
    m_secondHeading->setText(tr("&Waiting for the second line"));
    m_second->setAccessibleName(tr("Waiting for the second line"));
    m_message->setAccessibleName(tr("Message"));
    showShift();
    showContent();
}

void TodayPage::showShift()
{
    const auto &shift = m_post.shift();
    m_shiftText->setText(shift ? tr("The shift has been open since %1.").arg(momentToText(shift->openedAt))
                               : tr("No shift is open. Open one to begin."));
    m_shiftButton->setText(shift ? tr("Close the shift…") : tr("Open the shift"));
    m_shiftButton->setAccessibleName(shift ? tr("Close the shift") : tr("Open the shift"));
    m_begin->setEnabled(shift.has_value());
    m_other->setEnabled(shift.has_value());
    m_begin->setDefault(shift.has_value());
    m_shiftButton->setDefault(!shift);
    setFocusProxy(shift ? m_begin : m_shiftButton);
}

Result<TodayPage::Content> TodayPage::read(store::Store &store)
{
    Content content;
    const auto counts = store.outbox().counts();
    if (!counts)
        return tl::make_unexpected(counts.error());
    content.outbox = *counts;
    if (!record::may(store.officer().role, record::Permission::Screen))
        return content;
    const auto drafts = store.screenings().drafts();
    if (!drafts)
        return tl::make_unexpected(drafts.error());
    content.drafts = *drafts;
    const auto sentOn = store.screenings().waitingForSecondLine();
    if (!sentOn)
        return tl::make_unexpected(sentOn.error());
    content.sentOn = *sentOn;
    const auto shift = store.shifts().current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    if (*shift) {
        const auto done = store.screenings().finalOfShift((*shift)->id);
        if (!done)
            return tl::make_unexpected(done.error());
        content.finished = int(done->size());
    }
    return content;
}

void TodayPage::reload()
{
    if (!isVisible())
        return;  // it reads anew when it is shown
    m_post.store().run(this, &TodayPage::read, [this](const Result<Content> &content) {
        if (!content)
            return say(Tone::Danger, errorText(Act::ReadRecords, content.error()));
        m_content = *content;
        showContent();
    });
}

void TodayPage::showContent()
{
    if (!m_content)
        return;
    m_drafts->clear();
    for (const store::Draft &draft : std::as_const(m_content->drafts)) {
        const QString name = nameText(draft.screening.traveller);
        auto *item = new QListWidgetItem(
            name.isEmpty() ? tr("No document yet, saved %1").arg(momentToText(draft.savedAt))
                           : tr("%1, saved %2").arg(name, momentToText(draft.savedAt)),
            m_drafts);
        item->setData(idRole, draft.screening.id.value());
    }
    m_second->clear();
    for (const record::Screening &screening : std::as_const(m_content->sentOn)) {
        const QString name = nameText(screening.traveller);
        const QString time = momentToText(*screening.finalisedAt);
        auto *item = new QListWidgetItem(name.isEmpty() ? tr("No name, since %1").arg(time)
                                                        : tr("%1, since %2").arg(name, time),
                                         m_second);
        item->setData(idRole, screening.encounter.value());
    }
    const store::OutboxCounts &outbox = m_content->outbox;
    const QStringList counts{tr("%n screening(s) finished in this shift", nullptr, m_content->finished),
                             tr("%n record(s) waiting to be sent", nullptr, outbox.queued + outbox.sending),
                             tr("%n received by the server", nullptr, outbox.acknowledged),
                             tr("%n held back", nullptr, outbox.quarantined)};
    m_counts->setText(counts.join(QStringLiteral(" · ")));
}

/// Those that are filled about somebody: the primary line has a button of its own, and what a shift hands
/// over needs no decision about anybody. Two for the same purpose are told apart by their titles.
void TodayPage::offerQuestionnaires()
{
    m_questionnaires->clear();
    QList<app::InterviewFormPtr> forms = m_post.forms();
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto &one, const auto &other) { return one->purpose < other->purpose; });
    for (const app::InterviewFormPtr &form : std::as_const(forms)) {
        using record::Purpose;
        if (form->purpose == Purpose::Primary || form->purpose == Purpose::Handover)
            continue;
        const auto alike =
            std::count_if(forms.cbegin(), forms.cend(), [&](const app::InterviewFormPtr &other) {
                return other->purpose == form->purpose;
            });
        const QString name = text(form->purpose);
        QAction *action = m_questionnaires->addAction(
            alike == 1 ? name : tr("%1: %2").arg(name, form->definition->title()));
        connect(action, &QAction::triggered, this, [this, form] { Q_EMIT questionnaireWanted(form); });
    }
}

void TodayPage::openShift()
{
    m_post.openShift(this, [this](const Result<record::Shift> &shift) {
        if (!shift)
            return say(Tone::Danger, errorText(Act::OpenShift, shift.error()));
        say(Tone::Neutral, QString());
        m_begin->setFocus();
    });
}

void TodayPage::askToCloseShift()
{
    auto *dialog = new CloseShiftDialog(m_content ? int(m_content->drafts.size()) : 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CloseShiftDialog::confirmed, this,
            [this](std::optional<int> peopleChecked, const QString &notes) {
                m_post.closeShift(this, peopleChecked, notes, [this](const Result<record::Shift> &shift) {
                    if (!shift)
                        say(Tone::Danger, errorText(Act::CloseShift, shift.error()));
                });
            });
    dialog->open();
}

void TodayPage::activate(QListWidgetItem *item)
{
    const QUuid id = item->data(idRole).toUuid();
    if (item->listWidget() == m_drafts)
        Q_EMIT draftWanted(ScreeningId(id));
    else
        Q_EMIT secondLineWanted(EncounterId(id));
}

}  // namespace amparo::desktop
