// Nothing of an erased person is left on the disk: every page of the database as it is once decrypted, free
// ones and the gaps within pages included, and the write-ahead log (security design, R2).
#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QFile>
#include <QFileInfo>

using namespace amparo;
using namespace amparo::store;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

const QByteArray seed = "Zyxwvut";

/// A record that says the seed wherever a record can say something.
record::Screening seeded(TestStore &store, int number)
{
    const QString word = QString::fromUtf8(seed) + QString::number(number);
    auto screening = test::decided(store.aDraft());
    screening.traveller.surname = word;
    screening.traveller.givenNames = text("Ana ") + word;
    screening.traveller.documentNumber = word.toUpper() + text("9");
    screening.advice->explanation = word.repeated(200);  // beyond one page with the others
    screening.advice->hits.append({text("GEN-09"), word, {}});
    screening.verdict->reason = word;
    auto draft = screening;
    draft.verdict->reason = word.repeated(30);
    store.addDraft(draft);
    require(store->screenings().saveDraft(draft, QByteArray(seed).repeated(40 * (number % 90))));
    require(store->screenings().finalise(screening, "<data>" + QByteArray(seed).repeated(300) + "</data>",
                                         {{word, QByteArray(seed).repeated(1000)}}));
    return screening;
}

/// Pages that say it, in whatever case.
QList<int> pagesWith(Database &database, const QByteArray &word)
{
    QList<int> found;
    require(database.all("SELECT pgno, data FROM sqlite_dbpage", [&](const Row &row) {
        if (row.get<QByteArray>(1).toLower().contains(word.toLower()))
            found.append(row.get<int>(0));
        return 0;
    }));
    return found;
}

}  // namespace

TEST_CASE("a name is on no page and not in the log once its record is erased", "[store][SEC-R2]")
{
    TestStore store;
    for (int number = 0; number < 300; ++number)
        seeded(store, number);
    store.deliver();
    SECTION("before, it is: the scan can find it")
    {
        CHECK(pagesWith(*store.closeAndTakeDatabase(), seed).size() > 300);
        return;
    }
    store.clock.advance(std::chrono::days(91));
    auto last = store.addFinal();  // others go on
    RetentionStep step;
    do {
        step = require(store->applyRetention(zone, 40));
    } while (!step.isDone);
    CHECK(QFileInfo(store.path(text("store.amparo-wal"))).size() == 0);
    CHECK(require(store->screenings().find(last.id)));
    const auto database = store.closeAndTakeDatabase();
    CHECK(pagesWith(*database, seed).isEmpty());
    CHECK_FALSE(pagesWith(*database, "Eriksson").isEmpty());
}
