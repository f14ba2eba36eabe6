#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <limits>

namespace amparo::exchange {

// How values stand in what travels: numbers as LEB128 (seven bits a byte, the least first) in their shortest
// form, so that there is one way to write a thing. For the sources of this room. Thread: any.

class WireWriter {
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }
    void raw(QByteArrayView bytes) { m_bytes.append(bytes); }
    void byte(quint8 value) { m_bytes.append(char(value)); }

    /// The size, then the bytes.
    void sized(QByteArrayView bytes)
    {
        number(quint64(bytes.size()));
        raw(bytes);
    }

    qsizetype size() const { return m_bytes.size(); }
    QByteArray bytes() && { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what WireWriter wrote, from anybody. Past the end, or after a value that cannot be, everything reads
/// as zero or empty and isSound() is false.
class WireReader {
public:
    explicit WireReader(QByteArrayView bytes) : m_left(bytes) {}

    /// Unsound above `most`, and in any form but the shortest.
    quint64 number(quint64 most = std::numeric_limits<quint64>::max())
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            const quint64 bits = next & 0x7f;
            if (bits << shift >> shift != bits)
                break;
            value |= bits << shift;
            if (next < 0x80)
                return (next == 0 && shift > 0) || value > most ? (fail(), 0) : value;
        }
        fail();
        return 0;
    }

    quint8 byte()
    {
        const QByteArrayView one = raw(1);
        return one.isEmpty() ? quint8(0) : quint8(one.front());
    }

    /// That many bytes of the source, not copied.
    QByteArrayView raw(qsizetype size)
    {
        if (size < 0 || size > m_left.size()) {
            fail();
            return {};
        }
        const QByteArrayView taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }

    QByteArrayView sized(qsizetype most) { return raw(qsizetype(number(quint64(most)))); }

    /// Unsound where the bytes are no UTF-8 that comes back the same.
    QString text(qsizetype most)
    {
        const QByteArrayView bytes = sized(most);
        const QString text = QString::fromUtf8(bytes);
        if (text.toUtf8() != bytes)
            fail();
        return text;
    }

    void fail()
    {
        m_isSound = false;
        m_left = {};
    }
    bool isSound() const { return m_isSound; }
    bool isRead() const { return m_isSound && m_left.isEmpty(); }  ///< all of it, and nothing was wrong
    QByteArrayView left() const { return m_left; }

private:
    QByteArrayView m_left;
    bool m_isSound = true;
};

}  // namespace amparo::exchange
