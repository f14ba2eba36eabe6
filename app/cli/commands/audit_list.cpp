// Who did what, in codes: for auditors and administrators.
#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "base/csv_writer.h"
#include "base/durable_file.h"

#include <QHash>
#include <QJsonArray>

#include <functional>

namespace amparo::cli {

namespace {

using store::AuditEntry;

const QString sinceOption = QStringLiteral("since");
const QString untilOption = QStringLiteral("until");
const QString actionOption = QStringLiteral("action");
const QString byOption = QStringLiteral("by");
const QString csvOption = QStringLiteral("csv");
constexpr int entriesAStep = 1000;

/// The beginning of a day here, `later` days on; nullopt: not asked for.
Result<std::optional<QDateTime>> readDay(const Arguments &arguments, const QString &option, int later)
{
    const auto text = arguments.find(option);
    if (!text)
        return std::nullopt;
    const QDate day = QDate::fromString(*text, Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 takes a day: 2026-05-17").arg(option));
    return day.addDays(later).startOfDay().toUTC();
}

Result<store::AuditFilter> readFilter(const Arguments &arguments)
{
    store::AuditFilter filter;
    const auto since = readDay(arguments, sinceOption, 0);
    const auto before = readDay(arguments, untilOption, 1);
    if (!since || !before)
        return tl::make_unexpected(since ? before.error() : since.error());
    filter.since = *since;
    filter.before = *before;
    if (const auto name = arguments.find(actionOption)) {
        filter.action = store::auditActionFromName(*name);
        if (!filter.action)
            return failure(ErrorCode::InvalidInput, QStringLiteral("there is no action %1").arg(*name));
    }
    return filter;
}

const QStringList columns{QStringLiteral("entry"),   QStringLiteral("at"),    QStringLiteral("actor"),
                          QStringLiteral("login"),   QStringLiteral("role"),  QStringLiteral("action"),
                          QStringLiteral("subject"), QStringLiteral("detail")};

/// The fields of entries, in the order of `columns`.
class Fields {
public:
    explicit Fields(store::Store &store) : m_store(store) {}

    Result<QStringList> of(const AuditEntry &entry)
    {
        return loginOf(entry.actor).map([&](const QString &login) {
            return QStringList{QString::number(entry.sequence),
                               entry.at.toString(Qt::ISODateWithMs),
                               entry.actor.toText(),
                               login,
                               record::roleName(entry.role),
                               auditActionName(entry.action),
                               entry.subject,
                               entry.detail};
        });
    }

private:
    /// Also of those who have gone.
    Result<QString> loginOf(OfficerId id)
    {
        if (const auto known = m_logins.constFind(id); known != m_logins.constEnd())
            return *known;
        return m_store.officers().find(id).map([&](const std::optional<record::Officer> &officer) {
            return *m_logins.insert(id, officer ? officer->loginName : QString());
        });
    }

    store::Store &m_store;
    QHash<OfficerId, QString> m_logins;
};

/// Hands the fields of each entry to `see`; answers how many there were.
Result<int> forEachEntry(store::Store &store, const store::AuditFilter &filter,
                         const std::function<void(const QStringList &)> &see)
{
    Fields fields(store);
    int count = 0;
    std::optional<qint64> from;
    do {
        const auto page = store.audit().page(filter, store::AuditOrder::OldestFirst, from, entriesAStep);
        if (!page)
            return tl::make_unexpected(page.error());
        for (const AuditEntry &entry : page->entries) {
            const auto written = fields.of(entry);
            if (!written)
                return tl::make_unexpected(written.error());
            see(*written);
            ++count;
        }
        from = page->next;
    } while (from);
    return count;
}

QJsonObject toJson(const QStringList &fields)
{
    QJsonObject object;
    for (int i = 0; i < columns.size(); ++i)
        object.insert(columns[i], fields[i]);
    object.insert(columns[0], fields[0].toLongLong());
    return object;
}

QString toLine(const QStringList &fields)
{
    const QString who = fields[3].isEmpty() ? fields[2] : fields[3];
    return QStringList{fields[0], fields[1], who, fields[5], fields[6], fields[7]}.join(u' ').trimmed();
}

Outcome writeTable(store::Store &store, const store::AuditFilter &filter, const QString &path)
{
    auto file = DurableFile::create(path);
    if (!file)
        return failed(file.error());
    Result<> written = file->write(csvByteOrderMark + csvRow(columns));
    const auto count = forEachEntry(store, filter, [&](const QStringList &fields) {
        written = written.and_then([&] { return file->write(csvRow(fields)); });
    });
    if (!count)
        return failed(count.error());
    written = written
                  .and_then([&] {
                      return store.audit().record(store::AuditAction::AuditRead, store.id().toText(),
                                                  QStringLiteral("export=csv entries=%1").arg(*count));
                  })
                  .and_then([&] { return file->commit(); });
    if (!written)
        return failed(written.error());
    return Answer{{{csvOption, path}, {QStringLiteral("count"), *count}},
                  QStringLiteral("%1 entries in %2").arg(*count).arg(path)};
}

Outcome list(const Arguments &arguments)
{
    auto filter = readFilter(arguments);
    if (!filter)
        return usageError(filter.error().detail);
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (const auto login = arguments.find(byOption)) {
        const auto officer = findOfficer(**store, *login);
        if (!officer)
            return failed(officer.error());
        filter->actor = officer->id;
    }
    if (const auto path = arguments.find(csvOption))
        return writeTable(**store, *filter, *path);
    QJsonArray array;
    QStringList lines;
    const auto count = forEachEntry(**store, *filter, [&](const QStringList &fields) {
        array.append(toJson(fields));
        lines.append(toLine(fields));
    });
    if (!count)
        return failed(count.error());
    return Answer{{{QStringLiteral("entries"), array}}, lines.join(u'\n')};
}

}  // namespace

Command auditListCommand()
{
    return {
        QStringLiteral("audit list"),
        QStringLiteral("tell who did what and when"),
        QStringLiteral("In codes and ids, without personal data of travellers, oldest first. For auditors "
                       "and administrators; each reading and each export is an entry itself."),
        {},
        storeOptions({{sinceOption, QStringLiteral("from that day on"), QStringLiteral("DATE")},
                      {untilOption, QStringLiteral("up to the end of that day"), QStringLiteral("DATE")},
                      {actionOption, QStringLiteral("one kind of entry, as the list names it"),
                       QStringLiteral("ACTION")},
                      {byOption, QStringLiteral("what one person did"), QStringLiteral("LOGIN")},
                      {csvOption, QStringLiteral("write it for a spreadsheet"), QStringLiteral("FILE")}}),
        list};
}

}  // namespace amparo::cli
