#pragma once

#include "sync/schedules/fault_proxy.h"

namespace amparo::test {

/// Which way the records of a schedule go. A further way is a further value here, and a site for it (site.h).
enum class Way { OpenRosa, Thin };

/// What happens to the post or to its server, when a request begins; what is left over when all has arrived,
/// happens then, one after the other.
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
    };
    int request = 0;
    Kind kind = Kind::Restart;
    int amount = 0;

    QString toText() const;  ///< "2 move-clock -3"
};

/// One story: made of a seed, the same each time.
struct Schedule {
    unsigned seed = 0;
    Way way = Way::Thin;
    int records = 1;    ///< at the beginning
    int fileBytes = 0;  ///< of a file that goes with the first; 0: there is none
    QList<LinkFault> faults;
    QList<Deed> deeds;  ///< in their order

    QString toText() const;
};

/// Whether servers are killed: those schedules cannot share one.
enum class Servers { Stay, AreKilled };

Schedule scheduleOf(unsigned seed, Way way, Servers servers);

}  // namespace amparo::test
