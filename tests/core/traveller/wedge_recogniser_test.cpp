#include "traveller/wedge_recogniser.h"

#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "traveller/mrz.h"

#include <rapidcheck.h>

using namespace amparo::traveller;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

using Time = WedgeRecogniser::Time;
using Key = WedgeRecogniser::Step::Key;

/// What the desktop's event filter does: timer, widget, readings.
struct Keyboard {
    WedgeRecogniser recogniser;
    Time now{10'000};
    QString widget;
    QStringList readings;
    QString swallowed;
    QString delivered;  ///< all of the above, in the order of delivery

    void take(const WedgeRecogniser::Step &step)
    {
        widget += step.givenBack;
        if (step.reading)
            readings += *step.reading;
        delivered += step.givenBack + step.reading.value_or(QString());
    }

    void wait(Time time)
    {
        const Time until = now + time;
        while (recogniser.deadline() && *recogniser.deadline() <= until) {
            now = *recogniser.deadline();
            take(recogniser.expire(now));
        }
        now = until;
    }

    void press(QChar c, Time after)
    {
        wait(after);
        const auto step = recogniser.feed(c, now);
        take(step);
        if (step.key != Key::Hold)
            delivered += c;
        if (step.key == Key::Pass)
            widget += c;
        else if (step.key == Key::Swallow)
            swallowed += c;
    }

    void type(QStringView text, Time gap)
    {
        for (const QChar c : text)
            press(c, gap);
    }
};

}  // namespace

TEST_CASE("a reader's burst is a reading and no widget gets a key of it", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    const auto gap = GENERATE(2ms, 10ms, 20ms, 34ms);
    CAPTURE(lines, gap.count());
    Keyboard keyboard;
    keyboard.type(lines.join(u'\r') + u'\r', gap);
    keyboard.wait(1s);
    CHECK(keyboard.readings == QStringList{lines.join(u'\r') + u'\r'});
    CHECK(keyboard.widget.isEmpty());
}

TEST_CASE("a reader may pause between its lines", "[traveller]")
{
    Keyboard keyboard;
    keyboard.type(mrzVectors[0][0], 5ms);
    keyboard.press(u'\r', 5ms);
    keyboard.wait(120ms);
    keyboard.type(mrzVectors[0][1], 5ms);
    keyboard.wait(1s);
    CHECK(keyboard.readings == QStringList{mrzVectors[0].join(u'\r')});
    CHECK(keyboard.widget.isEmpty());
}

TEST_CASE("a whole zone is there within 40 ms of its last character", "[traveller]")
{
    Keyboard keyboard;
    keyboard.type(mrzVectors[1].join(u'\n'), 5ms);
    keyboard.wait(40ms);
    CHECK(keyboard.readings.size() == 1);
}

TEST_CASE("a reader's late carriage return presses no button", "[traveller]")
{
    Keyboard keyboard;
    keyboard.type(mrzVectors[0].join(u'\r'), 5ms);
    keyboard.press(u'\r', 100ms);
    CHECK(keyboard.readings.size() == 1);
    CHECK(keyboard.swallowed == QStringLiteral("\r"));
    CHECK(keyboard.widget.isEmpty());

    SECTION("a person's Enter after it is theirs")
    {
        keyboard.press(u'\r', 400ms);
        CHECK(keyboard.widget == QStringLiteral("\r"));
    }
    SECTION("so are letters")
    {
        keyboard.type(u"y", 100ms);
        keyboard.wait(100ms);
        CHECK(keyboard.widget == QStringLiteral("y"));
    }
}

TEST_CASE("prefix and suffix of a reader stay with its reading", "[traveller]")
{
    const QString burst = u'\x02' + mrzVectors[0].join(QString()) + QStringLiteral("\x03\r\n");
    Keyboard keyboard;
    keyboard.type(burst, 4ms);
    keyboard.wait(1s);
    REQUIRE(keyboard.readings == QStringList{burst});
    CHECK(require(parseMrz(keyboard.readings.first(), mrzToday)).surname == QStringLiteral("ERIKSSON"));
}

TEST_CASE("a damaged reading goes to the officer as a reading, not into a field", "[traveller]")
{
    Keyboard keyboard;
    keyboard.type(mrzVectors[0].join(u'\r').chopped(7), 4ms);
    keyboard.wait(1s);
    CHECK(keyboard.readings.size() == 1);
    CHECK(keyboard.widget.isEmpty());
}

TEST_CASE("a person's keys reach the widget, late by the gap at most", "[traveller]")
{
    Keyboard keyboard;
    keyboard.press(u'a', 0ms);
    CHECK(keyboard.widget.isEmpty());
    keyboard.wait(WedgeRecogniser::keyGap + 1ms);
    CHECK(keyboard.widget == QStringLiteral("a"));
}

TEST_CASE("space, Tab and Enter wait for nothing", "[traveller]")
{
    const QChar key = GENERATE(values<QChar>({u' ', u'\t', u'\r', u'\n'}));
    Keyboard keyboard;
    keyboard.press(key, 500ms);
    CHECK(keyboard.widget == QString(key));
}

TEST_CASE("a person who types a zone by hand types it into the field", "[traveller]")
{
    Keyboard keyboard;
    keyboard.type(mrzVectors[0].join(u'\n'), 60ms);
    keyboard.wait(1s);
    CHECK(keyboard.readings.isEmpty());
    CHECK(keyboard.widget == mrzVectors[0].join(u'\n'));
}

TEST_CASE("another scanner's burst reaches the widget whole", "[traveller]")
{
    Keyboard keyboard;
    SECTION("a bar code") { keyboard.type(u"7790895000997\r", 3ms); }
    SECTION("a longer text") { keyboard.type(u"https://www.example.org/referral/17?lang=es\r", 3ms); }
    SECTION("without end") { keyboard.type(QString(5000, u'7'), 3ms); }
    keyboard.wait(1s);
    CHECK(keyboard.readings.isEmpty());
    CHECK((keyboard.widget.startsWith(u"77") || keyboard.widget.startsWith(u"https")));
    CHECK((keyboard.widget.endsWith(u'\r') || keyboard.widget.size() == 5000));
}

TEST_CASE("what is held comes back before anything else happens", "[traveller]")
{
    WedgeRecogniser recogniser;
    CHECK(recogniser.feed(u'n', 0ms).key == Key::Hold);
    CHECK(recogniser.feed(u'o', 20ms).key == Key::Hold);
    CHECK(recogniser.interrupt().givenBack == QStringLiteral("no"));
    CHECK_FALSE(recogniser.deadline());
}

TEST_CASE("no key is lost, doubled or reordered", "[traveller]")
{
    const int slowest = GENERATE(30, 60, 200);  // a reader, something between, a person
    CHECK(rc::check("any text at any rhythm", [&] {
        const auto keys = *rc::gen::container<std::vector<std::pair<char, int>>>(rc::gen::pair(
            rc::gen::elementOf(std::string("abcz019<<<<; \r\t.-")), rc::gen::inRange(0, slowest)));
        Keyboard keyboard;
        QString typed;
        for (const auto &[c, gap] : keys) {
            keyboard.press(QLatin1Char(c), Time(gap));
            typed += QLatin1Char(c);
        }
        keyboard.wait(1s);
        RC_ASSERT(keyboard.delivered == typed);
        RC_ASSERT(keyboard.swallowed.isEmpty() || !keyboard.readings.isEmpty());
    }));
}

TEST_CASE("a reader set to another keyboard than the computer is still a reader", "[traveller]")
{
    const QString burst = mrzVectors[0].join(u'\r').replace(u'<', u';');
    Keyboard keyboard;
    keyboard.type(burst, 5ms);
    keyboard.wait(1s);
    CHECK(keyboard.readings == QStringList{burst});
}
