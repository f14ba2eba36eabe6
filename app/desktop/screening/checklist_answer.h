#pragma once

#include "form/session.h"

#include <QString>

#include <optional>

namespace amparo::desktop {

// The choices of a checklist by their names in forms: "yes"; "no"; "not_observed", "unknown", "not_asked" for
// what is open. Any other choice is reached by arrows and touch alone.

bool isNotObserved(const QString &choice);

/// The value after the item's own key: yes, and back to open where it was yes already. Empty: no answer.
QString toggled(const QString &value, const QList<form::Choice> &choices);

/// The value for the letter Y, N or U; nullopt: the list offers none.
std::optional<QString> answerFor(QChar letter, const QList<form::Choice> &choices);

}  // namespace amparo::desktop
