#pragma once

#include "sync/engine.h"
#include "sync/schedules/movable_clock.h"
#include "sync/schedules/site.h"

namespace amparo::test {

class StorePost;
class Trail;

/// One schedule, from its beginning until all has arrived. Any number run at the same time in one thread.
class ScheduleRun : public QObject {
public:
    /// `name` is the post's, which the site does not know yet.
    ScheduleRun(Schedule schedule, const QString &name, Site &site);
    ~ScheduleRun() override;

    /// Everything has happened and everything has arrived, or something can never arrive.
    bool isOver() const { return m_isOver; }
    const QString &story() const { return m_story; }  ///< for people
    /// Of requests that were under way together.
    int mostAtOnce() const { return m_link.mostAtOnce(); }

    /// Empty: all is as it should be.
    QString flaw();

private:
    void makePost();
    void startProgram();
    void requestBegan(int number);
    void lookWhetherOver();
    void doSoon();
    void doNext();
    void doWithStick(const Deed &deed);
    void done();
    void carryTheRest();
    template <class Change> void setBack(Change change);

    Schedule m_schedule;
    QString m_story;
    Site &m_site;
    QString m_name;
    FaultProxy m_link;
    sync::ServerSettings m_settings;
    MovableClock m_clock;
    std::unique_ptr<Post> m_post;
    StorePost *m_storePost = nullptr;        // the same, where it is one
    std::unique_ptr<Trail> m_trail;          // null: nothing is carried by hand
    QList<Expectation> m_lost;               // records that the post has forgotten
    std::unique_ptr<sync::Engine> m_engine;  // null: the records go by stick
    int m_carriages = 0;                     // after the last deed
    bool m_isDoing = false;
    bool m_isOver = false;
};

}  // namespace amparo::test
