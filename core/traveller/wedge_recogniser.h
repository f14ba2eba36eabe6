#pragma once

#include <QString>

#include <chrono>
#include <optional>

class QDebug;

namespace amparo::traveller {

/// Tells a document reader that types (a keyboard wedge) from a person who types, wherever the focus is.
///
/// Fed with each character and the time of its key press, it answers whether the focused widget may have it
/// now
/// (`Pass`) or has to wait (`Hold`). What is held comes back whole, either as a `reading` for parseMrz() or,
/// if people typed it, as `givenBack`: no key is lost, doubled or reordered; a person's is late by `keyGap`
/// at most.
///
/// The caller owns time: after each step it sets a timer for `deadline()` and calls `expire()` then. Times
/// are those of the key events, not of their handling, since a busy program would otherwise see a slow typist
/// as a burst. Keys without text (arrows, Backspace, shortcuts, auto-repeat) and changes of focus are not
/// fed: the caller calls `interrupt()` first and lets them pass. Not for passphrase fields: what is held is
/// ordinary memory. Knows nothing of widgets. Thread: one at a time.
class WedgeRecogniser {
public:
    using Time = std::chrono::milliseconds;  ///< monotonic; only differences matter

    /// Between two keys of a reader. Readers send a key each 2 to 20 ms; people at 120 words a minute take
    /// 100 ms and roll over two keys within 30 ms now and then, but never many in a row. Also what a typist
    /// may feel: below 50 ms nobody does.
    static constexpr Time keyGap{35};

    /// Between two lines, once so much has come that no person typed it. Some readers pause for the carriage
    /// return.
    static constexpr Time lineGap{150};

    /// So many keys in a row, each within keyGap, are no person.
    static constexpr int burstSize = 20;

    /// The least that a zone's reading may have: one line of the smallest format, a little damaged.
    static constexpr int readingSize = 28;

    /// More is no zone, but a bar code of a whole document, or an automaton.
    static constexpr int longestHeld = 400;

    struct Step {
        enum class Key {
            Pass,
            Hold,
            Swallow,  ///< the line end that a reader sends late after its reading; it would press a button
        };
        Key key = Key::Pass;  ///< for the character just fed
        QString givenBack;    ///< held characters that now belong to the widget, before the one just fed
        std::optional<QString> reading;  ///< a reader's burst, complete; no widget gets it

        bool operator==(const Step &) const = default;
    };

    /// A key press with text. A character that cannot start a reading (space, Enter, Tab) passes at once when
    /// nothing is held.
    Step feed(QChar character, Time pressed);

    /// What ends because nothing came until `now`. `key` has no meaning.
    Step expire(Time now);

    /// What ends because the person did something else. `key` has no meaning.
    Step interrupt();

    /// When expire() is due; nullopt while nothing is held.
    std::optional<Time> deadline() const;

private:
    Step end();
    Time patience() const;

    QString m_held;
    Time m_last{};
    int m_zoneCharacters = 0;         ///< of m_held, those of a zone's alphabet
    bool m_passesUntilPause = false;  ///< a burst that is no zone goes on
    bool m_hadReading = false;        ///< and nothing since
};

QDebug operator<<(QDebug, const WedgeRecogniser::Step &) = delete;  // keys may be anything, also a passphrase

}  // namespace amparo::traveller
