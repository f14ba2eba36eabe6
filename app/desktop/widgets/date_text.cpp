#include "app/desktop/widgets/date_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace amparo::desktop {

namespace {

enum class Order { DayFirst, MonthFirst, YearFirst };

Order orderOf(const QLocale &locale)
{
    if (locale.language() == QLocale::C)
        return Order::DayFirst;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const auto day = format.indexOf(QLatin1Char('d'));
    const auto month = format.indexOf(QLatin1Char('M'));
    const auto year = format.indexOf(QLatin1Char('y'));
    if (year < day && year < month)
        return Order::YearFirst;
    return day < month ? Order::DayFirst : Order::MonthFirst;
}

QString formatOf(Order order)
{
    switch (order) {
    case Order::DayFirst:
        return QStringLiteral("dd/MM/yyyy");
    case Order::MonthFirst:
        return QStringLiteral("MM/dd/yyyy");
    case Order::YearFirst:
        return QStringLiteral("yyyy-MM-dd");
    }
    Q_UNREACHABLE();
}

/// Digits without separators, cut as the order says.
QStringList cut(const QString &digits, Order order)
{
    if (digits.size() != 8)
        return {};
    return order == Order::YearFirst ? QStringList{digits.left(4), digits.mid(4, 2), digits.mid(6)}
                                     : QStringList{digits.left(2), digits.mid(2, 2), digits.mid(4)};
}

}  // namespace

std::optional<QDate> dateFromText(const QString &text, const QLocale &locale)
{
    static const QRegularExpression separators(QStringLiteral("\\D+"));
    QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    Order order = orderOf(locale);
    if (parts.size() == 1)
        parts = cut(parts.first(), order);
    if (parts.size() != 3)
        return std::nullopt;
    if (parts.first().size() == 4)
        order = Order::YearFirst;
    const QString year = order == Order::YearFirst ? parts[0] : parts[2];
    const QString month = order == Order::MonthFirst ? parts[0] : parts[1];
    const QString day = order == Order::DayFirst     ? parts[0]
                        : order == Order::MonthFirst ? parts[1]
                                                     : parts[2];
    const QDate date(year.toInt(), month.toInt(), day.toInt());
    return year.size() == 4 && date.isValid() ? std::optional(date) : std::nullopt;
}

QString dateToText(QDate date, const QLocale &locale) { return date.toString(formatOf(orderOf(locale))); }

QString momentToText(const QDateTime &utc, const QLocale &locale)
{
    const QDateTime local = utc.toLocalTime();
    return dateToText(local.date(), locale) + local.time().toString(QStringLiteral(" HH:mm"));
}

QString dateExample(const QLocale &locale) { return dateToText(QDate(2026, 12, 31), locale); }

}  // namespace amparo::desktop
