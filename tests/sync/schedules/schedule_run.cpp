#include "sync/schedules/schedule_run.h"

#include "crypto/random.h"

#include <QTimer>

namespace amparo::test {

using State = OutboxContents::State;

ScheduleRun::ScheduleRun(Schedule schedule, Site &site)
    : m_schedule(std::move(schedule)),
      m_site(site),
      m_name(QStringLiteral("post-%1").arg(m_schedule.seed)),
      m_link(site.port()),
      m_settings(site.settingsFor(m_name, m_link.port()))
{
    m_station->storeId = crypto::randomBytes(16);
    m_station->generation = crypto::randomBytes(16);
    for (const LinkFault &fault : std::as_const(m_schedule.faults))
        m_link.order(fault);
    while (m_made < m_schedule.records)
        addRecord();
    if (m_schedule.fileBytes > 0) {
        sync::Parcel &parcel = m_outbox->rows.first().parcel;
        parcel.submissionXml.replace("</a>", "</a><picture>face.jpg</picture>");
        parcel.attachments.append({QStringLiteral("face.jpg"), QStringLiteral("image/jpeg"),
                                   crypto::randomBytes(m_schedule.fileBytes)});
    }
    m_backup = {*m_outbox, *m_station};
    connect(&m_link, &FaultProxy::requestBegan, this, &ScheduleRun::requestBegan);
    startProgram();
}

ScheduleRun::~ScheduleRun() = default;

void ScheduleRun::addRecord()
{
    ++m_made;
    m_outbox->add(QStringLiteral("uuid:%1-%2").arg(m_name).arg(m_made), m_made % 3);
}

void ScheduleRun::startProgram()
{
    m_engine.reset();
    m_engine = std::make_unique<sync::Engine>(
        std::make_unique<MemoryOutbox>(m_outbox, m_clock),
        [this](const sync::ServerSettings &settings) {
            return m_site.makeTransport(settings, m_clock, m_station);
        },
        m_clock, [](const sync::Unsent &, int) { return std::chrono::milliseconds(0); });
    connect(m_engine.get(), &sync::Engine::recordAcknowledged, this, &ScheduleRun::lookWhetherOver);
    m_engine->configure(m_settings);
}

// What happens, happens while a request is on its way: the event loop is let in between.
void ScheduleRun::requestBegan(int number)
{
    if (!m_isDoing && !m_schedule.deeds.isEmpty() && m_schedule.deeds.first().request <= number) {
        m_isDoing = true;
        QTimer::singleShot(0, this, &ScheduleRun::doNext);
    }
    lookWhetherOver();
}

void ScheduleRun::lookWhetherOver()
{
    if (m_isDoing || m_isOver)
        return;
    if (m_outbox->count(State::Quarantined) > 0) {
        m_isOver = true;
    } else if (hasArrived() && m_schedule.deeds.isEmpty()) {
        m_isOver = true;
    } else if (hasArrived()) {
        m_isDoing = true;
        QTimer::singleShot(0, this, &ScheduleRun::doNext);
    }
}

bool ScheduleRun::hasArrived() const
{
    return m_outbox->count(State::Accepted) == int(m_outbox->rows.size());
}

void ScheduleRun::doNext()
{
    const Deed deed = m_schedule.deeds.takeFirst();
    m_isDoing = false;
    using Kind = Deed::Kind;
    switch (deed.kind) {
    case Kind::Restart:
        startProgram();
        break;
    case Kind::Backup:
        m_backup = {*m_outbox, *m_station};
        break;
    case Kind::Restore:
        setBack(true);
        break;
    case Kind::SetBack:
        setBack(false);
        break;
    case Kind::Finalise:
        addRecord();
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
    }
    lookWhetherOver();
}

/// The post is as it was; what it made since, it has forgotten, and what it had a receipt for has arrived.
void ScheduleRun::setBack(bool isKnown)
{
    m_engine.reset();
    for (const OutboxContents::Row &row : std::as_const(m_outbox->rows)) {
        const bool isKept = std::any_of(m_backup.outbox.rows.begin(), m_backup.outbox.rows.end(),
                                        [&](const OutboxContents::Row &kept) { return kept.id == row.id; });
        if (!isKept)
            m_lost.append({row, row.state != State::Accepted});
    }
    *m_outbox = m_backup.outbox;
    *m_station = m_backup.station;
    if (isKnown)
        m_station->beginNewLife();
    startProgram();
}

QString ScheduleRun::flaw()
{
    m_engine.reset();
    if (const int refused = m_outbox->count(State::Quarantined); refused > 0)
        return QStringLiteral("%1 records were refused").arg(refused);
    if (!hasArrived())
        return QStringLiteral("%1 of %2 records have no receipt; %3 requests, %4 deeds to come")
            .arg(m_outbox->rows.size() - m_outbox->count(State::Accepted))
            .arg(m_outbox->rows.size())
            .arg(m_link.requests())
            .arg(m_schedule.deeds.size());
    QList<Expectation> expectations = m_lost;
    for (const OutboxContents::Row &row : std::as_const(m_outbox->rows))
        expectations.append({row, false});
    return m_site.flawOf(m_name, expectations);
}

}  // namespace amparo::test
