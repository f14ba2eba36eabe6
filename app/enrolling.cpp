#include "app/enrolling.h"

#include "sync/server_repository.h"

namespace amparo::app {

Result<> takeUp(store::Store &store, const sync::Enrolment &enrolment, const AskForApproval &ask)
{
    sync::ServerRepository repository(store.settings());
    using Approval = std::optional<store::Approval>;
    return ask()
        .and_then([&](Approval approval) { return repository.set(enrolment.server, std::move(approval)); })
        .and_then([&]() -> Result<> {
            if (!enrolment.policy)
                return {};
            return ask().and_then([&](Approval approval) {
                return repository.setPolicy(*enrolment.policy, std::move(approval));
            });
        })
        .and_then([&]() -> Result<> {
            if (!enrolment.packageKeys)
                return {};
            return ask().and_then([&](Approval approval) {
                return store.packages().trust(*enrolment.packageKeys, std::move(approval));
            });
        });
}

}  // namespace amparo::app
