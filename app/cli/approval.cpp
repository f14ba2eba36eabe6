#include "app/cli/approval.h"

namespace amparo::cli {

namespace {

const QString secondOption = QStringLiteral("second");
const QString secondPassphrase = QStringLiteral("second-passphrase-file");

}  // namespace

QList<Option> twoPeopleOptions(QList<Option> further)
{
    return storeOptions(
        QList<Option>{
            {secondOption, QStringLiteral("the second person, who approves"), QStringLiteral("LOGIN")},
            {secondPassphrase, QStringLiteral("file whose first line is that person's passphrase"),
             QStringLiteral("FILE")}} +
        further);
}

Result<std::optional<store::Approval>> approvalIfNamed(const Arguments &arguments, store::Store &store,
                                                       record::Permission permission)
{
    if (!arguments.has(secondOption))
        return std::nullopt;
    return approvalOf(arguments, store, permission).map([](store::Approval approval) {
        return std::optional(std::move(approval));
    });
}

Result<store::Approval> approvalOf(const Arguments &arguments, store::Store &store,
                                   record::Permission permission)
{
    const auto second = arguments.find(secondOption);
    if (!second)
        return failure(ErrorCode::InvalidInput, QStringLiteral("this takes two people: --second is missing"));
    return readPassphrase(arguments, secondPassphrase).and_then([&](const crypto::Passphrase &passphrase) {
        return store.approve(permission, *second, passphrase);
    });
}

}  // namespace amparo::cli
