#include "sync/schedules/schedule_run.h"

#include "sync/schedules/memory_post.h"
#include "sync/schedules/trail.h"

#include <QTimer>

namespace amparo::test {

namespace {

constexpr int mostCarriages = 30;  // a schedule's faults are fewer

}  // namespace

ScheduleRun::ScheduleRun(Schedule schedule, const QString &name, Site &site)
    : m_schedule(std::move(schedule)),
      m_story(m_schedule.toText()),
      m_site(site),
      m_name(name),
      m_link(site.port()),
      m_settings(site.settingsFor(m_name, m_link.port()))
{
    for (const LinkFault &fault : std::as_const(m_schedule.faults))
        m_link.order(fault);
    makePost();
    for (int i = 0; i < m_schedule.records; ++i)
        m_post->addRecord(i == 0 ? m_schedule.fileBytes : 0);
    m_post->backUp();
    connect(&m_link, &FaultProxy::requestBegan, this, &ScheduleRun::requestBegan);
    if (m_schedule.way == Way::Stick)
        lookWhetherOver();
    else
        startProgram();
}

ScheduleRun::~ScheduleRun() = default;

void ScheduleRun::makePost()
{
    if (m_schedule.keeping == Keeping::InMemory) {
        m_post = std::make_unique<MemoryPost>(m_name, m_clock);
        return;
    }
    auto post = std::make_unique<StorePost>(m_clock);
    m_storePost = post.get();
    m_post = std::move(post);
    if (m_schedule.isSealed)
        m_settings.sealKey = m_site.sealKey();
    if (m_schedule.way != Way::OpenRosa)
        m_trail = std::make_unique<Trail>(m_site.carrierFor(m_name, m_storePost->sealingKey(), m_link.port()),
                                          m_site.sealKey(), m_clock);
}

void ScheduleRun::startProgram()
{
    if (m_schedule.way == Way::Stick)
        return;
    m_engine = std::make_unique<sync::Engine>(
        m_post->makeOutbox(),
        [this](const sync::ServerSettings &settings) {
            return m_site.makeTransport(settings, m_clock, *m_post);
        },
        m_clock, [](const sync::Unsent &, int) { return std::chrono::milliseconds(0); });
    connect(m_engine.get(), &sync::Engine::recordAcknowledged, this, &ScheduleRun::lookWhetherOver);
    m_engine->configure(m_settings);
}

// What happens, happens while a request is on its way: the event loop is let in between.
void ScheduleRun::requestBegan(int number)
{
    if (!m_isDoing && !m_schedule.deeds.isEmpty() && m_schedule.deeds.first().request <= number)
        doSoon();
    lookWhetherOver();
}

void ScheduleRun::lookWhetherOver()
{
    if (m_isDoing || m_isOver)
        return;
    const RecordCounts counts = m_post->counts();
    const bool isByStick = m_schedule.way == Way::Stick;
    if (counts.refused > 0 || (counts.waiting == 0 && m_schedule.deeds.isEmpty()))
        m_isOver = true;
    else if (!m_schedule.deeds.isEmpty() && (counts.waiting == 0 || isByStick))
        doSoon();
    else if (isByStick)
        carryTheRest();
}

void ScheduleRun::doSoon()
{
    m_isDoing = true;
    QTimer::singleShot(0, this, &ScheduleRun::doNext);
}

void ScheduleRun::doNext()
{
    const Deed deed = m_schedule.deeds.takeFirst();
    using Kind = Deed::Kind;
    switch (deed.kind) {
    case Kind::Restart:
        m_engine.reset();
        m_post->kill();
        startProgram();
        break;
    case Kind::Backup:
        m_post->backUp();
        break;
    case Kind::Restore:
        setBack([this] { m_post->restore(); });
        break;
    case Kind::SetBack:
        setBack([this, how = deed.amount] { m_post->setBack(how); });
        break;
    case Kind::Finalise:
        m_post->addRecord();
        if (m_engine)
            m_engine->outboxChanged();
        break;
    case Kind::MoveClock:
        m_clock.moveByDays(deed.amount);
        break;
    case Kind::KillServer:
        m_site.killServer();
        m_link.setTarget(m_site.port());
        break;
    case Kind::KillDatabase:
        m_site.killDatabase();
        break;
    default:
        doWithStick(deed);
        return;
    }
    done();
}

void ScheduleRun::doWithStick(const Deed &deed)
{
    using Kind = Deed::Kind;
    switch (deed.kind) {
    case Kind::ExportStick:
        m_trail->exportFrom(*m_storePost, [this] { done(); });
        return;
    case Kind::CarryStick:
        m_trail->carry([this] { done(); });
        return;
    case Kind::TakeReceipts:
        m_trail->takeReceipts(*m_storePost);
        break;
    case Kind::LoseBundle:
        m_trail->loseBundle(unsigned(deed.amount));
        break;
    case Kind::CutFile:
        m_trail->cutFile(unsigned(deed.amount));
        break;
    case Kind::SwapFiles:
        m_trail->swapFiles(unsigned(deed.amount));
        break;
    case Kind::CopyAway:
        m_trail->copyAway();
        break;
    case Kind::PutBack:
        m_trail->putBack();
        break;
    default:
        Q_UNREACHABLE();
    }
    done();
}

void ScheduleRun::done()
{
    m_isDoing = false;
    lookWhetherOver();
}

/// What no deed has brought over, until all is there.
void ScheduleRun::carryTheRest()
{
    if (++m_carriages > mostCarriages) {
        m_isOver = true;
        return;
    }
    m_isDoing = true;
    m_trail->exportFrom(*m_storePost, [this] {
        m_trail->carry([this] {
            m_trail->takeReceipts(*m_storePost);
            done();
        });
    });
}

/// The post is as it was; what it made since, it has forgotten, and what it had a receipt for has arrived.
template <class Change> void ScheduleRun::setBack(Change change)
{
    m_engine.reset();
    const QList<MadeRecord> before = m_post->records();
    change();
    const QList<MadeRecord> after = m_post->records();
    for (const MadeRecord &record : before) {
        const bool isKept = std::any_of(after.begin(), after.end(),
                                        [&](const MadeRecord &kept) { return kept.id == record.id; });
        if (!isKept)
            m_lost.append({record, !record.receipt});
    }
    startProgram();
}

QString ScheduleRun::flaw()
{
    m_engine.reset();
    if (const QString flaw = m_post->flaw(); !flaw.isEmpty())
        return flaw;
    const RecordCounts counts = m_post->counts();
    if (counts.refused > 0)
        return QStringLiteral("%1 records were refused").arg(counts.refused);
    if (counts.waiting > 0)
        return QStringLiteral("%1 of %2 records have no receipt; %3 requests, %4 deeds to come")
            .arg(counts.waiting)
            .arg(counts.waiting + counts.acknowledged)
            .arg(m_link.requests())
            .arg(m_schedule.deeds.size());
    QList<Expectation> expectations = m_lost;
    const QList<MadeRecord> records = m_post->records();
    for (const MadeRecord &record : records)
        expectations.append({record, false});
    return m_site.flawOf(m_name, expectations);
}

}  // namespace amparo::test
