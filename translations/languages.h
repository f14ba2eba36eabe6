#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QCoreApplication;

namespace amparo::translations {

/// What the program itself speaks, BCP 47: English, Spanish, Brazilian Portuguese. Forms bring languages of
/// their own.
QStringList languages();

/// What its speakers call one of ours; any other is called by its tag.
QString nativeName(const QString &language);

/// The language of ours that meets a wish: "es-BO" gives "es", "pt" gives "pt-BR"; nullopt: none does.
std::optional<QString> languageFor(const QString &wish);

/// The same; English where none does.
QString closestLanguage(const QString &wish);

/// From now on the program speaks the closest of ours, else English, and so do Qt's own dialogs and buttons
/// where their texts are installed; numbers and days are written as is usual where `language` is spoken
/// ("es-BO": as in Bolivia). Widgets get a LanguageChange. Thread: the application's.
void useLanguage(QCoreApplication &application, const QString &language);

}  // namespace amparo::translations
