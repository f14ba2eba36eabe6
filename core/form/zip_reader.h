#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace amparo::form {

/// The entries of a ZIP archive in memory, refused where it could unpack to more than is reasonable.
class ZipReader {
public:
    static constexpr qint64 maximumEntries = 2'000;
    static constexpr qint64 maximumUnpackedBytes = 256LL * 1024 * 1024;
    static constexpr qint64 maximumRatio = 200;
    static constexpr qint64 ratioFreeBytes =
        1024 * 1024;  ///< small entries may compress as well as they like

    /// Errors: InvalidInput (no archive, or over a limit; the detail names it). `bytes` must outlive the
    /// reader.
    [[nodiscard]] static Result<ZipReader> open(const QByteArray &bytes);

    ZipReader(ZipReader &&) noexcept;
    ~ZipReader();

    bool contains(const QString &name) const;
    /// Errors: NotFound; InvalidInput (damaged, or more than its directory entry says).
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;

private:
    struct Archive;
    explicit ZipReader(std::unique_ptr<Archive> archive);

    std::unique_ptr<Archive> m_archive;
};

}  // namespace amparo::form
