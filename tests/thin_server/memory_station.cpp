#include "thin_server/memory_station.h"

#include "crypto/random.h"

namespace amparo::test {

void StationContents::beginNewLife()
{
    generation = crypto::randomBytes(16);
    sequence = 0;
    isFirstLife = false;
}

void MemoryStation::nextBatch(std::function<void(const Result<thin::Sender> &)> done)
{
    const thin::Sender sender{m_contents->storeId,    m_contents->generation, ++m_contents->sequence,
                              m_contents->checkpoint, m_contents->serverKey,  {},
                              m_contents->isFirstLife};
    QMetaObject::invokeMethod(
        this, [done = std::move(done), sender] { done(sender); }, Qt::QueuedConnection);
}

void MemoryStation::compare(const QByteArray &generation, quint64 sequence, std::optional<quint64> unused,
                            std::function<void(const Result<bool> &)> done)
{
    const bool isOther =
        generation == m_contents->generation && (sequence > m_contents->sequence || sequence == unused);
    if (isOther) {
        m_contents->beginNewLife();
        ++m_contents->copiesNoticed;
    }
    QMetaObject::invokeMethod(
        this, [done = std::move(done), isOther] { done(isOther); }, Qt::QueuedConnection);
}

void MemoryStation::findForm(const QString &, const QString &,
                             std::function<void(const QByteArray &xform)> done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStation::seal(const QByteArray &, const exchange::Manifest &,
                         std::function<void(const Result<QByteArray> &)> done)
{
    QMetaObject::invokeMethod(
        this,
        [done = std::move(done)] {
            done(failure(ErrorCode::Unavailable, QStringLiteral("this station has no key")));
        },
        Qt::QueuedConnection);
}

void MemoryStation::keepServerKey(const QByteArray &publicKey)
{
    m_contents->serverKey = publicKey;
    ++m_contents->keysKept;
}

}  // namespace amparo::test
