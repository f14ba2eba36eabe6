// A word is read from left to right; at each place the first rule of the table that fits says what stands for
// the letters it covers. Longer patterns stand before shorter ones. folded() has already taken the E from AE,
// OE and UE, so that MIGUEL arrives as MIGUL and RODRIGUEZ as RODRIGUZ: rules for GU and QU do without it.
#include "traveller/phonetic_key.h"

#include "traveller/name_folding.h"

#include <QHash>

#include <algorithm>

namespace amparo::traveller {

namespace {

enum class Where { Anywhere, Start, End };

struct SoundRule {
    Where where;
    QLatin1StringView letters;
    QLatin1StringView before;  ///< one of these must follow; empty: anything, or nothing
    QLatin1StringView sound;
};

using Text = QLatin1StringView;
const Text vowels("AEIOUY");
const Text softening("EIY");

constexpr Where anywhere = Where::Anywhere;

const SoundRule soundRules[] = {
    // Endings.
    {Where::End, Text("EAN"), Text(), Text("AN")},    // Jean, Jan
    {Where::End, Text("ELLA"), Text(), Text("ELA")},  // Gabriella, Gabriela: a given name's ll is an l
    {Where::End, Text("ELLO"), Text(), Text("ELO")},  // Mello, Melo
    {Where::End, Text("ELLE"), Text(), Text("EL")},   // Michelle, Michel
    {Where::End, Text("M"), Text(), Text("N")},       // Joaquim, Joaquín
    // Beginnings.
    {Where::Start, Text("HU"), Text("AEIO"),
     Text("G")},                                    // Huaman, Guaman: a sound that Spanish writes both ways
    {Where::Start, Text("JH"), Text(), Text("J")},  // Jhon, John
    {Where::Start, Text("YH"), Text(), Text("J")},  // Yhon
    {Where::Start, Text("LL"), Text(), Text("J")},  // Llanos, Yanos
    {Where::Start, Text("Y"), vowels, Text("J")},   // Yenny, Jenny; Yolanda
    {Where::Start, Text("I"), vowels, Text("J")},   // Iolanda
    {Where::Start, Text("S"), Text("CKMNPQT"), Text("ES")},  // Stefany, Estefany
    // Several letters, one sound.
    {anywhere, Text("SCH"), Text(), Text("X")},
    {anywhere, Text("EAU"), Text(), Text("O")},  // Rousseau
    {anywhere, Text("CQU"), Text(), Text("K")},  // Jacques
    {anywhere, Text("CH"), Text(), Text("X")},
    {anywhere, Text("SH"), Text(), Text("X")},  // Sharon, Charon
    {anywhere, Text("PH"), Text(), Text("F")},  // Sophia, Sofía
    {anywhere, Text("TH"), Text(), Text("T")},  // Thiago, Tiago
    {anywhere, Text("GH"), Text(), Text("G")},
    {anywhere, Text("LH"), Text(), Text("I")},  // Carvalho, Carvallo
    {anywhere, Text("NH"), Text(), Text("N")},  // Munhoz, Muñoz
    {anywhere, Text("GN"), Text(), Text("N")},  // Ignacio, Inácio
    {anywhere, Text("LL"), Text(), Text("I")},  // Castillo, Castiyo
    {anywhere, Text("OU"), Text(), Text("U")},  // Sousa, Louis
    {anywhere, Text("QU"), Text(), Text("K")},  // Quispe, Kispe
    {anywhere, Text("GU"), Text(), Text("G")},
    {anywhere, Text("CC"), softening, Text("S")},
    {anywhere, Text("SC"), softening, Text("S")},  // Priscila
    {anywhere, Text("XC"), softening, Text("S")},
    {anywhere, Text("CK"), Text(), Text("K")},
    {anywhere, Text("CT"), Text(), Text("T")},  // Victor, Vitor
    {anywhere, Text("PT"), Text(), Text("T")},  // Baptista, Batista
    {anywhere, Text("TZ"), Text(), Text("S")},
    // One letter.
    {anywhere, Text("C"), softening, Text("S")},
    {anywhere, Text("C"), Text(), Text("K")},
    {anywhere, Text("G"), softening, Text("J")},  // Giménez, Jiménez
    {anywhere, Text("X"), Text(), Text("J")},     // Ximénez; Xavier, Javier
    {anywhere, Text("N"), Text("BPM"), Text("M")},
    {anywhere, Text("Q"), Text(), Text("K")},
    {anywhere, Text("V"), Text(), Text("B")},
    {anywhere, Text("W"), Text(), Text("B")},  // Walter, Valter
    {anywhere, Text("Z"), Text(), Text("S")},
    {anywhere, Text("Y"), Text(), Text("I")},  // Reyes, Reies
    {anywhere, Text("H"), Text(), Text()},
};

bool fits(const SoundRule &rule, QStringView word, qsizetype at)
{
    if (!word.sliced(at).startsWith(rule.letters))
        return false;
    const qsizetype end = at + rule.letters.size();
    if (rule.where == Where::Start && at != 0)
        return false;
    if (rule.where == Where::End && end != word.size())
        return false;
    return rule.before.isEmpty() || (end < word.size() && rule.before.contains(word[end]));
}

QString foldedForSound(QStringView name)
{
    QString letters;
    for (const QChar c : name.toString().normalized(QString::NormalizationForm_D).toUpper()) {
        if (!c.isMark())
            letters += c;
    }
    const std::pair<QLatin1StringView, QLatin1StringView> spellings[] = {{Text("QUE"), Text("KE")},
                                                                         {Text("GUXXE"), Text("GHE")},
                                                                         {Text("GUEE"), Text("GHE")},
                                                                         {Text("GUE"), Text("GHE")}};
    for (const auto &[spelling, sound] : spellings)
        letters.replace(spelling, sound);
    return folded(letters);
}

QString sounds(QStringView word)
{
    QString heard;
    for (qsizetype at = 0; at < word.size();) {
        const auto rule = std::find_if(std::begin(soundRules), std::end(soundRules),
                                       [&](const SoundRule &candidate) { return fits(candidate, word, at); });
        if (rule == std::end(soundRules)) {
            heard += word[at++];
        } else {
            heard += rule->sound;
            at += rule->letters.size();
        }
    }
    return heard;
}

QString withoutDoubles(const QString &heard)
{
    QString once;
    for (const QChar c : heard) {
        if (c.isDigit() || !once.endsWith(c))
            once += c;
    }
    return once;
}

/// Words that join the parts of a name and come and go with who writes it.
bool isParticle(const QString &word)
{
    static const QStringList particles{
        QStringLiteral("DE"),  QStringLiteral("DA"),  QStringLiteral("DO"),  QStringLiteral("DAS"),
        QStringLiteral("DOS"), QStringLiteral("DEL"), QStringLiteral("DI"),  QStringLiteral("DU"),
        QStringLiteral("DES"), QStringLiteral("LA"),  QStringLiteral("LAS"), QStringLiteral("LE"),
        QStringLiteral("LES"), QStringLiteral("LOS"), QStringLiteral("EL"),  QStringLiteral("Y"),
        QStringLiteral("E"),   QStringLiteral("ET"),  QStringLiteral("VAN"), QStringLiteral("VON")};
    return particles.contains(word);
}

QString writtenOut(const QString &word)
{
    static const QHash<QString, QString> abbreviations{{QStringLiteral("MA"), QStringLiteral("MARIA")},
                                                       {QStringLiteral("JR"), QStringLiteral("JUNIOR")},
                                                       {QStringLiteral("FCO"), QStringLiteral("FRANCISCO")}};
    return abbreviations.value(word, word);
}

}  // namespace

QString phoneticKey(QStringView word)
{
    QString key = withoutDoubles(sounds(foldedForSound(word).remove(QLatin1Char(' '))));
    if (key.size() > 2 && key.endsWith(QLatin1Char('E')))
        key.chop(1);  // Enrique, Henrik; Pierre, Pyer
    return key;
}

QStringList phoneticWords(QStringView name)
{
    const QStringList words = foldedForSound(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList bearing = words;
    bearing.removeIf(isParticle);
    QStringList keys;
    for (const QString &word : std::as_const(bearing.isEmpty() ? words : bearing))
        keys.append(phoneticKey(writtenOut(word)));
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

}  // namespace amparo::traveller
