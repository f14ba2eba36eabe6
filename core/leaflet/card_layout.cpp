// Blocks are laid from the top down as if read from the left; a card in a right-to-left script is mirrored at
// the end. Every distance is a part of the text's size, so that a card looks the same at every size.

#include "leaflet/card_layout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace amparo::leaflet {

namespace {

constexpr double titleFactor = 1.6;
constexpr double headingFactor = 1.12;
constexpr double numberFactor = 1.3;
constexpr double smallFactor = 0.82;
constexpr double indent = 1.1;  // of a point behind its dot
constexpr double dotSize = 0.34;
constexpr double columnGap = 0.9;     // between a number and what it is for
constexpr double numberColumn = 0.4;  // of the width, at most; a longer number takes a line of its own
constexpr double codeSide = 8;
constexpr double codeShare = 0.4;  // of the width, at most

/// Lays the words into lines of that width; the height that they take.
double layOut(QTextLayout &layout, double width)
{
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QTextOption optionFor(bool isRightToLeft, bool isNumber)
{
    QTextOption option((isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setTextDirection(isRightToLeft && !isNumber ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

}  // namespace

CardColours paperColours()
{
    return {QColor(0x1b, 0x26, 0x31), QColor(0x4a, 0x57, 0x63), QColor(0x1f, 0x5a, 0x7a),
            QColor(0xb9, 0xc4, 0xcc)};
}

CardLayout::CardLayout(const reference::FilledCard &card, double width, int textSize)
    : m_width(width), m_size(textSize), m_isRightToLeft(card.isRightToLeft)
{
    Block head;
    head.height = put(head, 0, 0, m_width, card.text.title, font(titleFactor, true), Colour::Accent);
    head.height += 0.25 * m_size;
    head.height += put(head, 0, head.height, m_width, card.text.intro, font(1, false), Colour::Muted);
    add(head, 0);
    for (const reference::CardPart &part : card.text.parts)
        addPart(part);
    addNumbers(card);
    addCode(card);
    addNotes(card.numberNotes);
    addLaws(card);
    if (m_isRightToLeft)
        mirror();
}

QFont CardLayout::font(double factor, bool isBold) const
{
    QFont font;
    font.setPixelSize(std::max(1, qRound(factor * m_size)));
    font.setBold(isBold);
    return font;
}

double CardLayout::widthOf(const QString &text, const QFont &font) const
{
    return QFontMetricsF(font).horizontalAdvance(text) + 1;
}

double CardLayout::put(Block &block, double left, double top, double width, const QString &text,
                       const QFont &font, Colour colour, bool isNumber)
{
    QTextLayout layout(text, font);
    layout.setTextOption(optionFor(m_isRightToLeft, isNumber));
    const double height = layOut(layout, width);
    block.words.append({QRectF(left, top, width, height), text, font, colour, isNumber});
    return height;
}

void CardLayout::add(Block block, double gapAbove)
{
    block.top = m_blocks.isEmpty() ? 0 : height() + gapAbove * m_size;
    m_blocks.append(std::move(block));
}

double CardLayout::height() const
{
    return m_blocks.isEmpty() ? 0 : m_blocks.last().top + m_blocks.last().height;
}

CardLayout::Block CardLayout::pointBlock(const QString &point, double top)
{
    Block block;
    const QFont body = font(1, false);
    const double line = QFontMetricsF(body).height();
    const double dot = dotSize * m_size;
    block.dots.append(QRectF(0.2 * m_size, top + (line - dot) / 2, dot, dot));
    block.height =
        top + put(block, indent * m_size, top, m_width - indent * m_size, point, body, Colour::Ink);
    return block;
}

// A heading stays with its first point.
void CardLayout::addPart(const reference::CardPart &part)
{
    Block heading;
    const double height =
        put(heading, 0, 0, m_width, part.heading, font(headingFactor, true), Colour::Accent) + 0.15 * m_size;
    for (qsizetype i = 0; i < part.points.size(); ++i) {
        Block block = pointBlock(part.points[i], i == 0 ? height : 0);
        if (i == 0)
            block.words.prepend(heading.words.first());
        add(block, i == 0 ? 0.7 : 0.15);
    }
}

double CardLayout::putNumber(Block &block, double top, double column, const reference::CardNumber &number)
{
    const QFont large = font(numberFactor, true);
    const QFont body = font(1, false);
    const double own = widthOf(number.number, large);
    const bool isBeside = own <= column;
    const double left = isBeside ? column + columnGap * m_size : 0;
    double y = top;
    const double numberHeight =
        put(block, 0, y, isBeside ? column : m_width, number.number, large, Colour::Ink, true);
    y += isBeside ? (QFontMetricsF(large).ascent() - QFontMetricsF(body).ascent()) : numberHeight;
    y += put(block, left, y, m_width - left, number.purpose, body, Colour::Ink);
    y += put(block, left, y, m_width - left, number.remark, font(smallFactor, false), Colour::Muted);
    return std::max(y, top + numberHeight);
}

// A country stays with its first number.
void CardLayout::addNumbers(const reference::FilledCard &card)
{
    if (card.countries.isEmpty())
        return;
    m_numbers = m_blocks.size();
    double column = 0;
    for (const reference::CountryNumbers &country : card.countries) {
        for (const reference::CardNumber &number : country.numbers) {
            const double own = widthOf(number.number, font(numberFactor, true));
            column = own <= numberColumn * m_width ? std::max(column, own) : column;
        }
    }
    bool isFirst = true;
    for (const reference::CountryNumbers &country : card.countries) {
        Block block;
        if (isFirst)
            block.height =
                put(block, 0, 0, m_width, card.numbersHeading, font(headingFactor, true), Colour::Accent) +
                0.2 * m_size;
        block.rule = QRectF(0, block.height, m_width, std::max(1.0, m_size / 14.0));
        block.height += 0.25 * m_size;
        block.height += put(block, 0, block.height, m_width, country.country, font(1, true), Colour::Muted);
        for (const reference::CardNumber &number : country.numbers) {
            block.height = putNumber(block, block.height, column, number);
            add(block, isFirst ? 0.8 : 0.3);
            block = Block();
            isFirst = false;
        }
    }
}

void CardLayout::addNotes(const QStringList &notes)
{
    for (const QString &note : notes) {
        Block block;
        block.height = put(block, 0, 0, m_width, note, font(smallFactor, false), Colour::Muted);
        add(block, 0.3);
    }
}

void CardLayout::addLaws(const reference::FilledCard &card)
{
    if (card.laws.isEmpty())
        return;
    Block block;
    block.height = put(block, 0, 0, m_width, card.lawsHeading, font(smallFactor, true), Colour::Accent);
    for (const QString &law : card.laws)
        block.height += put(block, 0, block.height, m_width, law, font(smallFactor, false), Colour::Muted);
    add(block, 0.6);
}

void CardLayout::addCode(const reference::FilledCard &card)
{
    if (!card.scanned)
        return;
    const Result<QrCode> code = qrCode(card.scanned->link);
    if (!code)
        return;
    m_code = *code;
    Block block;
    const double side = std::min(codeSide * m_size, codeShare * m_width);
    const double left = side + columnGap * m_size;
    const double room = m_width - left;
    block.code = QRectF(0, 0, side, side);
    double y = 0.6 * m_size;
    y += put(block, left, y, room, card.scanCaption, font(1, false), Colour::Ink);
    y += put(block, left, y, room, card.scanned->number, font(numberFactor, true), Colour::Ink, true);
    y += put(block, left, y, room, card.scanned->purpose, font(smallFactor, false), Colour::Muted);
    block.height = std::max(side, y);
    add(block, 0.5);
}

void CardLayout::mirror()
{
    const auto mirrored = [this](const QRectF &area) {
        return QRectF(m_width - area.right(), area.top(), area.width(), area.height());
    };
    for (Block &block : m_blocks) {
        for (Words &words : block.words)
            words.area = mirrored(words.area);
        for (QRectF &dot : block.dots)
            dot = mirrored(dot);
        if (block.code)
            block.code = mirrored(*block.code);
    }
}

QList<CardLayout::Page> CardLayout::filledPages(double pageHeight, std::optional<qsizetype> breakBefore) const
{
    QList<Page> pages;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const double bottom = m_blocks[i].top + m_blocks[i].height;
        if (pages.isEmpty() || breakBefore == i || bottom - m_blocks[pages.last().begin].top > pageHeight)
            pages.append({i, i});
        pages.last().end = i + 1;
    }
    return pages;
}

QList<CardLayout::Page> CardLayout::pages(double pageHeight) const
{
    const QList<Page> full = filledPages(pageHeight, std::nullopt);
    if (full.size() == 1)
        return full;
    const QList<Page> apart = filledPages(pageHeight, m_numbers);
    return apart.size() == full.size() ? apart : full;
}

bool CardLayout::keepsNumbersTogether(const QList<Page> &pages) const
{
    return pages.size() == 1 || !m_numbers ||
           std::any_of(pages.begin(), pages.end(), [this](Page page) { return page.begin == *m_numbers; });
}

void CardLayout::paint(QPainter &painter, const QPointF &topLeft, const CardColours &colours) const
{
    paint(painter, topLeft, colours, {0, m_blocks.size()});
}

void CardLayout::paint(QPainter &painter, const QPointF &topLeft, const CardColours &colours, Page page) const
{
    for (qsizetype i = page.begin; i < page.end; ++i) {
        const double top = m_blocks[i].top - m_blocks[page.begin].top;
        paintBlock(painter, topLeft + QPointF(0, top), colours, m_blocks[i]);
    }
}

void CardLayout::paintBlock(QPainter &painter, const QPointF &topLeft, const CardColours &colours,
                            const Block &block) const
{
    painter.save();
    painter.translate(topLeft);
    painter.setRenderHint(QPainter::Antialiasing);
    if (block.rule)
        painter.fillRect(*block.rule, colours.rule);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    for (const QRectF &dot : block.dots)
        painter.drawEllipse(dot);
    for (const Words &words : block.words) {
        painter.setPen(words.colour == Colour::Ink     ? colours.ink
                       : words.colour == Colour::Muted ? colours.muted
                                                       : colours.accent);
        QTextLayout layout(words.text, words.font);
        layout.setTextOption(optionFor(m_isRightToLeft, words.isNumber));
        layOut(layout, words.area.width());
        layout.draw(&painter, words.area.topLeft());
    }
    if (block.code && m_code)
        paintQrCode(painter, *block.code, *m_code);
    painter.restore();
}

}  // namespace amparo::leaflet
