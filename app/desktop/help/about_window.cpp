#include "app/desktop/help/about_window.h"

#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"
#include "base/background.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

AboutWindow::AboutWindow(QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_title(new QLabel(QStringLiteral("Amparo"), this)),
      m_version(wrappedLabel(this)),
      m_qt(wrappedLabel(this)),
      m_source(wrappedLabel(this)),
      m_parts(new QListWidget(this)),
      m_text(new QPlainTextEdit(this)),
      m_close(new QPushButton(this))
{
    layOut();
    connect(m_parts, &QListWidget::currentRowChanged, this, &AboutWindow::showPart);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    retranslate();
}

QString AboutWindow::wordsFor(const app::LicensedPart &part)
{
    if (part.version.isEmpty() && part.licences.isEmpty())
        return tr("Text of %1").arg(part.name);
    const QString licences =
        part.licences.isEmpty() ? tr("see its text") : part.licences.join(QStringLiteral(", "));
    return QStringLiteral("%1 %2\n%3").arg(part.name, part.version, licences);
}

void AboutWindow::layOut()
{
    const int gap = space(fontMetrics(), 1);
    m_title->setFont(strong(font(), 1.6));
    for (QLabel *label : {m_version, m_qt, m_source})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_parts->setWordWrap(true);
    m_parts->setSpacing(gap / 3);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    auto *lists = new QHBoxLayout;
    lists->addWidget(m_parts, 2);
    lists->addWidget(m_text, 5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    for (QWidget *one : {m_title, m_version, m_qt, m_source})
        column->addWidget(one);
    column->addLayout(lists, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 34);
}

void AboutWindow::open(const QString &programFolder)
{
    runInPool(
        this, [programFolder] { return app::readLicences(programFolder); },
        [this](const app::Licences &licences) { show(licences); });
    QWidget::show();
    raise();
    activateWindow();
    m_parts->setFocus(Qt::OtherFocusReason);
}

void AboutWindow::show(const app::Licences &licences)
{
    m_licences = licences;
    m_parts->clear();
    for (const app::LicensedPart &part : m_licences.parts) {
        m_parts->addItem(wordsFor(part));
    }
    retranslate();
    m_parts->setCurrentRow(0);
}

void AboutWindow::showPart(int row)
{
    if (row < 0 || row >= m_licences.parts.size())
        return m_text->clear();
    const app::LicensedPart &part = m_licences.parts[row];
    m_text->setPlainText(part.text.isEmpty() ? tr("No text of this licence lies beside the program.")
                                             : part.text);
}

void AboutWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showPart(m_parts->currentRow());
    }
}

// As with the help: without a window manager nobody else brings one back.
void AboutWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    if (parentWidget())
        parentWidget()->window()->activateWindow();
}

void AboutWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void AboutWindow::retranslate()
{
    setWindowTitle(tr("About Amparo"));
    m_version->setText(m_licences.commit.isEmpty()
                           ? tr("Version %1. Free software under the Apache License 2.0.")
                                 .arg(QStringLiteral(AMPARO_VERSION))
                           : tr("Version %1, commit %2. Free software under the Apache License 2.0.")
                                 .arg(QStringLiteral(AMPARO_VERSION), m_licences.commit.first(qMin<qsizetype>(
                                                                          12, m_licences.commit.size()))));
    m_qt->setText(app::qtNotice());
    m_source->setText(app::unpackedNotice());
    m_source->setVisible(!m_licences.parts.isEmpty() && !m_licences.isOfInstallation);
    m_parts->setAccessibleName(tr("What ships with Amparo"));
    m_text->setAccessibleName(tr("Text of the licence"));
    m_close->setText(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
}

}  // namespace amparo::desktop
