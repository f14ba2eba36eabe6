#pragma once

#include "store/store.h"
#include "sync/enrolment.h"

#include <functional>

namespace amparo::app {

/// A second person's yes, one for each deed; nullopt: nobody was asked.
using AskForApproval = std::function<Result<std::optional<store::Approval>>()>;

/// Takes up what an enrolment brings to a post that is there: server, rules for the link, whose packages
/// count. Errors: the store's, Denied above all where something else stands and nobody approves; then what
/// came before it is taken up. Thread: the store's.
[[nodiscard]] Result<> takeUp(store::Store &store, const sync::Enrolment &enrolment,
                              const AskForApproval &ask);

}  // namespace amparo::app
