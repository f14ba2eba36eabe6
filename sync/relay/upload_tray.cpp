#include "sync/relay/upload_tray.h"

#include <algorithm>

namespace amparo::relay {

std::optional<qint64> UploadTray::received(const QString &lane, const QByteArray &batchId) const
{
    const auto upload = m_uploads.constFind({lane, batchId});
    return upload == m_uploads.constEnd() ? std::nullopt : std::optional<qint64>(upload->bytes.size());
}

bool UploadTray::append(const QString &lane, const QByteArray &batchId, qint64 offset,
                        const QByteArray &piece)
{
    const Key key{lane, batchId};
    if (received(lane, batchId).value_or(0) != offset || bytes() + piece.size() > mostBytes)
        return false;
    makeRoom(key);
    Upload &upload = m_uploads[key];
    upload.bytes += piece;
    upload.age = ++m_pieces;
    return true;
}

QByteArray UploadTray::take(const QString &lane, const QByteArray &batchId)
{
    return m_uploads.take({lane, batchId}).bytes;
}

/// The oldest of the lane goes where there are too many.
void UploadTray::makeRoom(const Key &key)
{
    if (m_uploads.contains(key))
        return;
    QList<Key> others;
    for (auto upload = m_uploads.keyBegin(); upload != m_uploads.keyEnd(); ++upload) {
        if (upload->first == key.first)
            others.append(*upload);
    }
    std::sort(others.begin(), others.end(),
              [&](const Key &left, const Key &right) { return m_uploads[left].age < m_uploads[right].age; });
    for (qsizetype i = 0; i + mostOfLane <= others.size(); ++i)
        m_uploads.remove(others[i]);
}

qint64 UploadTray::bytes() const
{
    qint64 sum = 0;
    for (const Upload &upload : m_uploads)
        sum += upload.bytes.size();
    return sum;
}

}  // namespace amparo::relay
