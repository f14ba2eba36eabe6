#pragma once

#include "sync/outbox.h"
#include "sync/server_settings.h"
#include "sync/thin/station.h"

#include <memory>

namespace amparo::test {

/// A final record as a schedule's post has it.
struct MadeRecord {
    ScreeningId id;
    sync::Parcel parcel;
    std::optional<store::Receipt> receipt;  ///< nullopt: it waits, or was refused
};

struct RecordCounts {
    int waiting = 0;
    int acknowledged = 0;
    int refused = 0;
};

/// What a schedule's post keeps when its program ends, and what becomes of that. Thread: the schedule's.
class Post {
public:
    virtual ~Post() = default;

    /// The next record, with a file of so many bytes; 0: without one.
    virtual void addRecord(int fileBytes = 0) = 0;
    virtual RecordCounts counts() = 0;
    /// Those that it knows of.
    virtual QList<MadeRecord> records() = 0;

    /// For a program that starts; they go before anything below is called.
    virtual std::unique_ptr<sync::Outbox> makeOutbox() = 0;
    virtual std::unique_ptr<thin::Station> makeStation(const sync::ServerSettings &settings) = 0;

    /// The program ends as by SIGKILL.
    virtual void kill() = 0;
    /// What there is now is what restore() and setBack() bring back.
    virtual void backUp() = 0;
    /// From a backup, as the program does it: the post knows.
    virtual void restore() = 0;
    /// As a disk's image does it: nobody says so. `how` chooses one of the ways there are.
    virtual void setBack(int how) = 0;

    /// What it has found wrong with itself; empty: nothing.
    virtual QString flaw() const { return {}; }
};

}  // namespace amparo::test
