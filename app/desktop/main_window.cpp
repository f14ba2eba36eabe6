#include "app/desktop/main_window.h"

#include "app/desktop/sign_in/sign_in_page.h"
#include "app/desktop/widgets/wedge_filter.h"
#include "app/desktop/workplace.h"

#include <QApplication>
#include <QEvent>
#include <QStackedWidget>

namespace amparo::desktop {

MainWindow::MainWindow(const QString &storeFolder, bool demo, const Clock &clock)
    : m_stack(new QStackedWidget(this)),
      m_signIn(new SignInPage(storeFolder, clock, m_stack)),
      m_wedge(std::make_unique<WedgeFilter>(clock))
{
    m_stack->addWidget(m_signIn);
    setCentralWidget(m_stack);
    resize(1366, 768);  // the smallest screen that posts have
    qApp->installEventFilter(m_wedge.get());
    connect(m_wedge.get(), &WedgeFilter::mrzScanned, this, [this](const QString &mrz) {
        if (m_workplace)
            m_workplace->readMrz(mrz);
    });
    connect(m_signIn, &SignInPage::signedIn, this,
            [this](app::Post *post) { enter(std::unique_ptr<app::Post>(post)); });
    connect(m_signIn, &SignInPage::languageChosen, this, &MainWindow::languageChosen);
    if (demo)
        m_signIn->offerDemo();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::enter(std::unique_ptr<app::Post> post)
{
    m_workplace = new Workplace(std::move(post), m_stack);
    m_stack->addWidget(m_workplace);
    m_stack->setCurrentWidget(m_workplace);
    // Later: the button that asks for it is a part of what is taken away.
    connect(m_workplace, &Workplace::signOutRequested, this, &MainWindow::leave, Qt::QueuedConnection);
    retranslate();
}

void MainWindow::leave()
{
    m_stack->setCurrentWidget(m_signIn);
    delete std::exchange(m_workplace, nullptr);
    retranslate();
}

void MainWindow::retranslate()
{
    setWindowTitle(m_workplace ? tr("Amparo: %1").arg(m_workplace->post().description().name)
                               : QStringLiteral("Amparo"));
}

}  // namespace amparo::desktop
