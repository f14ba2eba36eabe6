// Every first key could be a reader's, since readers can be set to any prefix. So each is held for the gap
// that a reader's next key needs; a person's next key comes later, and the held one is then long with its
// widget.
#include "traveller/wedge_recogniser.h"

#include "traveller/check_digit.h"

#include <utility>

namespace amparo::traveller {

namespace {

/// Sizes of the formats: with so many characters nothing more is due but a suffix.
bool isWholeZone(int characters) { return characters == 72 || characters == 88 || characters == 90; }

bool isFiller(QChar c)
{
    return c == QLatin1Char('<') ||
           c == QLatin1Char(';');  // `;`: a keyboard layout that differs, see parseMrz()
}

bool isOfZone(QChar c) { return characterValue(c.toUpper()) || isFiller(c); }

bool startsNothing(QChar c) { return c.isSpace(); }

bool hasFillerPair(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (isFiller(text[i - 1]) && text[i] == text[i - 1])
            return true;
    }
    return false;
}

}  // namespace

WedgeRecogniser::Step WedgeRecogniser::feed(QChar character, Time pressed)
{
    const Time gap = pressed - m_last;
    const bool paused = gap > patience();
    Step step = paused && !m_held.isEmpty() ? end() : Step{};
    const bool isSuffix = m_hadReading && m_held.isEmpty() && gap <= lineGap && startsNothing(character);
    m_hadReading = isSuffix;
    m_passesUntilPause = m_passesUntilPause && !paused;
    m_last = pressed;
    if (isSuffix) {
        step.key = Step::Key::Swallow;
        return step;
    }
    if (m_passesUntilPause || (m_held.isEmpty() && startsNothing(character)))
        return step;

    if (m_held.size() == longestHeld) {
        step.givenBack = std::exchange(m_held, {});
        m_zoneCharacters = 0;
        m_passesUntilPause = true;
        return step;
    }
    m_held += character;
    m_zoneCharacters += isOfZone(character);
    step.key = Step::Key::Hold;
    return step;
}

WedgeRecogniser::Step WedgeRecogniser::expire(Time now)
{
    return !m_held.isEmpty() && now - m_last > patience() ? end() : Step{};
}

WedgeRecogniser::Step WedgeRecogniser::interrupt()
{
    m_passesUntilPause = false;
    Step step = end();
    m_hadReading = false;
    return step;
}

std::optional<WedgeRecogniser::Time> WedgeRecogniser::deadline() const
{
    return m_held.isEmpty() ? std::nullopt : std::optional(m_last + patience() + Time(1));
}

WedgeRecogniser::Step WedgeRecogniser::end()
{
    Step step;
    QString held = std::exchange(m_held, {});
    m_zoneCharacters = 0;
    m_hadReading = held.size() >= readingSize && hasFillerPair(held);
    if (m_hadReading)
        step.reading = std::move(held);
    else
        step.givenBack = std::move(held);
    return step;
}

WedgeRecogniser::Time WedgeRecogniser::patience() const
{
    return m_held.size() >= burstSize && !isWholeZone(m_zoneCharacters) ? lineGap : keyGap;
}

}  // namespace amparo::traveller
