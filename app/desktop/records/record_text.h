#pragma once

#include "record/screening.h"
#include "store/outbox_repository.h"

namespace amparo::desktop {

/// One record to read, as HTML in the user's language: who, advice and its reasons, decision, how far it has
/// been sent.
QString recordHtml(const record::Screening &screening, const std::optional<store::OutboxItem> &sending,
                   QDate today);

}  // namespace amparo::desktop
