#include "sync/web/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace amparo::web {

namespace {

constexpr qsizetype rememberedBuckets = 10'000;
constexpr std::chrono::seconds whileBusy{1};

}  // namespace

double RateLimit::leftAt(const Bucket &bucket, Time now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
    return std::min(double(m_burst), bucket.left + std::max(seconds, 0.0) * m_perSecond);
}

std::optional<std::chrono::seconds> RateLimit::enter(const QString &postId, Time now)
{
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() > rememberedBuckets)
        forgetFull(now);
    if (!m_buckets.contains(postId))
        m_buckets.insert(postId, {double(m_burst), now, 0});
    Bucket &bucket = m_buckets[postId];
    if (bucket.underWay >= m_atOnce)
        return whileBusy;
    const double left = leftAt(bucket, now);
    if (left < 1)
        return std::chrono::seconds(qint64(std::ceil((1 - left) / m_perSecond)));
    bucket.left = left - 1;
    bucket.filled = now;
    ++bucket.underWay;
    return std::nullopt;
}

void RateLimit::leave(const QString &postId)
{
    const std::lock_guard lock(m_mutex);
    if (const auto bucket = m_buckets.find(postId); bucket != m_buckets.end())
        --bucket->underWay;
}

void RateLimit::forgetFull(Time now)
{
    m_buckets.removeIf([&](const auto &bucket) {
        return bucket.value().underWay == 0 && leftAt(bucket.value(), now) >= m_burst;
    });
}

}  // namespace amparo::web
