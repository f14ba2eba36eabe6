#pragma once

#include "form/session.h"
#include "risk/observation.h"

namespace amparo::risk {

/// What a filling says about each of its indicators, in the form's order; questions that do not apply are
/// left out.
///
/// The form's bind attributes in Amparo's namespace say which question is an indicator (forms are data; the
/// full list with examples is in resources/forms/README.md):
/// - `indicator`: catalogue id, or "choices": each answer carries its own in the columns amparo_indicator,
/// amparo_item and
///   amparo_strength of the choices sheet.
/// - `fires`: answers that make it fire, blank-separated, or an expression that begins with "="; without it
/// "yes".
/// - `item`, `dimension` (else the item's first part), `strength`, `how` (asked, observed, document),
/// `trigger` (yes).
///
/// No answer, "not_asked", "not_observed", "declined" and "unknown" are Answer::Unknown. Thread: the
/// session's.
Observations observe(const form::Session &session);

}  // namespace amparo::risk
