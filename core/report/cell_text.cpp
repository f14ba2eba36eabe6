#include "report/cell_text.h"

#include "report/tr.h"

namespace amparo::report {

namespace {

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace

QString shownTime(const QDateTime &time, const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return locale.toString(time.date(), format) + u' ' +
           locale.toString(time.time(), locale.timeFormat(QLocale::ShortFormat));
}

QString shownText(const Cell &cell, const QLocale &locale)
{
    return std::visit(
        Overloaded{[](std::monostate) { return QStringLiteral("–"); },
                   [&](int count) { return locale.toString(count); },
                   //: a percentage
                   [&](Share share) { return Tr::tr("%1%").arg(locale.toString(share.value * 100, 'f', 1)); },
                   [](const QString &text) { return text; },
                   [&](const QDateTime &time) { return shownTime(time, locale); }},
        cell);
}

QString plainText(const Cell &cell)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [](int count) { return QString::number(count); },
                                 [](Share share) { return QString::number(share.value, 'f', 4); },
                                 [](const QString &text) { return text; },
                                 [](const QDateTime &time) { return time.toString(Qt::ISODate); }},
                      cell);
}

}  // namespace amparo::report
