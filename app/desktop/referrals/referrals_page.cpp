#include "app/desktop/referrals/referrals_page.h"

#include "app/desktop/referrals/institutions_model.h"
#include "app/desktop/referrals/referral_text.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/row_table.h"
#include "app/desktop/widgets/theme.h"
#include "app/post_reference.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace amparo::desktop {

namespace {

/// Fills a filter's box, first the entry that filters nothing; what was chosen stays.
void refill(QComboBox *box, const QString &everything, const QList<std::pair<QString, QVariant>> &entries)
{
    const QSignalBlocker blocker(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(everything);
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    box->setCurrentIndex(chosen.isValid() ? std::max(0, box->findData(chosen)) : 0);
}

template <class Value, size_t Count>
QList<std::pair<QString, QVariant>> entriesOf(const Names<Value, Count> &names)
{
    QList<std::pair<QString, QVariant>> entries;
    for (const auto &entry : names)
        entries.append({text(entry.first), int(entry.first)});
    return entries;
}

template <class Value> std::optional<Value> chosenIn(const QComboBox *box)
{
    const QVariant value = box->currentData();
    return value.isValid() ? std::optional(Value(value.toInt())) : std::nullopt;
}

}  // namespace

ReferralsPage::ReferralsPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_model(new InstitutionsModel(this)),
      m_text(new QLineEdit(this)),
      m_country(new QComboBox(this)),
      m_service(new QComboBox(this)),
      m_serves(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_open(new QCheckBox(this)),
      m_trust(new Finding(this)),
      m_table(new QTableView(this)),
      m_detail(new QTextBrowser(this)),
      m_status(new QLabel(this))
{
    layOut();
    connectParts();
    retranslate();
}

void ReferralsPage::layOut()
{
    m_text->setClearButtonEnabled(true);
    m_table->setModel(m_model);
    showRows(m_table);
    m_table->setWordWrap(false);
    for (const int column : {InstitutionsModel::Name, InstitutionsModel::Services})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_detail->setOpenLinks(false);
    setFocusProxy(m_text);

    auto *filters = new QHBoxLayout;
    for (QComboBox *box : {m_country, m_service, m_serves, m_language}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        filters->addWidget(box, 1);
    }
    filters->addWidget(m_open);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_text);
    page->addLayout(filters);
    page->addWidget(m_trust);
    page->addWidget(splitter, 1);
    page->addWidget(m_status);
}

void ReferralsPage::connectParts()
{
    connect(m_text, &QLineEdit::textChanged, this, &ReferralsPage::search);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { goToRows(m_table); });
    for (QComboBox *box : {m_country, m_service, m_serves, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &ReferralsPage::search);
    connect(m_open, &QCheckBox::toggled, this, &ReferralsPage::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                showCurrent();
                m_table->selectRow(current.row());  // also where the focus alone made it the current one
            });
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            search();
    });
    m_minute.start();
}

void ReferralsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReferralsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
    search();
}

// Down from the search reaches what was found.
void ReferralsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_text->hasFocus())
        goToRows(m_table);
    else
        QWidget::keyPressEvent(event);
}

void ReferralsPage::retranslate()
{
    setAccessibleName(tr("Referrals"));
    m_text->setPlaceholderText(tr("Search by name, place or number"));
    m_text->setAccessibleName(tr("Search"));
    m_country->setAccessibleName(tr("Country"));
    m_service->setAccessibleName(tr("Service"));
    m_serves->setAccessibleName(tr("Whom it serves"));
    m_language->setAccessibleName(tr("Language spoken"));
    m_open->setText(tr("&Not closed now"));
    m_open->setAccessibleName(tr("Not closed now"));
    m_table->setAccessibleName(tr("Institutions"));
    m_detail->setAccessibleName(tr("Institution"));
    m_detail->setPlaceholderText(tr("Choose an institution to read all about it."));
    m_status->setAccessibleName(tr("Status"));
    offerFilters();
    search();
}

void ReferralsPage::load()
{
    if (m_reference || m_isLoading)
        return;
    m_isLoading = true;
    m_status->setText(tr("Reading…"));
    m_post.store().run(
        this, [](store::Store &store) { return app::postReference(store); },
        [this](const reference::Reference &reference) {
            m_reference = reference;
            offerFilters();
            search();
        });
}

void ReferralsPage::offerFilters()
{
    QMap<QString, QVariant> countries;  // by what is shown, hence in the order of reading
    QMap<QString, QVariant> languages;
    for (const reference::Institution &one :
         m_reference ? m_reference->institutions : QList<reference::Institution>()) {
        if (!one.country.isEmpty())
            countries.insert(countryText(one.country), one.country);
        for (const QString &code : one.languages)
            languages.insert(spokenLanguageText(code), code);
    }
    const auto listed = [](const QMap<QString, QVariant> &values) {
        QList<std::pair<QString, QVariant>> entries;
        for (auto value = values.begin(); value != values.end(); ++value)
            entries.append({value.key(), value.value()});
        return entries;
    };
    refill(m_country, tr("Every country"), listed(countries));
    refill(m_service, tr("Every service"), entriesOf(reference::serviceNames));
    refill(m_serves, tr("For whomever"), entriesOf(reference::servesNames));
    refill(m_language, tr("Any language"), listed(languages));
}

reference::DirectoryFilter ReferralsPage::filter() const
{
    return {m_text->text(),
            m_country->currentData().toString(),
            chosenIn<reference::Service>(m_service),
            chosenIn<reference::Serves>(m_serves),
            m_language->currentData().toString(),
            m_open->isChecked()};
}

void ReferralsPage::search()
{
    if (!m_reference)
        return;
    const QModelIndex current = m_table->currentIndex();
    const QString chosen = current.isValid() ? m_model->at(current.row()).id : QString();
    const QDateTime now = m_post.clock().utcNow();
    m_model->replace(reference::search(m_reference->institutions, m_reference->helpLines, filter(), now), now,
                     m_post.clock().today());
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_table->selectRow(row);
    showFindings();
    showCurrent();
}

void ReferralsPage::showFindings()
{
    const int shown = m_model->rowCount();
    const auto total = m_reference->institutions.size();
    m_status->setText(
        shown > 0
            ? tr("%1 of %2 institutions").arg(shown).arg(total)
            : tr("No institution fits. Leave a filter open: what is not known may be there all the same."));
    int doubtful = 0;
    for (int row = 0; row < shown; ++row)
        doubtful +=
            freshness(m_model->at(row).provenance, m_post.clock().today()) != reference::Freshness::Current;
    m_trust->say(
        Tone::Caution,
        doubtful == 0
            ? QString()
            : tr("%n entry(ies) not confirmed in the last 180 days. Call before you promise anything.",
                 nullptr, doubtful));
}

void ReferralsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_reference || !current.isValid())
        return m_detail->clear();
    m_detail->setHtml(institutionHtml(m_model->at(current.row()), m_reference->helpLines,
                                      m_post.clock().utcNow(), m_post.clock().today(), palette()));
}

}  // namespace amparo::desktop
