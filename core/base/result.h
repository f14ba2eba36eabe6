#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace amparo {

/// Why something could not be done, as far as the caller can act on it.
enum class ErrorCode {
    InvalidInput,  ///< what was given cannot be used; the detail names the place
    NotFound,      ///< no such record, file or form
    Conflict,      ///< it exists already, or its state forbids the act
    Locked,        ///< nobody is signed in, or another program holds the store
    Denied,        ///< wrong passphrase, or the role does not allow it
    Corrupt,       ///< stored bytes do not verify
    DiskFull,      ///< no space left on the device
    ReadOnly,      ///< folder or file cannot be written
    TooNew,        ///< made by a newer version of the program
    Unavailable,   ///< the outside (disk, network, server) did not do its part
    Cancelled,     ///< the person stopped it
};

/// Stable English word for logs and `--json`, for instance "invalid-input".
QString codeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Unavailable;
    QString detail;  ///< English, for logs and support; no personal data

    bool operator==(const Error &) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;  // std::expected, the day we build as C++23

inline tl::unexpected<Error> failure(ErrorCode code, QString detail)
{
    return tl::make_unexpected(Error{code, std::move(detail)});
}

}  // namespace amparo
