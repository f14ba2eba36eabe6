#include "app/chosen_language.h"

#include <QSettings>

namespace amparo::app {

namespace {

const QString languageKey = QStringLiteral("language");

/// Both names are said here: without an organisation's, Windows' settings read and write nothing, and one
/// that the application had would stand in the path of the store, too.
QSettings ofThisUser() { return QSettings(QStringLiteral("amparo"), QStringLiteral("amparo")); }

}  // namespace

std::optional<QString> chosenLanguage()
{
    const QString language = ofThisUser().value(languageKey).toString();
    return language.isEmpty() ? std::nullopt : std::optional(language);
}

void keepChosenLanguage(const QString &language) { ofThisUser().setValue(languageKey, language); }

}  // namespace amparo::app
