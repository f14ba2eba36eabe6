// The block list is judged by what remains when all that a guesser tries first is taken away: digits,
// punctuation and spaces, and then every listed word. "Password2024!" leaves nothing; "harbour lamp nineteen"
// leaves itself.
#include "crypto/passphrase.h"

#include "crypto/sodium.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>

static void initBlockedWords() { Q_INIT_RESOURCE(blocked_words); }

namespace amparo::crypto {

namespace {

constexpr int minimumLength = 12;
constexpr int maximumLength = 128;
constexpr int minimumRest = 4;  // letters that must be the person's own

void wipe(QString &text) { sodium_memzero(text.data(), std::size_t(text.size()) * sizeof(QChar)); }
void wipe(QByteArray &bytes) { sodium_memzero(bytes.data(), std::size_t(bytes.size())); }

/// Longest first, so that "passwords" is not left as "s".
QStringList readBlockedWords()
{
    initBlockedWords();
    QFile file(QStringLiteral(":/amparo/crypto/blocked_words.txt"));
    const bool opened = file.open(QIODevice::ReadOnly | QIODevice::Text);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    QStringList words = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    std::ranges::stable_sort(words, std::ranges::greater(), &QString::size);
    return words;
}

const QStringList &blockedWords()
{
    static const QStringList words = readBlockedWords();
    return words;
}

bool isOneCharacterRepeated(const QString &text)
{
    return std::ranges::all_of(text, [&](QChar c) { return c == text.front(); });
}

bool isCommon(QString text, QStringView loginName)
{
    if (isOneCharacterRepeated(text))
        return true;
    text.removeIf([](QChar c) { return !c.isLetter() && !c.isSurrogate(); });
    QString rest = text.toCaseFolded();
    wipe(text);
    if (loginName.size() >= minimumRest)
        rest.remove(loginName.toString().toCaseFolded());
    for (const QString &word : blockedWords())
        rest.remove(word);
    const bool common = rest.size() < minimumRest || isOneCharacterRepeated(rest);
    wipe(rest);
    return common;
}

}  // namespace

Passphrase Passphrase::fromText(QStringView text)
{
    QString normalised = text.toString().normalized(QString::NormalizationForm_KC);
    QByteArray utf8 = normalised.toUtf8();
    Passphrase passphrase;
    passphrase.m_utf8 = SecretBytes(std::size_t(utf8.size()));
    std::ranges::copy(utf8, passphrase.m_utf8.bytes().begin());
    passphrase.m_length = int(std::ranges::count_if(normalised, [](QChar c) { return !c.isLowSurrogate(); }));
    wipe(normalised);
    wipe(utf8);
    return passphrase;
}

std::optional<PassphraseFlaw> passphraseFlaw(const Passphrase &passphrase, QStringView loginName)
{
    if (passphrase.length() < minimumLength)
        return PassphraseFlaw::TooShort;
    if (passphrase.length() > maximumLength)
        return PassphraseFlaw::TooLong;
    const auto bytes = passphrase.utf8().bytes();
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    const bool common = isCommon(text, loginName);
    wipe(text);
    return common ? std::optional(PassphraseFlaw::Common) : std::nullopt;
}

}  // namespace amparo::crypto
