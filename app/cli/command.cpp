#include "app/cli/command.h"

namespace amparo::cli {

tl::unexpected<Failure> usageError(const QString &message)
{
    return tl::make_unexpected(Failure({ErrorCode::InvalidInput, message}, ExitCode::Usage));
}

tl::unexpected<Failure> failed(const Error &error) { return tl::make_unexpected(Failure(error)); }

std::optional<QString> Arguments::find(const QString &option) const
{
    return has(option) ? std::optional(value(option)) : std::nullopt;
}

}  // namespace amparo::cli
