#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace amparo::report {

/// A file that is either whole at its place or not there at all, and that nobody but its owner can read.
///
/// It grows as `<path>.part` beside its place, so that nothing of it passes through a folder for temporary
/// files. Without commit(), or after an error, the part is removed and an older file of that name is as it
/// was. Thread: any.
class ExportFile {
public:
    /// Errors: NotFound (no such folder), ReadOnly, DiskFull, Unavailable.
    [[nodiscard]] static Result<ExportFile> create(const QString &path);

    ~ExportFile();
    ExportFile(ExportFile &&other) noexcept;
    ExportFile &operator=(ExportFile &&) = delete;

    /// For a library that opens files by itself: it writes here, over the empty file with its permissions.
    QString partPath() const;

    /// Errors: DiskFull, ReadOnly, Unavailable.
    [[nodiscard]] Result<> write(QByteArrayView bytes);

    /// Puts the file in its place, on the disk. Errors: as write().
    [[nodiscard]] Result<> commit();

private:
    explicit ExportFile(QString path);

    QString m_path;  // empty: nothing to remove
};

/// What the system last complained of, in the calling thread. Call at once after the failure.
Error lastFileError(const QString &act);

}  // namespace amparo::report
