#include "app/desktop/help/help_window.h"

#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"
#include "resources/help/builtin_help.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr int topicRole = Qt::UserRole;
const QString firstTopic = QStringLiteral("welcome");
const QString topicSuffix = QStringLiteral(".md");

/// Qt's reader gives tables narrow cells with two borders.
void styleTables(QTextDocument &document, int padding, const QColor &line)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(padding);
        format.setCellSpacing(0);
        format.setBorderCollapse(true);
        format.setBorderBrush(line);
        table->setFormat(format);
    }
}

QString programLanguage() { return QLocale().bcp47Name(); }

}  // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_library(resources::builtinHelp()),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_empty(wrappedLabel(this)),
      m_page(new QTextBrowser(this)),
      m_review(wrappedLabel(this)),
      m_back(new QPushButton(this)),
      m_about(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    layOut();
    connectParts();
    retranslate();
}

void HelpWindow::open(const QString &topic)
{
    m_search->clear();
    m_before.clear();
    m_topic.clear();
    showTopic(m_library.topic(programLanguage(), topic) ? topic : firstTopic);
    show();
    raise();
    activateWindow();
    m_page->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::layOut()
{
    const int gap = space(fontMetrics(), 1);
    m_search->setClearButtonEnabled(true);
    m_list->setWordWrap(true);
    m_list->setSpacing(gap / 3);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->document()->setDocumentMargin(2 * gap);
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_empty, 1, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_review, 1);
    buttons->addWidget(m_about);
    buttons->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->addWidget(m_page, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addLayout(left, 2);
    row->addLayout(right, 5);
    setTabOrder(m_search, m_list);
    setTabOrder(m_list, m_page);
    setTabOrder(m_page, m_back);
    setTabOrder(m_back, m_about);
    setTabOrder(m_about, m_close);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 34);
}

void HelpWindow::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0)
            showTopic(m_list->item(qMax(0, m_list->currentRow()))->data(topicRole).toString());
    });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { showTopic(item->data(topicRole).toString()); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { showTopic(item->data(topicRole).toString()); });
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { openLink(url.path()); });
    connect(m_back, &QPushButton::clicked, this, &HelpWindow::goBack);
    connect(m_about, &QPushButton::clicked, this, &HelpWindow::aboutRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(Qt::ALT | Qt::Key_Left, this), &QShortcut::activated, this, &HelpWindow::goBack);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    m_search->installEventFilter(this);
}

// Down from the search reaches what was found.
bool HelpWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down &&
        m_list->count() > 0) {
        m_list->setCurrentRow(0);
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

// Back to where one was: without a window manager, as in a kiosk, nobody else does that.
void HelpWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    if (parentWidget())
        parentWidget()->window()->activateWindow();
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpWindow::fillList()
{
    m_list->clear();
    const auto add = [this](const QString &topic, const QString &title, const QString &excerpt) {
        auto *item = new QListWidgetItem(excerpt.isEmpty() ? title : title + QLatin1Char('\n') + excerpt);
        item->setData(topicRole, topic);
        m_list->addItem(item);
        if (topic == m_topic)
            m_list->setCurrentItem(item);
    };
    const QString words = m_search->text();
    if (words.trimmed().isEmpty()) {
        for (const help::Topic &topic : m_library.topics(programLanguage()))
            add(topic.id, topic.title, {});
    } else {
        for (const help::Hit &hit : m_library.search(programLanguage(), words))
            add(hit.topic, hit.title, hit.excerpt);
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
}

void HelpWindow::showTopic(const QString &topic)
{
    const help::Topic *found = m_library.topic(programLanguage(), topic);
    if (!found)
        return;
    if (!m_topic.isEmpty() && m_topic != topic)
        m_before.append(m_topic);
    m_topic = topic;
    m_page->setMarkdown(found->markdown);
    styleTables(*m_page->document(), space(fontMetrics(), 1), secondaryText(palette()));
    m_page->moveCursor(QTextCursor::Start);
    m_page->setAccessibleDescription(found->title);
    m_back->setEnabled(!m_before.isEmpty());
    fillList();
}

void HelpWindow::goBack()
{
    if (m_before.isEmpty())
        return;
    m_topic.clear();
    showTopic(m_before.takeLast());
    m_back->setEnabled(!m_before.isEmpty());
}

void HelpWindow::openLink(const QString &link)
{
    if (link.endsWith(topicSuffix))
        showTopic(link.chopped(topicSuffix.size()));
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Amparo: help"));
    m_search->setPlaceholderText(tr("Search the help (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the help"));
    m_list->setAccessibleName(tr("Help topics"));
    m_empty->setText(tr("Nothing found. Try fewer or shorter words: beginnings are enough."));
    m_page->setAccessibleName(tr("Help"));
    m_back->setText(tr("Back (Alt+Left)"));
    m_back->setAccessibleName(tr("Back"));
    m_about->setText(tr("&About Amparo…"));
    m_about->setAccessibleName(tr("About Amparo and its licences"));
    m_close->setText(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the help"));
    m_review->setText(m_library.isReviewed(programLanguage())
                          ? QString()
                          : tr("No native speaker has reviewed this translation yet."));
    if (!m_topic.isEmpty())
        showTopic(m_topic);
    fillList();
}

}  // namespace amparo::desktop
