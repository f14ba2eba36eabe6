#include "form/picture.h"

#include "form/xml_source.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>

namespace amparo::form {

namespace {

const QByteArray pngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype pngHeadSize = 24;  // signature, length and name of the first chunk, width, height
const QLatin1String svgNamespace("http://www.w3.org/2000/svg");

template <class T> T bigEndian(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<T>(bytes.constData() + offset);
}

std::optional<QString> sideFlaw(qint64 width, qint64 height)
{
    if (width <= 0 || height <= 0)
        return QStringLiteral("it has no size");
    if (std::max(width, height) > maximumPictureSide)
        return QStringLiteral("it has %1 × %2 pixels; at most %3 a side are taken")
            .arg(width)
            .arg(height)
            .arg(maximumPictureSide);
    return std::nullopt;
}

std::optional<QString> pngFlaw(const QByteArray &bytes)
{
    if (bytes.size() < pngHeadSize || bytes.mid(12, 4) != "IHDR")
        return QStringLiteral("it is a PNG that is cut off");
    return sideFlaw(bigEndian<quint32>(bytes, 16), bigEndian<quint32>(bytes, 20));
}

/// A frame header, whichever of the codings; those left out are tables of other kinds.
bool beginsFrame(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

bool standsAlone(quint8 marker) { return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8); }

std::optional<QString> jpegFlaw(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 9 <= bytes.size() && quint8(bytes[at]) == 0xff) {
        const quint8 marker = quint8(bytes[at + 1]);
        if (beginsFrame(marker))
            return sideFlaw(bigEndian<quint16>(bytes, at + 7), bigEndian<quint16>(bytes, at + 5));
        at += marker == 0xff ? 1 : standsAlone(marker) ? 2 : 2 + bigEndian<quint16>(bytes, at + 2);
    }
    return QStringLiteral("it is a JPEG that is cut off or damaged");
}

bool mayStand(QStringView element)
{
    static const QStringList refused{QStringLiteral("script"),        QStringLiteral("handler"),
                                     QStringLiteral("foreignObject"), QStringLiteral("image"),
                                     QStringLiteral("animate"),       QStringLiteral("animateColor"),
                                     QStringLiteral("set"),           QStringLiteral("animateTransform"),
                                     QStringLiteral("animateMotion"), QStringLiteral("discard"),
                                     QStringLiteral("feImage"),       QStringLiteral("a"),
                                     QStringLiteral("audio"),         QStringLiteral("video")};
    return !refused.contains(element);
}

/// What a value would fetch stands within url(…) or is a reference as a whole; within the drawing, it begins
/// with #.
bool fetches(QStringView name, QStringView value)
{
    if (name == QLatin1String("href") || name == QLatin1String("src"))
        return !value.trimmed().startsWith(u'#');
    for (qsizetype at = value.indexOf(QLatin1String("url("), 0, Qt::CaseInsensitive); at >= 0;
         at = value.indexOf(QLatin1String("url("), at + 1, Qt::CaseInsensitive)) {
        const QStringView inside = value.mid(at + 4).trimmed();
        if (!inside.startsWith(u'#') && !inside.startsWith(QLatin1String("'#")) &&
            !inside.startsWith(QLatin1String("\"#")))
            return true;
    }
    return false;
}

std::optional<QString> fetchesFlaw() { return QStringLiteral("it is an SVG that fetches something else"); }

std::optional<QString> elementFlaw(XmlSource &source)
{
    if (!mayStand(source.name()))
        return QStringLiteral("it is an SVG with the element %1").arg(source.name());
    for (const xpath::XmlAttribute &attribute : source.attributes()) {
        const QString &name = attribute.name->local;
        if (name.startsWith(QLatin1String("on")))
            return QStringLiteral("it is an SVG with the script %1").arg(name);
        if (fetches(name, attribute.value()))
            return fetchesFlaw();
    }
    if (source.name() == QLatin1String("style")) {
        const QString rules = source.text();
        return rules.contains(QLatin1String("@import")) || fetches({}, rules) ? fetchesFlaw() : std::nullopt;
    }
    while (source.nextChild()) {
        if (const auto flaw = elementFlaw(source))
            return flaw;
    }
    return std::nullopt;
}

std::optional<QString> svgFlaw(const QByteArray &bytes)
{
    XmlSource source(bytes);
    if (!source.nextChild() || source.name() != QLatin1String("svg") || source.namespaceUri() != svgNamespace)
        return QStringLiteral("it is neither PNG, JPEG nor SVG");
    if (bytes.size() > maximumDrawingSize)
        return QStringLiteral("it is an SVG of %1 bytes; at most %2 are taken")
            .arg(bytes.size())
            .arg(maximumDrawingSize);
    if (const auto flaw = elementFlaw(source))
        return flaw;
    if (const auto error = source.error())
        return QStringLiteral("it is an SVG that cannot be read: %1").arg(*error);
    return std::nullopt;
}

}  // namespace

bool isPictureName(const QString &name)
{
    static const QStringList endings{QStringLiteral("png"),  QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                                     QStringLiteral("svg"),  QStringLiteral("gif"),  QStringLiteral("bmp"),
                                     QStringLiteral("webp"), QStringLiteral("tif"),  QStringLiteral("tiff"),
                                     QStringLiteral("ico"),  QStringLiteral("svgz"), QStringLiteral("heic")};
    return endings.contains(name.section(u'.', -1).toLower());
}

std::optional<QString> pictureFlaw(const QByteArray &bytes)
{
    if (bytes.size() > maximumPictureSize)
        return QStringLiteral("it has %1 bytes; at most %2 are taken")
            .arg(bytes.size())
            .arg(maximumPictureSize);
    if (bytes.startsWith(pngSignature))
        return pngFlaw(bytes);
    if (bytes.startsWith("\xff\xd8"))
        return jpegFlaw(bytes);
    return svgFlaw(bytes);
}

}  // namespace amparo::form
