#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace amparo {

/// A UUID that knows what it names: a `ShiftId` neither compares nor converts to a `ScreeningId`.
template <class Tag>
class Id {
public:
    /// The null id, which names nothing.
    Id() = default;
    explicit Id(QUuid value) : m_value(value) {}

    static Id create() { return Id(QUuid::createUuid()); }

    /// nullopt: not a UUID in the form 8-4-4-4-12.
    static std::optional<Id> fromText(QStringView text)
    {
        const QUuid value = QUuid::fromString(text);
        return value.isNull() ? std::nullopt : std::optional(Id(value));
    }

    QUuid value() const { return m_value; }
    QString toText() const { return m_value.toString(QUuid::WithoutBraces); }

    bool operator==(const Id &) const = default;

private:
    QUuid m_value;
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.value(), seed);
}

using EncounterId = Id<struct EncounterTag>;  ///< one traveller at one crossing: joins primary and second line
using OfficerId = Id<struct OfficerTag>;
using ScreeningId = Id<struct ScreeningTag>;  ///< one filled form
using ShiftId = Id<struct ShiftTag>;

}  // namespace amparo
