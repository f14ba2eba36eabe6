#include "app/desktop/widgets/icon.h"

#include "app/desktop/widgets/icon_drawing.h"

#include <QFile>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>

// The macro names the resource's initialiser, which stands in no namespace.
static void linkIcons() { Q_INIT_RESOURCE(icons); }

namespace amparo::desktop {

namespace {

QString fileOf(Sign sign)
{
    switch (sign) {
    case Sign::Check:
        return QStringLiteral("check");
    case Sign::Done:
        return QStringLiteral("done");
    case Sign::Open:
        return QStringLiteral("open");
    case Sign::Partial:
        return QStringLiteral("partial");
    case Sign::Information:
        return QStringLiteral("information");
    case Sign::Caution:
        return QStringLiteral("caution");
    case Sign::SecondLine:
        return QStringLiteral("second-line");
    case Sign::Urgent:
        return QStringLiteral("urgent");
    case Sign::Shield:
        return QStringLiteral("shield");
    case Sign::Covered:
        return QStringLiteral("covered");
    case Sign::Document:
        return QStringLiteral("document");
    case Sign::Edit:
        return QStringLiteral("edit");
    case Sign::Add:
        return QStringLiteral("add");
    case Sign::Remove:
        return QStringLiteral("remove");
    case Sign::Expand:
        return QStringLiteral("expand");
    case Sign::Calendar:
        return QStringLiteral("calendar");
    case Sign::Waiting:
        return QStringLiteral("waiting");
    }
    Q_UNREACHABLE();
}

class DrawingEngine final : public QIconEngine {
public:
    DrawingEngine(QList<IconPart> parts, const QColor &colour) : m_parts(std::move(parts)), m_colour(colour)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        paintIcon(*painter, rect, m_parts, m_colour);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new DrawingEngine(m_parts, m_colour); }

private:
    QList<IconPart> m_parts;
    QColor m_colour;
};

}  // namespace

QIcon icon(Sign sign, const QColor &colour)
{
    linkIcons();
    QFile file(QStringLiteral(":/amparo/icons/%1.svg").arg(fileOf(sign)));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);  // compiled in
    return QIcon(new DrawingEngine(readIcon(file.readAll()), colour));
}

void showSign(QLabel *label, Sign sign, const QColor &colour)
{
    const int size = label->fontMetrics().height();
    label->setPixmap(icon(sign, colour).pixmap(QSize(size, size), label->devicePixelRatioF()));
}

}  // namespace amparo::desktop
