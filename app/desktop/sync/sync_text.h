#pragma once

#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/theme.h"
#include "app/receipt_proof.h"
#include "sync/status.h"

#include <QString>

namespace amparo::desktop {

/// How things stand with the server, as officers read it at a glance.
struct SyncText {
    Tone tone = Tone::Neutral;
    Sign sign = Sign::Information;
    QString sentence;
};

SyncText syncText(const sync::Status &status);

/// What became of a record the last time, from the word that the outbox keeps; empty: nothing went wrong.
QString outboxErrorText(const QString &error);

/// What a receipt proves, in a few words.
QString proofText(app::Proof proof);

}  // namespace amparo::desktop
