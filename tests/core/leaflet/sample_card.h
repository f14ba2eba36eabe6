#pragma once

#include "reference/filled_card.h"

#include <QImage>

namespace amparo::test {

/// A built-in card with the numbers of two countries.
reference::FilledCard builtinCard(const QString &id, const QString &language,
                                  const QStringList &countries = {QStringLiteral("PER"),
                                                                  QStringLiteral("BOL")},
                                  const std::optional<QString> &scannedLine = std::nullopt);

QStringList builtinCardIds();
QStringList builtinLanguages();  ///< that a traveller's text is there in

/// The pages as pictures, so many dots an inch.
QList<QImage> picturesOf(const QByteArray &pdf, int dotsPerInch);
/// One for each page, in millimetres, as the file says it.
QList<QSizeF> pageSizesOf(const QByteArray &pdf);
QString textOf(const QByteArray &pdf);

/// What a reader of QR codes reads in the picture, one for each code.
QStringList scanned(const QImage &picture);

}  // namespace amparo::test
