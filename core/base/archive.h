#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <concepts>
#include <cstring>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace amparo {

// Values in bytes, for a cache that the same program reads again on the same computer: numbers stand as in
// memory, without padding and without versions. Not for files that travel, nor for what strangers wrote.
//
// A type says once what it consists of, for both directions:
//
//     template <class Archive> void transfer(Archive &archive, Point &point)
//     {
//         auto &[x, y] = point;  // does not compile when a member is added and forgotten here
//         archive(x, y);
//     }

class WriteArchive {
public:
    static constexpr bool isReading = false;

    template <class... Values> void operator()(Values &...values);

    void raw(const void *bytes, qsizetype size) { m_bytes.append(static_cast<const char *>(bytes), size); }
    QByteArray bytes() && { return std::move(m_bytes); }

    /// A number for what is shared, the same for the same address; the flag: it comes for the first time.
    std::pair<quint32, bool> shared(const void *address)
    {
        const auto found = m_shared.constFind(address);
        if (found != m_shared.cend())
            return {*found, false};
        const auto index = quint32(m_shared.size());
        m_shared.insert(address, index);
        return {index, true};
    }

private:
    QByteArray m_bytes;
    QHash<const void *, quint32> m_shared;
};

/// Reads what WriteArchive wrote. Past the end, or after a value that cannot be, everything reads as zero and
/// isSound() is false.
class ReadArchive {
public:
    static constexpr bool isReading = true;
    static constexpr int maximumDepth = 1000;

    explicit ReadArchive(QByteArrayView bytes) : m_left(bytes) {}

    template <class... Values> void operator()(Values &...values);

    void raw(void *bytes, qsizetype size)
    {
        if (size > m_left.size()) {
            fail();
            std::memset(bytes, 0, std::size_t(size));
            return;
        }
        std::memcpy(bytes, m_left.data(), std::size_t(size));
        m_left = m_left.sliced(size);
    }

    /// That many bytes of the source, not copied; empty where there are not so many.
    QByteArrayView take(qsizetype size)
    {
        if (size < 0 || size > m_left.size()) {
            fail();
            return {};
        }
        const QByteArrayView taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }

    void fail()
    {
        m_isSound = false;
        m_left = {};
    }
    bool isSound() const { return m_isSound; }
    bool atEnd() const { return m_left.isEmpty(); }
    qsizetype left() const { return m_left.size(); }

    /// What was shared, by its number; null: it comes now for the first time.
    std::shared_ptr<const void> shared(quint32 index) const
    {
        return index < m_shared.size() ? m_shared[index] : nullptr;
    }
    void share(std::shared_ptr<const void> value) { m_shared.push_back(std::move(value)); }

    /// Around values inside values: false where they are nested too deep.
    bool enter() { return ++m_depth <= maximumDepth || (fail(), false); }
    void leave() { --m_depth; }

private:
    QByteArrayView m_left;
    std::vector<std::shared_ptr<const void>> m_shared;
    int m_depth = 0;
    bool m_isSound = true;
};

namespace archive {

template <class Archive, class Number>
requires(std::is_arithmetic_v<Number> || std::is_enum_v<Number>) void value(Archive &archive, Number &number)
{
    if constexpr (std::same_as<Number, bool> && Archive::isReading) {
        quint8 byte = 0;
        archive.raw(&byte, 1);
        number = byte != 0;
    } else {
        archive.raw(&number, sizeof number);
    }
}

/// A count of things that each take at least one byte.
template <class Archive> qsizetype count(Archive &archive, qsizetype size)
{
    auto written = quint32(size);
    archive.raw(&written, sizeof written);
    if constexpr (Archive::isReading) {
        if (qsizetype(written) > archive.left()) {
            archive.fail();
            return 0;
        }
    }
    return qsizetype(written);
}

template <class Archive> void value(Archive &archive, QString &text)
{
    const qsizetype size = count(archive, text.size());
    if constexpr (Archive::isReading) {
        const QByteArrayView units = archive.take(size * qsizetype(sizeof(QChar)));
        text = QString(units.size() / qsizetype(sizeof(QChar)), Qt::Uninitialized);
        std::memcpy(text.data(), units.data(), std::size_t(units.size()));
    } else {
        archive.raw(text.constData(), size * qsizetype(sizeof(QChar)));
    }
}

template <class Archive> void value(Archive &archive, QByteArray &bytes)
{
    const qsizetype size = count(archive, bytes.size());
    if constexpr (Archive::isReading)
        bytes = archive.take(size).toByteArray();
    else
        archive.raw(bytes.constData(), size);
}

template <class Archive> void value(Archive &archive, QUuid &uuid) { archive.raw(&uuid, sizeof uuid); }

template <class Archive, class Tag> void value(Archive &archive, Id<Tag> &id)
{
    QUuid uuid = id.value();
    value(archive, uuid);
    id = Id<Tag>(uuid);
}

template <class Archive> void value(Archive &archive, QDate &date)
{
    qint64 day = date.toJulianDay();
    value(archive, day);
    date = QDate::fromJulianDay(day);
}

/// A moment; it comes back as UTC.
template <class Archive> void value(Archive &archive, QDateTime &moment)
{
    bool isValid = moment.isValid();
    value(archive, isValid);
    qint64 milliseconds = isValid ? moment.toMSecsSinceEpoch() : 0;
    value(archive, milliseconds);
    if constexpr (Archive::isReading)
        moment = isValid ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

template <class Archive, class Value> void value(Archive &archive, std::optional<Value> &optional)
{
    bool isThere = optional.has_value();
    value(archive, isThere);
    if constexpr (Archive::isReading) {
        if (isThere)
            archive(optional.emplace());
    } else if (isThere) {
        archive(*optional);
    }
}

template <class Archive, class... Alternatives>
void value(Archive &archive, std::variant<Alternatives...> &variant)
{
    auto index = quint8(variant.index());
    archive.raw(&index, 1);
    if constexpr (Archive::isReading) {
        if (index >= sizeof...(Alternatives)) {
            archive.fail();
            return;
        }
        quint8 at = 0;
        ((at++ == index ? void(variant.template emplace<Alternatives>()) : void()), ...);
    }
    std::visit([&](auto &alternative) { archive(alternative); }, variant);
}

template <class Archive> void value(Archive &, std::monostate &) {}

template <class Archive, class List>
requires requires(List &list)
{
    typename List::value_type;
    list.resize(1);
}
void value(Archive &archive, List &list)
{
    const qsizetype size = count(archive, qsizetype(list.size()));
    if constexpr (Archive::isReading)
        list.resize(static_cast<decltype(list.size())>(size));
    for (auto &element : list)
        archive(element);
}

template <class Archive, class Key, class Value> void value(Archive &archive, QHash<Key, Value> &hash)
{
    const qsizetype size = count(archive, hash.size());
    if constexpr (Archive::isReading) {
        hash.reserve(size);
        for (qsizetype i = 0; i < size && archive.isSound(); ++i) {
            Key key;
            archive(key);
            archive(hash[key]);
        }
    } else {
        for (auto entry = hash.begin(); entry != hash.end(); ++entry) {
            Key key = entry.key();
            archive(key, entry.value());
        }
    }
}

template <class Archive, class Value>
concept Listed = requires(Archive &archive, Value &value)
{
    archive::value(archive, value);
};

}  // namespace archive

template <class... Values> void WriteArchive::operator()(Values &...values)
{
    const auto one = [this](auto &value) {
        if constexpr (archive::Listed<WriteArchive, std::remove_reference_t<decltype(value)>>)
            archive::value(*this, value);
        else
            transfer(*this, value);
    };
    (one(values), ...);
}

template <class... Values> void ReadArchive::operator()(Values &...values)
{
    const auto one = [this](auto &value) {
        if constexpr (archive::Listed<ReadArchive, std::remove_reference_t<decltype(value)>>)
            archive::value(*this, value);
        else
            transfer(*this, value);
    };
    (one(values), ...);
}

}  // namespace amparo
