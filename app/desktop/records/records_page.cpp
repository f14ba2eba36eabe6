#include "app/desktop/records/records_page.h"

#include "app/desktop/error_text.h"
#include "app/desktop/records/record_deeds.h"
#include "app/desktop/records/record_text.h"
#include "app/desktop/records/records_model.h"
#include "app/desktop/widgets/row_table.h"
#include "app/desktop/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>

namespace amparo::desktop {

namespace {

constexpr int pageSize = 100;
constexpr int typingPauseInMs = 200;

}  // namespace

RecordsPage::RecordsPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_model(new RecordsModel(this)),
      m_search(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_detail(new QTextBrowser(this)),
      m_deeds(new RecordDeeds(post, this)),
      m_status(new QLabel(this))
{
    layOut();
    connectParts();
    retranslate();
}

void RecordsPage::layOut()
{
    m_search->setClearButtonEnabled(true);
    m_table->setModel(m_model);
    showRows(m_table);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setSectionResizeMode(RecordsModel::Name, QHeaderView::Stretch);
    m_detail->setOpenLinks(false);
    m_status->setWordWrap(true);
    setFocusProxy(m_search);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_search);
    page->addWidget(splitter, 1);
    page->addWidget(m_deeds);
    page->addWidget(m_status);
}

void RecordsPage::connectParts()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseInMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_table->scrollToTop();
        readPage(pageSize, std::nullopt);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { goToRows(m_table); });
    connect(m_model, &RecordsModel::moreWanted, this, [this] { readPage(pageSize, m_next); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    select(m_model->at(current.row()).id);
                m_table->selectRow(current.row());  // also where the focus alone made it the current one
            });
    connect(&m_post, &app::Post::recordsChanged, this, &RecordsPage::reload);
    connect(&m_post, &app::Post::recordAcknowledged, this, &RecordsPage::reload);
}

void RecordsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

// Down from the search reaches what was found.
void RecordsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_search->hasFocus())
        goToRows(m_table);
    else
        QWidget::keyPressEvent(event);
}

void RecordsPage::retranslate()
{
    setAccessibleName(tr("Records"));
    m_search->setPlaceholderText(tr("Search by name or document number"));
    m_search->setAccessibleName(tr("Search"));
    m_table->setAccessibleName(tr("Records"));
    m_detail->setAccessibleName(tr("Record"));
    m_detail->setPlaceholderText(tr("Choose a record to read it."));
    m_status->setAccessibleName(tr("Status"));
    showStatus();
    showCurrent();
}

void RecordsPage::reload()
{
    if (!isVisible())
        return;
    readPage(std::max(pageSize, m_model->rowCount()), std::nullopt);
    showCurrent();
}

void RecordsPage::readPage(int size, std::optional<qint64> from)
{
    store::ScreeningFilter filter;
    filter.text = m_search->text();
    const bool isNew =
        std::exchange(m_toldSearch, filter.text) != filter.text && !filter.text.trimmed().isEmpty();
    m_post.store().run(
        this,
        [filter, size, from, isNew](store::Store &store) {
            const Result<> told = isNew ? store.screenings().noteSearch(filter.text) : Result<>();
            return told.and_then([&] { return store.screenings().page(filter, size, from); });
        },
        [this, number = ++m_searchNumber, isFirst = !from](const Result<store::ScreeningPage> &page) {
            if (number != m_searchNumber)
                return;
            page ? showPage(*page, isFirst) : m_status->setText(errorText(Act::ReadRecords, page.error()));
        });
}

void RecordsPage::showPage(const store::ScreeningPage &page, bool isFirst)
{
    m_next = page.next;
    isFirst ? m_model->replace(page.screenings) : m_model->append(page.screenings);
    m_model->setMoreToCome(m_next.has_value());
    if (const int row = m_model->rowOf(m_current); row >= 0 && row != m_table->currentIndex().row())
        m_table->selectRow(row);
    showStatus();
}

void RecordsPage::showStatus()
{
    const int count = m_model->rowCount();
    if (count > 0)
        m_status->setText(m_next ? tr("More than %n record(s)", nullptr, count)
                                 : tr("%n record(s)", nullptr, count));
    else
        m_status->setText(m_search->text().isEmpty() ? tr("There are no records yet.")
                                                     : tr("No record has that name or number."));
}

Result<RecordsPage::Detail> RecordsPage::readDetail(store::Store &store, ScreeningId id)
{
    const auto screening = store.screenings().find(id);
    if (!screening)
        return tl::make_unexpected(screening.error());
    if (!*screening)
        return failure(ErrorCode::NotFound, QStringLiteral("no such screening"));
    Detail detail{**screening, std::nullopt};
    if (detail.screening.finalisedAt) {
        const auto sending = store.outbox().find(id);
        if (!sending)
            return tl::make_unexpected(sending.error());
        detail.sending = *sending;
    }
    return detail;
}

void RecordsPage::select(ScreeningId id)
{
    if (id == m_current)
        return;
    m_current = id;
    showCurrent();
}

void RecordsPage::showCurrent()
{
    if (m_current == ScreeningId())
        return m_detail->clear();
    m_post.store().run(
        this, [id = m_current](store::Store &store) { return readDetail(store, id); },
        [this, id = m_current](const Result<Detail> &detail) {
            if (id == m_current)
                showDetail(detail);
        });
}

// What is not there any more was erased; the list says so.
void RecordsPage::showDetail(const Result<Detail> &detail)
{
    if (!detail && detail.error().code == ErrorCode::NotFound) {
        m_current = ScreeningId();
        m_detail->clear();
        return m_deeds->present(std::nullopt);
    }
    if (!detail)
        return m_status->setText(errorText(Act::ReadRecords, detail.error()));
    m_detail->setHtml(recordHtml(detail->screening, detail->sending, m_post.clock().today()));
    m_deeds->present(detail->screening);
}

}  // namespace amparo::desktop
