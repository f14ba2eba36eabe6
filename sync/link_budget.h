#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QTime>

#include <chrono>
#include <optional>

namespace amparo::sync {

/// When and how much a post sends over a link that costs money, or that others need as well.
struct SyncPolicy {
    /// Hours of the day, local; `until` before `from` spans midnight.
    struct Hours {
        QTime from;
        QTime until;

        bool operator==(const Hours &) const = default;
    };

    QList<Hours> hours;              ///< empty: at any time
    qint64 bytesPerDay = 0;          ///< sent and received; 0: no limit
    int kilobitsPerSecond = 0;       ///< in the mean of what is sent; 0: no limit
    bool sparesMeteredLinks = true;  ///< where the system says that the link is paid by use
    bool urgentAnyTime = true;       ///< records of urgent protection keep to none of the above but the rate

    bool operator==(const SyncPolicy &) const = default;
};

/// JSON for the store, and back. Corrupt: not what toJson() wrote.
QByteArray toJson(const SyncPolicy &policy);
[[nodiscard]] Result<SyncPolicy> syncPolicyFromJson(const QByteArray &json);

/// InvalidInput: hours that are none or empty, negative limits. Thread: any.
[[nodiscard]] Result<> check(const SyncPolicy &policy);

/// Why not everything may go.
enum class Hold { Hours, DailyBudget, MeteredLink };

/// Stable words: "hours", "daily-budget", "metered-link".
QString holdName(Hold hold);

/// What may go at a moment.
struct Allowance {
    std::optional<Hold> hold;        ///< nullopt: everything may go
    bool urgentMayGo = true;         ///< in spite of the hold
    std::optional<QDateTime> until;  ///< when the hold ends by itself, local; nullopt: nobody knows

    bool operator==(const Allowance &) const = default;
};

/// Keeps to a policy. Thread: one.
class LinkBudget {
public:
    void setPolicy(const SyncPolicy &policy) { m_policy = policy; }

    /// Whether the system says that the link is paid by use.
    void setMetered(bool isMetered) { m_isMetered = isMetered; }

    /// What had gone on that day before the program started.
    void restore(QDate day, qint64 bytes);

    /// So much has gone, `sent` of it upwards. `local` is the post's time, `monotonic` the clock's.
    void note(qint64 sent, qint64 received, const QDateTime &local, std::chrono::milliseconds monotonic);

    Allowance allowance(const QDateTime &local) const;

    /// How long to wait so that the mean rate is kept; 0 and less: not at all.
    std::chrono::milliseconds wait(std::chrono::milliseconds monotonic) const
    {
        return m_notBefore - monotonic;
    }

    qint64 bytesOn(QDate day) const { return day == m_day ? m_bytes : 0; }

private:
    std::optional<QDateTime> opensAt(const QDateTime &local) const;

    SyncPolicy m_policy;
    bool m_isMetered = false;
    QDate m_day;
    qint64 m_bytes = 0;
    std::chrono::milliseconds m_notBefore{0};
};

}  // namespace amparo::sync
