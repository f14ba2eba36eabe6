// `signin.amparo` maps a hash of each login name, and "" for the station, to [failures, UTC ms, monotonic ms,
// boot id] of the last failure. Hashes, because people type their passphrase into the name field. "lost"
// stands there from when counts were found missing or damaged until somebody has signed in.
#include "store/sign_in_throttle.h"

#include "crypto/digest.h"
#include "store/checked_file.h"
#include "store/elapsed.h"
#include "store/key_file.h"

#include <QCborArray>
#include <QCborMap>
#include <QDir>

#include <algorithm>

namespace amparo::store {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds longestWait{300};
constexpr qint64 stationAllowance = 9;     // failures that slow nobody but their own account
constexpr qsizetype maximumEntries = 200;  // then the counts of made-up names make room

const FileKind &throttleFileKind()
{
    static const FileKind kind{"AMPAROSIGNIN", 1};
    return kind;
}

const QString station;
const QString lost = QStringLiteral("lost");

QString keyOf(QStringView loginName)
{
    return QString::fromLatin1(crypto::digest(foldedLoginName(loginName).toUtf8()).first(16).toHex());
}

seconds delayAfter(qint64 failures)
{
    if (failures <= 0)
        return seconds(0);
    return failures > 9 ? longestWait : std::min(seconds(1LL << (failures - 1)), longestWait);
}

milliseconds elapsed(const QCborArray &entry, const Clock &clock)
{
    const Moment last{QDateTime::fromMSecsSinceEpoch(entry.at(1).toInteger(), Qt::UTC),
                      entry.at(2).toInteger(), entry.at(3).toByteArray()};
    return elapsedSince(last, clock);
}

seconds remaining(const QCborValue &value, qint64 allowance, const Clock &clock)
{
    const QCborArray entry = value.toArray();
    const milliseconds left = delayAfter(entry.at(0).toInteger() - allowance) - elapsed(entry, clock);
    return std::max(std::chrono::ceil<seconds>(left), seconds(0));
}

int countFailure(QCborMap &counts, const QString &key, const Clock &clock)
{
    const qint64 failures = counts[key].toArray().at(0).toInteger() + 1;
    const Moment now = momentOf(clock);
    counts[key] = QCborArray{failures, now.utc.toMSecsSinceEpoch(), now.monotonicInMs, now.boot};
    return int(failures);
}

/// No file: as if nobody had failed, but it is told. A damaged one: as if the station had failed often enough
/// to wait, which is written down, since the wait must begin at some time to be over at another.
Result<QCborMap> readCounts(const QString &path, const Clock &clock)
{
    const auto content = readFile(path, throttleFileKind());
    if (content)
        return content->toMap();
    QCborMap counts{{lost, true}};
    if (content.error().code == ErrorCode::NotFound)
        return counts;
    if (content.error().code != ErrorCode::Corrupt)
        return tl::make_unexpected(content.error());
    for (qint64 i = 0; i <= stationAllowance; ++i)
        countFailure(counts, station, clock);
    return replaceFile(path, throttleFileKind(), counts).map([&] { return counts; });
}

}  // namespace

SignInThrottle::SignInThrottle(QString folder, const Clock &clock)
    : m_path(QDir(folder).filePath(QStringLiteral("signin.amparo"))), m_clock(clock)
{}

Result<> SignInThrottle::begin() { return replaceFile(m_path, throttleFileKind(), QCborMap()); }

Result<seconds> SignInThrottle::wait(QStringView loginName) const
{
    return readCounts(m_path, m_clock).map([&](const QCborMap &counts) {
        return std::max(remaining(counts[keyOf(loginName)], 0, m_clock),
                        remaining(counts[station], stationAllowance, m_clock));
    });
}

Result<FailedTries> SignInThrottle::countTry(QStringView loginName)
{
    auto counts = readCounts(m_path, m_clock);
    if (!counts)
        return tl::make_unexpected(counts.error());
    if (counts->size() >= maximumEntries) {
        const QCborValue stationCount = counts->value(station);
        *counts = QCborMap{{station, stationCount}, {lost, true}};
    }
    const FailedTries failed{countFailure(*counts, keyOf(loginName), m_clock), !counts->contains(lost)};
    countFailure(*counts, station, m_clock);
    return replaceFile(m_path, throttleFileKind(), *counts).map([&] { return failed; });
}

Result<> SignInThrottle::forget(QStringView loginName)
{
    auto counts = readCounts(m_path, m_clock);
    if (!counts)
        return tl::make_unexpected(counts.error());
    counts->remove(keyOf(loginName));
    counts->remove(station);
    counts->remove(lost);
    return replaceFile(m_path, throttleFileKind(), *counts);
}

}  // namespace amparo::store
