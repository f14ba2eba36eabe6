#pragma once

#include "leaflet/qr_code.h"
#include "reference/filled_card.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>

#include <optional>

class QPainter;

namespace amparo::leaflet {

struct CardColours {
    QColor ink;
    QColor muted;
    QColor accent;
    QColor rule;
};

/// On paper; they differ in lightness too, for printers that know only black.
CardColours paperColours();

/// A filled card laid out in a column, for a screen or a sheet; a card that is read from right to left is
/// mirrored as a whole, numbers keep their digits in order.
///
/// Lengths are pixels of the device it is painted on. Needs a QGuiApplication, for its fonts. Thread: any,
/// one at a time.
class CardLayout {
public:
    /// `textSize`: of the sentences, from which all else follows.
    CardLayout(const reference::FilledCard &card, double width, int textSize);

    double height() const;
    void paint(QPainter &painter, const QPointF &topLeft, const CardColours &colours) const;

    /// Blocks that stay whole: on each page its first block and the one after its last.
    struct Page {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    /// A block higher than a page stands on one alone and is cut at its bottom. Where one page does not do,
    /// the numbers begin one if that takes no more pages.
    QList<Page> pages(double pageHeight) const;
    /// Whether a page of several begins with the numbers, so that they stand together.
    bool keepsNumbersTogether(const QList<Page> &pages) const;
    void paint(QPainter &painter, const QPointF &topLeft, const CardColours &colours, Page page) const;

private:
    enum class Colour { Ink, Muted, Accent };
    struct Words {
        QRectF area;  ///< from the block's top left
        QString text;
        QFont font;
        Colour colour = Colour::Ink;
        bool isNumber = false;  ///< read from left to right, wherever it stands
    };
    struct Block {
        double top = 0;  ///< from the card's top
        double height = 0;
        QList<Words> words;
        QList<QRectF> dots;
        std::optional<QRectF> rule;
        std::optional<QRectF> code;
    };

    QFont font(double factor, bool isBold) const;
    double widthOf(const QString &text, const QFont &font) const;
    double put(Block &block, double left, double top, double width, const QString &text, const QFont &font,
               Colour colour, bool isNumber = false);
    void add(Block block, double gapAbove);
    void addPart(const reference::CardPart &part);
    Block pointBlock(const QString &point, double top);
    void addNumbers(const reference::FilledCard &card);
    double putNumber(Block &block, double top, double column, const reference::CardNumber &number);
    void addNotes(const QStringList &notes);
    void addLaws(const reference::FilledCard &card);
    void addCode(const reference::FilledCard &card);
    void mirror();
    QList<Page> filledPages(double pageHeight, std::optional<qsizetype> breakBefore) const;
    void paintBlock(QPainter &painter, const QPointF &topLeft, const CardColours &colours,
                    const Block &block) const;

    double m_width;
    int m_size;
    bool m_isRightToLeft;
    QList<Block> m_blocks;
    std::optional<qsizetype> m_numbers;  // their first block
    std::optional<QrCode> m_code;
};

}  // namespace amparo::leaflet
