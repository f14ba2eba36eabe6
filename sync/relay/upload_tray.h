#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace amparo::relay {

/// Frames that come in pieces, in memory: a LAN carries most in one piece, and what is lost here comes again.
class UploadTray {
public:
    static constexpr qsizetype mostOfLane = 2;
    static constexpr qint64 mostBytes = 128 * 1024 * 1024;  ///< of all

    /// How much of it is here; nullopt: nothing.
    std::optional<qint64> received(const QString &lane, const QByteArray &batchId) const;

    /// Adds a piece that begins at `offset`; false: the next byte is another, or there is no room.
    bool append(const QString &lane, const QByteArray &batchId, qint64 offset, const QByteArray &piece);

    /// Takes the frame out.
    QByteArray take(const QString &lane, const QByteArray &batchId);

private:
    struct Upload {
        QByteArray bytes;
        quint64 age = 0;  // counts up with each piece
    };
    using Key = std::pair<QString, QByteArray>;

    void makeRoom(const Key &key);
    qint64 bytes() const;

    QHash<Key, Upload> m_uploads;
    quint64 m_pieces = 0;
};

}  // namespace amparo::relay
