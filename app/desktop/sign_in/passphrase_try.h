#pragma once

#include "app/desktop/error_text.h"
#include "store/store.h"

#include <chrono>

namespace amparo::desktop {

constexpr std::chrono::milliseconds keyCost{500};  ///< what opening a key is meant to take on this computer

/// What became of a passphrase that somebody gave while the store is open.
template <class T = void> struct PassphraseTry {
    Result<T> answer;
    bool isTooSoon = false;        ///< it was not even looked at, after failures before
    std::chrono::seconds wait{0};  ///< until the next try of this account
};

/// For the store's thread: answers what `deed` does with a passphrase of `loginName`, and what the throttle
/// says.
template <class Deed> auto tryPassphrase(store::Store &store, const QString &loginName, Deed deed)
{
    using Answer = std::invoke_result_t<Deed>;
    const auto wait = [&] { return store.signInWait(loginName).value_or(std::chrono::seconds(0)); };
    const bool isTooSoon = wait() > std::chrono::seconds(0);
    Answer answer = deed();
    return PassphraseTry<typename Answer::value_type>{std::move(answer), isTooSoon, wait()};
}

QString refusalText(const Error &error, bool isTooSoon, std::chrono::seconds wait, Act act);

/// Why it was refused, and when to try again.
template <class T> QString refusalText(const PassphraseTry<T> &tried, Act act)
{
    return refusalText(tried.answer.error(), tried.isTooSoon, tried.wait, act);
}

}  // namespace amparo::desktop
