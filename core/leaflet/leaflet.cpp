#include "leaflet/leaflet.h"

#include "base/names.h"
#include "leaflet/card_layout.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace amparo::leaflet {

namespace {

constexpr Names<LeafletSize, 2> sizeNames{{
    {LeafletSize::A5, QLatin1StringView("a5")},
    {LeafletSize::A6, QLatin1StringView("a6")},
}};

constexpr int dotsPerInch = 1200;
constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;
constexpr double step = 0.25;  // points, between two text sizes that are tried
constexpr double footSize = 5.5;

/// What differs between the sizes, in millimetres and points.
struct Measures {
    double width;
    double height;
    double margin;
    double largest;
    double smallest;  ///< that is read without effort; rather two sides than less
    QPageSize::PageSizeId page;
    int columns;  ///< on A4
    int rows;
};

Measures measuresOf(LeafletSize size)
{
    return size == LeafletSize::A5 ? Measures{148, 210, 11, 14, 10, QPageSize::A5, 2, 1}
                                   : Measures{105, 148, 8, 11, 8, QPageSize::A6, 2, 2};
}

QPageLayout pageLayoutOf(const LeafletFormat &format, const Measures &measures)
{
    const bool isLandscape = format.sheet == Sheet::A4 && format.size == LeafletSize::A5;
    return QPageLayout(QPageSize(format.sheet == Sheet::A4 ? QPageSize::A4 : measures.page),
                       isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(),
                       QPageLayout::Millimeter);
}

class LeafletPainter {
public:
    LeafletPainter(QPagedPaintDevice &device, const reference::FilledCard &card, const LeafletFormat &format,
                   QDate printedOn)
        : m_device(device),
          m_card(card),
          m_format(format),
          m_measures(measuresOf(format.size)),
          m_foot(QStringLiteral("%1 · %2").arg(card.version, printedOn.toString(Qt::ISODate)))
    {}

    bool paint()
    {
        if (!m_painter.begin(&m_device))
            return false;
        m_scale = m_device.logicalDpiX() / millimetresPerInch;
        const CardLayout layout = fitted();
        const QList<CardLayout::Page> pages = layout.pages(room());
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                m_device.newPage();
            paintSheet(layout, pages[i]);
        }
        return m_painter.end();
    }

private:
    double pixels(double millimetres) const { return millimetres * m_scale; }
    double width() const { return pixels(m_measures.width - 2 * m_measures.margin); }
    double room() const { return pixels(m_measures.height - 2 * m_measures.margin); }

    CardLayout laidOut(double points) const
    {
        return CardLayout(m_card, width(), qRound(points * m_scale * millimetresPerInch / pointsPerInch));
    }

    /// The largest text that takes one side, or else as few as the smallest does with the numbers on a side
    /// of their own.
    CardLayout fitted() const
    {
        CardLayout smallest = laidOut(m_measures.smallest);
        const auto least = smallest.pages(room());
        for (double points = m_measures.largest; points > m_measures.smallest; points -= step) {
            CardLayout layout = laidOut(points);
            const auto pages = layout.pages(room());
            if (pages.size() <= least.size() &&
                (layout.keepsNumbersTogether(pages) || !smallest.keepsNumbersTogether(least)))
                return layout;
        }
        return smallest;
    }

    void paintSheet(const CardLayout &layout, CardLayout::Page page)
    {
        if (m_format.sheet == Sheet::OwnSize)
            return paintLeafletAt({0, 0}, layout, page);
        const QRect sheet = m_device.pageLayout().fullRectPixels(m_device.logicalDpiX());
        const double cellWidth = double(sheet.width()) / m_measures.columns;
        const double cellHeight = double(sheet.height()) / m_measures.rows;
        const QPointF spare((cellWidth - pixels(m_measures.width)) / 2,
                            (cellHeight - pixels(m_measures.height)) / 2);
        for (int row = 0; row < m_measures.rows; ++row) {
            for (int column = 0; column < m_measures.columns; ++column)
                paintLeafletAt(QPointF(column * cellWidth, row * cellHeight) + spare, layout, page);
        }
        m_painter.setPen(QPen(paperColours().rule, pixels(0.2), Qt::DashLine));
        for (int column = 1; column < m_measures.columns; ++column)
            m_painter.drawLine(QPointF(column * cellWidth, 0), QPointF(column * cellWidth, sheet.height()));
        for (int row = 1; row < m_measures.rows; ++row)
            m_painter.drawLine(QPointF(0, row * cellHeight), QPointF(sheet.width(), row * cellHeight));
    }

    void paintLeafletAt(const QPointF &corner, const CardLayout &layout, CardLayout::Page page)
    {
        const double margin = pixels(m_measures.margin);
        layout.paint(m_painter, corner + QPointF(margin, margin), paperColours(), page);
        QFont font;
        font.setPixelSize(qRound(footSize * m_scale * millimetresPerInch / pointsPerInch));
        m_painter.setFont(font);
        m_painter.setPen(paperColours().muted);
        const QRectF foot(corner.x() + margin, corner.y() + margin + room(), width(), margin * 0.6);
        m_painter.drawText(foot,
                           Qt::AlignAbsolute | Qt::AlignBottom |
                               (m_card.isRightToLeft ? Qt::AlignLeft : Qt::AlignRight),
                           m_foot);
    }

    QPagedPaintDevice &m_device;
    const reference::FilledCard &m_card;
    LeafletFormat m_format;
    Measures m_measures;
    QString m_foot;
    QPainter m_painter;
    double m_scale = 1;  // pixels a millimetre
};

}  // namespace

QString sizeName(LeafletSize size) { return nameOf(sizeNames, size); }
std::optional<LeafletSize> sizeFromName(QStringView name) { return valueOf(sizeNames, name); }

bool paintLeaflet(QPagedPaintDevice &device, const reference::FilledCard &card, const LeafletFormat &format,
                  QDate printedOn)
{
    device.setPageLayout(pageLayoutOf(format, measuresOf(format.size)));
    return LeafletPainter(device, card, format, printedOn).paint();
}

QByteArray leafletPdf(const reference::FilledCard &card, const LeafletFormat &format, QDate printedOn)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(card.text.title);
    writer.setCreator(QStringLiteral("Amparo " AMPARO_VERSION));
    paintLeaflet(writer, card, format, printedOn);
    return bytes;
}

}  // namespace amparo::leaflet
