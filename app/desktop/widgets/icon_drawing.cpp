// The few elements that our own icons have. Qt's SVG module would be a library more to ship for them.

#include "app/desktop/widgets/icon_drawing.h"

#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <optional>

namespace amparo::desktop {

namespace {

constexpr qreal grid = 24;

/// Commands and numbers, one after the other: separators are white space, a comma, or the next sign.
class PathText {
public:
    explicit PathText(const QString &text)
    {
        static const QRegularExpression token(QStringLiteral("[A-Za-z]|[-+]?[0-9]*\\.?[0-9]+"));
        auto found = token.globalMatch(text);
        while (found.hasNext())
            m_tokens.append(found.next().captured());
    }

    bool isAtEnd() const { return m_next == m_tokens.size(); }
    bool isAtCommand() const { return !isAtEnd() && m_tokens.at(m_next).at(0).isLetter(); }
    QChar command() { return m_tokens.at(m_next++).at(0); }

    std::optional<qreal> number()
    {
        if (isAtEnd() || isAtCommand())
            return std::nullopt;
        return m_tokens.at(m_next++).toDouble();
    }

    std::optional<QPointF> point()
    {
        const auto x = number();
        const auto y = number();
        return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
    }

private:
    QStringList m_tokens;
    qsizetype m_next = 0;
};

bool curve(QPainterPath &path, PathText &text, QPointF origin)
{
    const auto first = text.point();
    const auto second = text.point();
    const auto end = text.point();
    if (!first || !second || !end)
        return false;
    path.cubicTo(origin + *first, origin + *second, origin + *end);
    return true;
}

bool lineTo(QPainterPath &path, PathText &text, QChar kind, QPointF origin, QPointF here)
{
    if (kind == u'H' || kind == u'V') {
        const auto length = text.number();
        if (length)
            path.lineTo(kind == u'H' ? QPointF(origin.x() + *length, here.y())
                                     : QPointF(here.x(), origin.y() + *length));
        return length.has_value();
    }
    const auto end = text.point();
    if (end && kind == u'M')
        path.moveTo(origin + *end);
    else if (end)
        path.lineTo(origin + *end);
    return end.has_value();
}

std::optional<QPainterPath> readPath(const QString &drawn)
{
    PathText text(drawn);
    QPainterPath path;
    QChar command;
    while (!text.isAtEnd()) {
        if (text.isAtCommand())
            command = text.command();
        const QChar kind = command.toUpper();
        if (kind == u'Z') {
            path.closeSubpath();
            command = QChar();
            continue;
        }
        const QPointF here = path.currentPosition();
        const QPointF origin = command.isLower() ? here : QPointF();
        const bool isRead =
            kind == u'C' ? curve(path, text, origin)
                         : QStringLiteral("MLHV").contains(kind) && lineTo(path, text, kind, origin, here);
        if (!isRead)
            return std::nullopt;
    }
    return path;
}

std::optional<QPainterPath> readShape(QStringView element, const QXmlStreamAttributes &attributes)
{
    const auto number = [&](const char *name) { return attributes.value(QLatin1String(name)).toDouble(); };
    QPainterPath path;
    if (element == QLatin1String("path"))
        return readPath(attributes.value(QLatin1String("d")).toString());
    if (element == QLatin1String("circle"))
        path.addEllipse(QPointF(number("cx"), number("cy")), number("r"), number("r"));
    else if (element == QLatin1String("rect"))
        path.addRoundedRect(QRectF(number("x"), number("y"), number("width"), number("height")), number("rx"),
                            number("rx"));
    else
        return std::nullopt;
    return path;
}

}  // namespace

QList<IconPart> readIcon(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QList<IconPart> parts;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() == QLatin1String("svg"))
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        const auto path = readShape(reader.name(), attributes);
        if (!path)
            return {};
        IconPart part{*path};
        if (attributes.hasAttribute(QLatin1String("stroke-width")))
            part.width = attributes.value(QLatin1String("stroke-width")).toDouble();
        part.isFilled = attributes.hasAttribute(QLatin1String("fill"));
        parts.append(part);
    }
    return reader.hasError() ? QList<IconPart>() : parts;
}

void paintIcon(QPainter &painter, const QRectF &area, const QList<IconPart> &parts, const QColor &colour)
{
    const qreal side = qMin(area.width(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(side, side) / 2);
    painter.scale(side / grid, side / grid);
    for (const IconPart &part : parts) {
        painter.setPen(QPen(colour, part.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(part.isFilled ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawPath(part.path);
    }
    painter.restore();
}

}  // namespace amparo::desktop
