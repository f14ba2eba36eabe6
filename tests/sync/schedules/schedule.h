#pragma once

#include "sync/schedules/fault_proxy.h"

namespace amparo::test {

/// Which way the records of a schedule go: over a link, or on a stick alone. A further way is a further value
/// here, and a site for it (site.h).
enum class Way { OpenRosa, Thin, Stick };

/// What happens to the post or to its server, when a request begins; what is left over when all has arrived,
/// happens then, one after the other. By stick nothing waits for a request.
struct Deed {
    enum class Kind {
        Restart,    ///< the program is killed and started again
        Backup,     ///< what there is now is what a later restore brings back
        Restore,    ///< from the last backup: the store knows that it was restored
        SetBack,    ///< likewise, but as a disk's image does it: the store does not know
        Finalise,   ///< a further record
        MoveClock,  ///< the wall clock, by `amount` days
        KillServer,
        KillDatabase,
        ExportStick,   ///< what waits goes onto the stick; it may go over the link as well
        CarryStick,    ///< to the server, through the same faults, and its receipts onto the stick
        TakeReceipts,  ///< from the stick
        LoseBundle,    ///< a bundle on the stick, `amount` chooses which
        CutFile,       ///< likewise a file on it, that is cut short
        SwapFiles,     ///< likewise two that come to lie in each other's place
        CopyAway,      ///< somebody copies the stick
        PutBack,       ///< and puts that back onto it: once more, or in the place of something newer
    };
    int request = 0;
    Kind kind = Kind::Restart;
    int amount = 0;

    QString toText() const;  ///< "2 move-clock -3"
};

/// Where the post of a schedule keeps its records: in memory, or in a real store, which takes longer.
enum class Keeping { InMemory, InStore };

/// One story: made of a seed, the same each time.
struct Schedule {
    unsigned seed = 0;
    Way way = Way::Thin;
    int records = 1;    ///< at the beginning
    int fileBytes = 0;  ///< of a file that goes with the first; 0: there is none
    QList<LinkFault> faults;
    QList<Deed> deeds;  ///< in their order
    Keeping keeping = Keeping::InMemory;
    bool isSealed = false;  ///< over the thin link: to headquarters

    QString toText() const;
};

/// Whether servers are killed: those schedules cannot share one.
enum class Servers { Stay, AreKilled };

Schedule scheduleOf(unsigned seed, Way way, Servers servers);
/// In a real store, on whose way there are sticks besides, unless that is OpenRosa's.
Schedule storeScheduleOf(unsigned seed, Way way);
/// So many records that several batches are under way at once, over the thin link.
Schedule crowdedScheduleOf(unsigned seed);

}  // namespace amparo::test
