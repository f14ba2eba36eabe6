#pragma once

#include <QString>
#include <QTimeZone>

namespace amparo {

/// The time zone of that name in the IANA time zone database ("America/Argentina/Buenos_Aires"); not valid
/// where there is none. On Windows, Qt knows zones by the names in Unicode's CLDR
/// (supplemental/windowsZones), which keeps what a zone was first called ("America/Buenos_Aires"): it is asked
/// for that there. Thread: any.
QTimeZone timeZoneNamed(const QString &ianaId);

}  // namespace amparo
