// How long the records of this store stay.

#include "store/store.h"

namespace amparo::store {

namespace {

const QString retentionName = QStringLiteral("retention");

}  // namespace

Result<record::RetentionPolicy> Store::retentionPolicy() const
{
    return m_settings.find(retentionName)
        .and_then([](const std::optional<QByteArray> &kept) -> Result<record::RetentionPolicy> {
            if (!kept)
                return record::RetentionPolicy();
            return record::retentionPolicyFromBytes(*kept);
        });
}

Result<> Store::setRetentionPolicy(const record::RetentionPolicy &policy, Approval approval)
{
    return record::checkPolicy(policy).and_then(
        [&] { return m_settings.set(retentionName, record::toBytes(policy), std::move(approval)); });
}

Result<RetentionStep> Store::applyRetention(const QTimeZone &zone, int most)
{
    if (const auto sound = checkNotDamaged(); !sound)
        return tl::make_unexpected(sound.error());
    return retentionPolicy().and_then([&](const record::RetentionPolicy &policy) {
        return m_erasures.eraseDue(policy, zone, most).and_then([&](const RetentionStep &step) {
            // Even if there was nothing: the run before may have been killed between the two.
            return m_bundles.forgetSettled().and_then([&] { return m_erasures.scrub(); }).map([&] {
                return step;
            });
        });
    });
}

Result<bool> Store::isClockSteady() const
{
    const QDateTime now = m_clock.utcNow();
    return m_database->value<bool>("SELECT EXISTS (SELECT 1 FROM (SELECT at FROM audit ORDER BY sequence DESC"
                                   " LIMIT 20000) WHERE at >= ? AND at <= ?)",
                                   now.addDays(-14), now.addSecs(-20 * 3600));
}

}  // namespace amparo::store
