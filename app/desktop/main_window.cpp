#include "app/desktop/main_window.h"

#include "app/desktop/help/about_window.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/lock/lock_page.h"
#include "app/desktop/set_up/set_up_page.h"
#include "app/desktop/sign_in/sign_in_page.h"
#include "app/desktop/unsaved_question.h"
#include "app/desktop/widgets/clipboard_care.h"
#include "app/desktop/widgets/wedge_filter.h"
#include "app/desktop/workplace.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

namespace amparo::desktop {

using app::LockReason;

MainWindow::MainWindow(const QString &storeFolder, bool demo, const Clock &clock)
    : m_storeFolder(storeFolder),
      m_clock(clock),
      m_mayNeedSetUp(!demo),
      m_sessions(storeFolder, clock),
      m_idle(clock),
      m_stack(new QStackedWidget(this)),
      m_signIn(new SignInPage(storeFolder, clock, m_stack)),
      m_lockPage(new LockPage(storeFolder, m_sessions, clock, m_stack)),
      m_wedge(std::make_unique<WedgeFilter>(clock))
{
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_lockPage);
    setCentralWidget(m_stack);
    resize(1366, 768);  // the smallest screen that posts have
    new ClipboardCare(*QApplication::clipboard(), std::chrono::seconds(20), this);
    setHelpTopic(m_signIn, "sign-in");
    setHelpTopic(m_lockPage, "lock");
    connectParts();
    if (demo)
        m_signIn->offerDemo();
    retranslate();
}

// The pages use the sessions, which are destroyed before children are.
MainWindow::~MainWindow()
{
    m_wedge.reset();
    delete std::exchange(m_workplace, nullptr);
    delete m_stack;
}

void MainWindow::connectParts()
{
    for (QObject *filter : {static_cast<QObject *>(m_wedge.get()), static_cast<QObject *>(&m_idle),
                            static_cast<QObject *>(this)})
        qApp->installEventFilter(filter);  // the last one hears first
    connect(m_wedge.get(), &WedgeFilter::mrzScanned, this, [this](const QString &mrz) {
        if (m_workplace)
            m_workplace->readMrz(mrz);
    });
    connect(&m_idle, &IdleWatch::idle, this, [this] { lock(LockReason::Idle); });
    const auto open = [this](app::Post *post) { enter(std::unique_ptr<app::Post>(post)); };
    connect(m_signIn, &SignInPage::signedIn, this, open);
    connect(m_lockPage, &LockPage::unlocked, this, open);
    connect(m_lockPage, &LockPage::otherOfficerWanted, this, &MainWindow::chooseOfficer);
    connect(m_signIn, &SignInPage::nameChosen, this, [this](const QString &name) {
        if (const record::Officer *officer = m_sessions.locked(name)) {
            m_lockPage->present(*officer);
            m_stack->setCurrentWidget(m_lockPage);
        }
    });
    connect(m_signIn, &SignInPage::languageChosen, this, &MainWindow::languageChosen);
    connect(&m_sessions, &LockedSessions::pinEnded, this, &MainWindow::logPinEvents);
    auto *helpKey = new QShortcut(QKeySequence::HelpContents, this);
    helpKey->setContext(Qt::ApplicationShortcut);  // in dialogs too
    connect(helpKey, &QShortcut::activated, this, &MainWindow::help);
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (std::exchange(m_mayNeedSetUp, false) && SetUpPage::isFor(m_storeFolder))
        offerSetUp();
    QMainWindow::showEvent(event);
}

void MainWindow::offerSetUp()
{
    m_setUp = new SetUpPage(m_storeFolder, m_clock, m_stack);
    setHelpTopic(m_setUp, "set-up");
    m_stack->addWidget(m_setUp);
    m_stack->setCurrentWidget(m_setUp);
    connect(m_setUp, &SetUpPage::languageChosen, this, &MainWindow::languageChosen);
    connect(m_setUp, &SetUpPage::signedIn, this, [this](app::Post *post) {
        enter(std::unique_ptr<app::Post>(post));
        endSetUp();
    });
    connect(m_setUp, &SetUpPage::signInWanted, this, [this] {
        m_stack->setCurrentWidget(m_signIn);
        endSetUp();
    });
}

void MainWindow::endSetUp()
{
    if (m_setUp)
        std::exchange(m_setUp, nullptr)->deleteLater();
}

void MainWindow::watch(std::unique_ptr<SessionSignals> signals_)
{
    m_signals = std::move(signals_);
    connect(m_signals.get(), &SessionSignals::away, this, &MainWindow::lock);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Before any page, dialog or cover: no shortcut would reach all of them.
bool MainWindow::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_workplace)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_L || !key->modifiers().testFlag(Qt::ControlModifier) ||
        key->modifiers().testFlag(Qt::AltModifier))
        return false;
    lockSoon(key->modifiers().testFlag(Qt::ShiftModifier) ? LockReason::OfficerChange : LockReason::Key);
    return true;
}

void MainWindow::enter(std::unique_ptr<app::Post> post)
{
    const std::optional<Standing> standing = m_sessions.resume(post->officer().id);
    m_idle.start(post->lockTime());
    m_workplace = new Workplace(std::move(post), m_stack);
    m_workplace->holdIn(m_sessions);
    m_stack->addWidget(m_workplace);
    m_stack->setCurrentWidget(m_workplace);
    connect(&m_workplace->post(), &app::Post::shiftChanged, this, [this] {
        if (!m_workplace->post().shift())
            m_sessions.endPins(store::PinEnd::ShiftClosed);
    });
    connect(&m_workplace->post(), &app::Post::policiesChanged, this,
            [this] { m_idle.start(m_workplace->post().lockTime()); });
    connect(&m_workplace->post().keyChange(), &app::KeyChange::runningChanged, &m_idle, &IdleWatch::setHeld);
    // Later: the button that asks for it is a part of what is taken away.
    connect(m_workplace, &Workplace::signOutRequested, this, &MainWindow::signOut, Qt::QueuedConnection);
    connect(m_workplace, &Workplace::lockRequested, this, [this] { lockSoon(LockReason::Key); });
    connect(m_workplace, &Workplace::officerChangeRequested, this,
            [this] { lockSoon(LockReason::OfficerChange); });
    connect(m_workplace, &Workplace::pinSet, this,
            [this](store::QuickUnlock *pin) { m_sessions.setPin(LockedSessions::Pin(pin)); });
    connect(m_workplace, &Workplace::helpRequested, this, &MainWindow::help);
    connect(m_workplace, &Workplace::aboutRequested, this, &MainWindow::about);
    connect(m_workplace, &Workplace::placeChanged, this, &MainWindow::retranslate);
    logPinEvents();
    retranslate();
    if (standing)
        m_workplace->resume(*standing);
    if (m_lockOnEntry)
        lock(*m_lockOnEntry);
}

void MainWindow::lock(LockReason why)
{
    if (!m_workplace) {
        if (m_signIn->isBusy() || m_lockPage->isBusy() || (m_setUp && m_setUp->isBusy()))
            m_lockOnEntry = why;
        else if (m_setUp)
            m_setUp->forget();
        return;
    }
    m_lockOnEntry.reset();
    const record::Officer officer = m_workplace->post().officer();
    m_sessions.keep(officer, m_workplace->standing());
    m_workplace->post().setLocked(why);
    m_lockPage->present(officer);
    closeWorkplace(m_lockPage);
    if (why == LockReason::OfficerChange)
        chooseOfficer();
}

void MainWindow::lockSoon(LockReason why)
{
    QMetaObject::invokeMethod(
        this, [this, why] { lock(why); }, Qt::QueuedConnection);
}

bool MainWindow::isAllSaved() const
{
    return !m_sessions.holdsDrafts() && (!m_workplace || m_workplace->isSaved());
}

// Later: the workplace goes with it, and is what answers.
void MainWindow::leave(const std::function<bool()> &isSaved, const std::function<void()> &go)
{
    const auto goLater = [this, go] { QMetaObject::invokeMethod(this, go, Qt::QueuedConnection); };
    const auto decide = [this, isSaved, goLater] {
        if (isSaved())
            goLater();
        else
            askWhetherToLeave(m_workplace ? static_cast<QWidget *>(m_workplace) : this, goLater);
    };
    m_workplace ? m_workplace->settle(decide) : decide();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workplace)
        m_workplace->commit();
    if (m_mayClose || isAllSaved())
        return QMainWindow::closeEvent(event);
    event->ignore();
    leave([this] { return isAllSaved(); },
          [this] {
              m_mayClose = true;
              close();
          });
}

void MainWindow::signOut()
{
    if (m_workplace)
        leave([this] { return m_workplace->isSaved(); }, [this] { endSession(); });
}

void MainWindow::endSession()
{
    if (!m_workplace)
        return;
    const OfficerId officer = m_workplace->post().officer().id;
    m_signIn->typeName();
    m_sessions.forget(officer);
    logPinEvents();
    closeWorkplace(m_signIn);
}

void MainWindow::chooseOfficer()
{
    m_signIn->offerNames();
    m_stack->setCurrentWidget(m_signIn);
}

/// What is on the screen goes before anything is waited for.
void MainWindow::closeWorkplace(QWidget *next)
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    m_idle.stop();
    m_stack->setCurrentWidget(next);
    m_stack->repaint();
    delete std::exchange(m_workplace, nullptr);
    retranslate();
}

/// With nobody signed in they wait for the next store that is open.
void MainWindow::logPinEvents()
{
    if (!m_workplace)
        return;
    const QList<store::PinEvent> events = m_sessions.takeEvents();
    if (events.isEmpty())
        return;
    m_workplace->post().store().run(
        this, [events](store::Store &store) { return store.recordPinEvents(events); },
        [this, events](const Result<> &logged) {
            if (!logged)
                m_sessions.returnEvents(events);
        });
}

// A window of its own: the screening stays as it is.
void MainWindow::help()
{
    if (m_workplace && m_workplace->isCovered())
        return;
    if (!m_help) {
        m_help = new HelpWindow(this);
        connect(m_help, &HelpWindow::aboutRequested, this, &MainWindow::about);
    }
    m_help->open(helpTopicOf(QApplication::focusWidget()));
}

void MainWindow::about()
{
    if (m_workplace && m_workplace->isCovered())
        return;
    if (!m_about)
        m_about = new AboutWindow(this);
    m_about->open(QCoreApplication::applicationDirPath());
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
