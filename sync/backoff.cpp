#include "sync/backoff.h"

#include <algorithm>

namespace amparo::sync {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds shortest = 5s;
constexpr std::chrono::milliseconds longest = 1h;

struct Range {
    std::chrono::milliseconds first;
    std::chrono::milliseconds last;
};

// To ask whether the link is back costs next to nothing, and people wait for it; to fail at a server costs
// the link.
Range rangeOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Offline:
        return {shortest, 2min};
    case Trouble::Portal:
        return {15s, 5min};
    case Trouble::Interrupted:
        return {10s, 30min};
    case Trouble::Busy:
        return {30s, longest};
    case Trouble::ServerFault:
        return {30s, longest};
    case Trouble::ProxySignIn:  // many failures lock an account
        return {5min, longest};
    case Trouble::Untrusted:
        return {1min, longest};
    case Trouble::WrongAddress:
        return {1min, longest};
    case Trouble::SignIn:
    case Trouble::PostKey:
        return {5min, longest};
    }
    Q_UNREACHABLE();
}

}  // namespace

std::chrono::milliseconds backoff(const Unsent &unsent, int failures, double chance)
{
    const Range range = rangeOf(unsent.trouble);
    const int doublings = std::clamp(failures - 1, 0, 16);
    const std::chrono::milliseconds full =
        std::min<std::chrono::milliseconds>(range.first * (1LL << doublings), range.last);
    const std::chrono::milliseconds spread(
        qint64(double(full.count()) * (0.5 + 0.5 * std::clamp(chance, 0.0, 1.0))));
    const std::chrono::milliseconds asked =
        std::clamp(unsent.retryAfter.value_or(0s), 0s, std::chrono::seconds(1h));
    return std::clamp(std::max(spread, asked), shortest, longest);
}

}  // namespace amparo::sync
