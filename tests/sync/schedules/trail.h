#pragma once

#include "sync/bundle/carrying.h"
#include "sync/schedules/store_post.h"

#include <QTemporaryDir>

#include <functional>

namespace amparo::test {

/// The stick between a schedule's post and its server, and what happens to it on the way.
///
/// Whatever begins here ends by calling `done`, later; where this has gone by then, it does not. `clock` is
/// borrowed. Thread: the schedule's.
class Trail : public QObject {
public:
    /// `sealKey` is headquarters', `carrier` a station with a link.
    Trail(bundle::Carrier carrier, QByteArray sealKey, const Clock &clock);
    ~Trail() override;

    using Done = std::function<void()>;

    /// Whatever waits goes onto the stick, in batches of two records.
    void exportFrom(StorePost &post, Done done);
    /// To the server, and its receipts onto the stick: over a link on which things may go wrong.
    void carry(Done done);
    void takeReceipts(StorePost &post);

    /// The accidents; `chance` chooses which bundle or file.
    void loseBundle(unsigned chance);
    void cutFile(unsigned chance);
    void swapFiles(unsigned chance);
    /// What lies on the stick now is what putBack() brings, beside or in the place of what lies there then.
    void copyAway();
    void putBack();

private:
    QStringList bundles() const;
    QStringList files() const;

    bundle::Carrier m_carrier;
    QByteArray m_sealKey;
    const Clock &m_clock;
    QTemporaryDir m_stick{quickFolder()};
    QTemporaryDir m_copy{quickFolder()};
    bool m_isCarrying = false;
};

}  // namespace amparo::test
