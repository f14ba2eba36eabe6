// Who guesses: passphrases at the sign-in page, PINs at the locked one, with the clock and the files in hand.
#include "app/desktop/workplace.h"
#include "journey/person.h"
#include "security/plaintext_scan.h"
#include "security/seized_post.h"
#include "store/key_file.h"
#include "store/sign_in_throttle.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/fixed_clock.h"
#include "support/samples.h"

#include <QFile>

using namespace amparo;
using namespace amparo::test;
using namespace std::chrono_literals;
using store::SignInThrottle;

namespace {

const QString pin = QStringLiteral("580941");

/// How many passphrases fit into a day for whoever tries one as soon as it is let, and does `between` before
/// each.
template <class Between> int triesOfADay(const QString &folder, FixedClock &clock, Between between)
{
    const auto end = clock.monotonic() + 24h;
    int tries = 0;
    while (clock.monotonic() < end) {
        between();
        SignInThrottle throttle(folder, clock);  // as if the program had been started again
        const auto wait = require(throttle.wait(u"lead"));
        clock.advance(wait);
        if (wait == 0s) {
            require(throttle.countTry(u"lead"));
            ++tries;
        }
    }
    return tries;
}

/// What the log has of the last sign-in.
QString lastSignIn(const SeizedPost &post)
{
    return require(post.openWithKey()->value<QString>(
        "SELECT detail FROM audit WHERE action = 'signed-in' ORDER BY sequence DESC LIMIT 1"));
}

void failOften(const SeizedPost &post)
{
    for (int i = 0; i < 9; ++i)
        require(SignInThrottle(post.store(), systemClock()).countTry(u"lead"));
}

}  // namespace

TEST_CASE("[SEC-A3] a day of guessing gives fewer than three hundred tries, whatever is done to the clock",
          "[security]")
{
    const SeizedPost post;
    FixedClock clock;
    const auto jump = [&](qint64 days) { clock.set(clock.utcNow().addDays(days)); };
    int tries = 0;
    SECTION("left alone")
    {
        tries = triesOfADay(post.store(), clock, [] {});
    }
    SECTION("set a year ahead before each")
    {
        tries = triesOfADay(post.store(), clock, [&] { jump(365); });
    }
    SECTION("set back before each")
    {
        tries = triesOfADay(post.store(), clock, [&] { jump(-1); });
    }
    SECTION("to and fro")
    {
        int sign = 1;
        tries = triesOfADay(post.store(), clock, [&] { jump(365 * (sign = -sign)); });
    }
    CHECK(tries > 8);
    CHECK(tries < 300);
}

TEST_CASE("[SEC-A3] after failed tries the right passphrase waits as well, in every program", "[security]")
{
    const SeizedPost post;
    failOften(post);
    const Run run = post.run("lead", "sync status");
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains("wait"));
    CHECK_FALSE(run.error.contains("wrong"));
}

TEST_CASE("[SEC-A3] [SEC-T4] counts that were removed are missed at the next sign-in", "[security]")
{
    const SeizedPost post;
    failOften(post);
    REQUIRE(QFile::remove(post.file(QStringLiteral("signin.amparo"))));
    REQUIRE(post.run("lead", "sync status").exitCode == 0);
    CHECK(lastSignIn(post) == QLatin1String("failed-before=unknown"));
    REQUIRE(post.run("lead", "sync status").exitCode == 0);
    CHECK(lastSignIn(post) == QLatin1String("failed-before=0"));
}

TEST_CASE("[SEC-A3] [SEC-K2] an older copy of the counts put back leaves the cost of each try, and no more",
          "[security]")
{
    // Who can do this can as well copy the store and guess elsewhere: no file tells of that. What is left is
    // Argon2id at its floor or above, for each try, and a passphrase that no list has.
    const SeizedPost post;
    const QString counts = post.file(QStringLiteral("signin.amparo"));
    const QByteArray before = contentOf(counts);
    failOften(post);
    replaceContent(counts, before);
    CHECK(post.runTyping(QStringLiteral("tres garzas negras"), "lead", "sync status").exitCode == 1);
    for (const store::KeySlot &slot : require(store::readKeyFile(post.store())).slotList) {
        CHECK(slot.own.kdf.memoryInKib >= 64 * 1024);
        CHECK(slot.own.kdf.passes >= 3);
    }
}

TEST_CASE("[SEC-A4] a PIN is in no file, and five wrong ones end it", "[security]")
{
    const SeizedPost post;
    const QByteArray keys = contentOf(post.file(QStringLiteral("keys.amparo")));
    desktop::MainWindow window(post.store(), false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    REQUIRE(person.setPin(pin));
    person.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(person.sees([&] { return !window.workplace(); }));
    CHECK(findPlaintext(post.place(), {pin}) == QStringList());
    CHECK(contentOf(post.file(QStringLiteral("keys.amparo"))) == keys);  // nothing there to guess at

    for (const char *told :
         {"After 4 more", "After 3 more", "After 2 more", "After 1 more", "wrong five times"}) {
        CAPTURE(told);
        REQUIRE(person.fill("PIN", QStringLiteral("580942")));
        person.press(Qt::Key_Return);
        CHECK(person.reads(QLatin1String(told)));
    }
    CHECK_FALSE(person.fill("PIN", pin));  // there is nothing any more that it could open
    CHECK_FALSE(window.workplace());
    const auto store = post.openWithKey();
    CHECK(require(store->value<qint64>("SELECT count(*) FROM audit WHERE action = 'unlocked'")) == 0);
}
