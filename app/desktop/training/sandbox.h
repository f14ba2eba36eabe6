#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "base/clock.h"

#include <QObject>

namespace amparo::desktop {

/// Where drafts and records of the training go: nowhere. There is no store behind it.
class Sandbox final : public QObject, public DraftSaver {
    Q_OBJECT

public:
    using QObject::QObject;

    void save(const store::UnsavedDraft &draft, Done done) override;
    void saveLast(const store::UnsavedDraft &) override {}
    void finalise(const record::FinalRecord &record, Done done) override;
    void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) override;

Q_SIGNALS:
    /// A form was made final; whoever shows it still has it.
    void finalised(amparo::record::Decision decision);

private:
    void answerLater(Done done);
};

/// Stands at the moment at which a scenario plays, so that ages and expiry dates are what it says.
class ScenarioClock final : public Clock {
public:
    QDateTime utcNow() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return systemClock().monotonic(); }

    void set(const QDateTime &utc) { m_now = utc; }

private:
    QDateTime m_now;
};

}  // namespace amparo::desktop
