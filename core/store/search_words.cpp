#include "store/search_words.h"

#include <QString>

namespace amparo::store {

QStringList searchWords(QStringView text)
{
    static const QString joiners = QString::fromUtf8("'’ʼ`.");
    const QString folded = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString words;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            words += c;
        else if (!c.isMark() && !joiners.contains(c))
            words += QLatin1Char(' ');
    }
    QStringList list = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    list.removeDuplicates();
    return list;
}

QStringList wordsOf(const traveller::Traveller &traveller)
{
    const QStringList number = searchWords(traveller.documentNumber);
    QStringList words = searchWords(traveller.surname) + searchWords(traveller.givenNames) + number;
    words += number.join(QString());
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

}  // namespace amparo::store
