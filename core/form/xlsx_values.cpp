#include "form/xlsx_values.h"

#include "form/xlsx_reader.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace amparo::form {

std::optional<CellPlace> cellPlace(QStringView reference)
{
    qsizetype column = 0;
    qsizetype i = 0;
    for (; i < reference.size() && reference[i] >= u'A' && reference[i] <= u'Z'; ++i) {
        column = column * 26 + (reference[i].unicode() - u'A' + 1);
        if (column > Sheet::maximumColumns)
            return std::nullopt;
    }
    bool isNumber = false;
    const qsizetype row = reference.sliced(i).toLongLong(&isNumber);
    if (i == 0 || !isNumber || row < 1 || row > Sheet::maximumRows)
        return std::nullopt;
    return CellPlace{row - 1, column - 1};
}

// 18.8.30
bool isBuiltInDate(int format) { return (format >= 14 && format <= 22) || (format >= 45 && format <= 47); }

bool showsDate(QString formatCode)
{
    static const QStringList literals{QStringLiteral("\"[^\"]*\""), QStringLiteral("\\[[^\\]]*\\]"),
                                      QStringLiteral("\\\\.")};
    for (const QString &literal : literals)
        formatCode.remove(QRegularExpression(literal));
    static const QRegularExpression dateLetters(QStringLiteral("[ymdhs]"),
                                                QRegularExpression::CaseInsensitiveOption);
    return formatCode.contains(dateLetters) && !formatCode.contains(QLatin1String("General"));
}

QString writtenDate(double serial, bool since1904)
{
    constexpr double lastDay = 2'958'465;  // 9999-12-31
    constexpr int secondsOfDay = 86'400;
    if (!(serial >= 0 && serial <= lastDay))
        return writtenNumber(QString::number(serial, 'g', 15));
    // Days since 1899-12-30, as its 1900 has a 29 February, or since 1904-01-01.
    const QDate epoch = since1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    qint64 days = static_cast<qint64>(std::floor(serial));
    int seconds = static_cast<int>(std::llround((serial - std::floor(serial)) * secondsOfDay));
    if (seconds == secondsOfDay) {
        ++days;
        seconds = 0;
    }
    const QTime time = QTime(0, 0).addSecs(seconds);
    if (days == 0)
        return time.toString(QStringLiteral("HH:mm:ss"));
    const QDate date = epoch.addDays(days);
    if (seconds == 0)
        return date.toString(Qt::ISODate);
    return date.toString(Qt::ISODate) + QLatin1Char('T') + time.toString(QStringLiteral("HH:mm:ss"));
}

QString writtenNumber(const QString &stored)
{
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return stored;
    constexpr int digits = 15;  // as many as Excel keeps
    const double magnitude = number == 0 ? 0 : std::floor(std::log10(std::abs(number)));
    constexpr double exactUpTo = 1e300;
    if (number == std::floor(number) && std::abs(number) < exactUpTo)
        return QString::number(number, 'f', 0);
    const int decimals = std::clamp(digits - 1 - static_cast<int>(magnitude), 0, 320);
    QString text = QString::number(number, 'f', decimals);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

QString writtenText(const QString &stored)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString text;
    qsizetype from = 0;
    for (auto it = escape.globalMatch(stored); it.hasNext();) {
        const auto match = it.next();
        text += QStringView(stored).sliced(from, match.capturedStart() - from);
        text += QChar(match.capturedView(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    text += QStringView(stored).sliced(from);
    text.removeIf([](QChar c) {
        const bool isBreak = c == u'\t' || c == u'\n';
        return (c.unicode() < 0x20 && !isBreak) || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF;
    });
    return text;
}

}  // namespace amparo::form
