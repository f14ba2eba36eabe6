#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace amparo::translations {

/// What the program itself speaks, BCP 47: English, Spanish, Brazilian Portuguese. Forms bring languages of
/// their own.
QStringList languages();

/// What its speakers call one of ours.
QString nativeName(const QString &language);

/// The language of ours that fits a wish best ("es-BO" gives "es", "pt" gives "pt-BR"); English where none
/// does.
QString closestLanguage(const QString &wish);

/// From now on the program speaks the closest of ours, and writes numbers and days as is usual where
/// `language` is spoken ("es-BO": as in Bolivia). Widgets get a LanguageChange. Thread: the application's.
void useLanguage(QCoreApplication &application, const QString &language);

}  // namespace amparo::translations
