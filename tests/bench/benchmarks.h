#pragma once

#include "base/result.h"
#include "bench/figure.h"

#include <QList>
#include <QString>

namespace amparo::bench {

/// How much is to be measured, and where.
struct Plan {
    QString folder;   ///< exists, is empty, and lies on the disk that is measured
    QString program;  ///< the desktop
    int samples = 500;
    int slowSamples = 10;  ///< of deeds that take a noticeable time
    int records = 100'000;
};

using Figures = Result<QList<Figure>>;

// Each works in a folder of its own below the plan's. Errors: those of what is measured.

Figures measureMrz(const Plan &plan);
Figures measureXPath(const Plan &plan);
Figures measureForm(const Plan &plan);    ///< a form of 500 questions: read, start, answer
Figures measureEngine(const Plan &plan);  ///< the form engine against its targets, and its growth
Figures measureDraft(const Plan &plan);   ///< an answer, from the key to the disk
Figures measureFinalise(const Plan &plan);
Figures measureEncounters(const Plan &plan);  ///< a look-up among ten times `records`
Figures measureArchive(const Plan &plan);  ///< sign-in, lists, one record and a day's report among `records`

Figures measureAudit(const Plan &plan);  ///< the chain of ten entries a record
/// What encryption costs: the same work on a store whose pages are not encrypted.
Figures measureCipher(const Plan &plan);

/// The gateway beside its own PostgreSQL, which waits for the disk, under a closed loop of a few posts while
/// many more are connected; at most 20,000 of `records`. NotFound: PostgreSQL is not installed.
Figures measureGateway(const Plan &plan);

/// The same while 500 posts send at the same moment, each over a new connection with a token of its own,
/// against the gateway's usual limits. They wait as long as it asks them to. As above.
Figures measureCrowd(const Plan &plan);

/// Bytes on the wire a record. NotFound: the server's program is not there.
Figures measureThin(const Plan &plan);

/// A thousand records over a slow link that loses packets (slow_link.h), at most; how long, against what its
/// rate alone would take. NotFound: the server's program is not there.
Figures measureLink(const Plan &plan);

/// The outbox of a post that has not sent for long, with `records` waiting: to start, to pick the next, to
/// tell how many.
Figures measureOutbox(const Plan &plan);

/// NotFound: the program is not there. Unavailable: no window came.
Figures measureStart(const Plan &plan);

}  // namespace amparo::bench
