#include "app/installation.h"

#include <QSettings>

namespace amparo::app {

namespace {

Installation readFrom(const QSettings &settings)
{
    return {settings.value(QStringLiteral("ServerUrl")).toString(),
            settings.value(QStringLiteral("PostId")).toString(),
            settings.value(QStringLiteral("EnrolFile")).toString()};
}

}  // namespace

Installation readInstallation()
{
    const QString file = qEnvironmentVariable("AMPARO_INSTALLATION");
    if (!file.isEmpty())
        return readFrom(QSettings(file, QSettings::IniFormat));
#ifdef Q_OS_WIN
    return readFrom(
        QSettings(QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Amparo"), QSettings::Registry64Format));
#else
    return readFrom(QSettings(QStringLiteral("/etc/amparo/installation.ini"), QSettings::IniFormat));
#endif
}

}  // namespace amparo::app
