#pragma once

#include <QString>

namespace amparo::desktop {

/// A language by its own name, as its speakers look for it: "Kreyòl ayisyen" for "ht"; the tag itself where
/// it is none of those that cards are there in.
QString ownLanguageName(const QString &language);

}  // namespace amparo::desktop
