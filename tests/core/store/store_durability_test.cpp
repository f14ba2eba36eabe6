// A process is killed at random points while it saves answers and finalises; what the store had confirmed
// must be there, and nothing may be there by half.
#include "support/catch.h"
#include "support/test_store.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::require;
using test::TestStore;

namespace {

/// What the writer said before it was killed.
struct Confirmed {
    QSet<QString> finals;
    QHash<QString, int> answers;
    int rotations = 0;
};

Confirmed runAndKill(const QStringList &arguments, int microseconds)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(AMPARO_STORE_WRITER), arguments);
    REQUIRE(writer.waitForReadyRead(60'000));  // the store is open, the first answer saved
    QThread::usleep(ulong(microseconds));
    writer.kill();
    REQUIRE(writer.waitForFinished(60'000));
    REQUIRE(writer.exitStatus() == QProcess::CrashExit);

    Confirmed confirmed;
    const QString output = QString::fromLatin1(writer.readAllStandardOutput());
    // The last piece is cut wherever the kill met it, and counts as unsaid.
    const QStringList lines =
        output.left(output.lastIndexOf(QLatin1Char('\n')) + 1).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (words.at(0) == QStringLiteral("final"))
            confirmed.finals.insert(words.at(1));
        else if (words.at(0) == QStringLiteral("rotated"))
            ++confirmed.rotations;
        else
            confirmed.answers[words.at(1)] = words.at(2).toInt();
    }
    return confirmed;
}

QList<record::Screening> everything(Store &store)
{
    return require(store.screenings().page({}, 1'000'000)).screenings;
}

void checkDraft(Store &store, const record::Screening &draft, const Confirmed &confirmed)
{
    const QString id = draft.id.toText();
    CAPTURE(id);
    CHECK_FALSE(confirmed.finals.contains(id));
    const int kept = require(store.screenings().answers(draft.id)).toInt();
    CHECK(kept >= confirmed.answers.value(id, 0));
}

void checkFinal(Store &store, const record::Screening &screening, const QSet<QString> &audited)
{
    const QString id = screening.id.toText();
    CAPTURE(id);
    const QByteArray submission = require(store.screenings().submission(screening.id));
    CHECK(submission.startsWith("<data>" + id.toUtf8() + "<amparo:checkpoint "));
    CHECK(submission.endsWith("/></data>"));
    CHECK(require(store.outbox().find(screening.id)).has_value());
    CHECK(audited.contains(id));
    REQUIRE(screening.advice);
    CHECK(screening.advice->hits.size() == 2);
    CHECK(screening.verdict.has_value());
}

QSet<QString> auditedFinals(Store &store)
{
    QSet<QString> ids;
    for (const AuditEntry &entry : auditEntries(store.audit())) {
        if (entry.action == AuditAction::ScreeningFinalised)
            ids.insert(entry.subject);
    }
    return ids;
}

}  // namespace

TEST_CASE("no confirmed record is lost and none is half when the program is killed", "[store][SEC-D2]")
{
    TestStore store;
    QSet<QString> finalBefore;
    QRandomGenerator random(20260302);  // the kill still meets another instruction each time
    for (int point = 0; point < 50; ++point) {
        CAPTURE(point);
        store.close();
        const Confirmed confirmed = runAndKill({store.folder()}, random.bounded(40'000));
        require(store.open());
        CHECK_FALSE(store->pastTrouble());  // a kill sets nothing back

        const QSet<QString> audited = auditedFinals(*store);
        QSet<QString> final;
        for (const record::Screening &screening : everything(*store)) {
            if (screening.state == record::State::Draft) {
                checkDraft(*store, screening, confirmed);
                require(store->screenings().discard(screening.id, record::DiscardReason::Practice, 0));
            } else {
                checkFinal(*store, screening, audited);
                final.insert(screening.id.toText());
            }
        }
        CHECK(final.contains(finalBefore));
        CHECK(final.contains(confirmed.finals));
        CHECK(final == audited);
        CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
        require(store->checkIntegrity(Database::Check::Full));
        finalBefore = final;
    }
    CHECK(finalBefore.size() > 50);  // the writer did get to finalise
}

TEST_CASE("killed while its key is changed, a store is the old one or the new one, whole", "[store][SEC-K7]")
{
    TestStore store;
    QRandomGenerator random(20261128);
    QSet<QString> finalBefore;
    int rotations = 0;
    for (int point = 0; point < 40; ++point) {
        CAPTURE(point);
        store.close();
        const Confirmed confirmed =
            runAndKill({store.folder(), QStringLiteral("rotate")}, random.bounded(120'000));
        rotations += confirmed.rotations;
        require(store.open());
        CHECK_FALSE(store->pastTrouble());  // a kill sets nothing back
        CHECK(QDir(store.folder()).entryList({QStringLiteral("store*.amparo")}).size() == 1);
        CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
        require(store->checkIntegrity(Database::Check::Full));
        const QSet<QString> final = auditedFinals(*store);
        CHECK(final.contains(finalBefore));
        CHECK(final.contains(confirmed.finals));
        finalBefore = final;
    }
    CHECK(rotations > 5);
}
