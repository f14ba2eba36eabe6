#include "app/desktop/sync/sync_dialog.h"

#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/sync/lanes_view.h"
#include "app/desktop/sync/stick_work.h"
#include "app/desktop/sync/sync_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/row_table.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

namespace {

constexpr int mostRows = 200;  // of what may be a hundred thousand
constexpr int daysOfUse = 30;
constexpr int noMoreOftenInMs = 1000;
constexpr int referenceLength = 8;
constexpr int proofColumn = 3;  // of those received

QString sizeText(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

}  // namespace

SyncDialog::SyncDialog(app::Post &post, QWidget *parent)
    : QDialog(parent),
      m_post(post),
      m_status(new Finding(this)),
      m_facts(wrappedLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_lanes(new LanesView(post, m_tabs)),
      m_message(new Finding(this)),
      m_again(new QPushButton(this)),
      m_send(new QPushButton(this)),
      m_pause(new QPushButton(this)),
      m_toStick(new QPushButton(this)),
      m_fromStick(new QPushButton(this)),
      m_close(new QPushButton(this)),
      m_stick(new StickWork(post))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(this, "sync");
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(noMoreOftenInMs);
    connect(&m_soon, &QTimer::timeout, this, &SyncDialog::reload);
    const auto reloadSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_post, &app::Post::syncStatusChanged, this, &SyncDialog::showStatus);
    connect(&m_post, &app::Post::syncStatusChanged, this, reloadSoon);
    connect(&m_post, &app::Post::recordsChanged, this, reloadSoon);
    connect(&m_post, &app::Post::relayChanged, this, reloadSoon);
    connect(m_lanes, &LanesView::changed, this, &SyncDialog::showLanes);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SyncDialog::showButtons);
    connect(m_again, &QPushButton::clicked, this, &SyncDialog::sendSelectedAgain);
    connect(m_send, &QPushButton::clicked, &m_post, &app::Post::sendNow);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_post.setSendingPaused(!m_post.syncStatus().isPaused); });
    m_stick->setParent(this);
    connect(m_toStick, &QPushButton::clicked, this, [this] { chooseStick(&StickWork::toStick); });
    connect(m_fromStick, &QPushButton::clicked, this, [this] { chooseStick(&StickWork::fromStick); });
    connect(m_stick, &StickWork::said, m_message, qOverload<Tone, const QString &>(&Finding::say));
    connect(m_stick, &StickWork::ended, this, &SyncDialog::reload);
    connect(m_stick, &StickWork::ended, this, &SyncDialog::showButtons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    reload();
}

void SyncDialog::layOut()
{
    for (int tab = 0; tab < TabCount; ++tab) {
        m_models[tab] = new QStandardItemModel(this);
        m_tables[tab] = new QTableView(m_tabs);
        m_tables[tab]->setModel(m_models[tab]);
        showRows(m_tables[tab]);
        m_tables[tab]->horizontalHeader()->setStretchLastSection(true);
        m_tabs->addTab(m_tables[tab], {});
    }
    m_tabs->addTab(m_lanes, {});
    m_tabs->setTabVisible(TabCount, false);
    connect(m_tables[HeldBack]->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SyncDialog::showButtons);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_again, m_send, m_pause, m_toStick, m_fromStick})
        buttons->addWidget(button);
    for (QPushButton *button : {m_toStick, m_fromStick}) {
        button->setVisible(record::may(m_post.officer().role, record::Permission::CarryBundles));
        setHelpTopic(button, "stick");
    }
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_status);
    column->addWidget(m_facts);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(metrics.averageCharWidth() * 110, metrics.height() * 30);
}

Result<SyncDialog::Content> SyncDialog::read(store::Store &store, QDate today)
{
    Content content;
    const auto keep = [](auto &place) { return [&place](auto found) { place = std::move(found); }; };
    return store.outbox()
        .items(record::State::Queued, mostRows)
        .map(keep(content.items[Waiting]))
        .and_then([&] { return store.outbox().items(record::State::Quarantined, mostRows); })
        .map(keep(content.items[HeldBack]))
        .and_then([&] { return store.outbox().received(mostRows); })
        .map(keep(content.items[Received]))
        .and_then([&] { return judge(store, content.items[Received]); })
        .map(keep(content.proofs))
        .and_then([&] { return store.linkUse().between(today.addDays(1 - daysOfUse), today); })
        .map(keep(content.use))
        .map([&] { return content; });
}

Result<QList<app::Proof>> SyncDialog::judge(store::Store &store, const QList<store::OutboxItem> &received)
{
    QHash<QString, QList<QByteArray>> keys;  // by server
    QList<app::Proof> proofs;
    for (const store::OutboxItem &item : received) {
        const store::Receipt receipt = item.receipt.value_or(store::Receipt());
        if (!keys.contains(receipt.server)) {
            const auto found = app::receiptKeys(store, receipt.server);
            if (!found)
                return tl::make_unexpected(found.error());
            keys.insert(receipt.server, *found);
        }
        proofs.append(app::judgeReceipt(receipt.proof, item.instanceId, keys.value(receipt.server)).proof);
    }
    return proofs;
}

void SyncDialog::reload()
{
    if (m_isReading) {
        m_soon.start();  // what is being read may be older than this news
        return;
    }
    m_isReading = true;
    m_lanes->reload();
    const QDate today = m_post.clock().utcNow().toLocalTime().date();
    m_post.store().run(
        this, [today](store::Store &store) { return read(store, today); },
        [this](const Result<Content> &content) {
            m_isReading = false;
            if (content)
                show(*content);
            else
                m_message->say(Tone::Danger, errorText(Act::ReadRecords, content.error()));
        });
}

void SyncDialog::show(const Content &content)
{
    const auto selected = m_tables[HeldBack]->currentIndex().row();
    const ScreeningId current = m_heldBack.value(selected);
    m_heldBack.clear();
    for (const store::OutboxItem &item : content.items[HeldBack])
        m_heldBack.append(item.screening);
    const auto fill = [this](int tab, const QList<QStringList> &rows) {
        m_models[tab]->setRowCount(0);
        for (const QStringList &row : rows) {
            QList<QStandardItem *> cells;
            for (const QString &text : row) {
                cells.append(new QStandardItem(text));
                cells.last()->setEditable(false);
                cells.last()->setToolTip(text);
            }
            m_models[tab]->appendRow(cells);
        }
        m_tables[tab]->resizeColumnsToContents();
    };
    for (const Tab tab : {Waiting, HeldBack, Received}) {
        QList<QStringList> rows;
        for (qsizetype i = 0; i < content.items[tab].size(); ++i) {
            rows.append(cells(tab, content.items[tab][i]));
            if (tab == Received)
                rows.last().insert(proofColumn, proofText(content.proofs[i]));
        }
        fill(tab, rows);
    }
    QList<QStringList> days;
    for (auto day = content.use.crbegin(); day != content.use.crend(); ++day) {
        days.append({dateToText(day->day, locale()), sizeText(day->sent, locale()),
                     sizeText(day->received, locale())});
    }
    fill(Link, days);
    // The one that was chosen, or what has come in its place.
    const auto row = m_heldBack.indexOf(current);
    if (!m_heldBack.isEmpty())
        m_tables[HeldBack]->selectRow(row >= 0 ? int(row)
                                               : std::clamp(selected, 0, int(m_heldBack.size()) - 1));
    showButtons();
}

QList<QString> SyncDialog::cells(Tab tab, const store::OutboxItem &item) const
{
    const QString when = tab == Received && item.receipt ? momentToText(item.receipt->receivedAt, locale())
                                                         : momentToText(item.queuedAt, locale());
    QList<QString> cells{when, formTitle(item.formId), item.instanceId.right(referenceLength)};
    const QString carried = item.onStickSince
                                ? tr("On a stick since %1").arg(momentToText(*item.onStickSince, locale()))
                                : QString();
    const QString said = !carried.isEmpty()             ? carried
                         : item.serverMessage.isEmpty() ? outboxErrorText(item.lastError)
                                                        : item.serverMessage;
    if (tab == Waiting) {
        cells.append(item.priority >= store::OutboxRepository::urgentPriority ? tr("urgent") : QString());
        cells.append(item.attempts ? locale().toString(item.attempts) : QString());
        cells.append(item.nextAttemptAt ? momentToText(*item.nextAttemptAt, locale()) : QString());
    }
    const bool isAtRelay = item.receipt && item.receipt->stage == store::Receipt::Stage::Relay;
    if (tab == Received && isAtRelay)
        cells.append(tr("at the relay, headquarters has not confirmed it"));
    else
        cells.append(tab == Received && item.receipt ? item.receipt->message : said);
    return cells;
}

QString SyncDialog::formTitle(const QString &formId) const
{
    for (const app::InterviewFormPtr &form : m_post.forms()) {
        if (form->definition->formId() == formId)
            return form->definition->title();
    }
    return formId;
}

void SyncDialog::showStatus()
{
    const sync::Status &status = m_post.syncStatus();
    const SyncText text = syncText(status);
    m_status->say(text.tone, text.sign, text.sentence);
    QStringList facts;
    if (status.isRelay)
        facts.append(tr("Records go to the post's relay, %1").arg(status.server.authority()));
    else if (status.isConfigured)
        facts.append(tr("Records go to %1").arg(status.server.host()));
    if (status.lastContact)
        facts.append(tr("The server last answered: %1").arg(momentToText(*status.lastContact, locale())));
    if (status.lastSuccess)
        facts.append(tr("Last receipt: %1").arg(momentToText(*status.lastSuccess, locale())));
    if (status.nextAttempt && status.waiting > 0)
        facts.append(tr("Next attempt: %1").arg(momentToText(*status.nextAttempt, locale())));
    facts.append(tr("Over the link today: %1").arg(sizeText(status.bytesToday, locale())));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    showButtons();
}

void SyncDialog::showButtons()
{
    const sync::Status &status = m_post.syncStatus();
    m_pause->setText(status.isPaused ? tr("&Go on sending") : tr("&Pause sending"));
    m_pause->setAccessibleName(m_pause->text().remove(QLatin1Char('&')));
    m_pause->setEnabled(status.isConfigured);
    m_send->setEnabled(status.isConfigured && !status.isPaused && status.waiting > 0);
    m_toStick->setEnabled(!m_stick->isBusy());
    m_fromStick->setEnabled(!m_stick->isBusy());
    m_again->setVisible(m_tabs->currentIndex() == HeldBack);
    m_again->setEnabled(m_tables[HeldBack]->selectionModel()->hasSelection());
}

void SyncDialog::sendSelectedAgain()
{
    const ScreeningId record = m_heldBack.value(m_tables[HeldBack]->currentIndex().row());
    m_post.sendAgain(this, record, [this](const Result<> &asked) {
        if (asked)
            m_message->say(Tone::Neutral, Sign::Waiting, tr("The record is sent again."));
        else
            m_message->say(Tone::Danger, errorText(Act::ReadRecords, asked.error()));
        reload();
    });
}

void SyncDialog::showLanes() { m_tabs->setTabVisible(TabCount, m_lanes->isRelay()); }

void SyncDialog::chooseStick(void (StickWork::*deed)(const QString &))
{
    auto *dialog = new QFileDialog(this, tr("The stick, or a folder on it"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this, deed](const QString &folder) {
        (m_stick->*deed)(folder);
        showButtons();
    });
    dialog->open();
}

void SyncDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

void SyncDialog::retranslate()
{
    setWindowTitle(tr("Server and records to send"));
    const QString names[TabCount] = {tr("Waiting"), tr("Held back"), tr("Received"), tr("Link")};
    for (int tab = 0; tab < TabCount; ++tab) {
        m_tabs->setTabText(tab, names[tab]);
        m_tables[tab]->setAccessibleName(names[tab]);
    }
    m_tabs->setTabText(TabCount, tr("Lanes"));
    m_models[Waiting]->setHorizontalHeaderLabels({tr("Since"), tr("Form"), tr("Record"), tr("Urgency"),
                                                  tr("Attempts"), tr("Next attempt"), tr("What happened")});
    m_models[HeldBack]->setHorizontalHeaderLabels(
        {tr("Since"), tr("Form"), tr("Record"), tr("What the server said")});
    m_models[Received]->setHorizontalHeaderLabels(
        {tr("Received"), tr("Form"), tr("Record"), tr("Proof"), tr("What the server said")});
    m_models[Link]->setHorizontalHeaderLabels({tr("Day"), tr("Sent"), tr("Received")});
    m_again->setText(tr("Send this one &again"));
    m_send->setText(tr("&Send now"));
    m_toStick->setText(tr("&To a stick…"));
    m_fromStick->setText(tr("&From a stick…"));
    m_toStick->setAccessibleName(tr("To a stick"));
    m_fromStick->setAccessibleName(tr("From a stick"));
    m_close->setText(tr("&Close"));
    m_again->setAccessibleName(tr("Send this one again"));
    m_send->setAccessibleName(tr("Send now"));
    m_close->setAccessibleName(tr("Close"));
    showStatus();
}

}  // namespace amparo::desktop
