#include "core/traveller/mrz_writer.h"

namespace amparo::test {

namespace {

using Format = traveller::Mrz::Format;

QString filled(const QString &text, qsizetype size) { return text.leftJustified(size, u'<', true); }

/// Doc 9303-3, 4.9, written down once more: 7, 3, 1 from the left.
QString digitOver(const QString &text)
{
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value =
            text[i] == u'<' ? 0 : QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ").indexOf(text[i]);
        sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return QString::number(sum % 10);
}

QString withDigit(const QString &text) { return text + digitOver(text); }

QString name(const ZoneContent &content, qsizetype size)
{
    QString text = content.surname;
    if (!content.givenNames.isEmpty())
        text += QStringLiteral("  ") + content.givenNames;
    return filled(text.replace(u' ', u'<'), size);
}

struct Number {
    QString own;       ///< nine places and the digit
    QString overflow;  ///< for the start of the optional field
};

Number number(const QString &text)
{
    if (text.size() <= 9)
        return {withDigit(filled(text, 9)), {}};
    return {text.first(9) + u'<', text.sliced(9) + digitOver(text) + u'<'};
}

QStringList card(const ZoneContent &content)
{
    const auto [own, overflow] = number(content.documentNumber);
    const QString first = own + filled(overflow + content.optionalData, 15);
    const QString birth = withDigit(content.birthDate);
    const QString expiry = withDigit(content.expiryDate);
    const QString second = filled(content.secondOptionalData, 11);
    return {filled(content.documentCode, 2) + filled(content.issuingState, 3) + first,
            birth + content.sex + expiry + filled(content.nationality, 3) + second +
                digitOver(first + birth + expiry + second),
            name(content, 30)};
}

}  // namespace

QStringList zoneLines(const ZoneContent &content)
{
    if (content.format == Format::Td1)
        return card(content);
    const int width = content.format == Format::Td2 || content.format == Format::MrvB ? 36 : 44;
    const bool isVisa = content.format == Format::MrvA || content.format == Format::MrvB;
    const auto [own, overflow] = number(content.documentNumber);
    const QString birth = withDigit(content.birthDate);
    const QString expiry = withDigit(content.expiryDate);
    QString optional = filled(overflow + content.optionalData, width - 28 - (isVisa ? 0 : 1));
    if (content.format == Format::Td3)
        optional = withDigit(optional.chopped(1));
    const QString composite = isVisa ? QString() : digitOver(own + birth + expiry + optional);
    return {filled(content.documentCode, 2) + filled(content.issuingState, 3) + name(content, width - 5),
            own + filled(content.nationality, 3) + birth + content.sex + expiry + optional + composite};
}

}  // namespace amparo::test
