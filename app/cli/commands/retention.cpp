// How long records stay, and what ends when their term is over.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"

#include <QTimeZone>

namespace amparo::cli {

namespace {

using record::RetentionPolicy;
using record::RetentionRule;
using std::chrono::days;

const QString draftOption = QStringLiteral("draft-days");
const QString acknowledgedOption = QStringLiteral("acknowledged-days");
const QString formOption = QStringLiteral("form");
const QString usualOption = QStringLiteral("usual");
const QString dryRunOption = QStringLiteral("dry-run");

QJsonObject toJson(const RetentionRule &rule)
{
    return {{QStringLiteral("draftDays"), int(rule.draft.count())},
            {QStringLiteral("acknowledgedDays"), int(rule.acknowledged.count())}};
}

QString toText(const RetentionRule &rule)
{
    return QStringLiteral("drafts %1 days after the last answer, records %2 days after the server's receipt")
        .arg(rule.draft.count())
        .arg(rule.acknowledged.count());
}

Answer describe(const RetentionPolicy &policy)
{
    QJsonObject forms;
    QStringList lines{QStringLiteral("All forms: %1.").arg(toText(policy.standard))};
    for (auto form = policy.byForm.cbegin(); form != policy.byForm.cend(); ++form) {
        forms.insert(form.key(), toJson(form.value()));
        lines.append(QStringLiteral("Form %1: %2.").arg(form.key(), toText(form.value())));
    }
    lines.append(
        QStringLiteral("What the server has not acknowledged stays, and so does what is under hold."));
    return {{{QStringLiteral("standard"), toJson(policy.standard)}, {QStringLiteral("forms"), forms}},
            lines.join(u'\n')};
}

Outcome show(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto policy = (*store)->retentionPolicy();
    if (!policy)
        return failed(policy.error());
    return describe(*policy);
}

/// `rule` with the terms that the arguments name. InvalidInput: one is no number.
Result<RetentionRule> changed(const Arguments &arguments, RetentionRule rule)
{
    for (const auto &[option, term] :
         {std::pair(draftOption, &rule.draft), std::pair(acknowledgedOption, &rule.acknowledged)}) {
        const auto given = arguments.find(option);
        if (!given)
            continue;
        bool isNumber = false;
        *term = days(given->toInt(&isNumber));
        if (!isNumber)
            return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 is a number of days").arg(option));
    }
    return rule;
}

Result<RetentionPolicy> changed(const Arguments &arguments, RetentionPolicy policy)
{
    const auto form = arguments.find(formOption);
    if (form && arguments.has(usualOption)) {
        policy.byForm.remove(*form);
        return policy;
    }
    return changed(arguments, form ? policy.ruleFor(*form) : policy.standard)
        .map([&](const RetentionRule &rule) {
            form ? void(policy.byForm.insert(*form, rule)) : void(policy.standard = rule);
            return policy;
        });
}

Outcome set(const Arguments &arguments)
{
    if (!arguments.has(draftOption) && !arguments.has(acknowledgedOption) && !arguments.has(usualOption))
        return usageError(QStringLiteral("--draft-days, --acknowledged-days or --usual says what to change"));
    if (arguments.has(usualOption) && !arguments.has(formOption))
        return usageError(QStringLiteral("--usual is for one --form"));
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto policy = (*store)->retentionPolicy().and_then(
        [&](const RetentionPolicy &kept) { return changed(arguments, kept); });
    if (!policy)
        return failed(policy.error());
    auto approval = approvalOf(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto kept = (*store)->setRetentionPolicy(*policy, std::move(*approval)); !kept)
        return failed(kept.error());
    return describe(*policy);
}

Result<store::RetentionStep> eraseDue(store::Store &store)
{
    store::RetentionStep sum;
    while (true) {
        const auto step = store.applyRetention(QTimeZone::systemTimeZone());
        if (!step)
            return step;
        sum.drafts += step->drafts;
        sum.records += step->records;
        if (step->isDone)
            return sum;
    }
}

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const bool isTrial = arguments.has(dryRunOption);
    const auto erased = isTrial ? (*store)->retentionPolicy().and_then([&](const RetentionPolicy &policy) {
        return (*store)->erasures().countDue(policy);
    })
                                : eraseDue(**store);
    if (!erased)
        return failed(erased.error());
    const QString sentence = isTrial ? QStringLiteral("Due now: %1 draft(s) and %2 record(s). Nothing was "
                                                      "erased.")
                                     : QStringLiteral("Erased: %1 draft(s) and %2 record(s).");
    return Answer{{{QStringLiteral("drafts"), erased->drafts},
                   {QStringLiteral("records"), erased->records},
                   {QStringLiteral("dryRun"), isTrial}},
                  sentence.arg(erased->drafts).arg(erased->records)};
}

}  // namespace

Command retentionShowCommand()
{
    return {QStringLiteral("retention show"),
            QStringLiteral("show how long records stay on this computer"),
            QString(),
            {},
            storeOptions(),
            show};
}

Command retentionSetCommand()
{
    return {QStringLiteral("retention set"),
            QStringLiteral("change how long records stay on this computer"),
            QStringLiteral("For an administrator, with a second person. What is not named stays as it is."),
            {},
            twoPeopleOptions(
                {{draftOption, QStringLiteral("1 to 90, counted from a draft's last answer"),
                  QStringLiteral("DAYS")},
                 {acknowledgedOption, QStringLiteral("1 to 3650, counted from the server's receipt"),
                  QStringLiteral("DAYS")},
                 {formOption, QStringLiteral("for the records of this form alone"), QStringLiteral("ID")},
                 {usualOption, QStringLiteral("with --form: it has no terms of its own any more")}}),
            set};
}

Command retentionRunCommand()
{
    return {QStringLiteral("retention run"),
            QStringLiteral("erase what is due now"),
            QStringLiteral("The desktop does so by itself shortly after sign-in and once an hour."),
            {},
            storeOptions({{dryRunOption, QStringLiteral("say how much is due, and erase nothing")}}),
            run};
}

}  // namespace amparo::cli
