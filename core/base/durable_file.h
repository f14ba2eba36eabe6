#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace amparo {

/// A file that is written as a whole: until commit() its place holds what it held before, then the new
/// content, on the disk, for its owner alone to read.
///
/// It grows as `<path>.part` beside its place, so that nothing of it passes through a folder for temporary
/// files. Without commit(), or after an error, the part is removed. One program at a time writes to a path.
/// Thread: any.
class DurableFile {
public:
    /// Errors: NotFound (no such folder), ReadOnly, DiskFull, Unavailable.
    [[nodiscard]] static Result<DurableFile> create(const QString &path);

    ~DurableFile();
    DurableFile(DurableFile &&other) noexcept;
    DurableFile &operator=(DurableFile &&) = delete;

    /// For a library that opens files by itself: it writes here, over the empty file with its permissions.
    QString partPath() const;

    /// Errors: DiskFull, ReadOnly, Unavailable.
    [[nodiscard]] Result<> write(QByteArrayView bytes);

    /// Puts the file in its place. After success it survives a power cut; after a power cut in the middle the
    /// place holds the old content or the new, whole. Errors: as write(), and the place holds the old
    /// content; Unavailable also where the new content is there and the disk did not confirm it.
    [[nodiscard]] Result<> commit();

private:
    explicit DurableFile(QString path);

    QString m_path;  // empty: nothing to remove
};

/// A file of `bytes` and nothing else. Errors: those of DurableFile. Thread: any.
[[nodiscard]] Result<> writeDurably(const QString &path, QByteArrayView bytes);

/// What the system last complained of, in the calling thread, when `act` failed. Call at once after the
/// failure.
Error lastFileError(const QString &act);

/// Waits until a file, or on Unix a folder, is on the disk as it is. False: the system would not. Thread:
/// any.
bool syncToDisk(const QString &path);

}  // namespace amparo
