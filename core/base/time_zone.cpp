#include "base/time_zone.h"

#include <QHash>

namespace amparo {

namespace {

/// What the IANA database (file `backward`) calls a zone now, and what CLDR goes on to call it.
const QHash<QString, QByteArray> &namesInCldr()
{
    static const QHash<QString, QByteArray> names{
        {QStringLiteral("Africa/Asmara"), "Africa/Asmera"},
        {QStringLiteral("America/Argentina/Buenos_Aires"), "America/Buenos_Aires"},
        {QStringLiteral("America/Argentina/Catamarca"), "America/Catamarca"},
        {QStringLiteral("America/Argentina/Cordoba"), "America/Cordoba"},
        {QStringLiteral("America/Argentina/Jujuy"), "America/Jujuy"},
        {QStringLiteral("America/Argentina/Mendoza"), "America/Mendoza"},
        {QStringLiteral("America/Atikokan"), "America/Coral_Harbour"},
        {QStringLiteral("America/Indiana/Indianapolis"), "America/Indianapolis"},
        {QStringLiteral("America/Kentucky/Louisville"), "America/Louisville"},
        {QStringLiteral("America/Nuuk"), "America/Godthab"},
        {QStringLiteral("Asia/Ho_Chi_Minh"), "Asia/Saigon"},
        {QStringLiteral("Asia/Kathmandu"), "Asia/Katmandu"},
        {QStringLiteral("Asia/Kolkata"), "Asia/Calcutta"},
        {QStringLiteral("Asia/Yangon"), "Asia/Rangoon"},
        {QStringLiteral("Atlantic/Faroe"), "Atlantic/Faeroe"},
        {QStringLiteral("Europe/Kyiv"), "Europe/Kiev"},
        {QStringLiteral("Pacific/Chuuk"), "Pacific/Truk"},
        {QStringLiteral("Pacific/Kanton"), "Pacific/Enderbury"},
        {QStringLiteral("Pacific/Pohnpei"), "Pacific/Ponape"},
    };
    return names;
}

}  // namespace

// Asked first whether it is there: Qt would also read a rule as of POSIX' TZ, and takes any word for one.
QTimeZone timeZoneNamed(const QString &ianaId)
{
    for (const QByteArray &name : {ianaId.toUtf8(), namesInCldr().value(ianaId)}) {
        if (QTimeZone::isTimeZoneIdAvailable(name))
            return QTimeZone(name);
    }
    return QTimeZone();
}

}  // namespace amparo
