#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace amparo::web {

/// How often a post may ask: a bucket that fills at `perSecond` up to `burst`, and so many requests under way
/// at once. Of each server by itself; forgets posts whose buckets are full again. Thread: any.
class RateLimit {
public:
    using Time = std::chrono::milliseconds;  ///< monotonic

    RateLimit(double perSecond, int burst, int atOnce)
        : m_perSecond(perSecond), m_burst(burst), m_atOnce(atOnce)
    {}

    /// nullopt: it may, and leave() is to follow. Else after how long to ask again.
    std::optional<std::chrono::seconds> enter(const QString &postId, Time now);
    void leave(const QString &postId);

private:
    struct Bucket {
        double left = 0;
        Time filled{0};
        int underWay = 0;
    };

    double leftAt(const Bucket &bucket, Time now) const;
    void forgetFull(Time now);

    const double m_perSecond;
    const int m_burst;
    const int m_atOnce;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

}  // namespace amparo::web
