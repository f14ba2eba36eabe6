#include "app/desktop/main_window.h"

#include "app/desktop/help/help_topic.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/sign_in/sign_in_page.h"
#include "app/desktop/widgets/wedge_filter.h"
#include "app/desktop/workplace.h"

#include <QApplication>
#include <QEvent>
#include <QShortcut>
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
    setHelpTopic(m_signIn, "sign-in");
    auto *helpKey = new QShortcut(QKeySequence::HelpContents, this);
    helpKey->setContext(Qt::ApplicationShortcut);  // in dialogs too
    connect(helpKey, &QShortcut::activated, this, &MainWindow::help);
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
    connect(m_workplace, &Workplace::placeChanged, this, &MainWindow::retranslate);
    retranslate();
}

// A window of its own: the screening stays as it is.
void MainWindow::help()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    m_help->open(helpTopicOf(QApplication::focusWidget()));
}

void MainWindow::leave()
{
    m_stack->setCurrentWidget(m_signIn);
    delete std::exchange(m_workplace, nullptr);
    retranslate();
}

void MainWindow::retranslate()
{
    if (!m_workplace)
        setWindowTitle(QStringLiteral("Amparo"));
    else if (m_workplace->isTraining())
        setWindowTitle(tr("Amparo: TRAINING"));
    else
        setWindowTitle(tr("Amparo: %1").arg(m_workplace->post().description().name));
}

}  // namespace amparo::desktop
