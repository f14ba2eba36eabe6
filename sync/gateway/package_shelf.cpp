#include "sync/gateway/package_shelf.h"

#include "exchange/package.h"

namespace amparo::gateway {

namespace {

const Statement addPackage{"add_package", "INSERT INTO package (channel, version, bytes) "
                                          "VALUES ($1::text, $2::bigint, $3::bytea) ON CONFLICT DO NOTHING"};
const Statement selectPackage{"select_package",
                              "SELECT bytes FROM package WHERE channel = $1::text AND version = $2::bigint"};
const Statement selectPackages{"select_packages",
                               "SELECT channel, version, length(bytes)::bigint, "
                               "to_char(added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') "
                               "FROM package ORDER BY channel, version"};
const Statement selectLatest{
    "select_latest_package",
    "SELECT max(version) FROM package WHERE channel = $1::text AND version > $2::bigint"};
const Statement selectNext{
    "select_next_package",
    "SELECT min(version) FROM package WHERE channel = $1::text AND version > $2::bigint"};

/// Empty: it is not here.
Result<QByteArray> bytesOf(Connection &connection, const QString &channel, qint64 version)
{
    return connection.run(selectPackage, {text(channel), bigint(version)}).map([](const Rows &rows) {
        return rows.count() == 0 ? QByteArray() : rows.bytes(0, 0);
    });
}

}  // namespace

Result<bool> PackageShelf::add(Connection &connection, const QByteArray &signedBytes)
{
    const auto label = exchange::labelOf(signedBytes);
    if (!label)
        return tl::make_unexpected(label.error());
    return bytesOf(connection, label->channel, qint64(label->version))
        .and_then([&](const QByteArray &kept) -> Result<bool> {
            if (kept == signedBytes)
                return false;
            if (!kept.isEmpty())
                return failure(ErrorCode::Conflict, QStringLiteral("another package of this number is here"));
            return connection
                .run(addPackage, {text(label->channel), bigint(qint64(label->version)), bytea(signedBytes)})
                .map([](const Rows &) { return true; });
        });
}

Result<QList<ShelvedPackage>> PackageShelf::list(Connection &connection)
{
    return connection.run(selectPackages).map([](const Rows &rows) {
        QList<ShelvedPackage> packages;
        for (int row = 0; row < rows.count(); ++row)
            packages.append({rows.text(row, 0), rows.number(row, 1), rows.number(row, 2),
                             QDateTime::fromString(rows.text(row, 3), Qt::ISODate)});
        return packages;
    });
}

Result<std::optional<QByteArray>> PackageShelf::next(Connection &connection, const QString &channel,
                                                     qint64 have)
{
    const bool areKeys = channel == exchange::keysChannel;
    const auto found = connection.run(areKeys ? selectNext : selectLatest, {text(channel), bigint(have)});
    if (!found)
        return tl::make_unexpected(found.error());
    if (found->count() == 0 || found->isNull(0, 0))
        return std::nullopt;
    const qint64 version = found->number(0, 0);
    const QByteArray key = QStringLiteral("%1 %2 %3").arg(channel).arg(have).arg(version).toUtf8();
    if (const auto frame = m_frames.find(key))
        return frame;
    const auto bytes = bytesOf(connection, channel, version);
    const auto before = bytesOf(connection, channel, areKeys ? 0 : have);
    if (!bytes || !before)
        return tl::make_unexpected(bytes ? before.error() : bytes.error());
    return m_frames.pack(key, *bytes, *before).map([](const QByteArray &frame) {
        return std::optional(frame);
    });
}

}  // namespace amparo::gateway
