#pragma once

#include "sync/engine.h"
#include "sync/schedules/site.h"

namespace amparo::test {

/// The computer's clock, but for what was done to the time of day.
class MovableClock final : public Clock {
public:
    QDateTime utcNow() const override { return systemClock().utcNow().addDays(m_days); }
    std::chrono::milliseconds monotonic() const override { return systemClock().monotonic(); }
    void moveByDays(int days) { m_days += days; }

private:
    int m_days = 0;
};

/// One schedule, from its beginning until all has arrived. Any number run at the same time in one thread.
class ScheduleRun : public QObject {
public:
    ScheduleRun(Schedule schedule, Site &site);
    ~ScheduleRun() override;

    /// Everything has happened and everything has arrived, or something can never arrive.
    bool isOver() const { return m_isOver; }
    const Schedule &schedule() const { return m_schedule; }

    /// Empty: all is as it should be.
    QString flaw();

private:
    /// What the post keeps when its program ends.
    struct Post {
        OutboxContents outbox;
        StationContents station;
    };

    void addRecord();
    void startProgram();
    void requestBegan(int number);
    void lookWhetherOver();
    void doNext();
    void setBack(bool isKnown);
    bool hasArrived() const;

    Schedule m_schedule;
    Site &m_site;
    QString m_name;
    FaultProxy m_link;
    sync::ServerSettings m_settings;
    MovableClock m_clock;
    std::shared_ptr<OutboxContents> m_outbox = std::make_shared<OutboxContents>();
    std::shared_ptr<StationContents> m_station = std::make_shared<StationContents>();
    Post m_backup;
    QList<Expectation> m_lost;  // records that the post has forgotten
    std::unique_ptr<sync::Engine> m_engine;
    int m_made = 0;
    bool m_isDoing = false;
    bool m_isOver = false;
};

}  // namespace amparo::test
