#include "reference/directory_filter.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::reference {

namespace {

/// Lower case, without accents.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toLower();
    }
    return plain;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return folded(text).split(between, Qt::SkipEmptyParts);
}

bool hasWords(const Institution &one, const QList<HelpLine> &lines, const QStringList &wanted)
{
    QStringList texts{one.id, one.name, one.area, one.phone, one.whatsapp, one.address};
    for (const HelpLine &line : lines) {
        if (one.helpLines.contains(line.id))
            texts += {line.name, line.number};
    }
    const QStringList words = wordsOf(texts.join(u' '));
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &begin) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &word) { return word.startsWith(begin); });
    });
}

bool serves(const Institution &one, Serves whom)
{
    return one.serves.contains(whom) || one.serves.contains(Serves::All);
}

}  // namespace

QList<Institution> search(const QList<Institution> &directory, const QList<HelpLine> &lines,
                          const DirectoryFilter &filter, const QDateTime &utc)
{
    const QStringList wanted = wordsOf(filter.text);
    QList<Institution> found;
    for (const Institution &one : directory) {
        const bool isElsewhere =
            !filter.country.isEmpty() && !one.country.isEmpty() && one.country != filter.country;
        const bool speaksOthers = !filter.language.isEmpty() && !one.languages.isEmpty() &&
                                  !one.languages.contains(filter.language);
        if (isElsewhere || speaksOthers || (filter.service && !one.services.contains(*filter.service)) ||
            (filter.serves && !serves(one, *filter.serves)) ||
            (filter.openNow && openState(one, utc) == OpenState::Closed) || !hasWords(one, lines, wanted))
            continue;
        found.append(one);
    }
    return found;
}

}  // namespace amparo::reference
