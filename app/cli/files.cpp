#include "app/cli/files.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

namespace amparo::cli {

namespace {

constexpr qint64 maximumSizeInBytes = 64 * 1024 * 1024;

/// A file that is open for reading; `-` is standard input.
Result<> openInput(QFile &file, const QString &path)
{
    if (path == QLatin1String("-")) {
        if (file.open(stdin, QIODevice::ReadOnly))
            return {};
        return failure(ErrorCode::Unavailable, QStringLiteral("standard input cannot be read"));
    }
    file.setFileName(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

/// The next line with its end, or as much of it as passes the limit. Piece by piece: QFile makes room for the
/// whole limit before it reads.
QByteArray readLine(QFile &file)
{
    constexpr qint64 piece = 16 * 1024;
    QByteArray line = file.readLine(piece);
    while (!line.isEmpty() && !line.endsWith('\n') && line.size() < maximumSizeInBytes) {
        const QByteArray more = file.readLine(piece);
        if (more.isEmpty())
            break;
        line += more;
    }
    return line;
}

tl::unexpected<Error> tooLarge(const QString &what)
{
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("%1 has more than %2 MiB").arg(what).arg(maximumSizeInBytes / 1024 / 1024));
}

}  // namespace

Result<QByteArray> readInput(const QString &path)
{
    QFile file;
    if (const Result<> opened = openInput(file, path); !opened)
        return tl::make_unexpected(opened.error());
    QByteArray bytes = file.read(maximumSizeInBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (bytes.size() > maximumSizeInBytes)
        return tooLarge(path);
    return bytes;
}

Result<QJsonObject> readJsonObject(const QString &path, const QString &what)
{
    const Result<QByteArray> bytes = readInput(path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, QStringLiteral("%1 no JSON object: %2 at byte %3")
                                                    .arg(what, error.errorString())
                                                    .arg(error.offset));
    return document.object();
}

Result<> writeOutput(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const bool cannotOpen =
        file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError;
    return failure(cannotOpen ? ErrorCode::ReadOnly : ErrorCode::Unavailable,
                   QStringLiteral("%1: %2").arg(path, file.errorString()));
}

Result<> forEachLine(const QString &path, const std::function<void(const QByteArray &)> &line)
{
    return forEachRawLine(path, [&](const QByteArray &raw) -> Result<> {
        const QByteArray trimmed = raw.trimmed();
        if (!trimmed.isEmpty())
            line(trimmed);
        return {};
    });
}

Result<> forEachRawLine(const QString &path, const std::function<Result<>(const QByteArray &)> &line)
{
    QFile file;
    if (const Result<> opened = openInput(file, path); !opened)
        return opened;
    while (true) {
        const QByteArray read = readLine(file);
        if (read.isEmpty())
            return {};
        if (read.size() >= maximumSizeInBytes)
            return tooLarge(QStringLiteral("a line"));
        if (const Result<> taken = line(read); !taken)
            return taken;
    }
}

void writeLine(const QByteArray &utf8)
{
    writeBufferedLine(utf8);
    std::fflush(stdout);
}

void writeBufferedLine(const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stdout);
    std::fputc('\n', stdout);
}

void writeLine(const QJsonObject &object) { writeLine(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

}  // namespace amparo::cli
