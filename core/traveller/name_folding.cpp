// First to plain letters, then to what the transliterations of one letter share: Ä is A or AE, Å is A or AA,
// Ö and Ø are O or OE, Ü is U, UE or UXX, Ñ is N or NXX. So behind such a letter the addition says nothing.
#include "traveller/name_folding.h"

#include <QHash>

namespace amparo::traveller {

namespace {

/// Letters that do not decompose into a base letter and marks.
QString plain(QChar letter)
{
    static const QHash<char16_t, QString> letters{
        {u'Æ', QStringLiteral("AE")}, {u'Œ', QStringLiteral("OE")}, {u'Ø', QStringLiteral("O")},
        {u'Ð', QStringLiteral("D")},  {u'Đ', QStringLiteral("D")},  {u'Ł', QStringLiteral("L")},
        {u'Þ', QStringLiteral("TH")}, {u'ẞ', QStringLiteral("SS")}, {u'Ħ', QStringLiteral("H")},
        {u'Ŋ', QStringLiteral("N")},  {u'Ŧ', QStringLiteral("T")},  {u'ĸ', QStringLiteral("Q")},
    };
    return letters.value(letter.unicode(), QString(letter));
}

bool isDropped(QChar c) { return c.isMark() || QStringView(u"'’‘ʼʹ`´·.,").contains(c); }

/// Latin letters in upper case, words apart by one space.
QString lettersOf(QStringView name)
{
    // Upper case first: ß becomes SS and ı becomes I there.
    const QString decomposed = name.toString().toUpper().normalized(QString::NormalizationForm_KD).toUpper();
    QString letters;
    for (const QChar c : decomposed) {
        if (isDropped(c))
            continue;
        letters += c.isLetterOrNumber() || c.isSurrogate() ? plain(c) : QStringLiteral(" ");
    }
    return letters.simplified();
}

bool isAddition(const QString &key, QChar c)
{
    if (key.isEmpty())
        return false;
    const QStringView bases = c == QLatin1Char('E') ? QStringView(u"AOU") : QStringView(u"A");
    return (c == QLatin1Char('E') || c == QLatin1Char('A')) && bases.contains(key.back());
}

bool isDoubleXAddition(const QString &key, QStringView rest)
{
    return rest.startsWith(u"XX") && (key.endsWith(QLatin1Char('N')) || key.endsWith(QLatin1Char('U')));
}

}  // namespace

QString folded(QStringView name)
{
    const QString letters = lettersOf(name);
    QString key;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (isDoubleXAddition(key, QStringView(letters).sliced(i)))
            ++i;
        else if (!isAddition(key, letters[i]))
            key += letters[i];
    }
    return key;
}

}  // namespace amparo::traveller
