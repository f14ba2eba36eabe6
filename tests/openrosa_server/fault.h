#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace amparo::test {

/// What goes wrong with one request, on purpose.
struct Fault {
    enum class Kind {
        None,
        LoseResponse,     ///< does what was asked, then closes without a word
        CutResponse,      ///< does what was asked, then closes in the middle of the answer
        CloseBeforeBody,  ///< closes when the headers have come
        CloseMidBody,     ///< closes when half of the body has come
        Hang,             ///< reads and never answers
        Delay,            ///< answers after `number` milliseconds
        Status,     ///< answers `number` with an OpenRosa body, `retryAfter` seconds if given; keeps nothing
        Html,       ///< answers `number` with a web page, as captive portals and proxies do
        Garbage,    ///< does what was asked and answers 201 with bytes that are no OpenRosaResponse
        Accept202,  ///< does what was asked and answers 202 instead of 201
        Relocate,   ///< 204 with `Location: text`, as the preflight may say
        Redirect,   ///< answers `number` with `Location: text`
    };
    Kind kind = Kind::None;
    int number = 0;
    std::optional<int> retryAfter;
    QString text;
};

/// Faults in the order in which they happen: each request takes the first line that is meant for its method.
///
/// A line is `METHOD FAULT`, METHOD being HEAD, GET, POST or `*`, FAULT one of `pass`, `lose-response`,
/// `cut-response`, `close-before-body`, `close-mid-body`, `hang`, `delay MS`, `status N [SECONDS]`, `html N`,
/// `garbage`, `accept-202`, `relocate URL`, `redirect N URL`. `always METHOD FAULT` stays in force, `clear`
/// forgets all.
class FaultScript {
public:
    /// False: not such a line.
    bool add(const QString &line);

    Fault next(const QByteArray &method);

private:
    struct Line {
        QByteArray method;
        Fault fault;
        bool stays = false;
    };
    QList<Line> m_lines;
};

/// The fault's word, for the log.
QString faultName(Fault::Kind kind);

}  // namespace amparo::test
