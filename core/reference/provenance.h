#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace amparo::reference {

/// How a statement was found before anybody confirmed it.
enum class SourceStatus {
    Read,       ///< "V": a source was read
    Secondary,  ///< "S": press, encyclopaedia
    Memory,     ///< "M": to be checked first of all
};

/// Where a row of reference data comes from, and when somebody last called or went there.
struct Provenance {
    QString source;
    SourceStatus status = SourceStatus::Memory;
    std::optional<QDate> verifiedOn;  ///< nullopt: never confirmed
    std::optional<QDate> validUntil;  ///< last day of an arrangement that ends

    bool operator==(const Provenance &) const = default;
};

enum class Freshness { Current, Stale, NeverVerified, Expired };  ///< each is to be trusted less
QString freshnessName(Freshness freshness);  ///< "current", "stale", "never-verified", "expired"

/// Numbers and services change without telling anybody; half a year is what the programme asks for.
inline constexpr int currentForDays = 180;

/// Current up to and with the 180th day after the confirmation, and with the day until which it is valid. A
/// confirmation dated after `today` confirms nothing: the clock or the row is wrong.
Freshness freshness(const Provenance &provenance, QDate today);

}  // namespace amparo::reference
