#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "store/audit_check.h"
#include "store/checkpoint_text.h"

#include <QDirIterator>
#include <QJsonArray>

namespace amparo::cli {

namespace {

using store::AuditFinding;
using store::AuditReport;
using store::Testimony;

const QString against = QStringLiteral("against");
const QString receipts = QStringLiteral("receipts");
const QString from = QStringLiteral("from");

/// "12:HASH", as an earlier verification ended; "" begins at the beginning.
Result<store::AuditPoint> readPoint(const QString &text)
{
    if (text.isEmpty())
        return store::AuditPoint();
    bool isNumber = false;
    const store::AuditPoint point{text.section(u':', 0, 0).toLongLong(&isNumber),
                                  QByteArray::fromHex(text.section(u':', 1).toLatin1())};
    if (!isNumber || point.sequence <= 0 || point.hash.size() != 32)
        return failure(ErrorCode::InvalidInput, QStringLiteral("--from takes ENTRY:HASH"));
    return point;
}

/// The submissions below a folder, as the server kept them: every .xml file that carries a checkpoint.
Result<QList<Testimony>> readReceipts(const QString &folder)
{
    QList<Testimony> found;
    QDirIterator files(folder, {QStringLiteral("*.xml")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto bytes = readInput(files.next());
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        const auto carried = store::readCarried(*bytes);
        if (carried && carried->checkpoint)
            found.append({*carried->checkpoint, carried->instanceId});
    }
    if (found.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("no submission with a checkpoint in that folder"));
    return found;
}

Result<QList<Testimony>> readElsewhere(const Arguments &arguments)
{
    QList<Testimony> found;
    if (const auto folder = arguments.find(receipts)) {
        const auto read = readReceipts(*folder);
        if (!read)
            return read;
        found = *read;
    }
    for (const QString &path : arguments.values(against)) {
        const auto kept =
            readJsonObject(path, QStringLiteral("a checkpoint")).and_then([](const QJsonObject &object) {
                return store::keptElsewhereFromJson(object);
            });
        if (!kept)
            return tl::make_unexpected(kept.error());
        found.append({kept->checkpoint, path});
    }
    return found;
}

QString lineOf(const AuditFinding &finding)
{
    const QString source = finding.source.isEmpty() ? QStringLiteral("the log itself") : finding.source;
    switch (finding.kind) {
    case AuditFinding::Kind::Changed:
        return QStringLiteral("entry %1 was changed, moved or put in; up to %2 all are sound")
            .arg(finding.entry)
            .arg(finding.sound);
    case AuditFinding::Kind::Missing:
        return QStringLiteral("entry %1 was left out; up to %2 all are sound")
            .arg(finding.entry)
            .arg(finding.sound);
    case AuditFinding::Kind::CutOff:
        return QStringLiteral("from entry %1 on the log was cut off or set back (says %2)")
            .arg(finding.entry)
            .arg(source);
    case AuditFinding::Kind::Rewritten:
        return QStringLiteral("between entries %1 and %2 the log was rewritten, or set back (says %3)")
            .arg(finding.sound + 1)
            .arg(finding.entry)
            .arg(source);
    case AuditFinding::Kind::UnknownGeneration:
        return QStringLiteral("the store knows nothing of a life that it had: set back, or another (says %1)")
            .arg(source);
    case AuditFinding::Kind::OtherKey:
        return QStringLiteral("the checkpoint, or the key in the store, is forged (%1)").arg(source);
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const AuditFinding &finding)
{
    return {{QStringLiteral("kind"), store::auditFindingName(finding.kind)},
            {QStringLiteral("entry"), finding.entry},
            {QStringLiteral("sound"), finding.sound},
            {QStringLiteral("source"), finding.source}};
}

QString lineOf(const store::LostEntries &lost)
{
    return QStringLiteral("entries %1 to %2 were lost with damaged pages, says the salvage at entry %3")
        .arg(lost.first)
        .arg(lost.last)
        .arg(lost.salvage);
}

QJsonObject toJson(const AuditReport &report)
{
    QJsonArray findings;
    for (const AuditFinding &finding : report.findings)
        findings.append(toJson(finding));
    QJsonArray lost;
    for (const store::LostEntries &entries : report.lost)
        lost.append(QJsonObject{{QStringLiteral("first"), entries.first},
                                {QStringLiteral("last"), entries.last},
                                {QStringLiteral("salvage"), entries.salvage}});
    QJsonArray generations;
    for (const store::Generation &generation : report.generations)
        generations.append(QJsonObject{{QStringLiteral("id"), generation.id.toText()},
                                       {QStringLiteral("firstEntry"), generation.firstEntry}});
    return {{QStringLiteral("sound"), report.chain.sound},
            {QStringLiteral("firstBroken"),
             report.chain.firstBroken ? QJsonValue(*report.chain.firstBroken) : QJsonValue()},
            {QStringLiteral("lastHash"), QString::fromLatin1(report.chain.lastHash.toHex())},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("lost"), lost},
            {QStringLiteral("generations"), generations},
            {QStringLiteral("compared"), report.compared},
            {QStringLiteral("leftBehind"), report.leftBehind},
            {QStringLiteral("foreign"), report.foreign}};
}

QString textOf(const AuditReport &report)
{
    QStringList lines;
    for (const AuditFinding &finding : report.findings)
        lines.append(lineOf(finding));
    if (lines.isEmpty())
        lines.append(QStringLiteral("%1 entries, all %4sound; %2 checkpoints agree; go on with --from %1:%3")
                         .arg(report.chain.sound)
                         .arg(report.compared)
                         .arg(QString::fromLatin1(report.chain.lastHash.toHex()),
                              report.lost.isEmpty() ? QString() : QStringLiteral("but the lost ")));
    for (const store::LostEntries &lost : report.lost)
        lines.append(lineOf(lost));
    for (const store::Generation &generation : report.generations.mid(1))
        lines.append(QStringLiteral("entry %1 began a new life of the store: ask who restored it, and why")
                         .arg(generation.firstEntry));
    if (report.leftBehind > 0)
        lines.append(QStringLiteral("%1 checkpoints tell of entries that a restore or a salvage left behind")
                         .arg(report.leftBehind));
    if (report.foreign > 0)
        lines.append(QStringLiteral("%1 checkpoints are of other posts").arg(report.foreign));
    return lines.join(u'\n');
}

Outcome run(const Arguments &arguments)
{
    const auto start = readPoint(arguments.value(from));
    if (!start)
        return usageError(start.error().detail);
    const auto elsewhere = readElsewhere(arguments);
    if (!elsewhere)
        return failed(elsewhere.error());
    const auto opened = openStore(arguments);
    if (!opened)
        return failed(opened.error());
    store::Store &store = **opened;
    if (const auto allowed = store.audit().checkReadable(); !allowed)
        return failed(allowed.error());
    const auto report = examineLog(store.audit(), store.checkpoints(), store.id(), *elsewhere, *start);
    if (!report)
        return failed(report.error());
    const auto told =
        store.audit().record(store::AuditAction::AuditRead, store.id().toText(), QStringLiteral("verify"));
    if (!told)
        return failed(told.error());
    if (!elsewhere->isEmpty() && report->foreign == elsewhere->size())
        return failed({ErrorCode::NotFound, QStringLiteral("no checkpoint in there is of this post")});
    return Answer{toJson(*report), textOf(*report),
                  report->findings.isEmpty() ? ExitCode::Done : ExitCode::Refused};
}

}  // namespace

Command auditVerifyCommand()
{
    return {
        QStringLiteral("audit verify"),
        QStringLiteral("hold the audit log against itself and against checkpoints"),
        QStringLiteral(
            "For auditors and administrators. Ends with 1 and the first entry that does not fit. Without "
            "--receipts or --against, a "
            "log that somebody with the store's key wrote anew, or set back, cannot be told: each "
            "submission carries a checkpoint, so get them from the server as XML, one file each, in "
            "any folders. Exports as CSV do not have it."),
        {},
        storeOptions(
            {{receipts, QStringLiteral("submissions as the server kept them"), QStringLiteral("FOLDER")},
             {against, QStringLiteral("a checkpoint that audit checkpoint made; may be repeated"),
              QStringLiteral("FILE")},
             {from, QStringLiteral("trust the log up to there and go on"), QStringLiteral("ENTRY:HASH")}}),
        run};
}

}  // namespace amparo::cli
