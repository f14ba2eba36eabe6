// The whole program is killed at random points while somebody works with it, and started again: what the
// window had confirmed must be there, nothing by half, and the draft is offered with every answer.
#include "app/installed_forms.h"
#include "journey/person.h"
#include "record/interview.h"
#include "support/catch.h"
#include "support/samples.h"

#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>

using namespace amparo;
using namespace amparo::test;

namespace {

/// What the window has confirmed over all runs.
struct Confirmed {
    QSet<QString> finals;
    QHash<QString, int> signs;  ///< by screening
    int resumed = 0;
};

void note(Confirmed &confirmed, const QStringList &words)
{
    const QString id = words.at(1);
    const int count = words.at(2).toInt();
    if (words.at(0) == QStringLiteral("final"))
        confirmed.finals.insert(id);
    if (words.at(0) == QStringLiteral("answer"))
        confirmed.signs[id] = count;
    if (words.at(0) == QStringLiteral("resumed")) {
        INFO("the draft is offered again with every answer");
        CHECK(count >= confirmed.signs.value(id, 0));
        confirmed.signs[id] = count;
        ++confirmed.resumed;
    }
}

/// One line, cut off where the kill met it: empty.
QStringList readWords(QProcess &program)
{
    while (!program.canReadLine() && program.state() == QProcess::Running)
        program.waitForReadyRead(1000);
    const QByteArray line = program.readLine();
    return line.endsWith('\n') ? QString::fromLatin1(line).trimmed().split(QLatin1Char(' ')) : QStringList();
}

/// Lets the program work until it is about to do `deed` for the `occurrence`-th time, and kills it so much
/// later.
void runAndKill(const QString &folder, Confirmed &confirmed, const QString &deed, int occurrence,
                int microseconds)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(AMPARO_OFFICER_AT_WORK), {folder});
    REQUIRE(program.waitForStarted(60'000));
    while (occurrence > 0) {
        const QStringList words = readWords(program);
        REQUIRE(words.size() == 3);
        note(confirmed, words);
        occurrence -= words.at(0) == deed ? 1 : 0;
    }
    QThread::usleep(ulong(microseconds));
    program.kill();
    REQUIRE(program.waitForFinished(60'000));
    REQUIRE(program.exitStatus() == QProcess::CrashExit);
    for (QStringList words = readWords(program); words.size() == 3; words = readWords(program))
        note(confirmed, words);
}

void checkDraft(store::Store &store, const record::Screening &draft, const Confirmed &confirmed)
{
    CHECK_FALSE(confirmed.finals.contains(draft.id.toText()));
    const auto form = require(app::readInstalledForm(store, draft.formId, draft.formVersion));
    const auto interview = require(record::Interview::resume(
        form, draft, require(store.screenings().answers(draft.id)), record::Setting()));
    CHECK(signCount(interview.session()) >= confirmed.signs.value(draft.id.toText(), 0));
}

void checkFinal(store::Store &store, const record::Screening &screening)
{
    const QByteArray xml = require(store.screenings().submission(screening.id));
    CHECK(xml.contains(screening.instanceId.toUtf8()));
    CHECK(xml.trimmed().endsWith("</data>"));
    CHECK(require(store.outbox().find(screening.id)).has_value());
    REQUIRE(screening.advice);
    CHECK_FALSE(screening.advice->hits.isEmpty());
    CHECK(screening.verdict.has_value());
}

/// Opens what the killed program left.
void checkStore(const QString &folder, const Confirmed &confirmed)
{
    const auto store = require(store::Store::open(folder, officerName(), aPassphrase(), systemClock()));
    CHECK(store->checkIntegrity(store::Database::Check::Full));
    CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
    QSet<QString> finals;
    for (const record::Screening &one : require(store->screenings().page({}, 100'000)).screenings) {
        CAPTURE(one.id.toText());
        if (one.state == record::State::Draft) {
            checkDraft(*store, one, confirmed);
        } else {
            checkFinal(*store, one);
            finals.insert(one.id.toText());
        }
    }
    CHECK((confirmed.finals - finals).isEmpty());
}

}  // namespace

TEST_CASE("the program killed at random points loses no final record and no answer", "[journey][SEC-D2]")
{
    const int points = qEnvironmentVariableIsSet("AMPARO_KILL_POINTS")
                           ? qEnvironmentVariableIntValue("AMPARO_KILL_POINTS")
                           : 50;
    const quint32 seed = QRandomGenerator::global()->generate();
    INFO("seed " << seed);
    QRandomGenerator random(seed);
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    Confirmed confirmed;
    for (int point = 0; point < points; ++point) {
        CAPTURE(point);
        // An answer: the key is held back for some 35 ms, and then saved.
        if (point % 2 == 0)
            runAndKill(folder.path(), confirmed, QStringLiteral("answering"), 1 + random.bounded(4),
                       random.bounded(80'000));
        else  // every other one is let finish, however slow the computer is
            runAndKill(folder.path(), confirmed,
                       point % 4 == 1 ? QStringLiteral("finalising") : QStringLiteral("final"), 1,
                       random.bounded(80'000));
        checkStore(folder.path(), confirmed);
    }
    CHECK(confirmed.resumed > points / 4);
    CHECK(confirmed.finals.size() >= points / 10);
}
