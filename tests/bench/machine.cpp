#include "bench/machine.h"

#include <QDateTime>
#include <QFile>
#include <QStorageInfo>
#include <QSysInfo>
#include <QThread>

namespace amparo::bench {

namespace {

/// The value of the first line "key : value" in a file of Linux's /proc; empty where there is none.
QString valueIn(const QString &path, const QByteArray &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed() == key)
            return QString::fromUtf8(line.sliced(colon + 1).trimmed());
    }
    return {};
}

QString processor()
{
    const QString model = valueIn(QStringLiteral("/proc/cpuinfo"), "model name");
    return model.isEmpty() ? QSysInfo::currentCpuArchitecture() : model;
}

}  // namespace

QJsonObject describeMachine(const QString &folder)
{
    const QStorageInfo disk(folder);
    return {{QStringLiteral("version"), QStringLiteral(AMPARO_VERSION)},
            {QStringLiteral("compiler"), QStringLiteral(AMPARO_COMPILER)},
            {QStringLiteral("buildType"), QStringLiteral(AMPARO_BUILD_TYPE)},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("cpu"), processor()},
            {QStringLiteral("cpus"), QThread::idealThreadCount()},
            {QStringLiteral("memory"), valueIn(QStringLiteral("/proc/meminfo"), "MemTotal")},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("kernel"), QSysInfo::kernelVersion()},
            {QStringLiteral("disk"), QString::fromLocal8Bit(disk.device())},
            {QStringLiteral("fileSystem"), QString::fromLocal8Bit(disk.fileSystemType())},
            {QStringLiteral("date"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

qint64 memoryInKib(qint64 processId, const QByteArray &what)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    return text.mid(text.indexOf(what) + what.size() + 1).trimmed().split(' ').first().toLongLong();
}

}  // namespace amparo::bench
