#pragma once

#include <QString>

#include <optional>

namespace amparo::app {

// The language in which the program speaks to whoever uses this account of the computer. It is kept outside
// the store, for the page of the sign-in speaks it already: ~/.config/amparo/amparo.conf, or
// Software\amparo\amparo of the user's own registry. Thread: the application's.

/// What was chosen last; nullopt: nobody has.
std::optional<QString> chosenLanguage();
void keepChosenLanguage(const QString &language);

}  // namespace amparo::app
