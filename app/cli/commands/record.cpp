// Single records: their end before term, what keeps them beyond it, and what may be told of them.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"

#include <QJsonArray>
#include <QTimeZone>

namespace amparo::cli {

namespace {

const QString reasonOption = QStringLiteral("reason");
const QString referenceOption = QStringLiteral("reference");
constexpr int pageSize = 1000;

Result<ScreeningId> recordId(const Arguments &arguments)
{
    const auto id = ScreeningId::fromText(arguments.positional(0));
    if (!id)
        return failure(ErrorCode::InvalidInput, QStringLiteral("that is no record's id"));
    return *id;
}

/// Opens the store and does `deed(store, id)`.
template <class Deed> Result<> withRecord(const Arguments &arguments, Deed deed)
{
    return recordId(arguments).and_then([&](ScreeningId id) -> Result<> {
        const auto store = openStore(arguments);
        if (!store)
            return tl::make_unexpected(store.error());
        return deed(**store, id);
    });
}

Outcome erase(const Arguments &arguments)
{
    const auto reason = record::erasureReasonFromName(arguments.value(reasonOption));
    if (!reason || !record::isBeforeTerm(*reason))
        return usageError(QStringLiteral("--reason is person-request, court-order or authority-order"));
    const auto erased = withRecord(arguments, [&](store::Store &store, ScreeningId id) -> Result<> {
        auto approval = approvalOf(arguments, store, record::Permission::EraseRecords);
        if (!approval)
            return tl::make_unexpected(approval.error());
        return store.erasures()
            .erase(id, *reason, QTimeZone::systemTimeZone(), std::move(*approval))
            .and_then([&] { return store.erasures().scrub(); });
    });
    if (!erased)
        return failed(erased.error());
    return Answer{{{QStringLiteral("record"), arguments.positional(0)}},
                  QStringLiteral("All records of this person are erased. Backups made before still hold them "
                                 "until they expire.")};
}

Outcome hold(const Arguments &arguments)
{
    const auto held = withRecord(arguments, [&](store::Store &store, ScreeningId id) {
        return store.legalHolds().set(id, arguments.value(referenceOption));
    });
    if (!held)
        return failed(held.error());
    return Answer{{{QStringLiteral("record"), arguments.positional(0)}},
                  QStringLiteral("The records of this person stay until the hold is released.")};
}

Outcome release(const Arguments &arguments)
{
    const auto released = withRecord(arguments, [&](store::Store &store, ScreeningId id) -> Result<> {
        auto approval = approvalOf(arguments, store, record::Permission::ReleaseRecords);
        if (!approval)
            return tl::make_unexpected(approval.error());
        return store.legalHolds().release(id, arguments.value(referenceOption), std::move(*approval));
    });
    if (!released)
        return failed(released.error());
    return Answer{{{QStringLiteral("record"), arguments.positional(0)}},
                  QStringLiteral("The hold is released. What is past its term is erased with the next run.")};
}

Outcome holds(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto found = (*store)->legalHolds().list();
    if (!found)
        return failed(found.error());
    QJsonArray list;
    QStringList lines;
    for (const store::LegalHold &each : *found) {
        list.append(QJsonObject{{QStringLiteral("encounter"), each.encounter.toText()},
                                {referenceOption, each.reference},
                                {QStringLiteral("setAt"), each.setAt.toString(Qt::ISODate)}});
        lines.append(QStringLiteral("%1  %2  since %3")
                         .arg(each.encounter.toText(), each.reference, each.setAt.toString(Qt::ISODate)));
    }
    return Answer{{{QStringLiteral("holds"), list}},
                  lines.isEmpty() ? QStringLiteral("Nothing is under hold.") : lines.join(u'\n')};
}

QJsonObject toJson(const store::Erased &erased)
{
    QJsonObject object{{QStringLiteral("record"), erased.tombstone.id.toText()},
                       {QStringLiteral("instanceId"), erased.tombstone.instanceId},
                       {QStringLiteral("erasedAt"), erased.tombstone.erasedAt.toString(Qt::ISODate)},
                       {reasonOption, record::erasureReasonName(erased.tombstone.reason)}};
    if (erased.receipt) {
        object.insert(QStringLiteral("receiptAt"), erased.receipt->receivedAt.toString(Qt::ISODate));
        object.insert(QStringLiteral("server"), erased.receipt->server);
        object.insert(QStringLiteral("status"), erased.receipt->status);
    }
    return object;
}

Outcome erased(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    QJsonArray list;
    QStringList lines;
    for (qint64 last = 0;;) {
        const auto page = (*store)->erasures().erasedAfter(last, pageSize);
        if (!page)
            return failed(page.error());
        for (const store::Erased &each : *page) {
            list.append(toJson(each));
            lines.append(QStringLiteral("%1  %2  %3  %4")
                             .arg(each.tombstone.erasedAt.toString(Qt::ISODate),
                                  record::erasureReasonName(each.tombstone.reason),
                                  each.tombstone.instanceId.isEmpty() ? each.tombstone.id.toText()
                                                                      : each.tombstone.instanceId,
                                  each.receipt ? each.receipt->server : QStringLiteral("no receipt")));
            last = each.sequence;
        }
        if (page->size() < pageSize)
            break;
    }
    return Answer{{{QStringLiteral("erased"), list}},
                  lines.isEmpty() ? QStringLiteral("No record has been erased.") : lines.join(u'\n')};
}

const QString scopeOption = QStringLiteral("scope");
const QString recipientOption = QStringLiteral("to");
const QString withdrawOption = QStringLiteral("withdraw");

QJsonObject toJson(const record::Consent &consent)
{
    QJsonArray scope;
    for (const record::ConsentScope each : consent.scope)
        scope.append(record::consentScopeName(each));
    return {{QStringLiteral("consent"), consent.id.toText()},
            {scopeOption, scope},
            {QStringLiteral("recipient"), consent.recipient},
            {QStringLiteral("givenAt"), consent.givenAt.toString(Qt::ISODate)},
            {QStringLiteral("withdrawnAt"),
             consent.withdrawnAt ? QJsonValue(consent.withdrawnAt->toString(Qt::ISODate)) : QJsonValue()}};
}

QString toText(const record::Consent &consent)
{
    QStringList scope;
    for (const record::ConsentScope each : consent.scope)
        scope.append(record::consentScopeName(each));
    return QStringLiteral("%1  %2  %3  %4")
        .arg(consent.id.toText(), consent.recipient, scope.join(u' '),
             consent.withdrawnAt ? QStringLiteral("withdrawn") : QStringLiteral("stands"));
}

Result<QList<record::ConsentScope>> scopeOf(const Arguments &arguments)
{
    QList<record::ConsentScope> scope;
    for (const QString &name : arguments.values(scopeOption)) {
        const auto known = record::consentScopeFromName(name);
        if (!known)
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("--scope is identity, contact, needs, account or assessment"));
        scope.append(*known);
    }
    return scope;
}

/// Notes one, takes one back, or neither; then those of the record are listed.
Result<> changeConsent(const Arguments &arguments, store::Store &store, ScreeningId record)
{
    if (const auto withdrawn = arguments.find(withdrawOption)) {
        const auto id = record::ConsentId::fromText(*withdrawn);
        if (!id)
            return failure(ErrorCode::InvalidInput, QStringLiteral("that is no consent's id"));
        return store.consents().withdraw(*id);
    }
    if (!arguments.has(recipientOption))
        return {};
    return scopeOf(arguments)
        .and_then([&](const QList<record::ConsentScope> &scope) {
            return store.consents().give(record, scope, arguments.value(recipientOption));
        })
        .map([](const record::Consent &) {});
}

Outcome consent(const Arguments &arguments)
{
    QList<record::Consent> found;
    const auto done = withRecord(arguments, [&](store::Store &store, ScreeningId id) {
        return changeConsent(arguments, store, id)
            .and_then([&] { return store.consents().ofRecord(id); })
            .map([&](const QList<record::Consent> &consents) { found = consents; });
    });
    if (!done)
        return failed(done.error());
    QJsonArray list;
    QStringList lines;
    for (const record::Consent &each : std::as_const(found)) {
        list.append(toJson(each));
        lines.append(toText(each));
    }
    return Answer{{{QStringLiteral("consents"), list}},
                  lines.isEmpty() ? QStringLiteral("No consent is recorded: nobody is told anything.")
                                  : lines.join(u'\n')};
}

Positional idPositional() { return {QStringLiteral("ID"), QStringLiteral("any record of the person")}; }

Option reference(const QString &description)
{
    return {referenceOption, description, QStringLiteral("CODE")};
}

}  // namespace

Command recordConsentCommand()
{
    return {
        QStringLiteral("record consent"),
        QStringLiteral("show what a person allowed to be told to whom; note it, or that it is taken back"),
        QStringLiteral("To note one, name --to and each --scope."),
        {{QStringLiteral("ID"), QStringLiteral("the record in whose interview it was given")}},
        storeOptions(
            {{recipientOption,
              QStringLiteral("an institution of the directory (amparoctl directory "
                             "list)"),
              QStringLiteral("INSTITUTION")},
             {scopeOption, QStringLiteral("identity, contact, needs, account or assessment; more than once"),
              QStringLiteral("CODE")},
             {withdrawOption, QStringLiteral("the consent that the person takes back"),
              QStringLiteral("CONSENT")}}),
        consent};
}

Command recordEraseCommand()
{
    return {
        QStringLiteral("record erase"),
        QStringLiteral("erase all records of a person before their term"),
        QStringLiteral("For a shift lead, with a second person. Refused under legal hold. The server's copy "
                       "is the server's to erase."),
        {idPositional()},
        twoPeopleOptions({{reasonOption, QStringLiteral("person-request, court-order or authority-order"),
                           QStringLiteral("CODE")}}),
        erase};
}

Command recordErasedCommand()
{
    return {QStringLiteral("record erased"),
            QStringLiteral("list what is left of erased records: ids, time, reason, receipt"),
            QString(),
            {},
            storeOptions(),
            erased};
}

Command recordHoldCommand()
{
    return {
        QStringLiteral("record hold"),
        QStringLiteral("keep all records of a person beyond their term"),
        QStringLiteral("For shift leads and auditors."),
        {idPositional()},
        storeOptions({reference(QStringLiteral("where the court or the authority keeps the matter: letters, "
                                               "digits and -./_, no name"))}),
        hold};
}

Command recordHoldsCommand()
{
    return {QStringLiteral("record holds"),
            QStringLiteral("list what is under legal hold"),
            QString(),
            {},
            storeOptions(),
            holds};
}

Command recordReleaseCommand()
{
    return {QStringLiteral("record release"),
            QStringLiteral("end a legal hold"),
            QStringLiteral("For shift leads and auditors, with a second person."),
            {idPositional()},
            twoPeopleOptions({reference(QStringLiteral("the one it was set under"))}),
            release};
}

}  // namespace amparo::cli
