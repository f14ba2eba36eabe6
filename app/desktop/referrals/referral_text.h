#pragma once

#include "reference/institution.h"

#include <QPalette>

namespace amparo::desktop {

// The directory's codes in the officer's words.

QString text(reference::Service service);
QString text(reference::Serves serves);
QString text(reference::OpenState state);

/// A spoken language by its ISO 639 code; the code itself where it has no name here.
QString spokenLanguageText(const QString &code);

/// Area and State by name; an institution without one works in several.
QString placeText(const reference::Institution &institution);

/// How far an entry is to be trusted: "Never confirmed by a call".
QString freshnessText(const reference::Provenance &provenance, QDate today);

/// The same for a narrow column: "never", or the day.
QString shortFreshnessText(const reference::Provenance &provenance, QDate today);

/// All that is known of an entry, what is not known said to be so. `now` is UTC.
QString institutionHtml(const reference::Institution &institution, const QList<reference::HelpLine> &lines,
                        const QDateTime &now, QDate today, const QPalette &palette);

}  // namespace amparo::desktop
