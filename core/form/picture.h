#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace amparo::form {

// Limits of the pictures that come with a form (security design, I5). Whoever decodes has to hold four bytes
// a pixel in memory: 64 MiB at most.
constexpr qsizetype maximumPictureSize = 8 * 1024 * 1024;  ///< bytes
constexpr int maximumPictureSide = 4096;                   ///< pixels
constexpr qsizetype maximumDrawingSize = 1024 * 1024;      ///< bytes of an SVG

/// Whether a media file of this name is a picture, by its ending.
bool isPictureName(const QString &name);

/// Why a picture is not to be decoded; nullopt: it may be. In English, for who makes the form.
///
/// Only its head is read. Taken are PNG (ISO/IEC 15948), JPEG (ISO/IEC 10918-1) and SVG 1.1 that stands
/// still: without script, animation, foreign content, and whatever would have to be fetched. Thread: any.
std::optional<QString> pictureFlaw(const QByteArray &bytes);

}  // namespace amparo::form
