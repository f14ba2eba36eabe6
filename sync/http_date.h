#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace amparo::sync {

/// A time as HTTP writes it: "Mon, 02 Mar 2026 14:00:00 GMT" (RFC 9110, 5.6.7).
QByteArray toHttpDate(const QDateTime &time);

/// In UTC; nullopt: not in that form. The two obsolete forms are not read: servers stopped writing them long
/// ago.
std::optional<QDateTime> fromHttpDate(const QByteArray &text);

/// What Retry-After asks for, as seconds or as a time seen from `now` (RFC 9110, 10.2.3); nullopt: neither.
std::optional<std::chrono::seconds> readRetryAfter(const QByteArray &text, const QDateTime &now);

}  // namespace amparo::sync
