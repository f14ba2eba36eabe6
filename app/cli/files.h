#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

/// What commands read from and write to outside the store.
namespace amparo::cli {

/// The whole file, or standard input for `-`. Errors: NotFound, Unavailable, InvalidInput (over 64 MiB).
[[nodiscard]] Result<QByteArray> readInput(const QString &path);

/// The one JSON object in a file or standard input; `what` names it in the error. Errors: those of
/// readInput(), InvalidInput.
[[nodiscard]] Result<QJsonObject> readJsonObject(const QString &path, const QString &what);

/// Errors: DiskFull, ReadOnly, Unavailable; an older file is then as it was.
[[nodiscard]] Result<> writeOutput(const QString &path, const QByteArray &bytes);

/// Hands each line of a file, or of standard input for `-`, to `line` as it comes. Errors: those of
/// readInput().
[[nodiscard]] Result<> forEachLine(const QString &path, const std::function<void(const QByteArray &)> &line);

/// The same with the line's end, blank lines too, until `line` fails, whose error comes back.
[[nodiscard]] Result<> forEachRawLine(const QString &path,
                                      const std::function<Result<>(const QByteArray &)> &line);

/// Writes one line to standard output at once, so that a program at the other end can answer to it.
void writeLine(const QByteArray &utf8);
void writeLine(const QJsonObject &object);
/// The same when there is time, where nobody waits for each line.
void writeBufferedLine(const QByteArray &utf8);

}  // namespace amparo::cli
