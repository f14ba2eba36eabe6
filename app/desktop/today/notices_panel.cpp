#include "app/desktop/today/notices_panel.h"

#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/post_reference.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

using reference::Notice;

namespace {

constexpr qsizetype mostOnPage = 240;  // characters: the page is for today's work

Tone toneOf(const Notice &notice)
{
    return notice.kind == Notice::Kind::Warning ? Tone::Warning : Tone::Neutral;
}

QString inOurs(const Translated &text) { return text.in(QLocale().bcp47Name()); }

bool isLong(const Notice &notice) { return inOurs(notice.text).size() > mostOnPage; }

QString sentenceOf(const Notice &notice)
{
    const QString title = inOurs(notice.title);
    const QString text =
        isLong(notice) ? inOurs(notice.text).left(mostOnPage) + QChar(0x2026) : inOurs(notice.text);
    if (notice.kind == Notice::Kind::Update)
        return NoticesPanel::tr("Version %1 of the program is there. %2. %3")
            .arg(notice.version, title, text);
    return NoticesPanel::tr("From headquarters: %1. %2").arg(title, text);
}

/// Plain text throughout: what headquarters wrote is no markup.
QString asHtml(const QList<Notice> &notices)
{
    QString html;
    for (const Notice &notice : notices) {
        html +=
            QStringLiteral("<h3>%1</h3><p>%2</p><p><i>%3</i></p>")
                .arg(inOurs(notice.title).toHtmlEscaped(),
                     inOurs(notice.text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")),
                     NoticesPanel::tr("Until %1").arg(dateToText(notice.until, QLocale())).toHtmlEscaped());
    }
    return html;
}

}  // namespace

NoticesPanel::NoticesPanel(app::Post &post, QWidget *parent)
    : QWidget(parent), m_post(post), m_all(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(fontMetrics(), 1));
    for (Finding *&shown : m_shown) {
        shown = new Finding(this);
        column->addWidget(shown);
    }
    column->addWidget(m_all, 0, Qt::AlignLeft);
    connect(m_all, &QPushButton::clicked, this, &NoticesPanel::showAll);
    connect(&post, &app::Post::packagesTaken, this, &NoticesPanel::reload);
    showNotices();
}

// What cannot be read is left out: whoever reads the page hears of a store that fails.
void NoticesPanel::reload()
{
    const QDate today = m_post.clock().today();
    m_post.store().run(
        this, [today](store::Store &store) { return app::noticesFor(store, today); },
        [this](const Result<QList<Notice>> &notices) {
            m_notices = notices.value_or(QList<Notice>());
            showNotices();
        });
}

void NoticesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showNotices();
}

void NoticesPanel::showNotices()
{
    for (int place = 0; place < shownAtOnce; ++place) {
        const bool isThere = place < m_notices.size();
        m_shown[place]->say(isThere ? toneOf(m_notices[place]) : Tone::Neutral,
                            isThere ? sentenceOf(m_notices[place]) : QString());
    }
    m_all->setText(tr("All &notices of headquarters (%1)…").arg(m_notices.size()));
    m_all->setAccessibleName(tr("All notices of headquarters"));
    m_all->setVisible(m_notices.size() > shownAtOnce ||
                      std::any_of(m_notices.begin(), m_notices.end(), isLong));
}

void NoticesPanel::showAll()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Notices of headquarters"));
    auto *text = new QTextBrowser(dialog);
    text->setOpenLinks(false);
    text->setAccessibleName(dialog->windowTitle());
    text->setHtml(asHtml(m_notices));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(touchSize(fontMetrics()) * 14, touchSize(fontMetrics()) * 10);
    dialog->open();
}

}  // namespace amparo::desktop
