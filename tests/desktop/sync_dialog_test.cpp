// The dialog about the server over a real post, with what a server would have said of its records.

#include "app/desktop/sync/sync_dialog.h"

#include "app/desktop/today/today_page.h"
#include "app/desktop/widgets/finding.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "desktop/open_post.h"
#include "exchange/receipt.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/lanes.h"
#include "support/office.h"
#include "support/test_store.h"
#include "sync/bundle/package_files.h"
#include "sync/relay/relay_settings.h"
#include "sync/server_repository.h"
#include "translations/languages.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// A post with three records: one waits, one was refused, one has a receipt.
struct PostWithRecords {
    PostWithRecords()
    {
        received = store.addFinal();
        require(store->outbox().takeNext());
        require(store->outbox().acknowledge(received.id,
                                            {store.clock.utcNow(), QStringLiteral("https://odk.example.org"),
                                             201, QStringLiteral("thanks")}));
        refused = store.addFinal();
        require(store->outbox().takeNext());
        require(store->outbox().quarantine(refused.id, QStringLiteral("rejected-409"),
                                           QStringLiteral("exists already")));
        waiting = store.addFinal();
        require(store->linkUse().add({store.clock.utcNow().toLocalTime().date(), 123'000, 4'000}));
        post = openAsPost(store);
    }
    TestStore store;
    record::Screening received;
    record::Screening refused;
    record::Screening waiting;
    std::unique_ptr<app::Post> post;
};

QStringList rowsOf(QTableView *table)
{
    QStringList rows;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells.append(table->model()->index(row, column).data().toString());
        rows.append(cells.join(QLatin1Char('|')));
    }
    return rows;
}

}  // namespace

TEST_CASE("what waits, what was refused and what was received stand apart, without a name", "[desktop][sync]")
{
    PostWithRecords field;
    auto *dialog = new SyncDialog(*field.post, nullptr);
    activate(*dialog);
    auto *waiting = control<QTableView>(*dialog, "Waiting");
    REQUIRE(eventually([&] { return waiting->model()->rowCount() == 1; }));
    const QStringList held = rowsOf(control<QTableView>(*dialog, "Held back"));
    const QStringList received = rowsOf(control<QTableView>(*dialog, "Received"));
    const QStringList link = rowsOf(control<QTableView>(*dialog, "Link"));
    REQUIRE(held.size() == 1);
    CHECK(held.first().contains(field.refused.instanceId.right(8)));
    CHECK(held.first().contains(QStringLiteral("exists already")));
    REQUIRE(received.size() == 1);
    CHECK(received.first().contains(QStringLiteral("thanks")));
    CHECK(received.first().contains(QStringLiteral("The server does not sign")));
    REQUIRE(link.size() == 1);
    CHECK(link.first().contains(QStringLiteral("kB")));
    const QString all = (rowsOf(waiting) + held + received).join(QLatin1Char('\n'));
    CHECK_FALSE(all.contains(field.refused.traveller.surname, Qt::CaseInsensitive));
    delete dialog;
}

TEST_CASE("[SEC-S4] each receipt says what it proves", "[desktop][sync]")
{
    TestStore store;
    const QString server = QStringLiteral("https://gateway.example.org");
    const crypto::SecretBytes seed = crypto::randomSecret(crypto::keySize);
    const auto receive = [&](const QString &signedFor, const crypto::SecretBytes &with) {
        const record::Screening record = store.addFinal();
        require(store->outbox().takeNext());
        const exchange::Manifest manifest{
            QByteArray(16, 's'),
            QByteArray(16, 'g'),
            1,
            {},
            {{exchange::instanceHash(signedFor.isEmpty() ? record.instanceId : signedFor),
              crypto::digest("xml")}}};
        const QByteArray batch(16, 'b');
        const auto receipt =
            exchange::issueReceipt(manifest, batch, store.clock.utcNow(), {exchange::Verdict::Stored}, with);
        const auto proofs =
            require(exchange::checkedReceipts(receipt, manifest, batch, crypto::signingPublicKey(with)));
        store.clock.advance(std::chrono::minutes(1));
        require(store->outbox().acknowledge(
            record.id, {store.clock.utcNow(), server, 201, {}, exchange::encode(proofs.first())}));
    };
    receive({}, seed);
    receive({}, crypto::randomSecret(crypto::keySize));
    receive(QStringLiteral("uuid:another"), seed);
    require(store->batches().keepServerKey(server, crypto::signingPublicKey(seed)));
    const auto post = openAsPost(store);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    auto *received = control<QTableView>(*dialog, "Received");
    REQUIRE(eventually([&] { return received->model()->rowCount() == 3; }));
    const QStringList rows = rowsOf(received);  // the newest first
    CHECK(rows[0].contains(QStringLiteral("It proves nothing")));
    CHECK(rows[1].contains(QStringLiteral("Not of this server's key")));
    CHECK(rows[2].contains(QStringLiteral("the signature holds")));
    dialog->close();
}

TEST_CASE("a record that the server refused goes out again when somebody says so", "[desktop][sync]")
{
    PostWithRecords field;
    auto *dialog = new SyncDialog(*field.post, nullptr);
    activate(*dialog);
    auto *tabs = dialog->findChild<QTabWidget *>();
    auto *held = control<QTableView>(*dialog, "Held back");
    auto *waiting = control<QTableView>(*dialog, "Waiting");
    REQUIRE(eventually([&] { return held->model()->rowCount() == 1; }));
    CHECK_FALSE(hasControl<QPushButton>(*dialog, "Send this one again"));
    tabs->setCurrentWidget(held);
    REQUIRE(hasControl<QPushButton>(*dialog, "Send this one again"));
    auto *again = control<QPushButton>(*dialog, "Send this one again");
    REQUIRE(again->isEnabled());
    QTest::keyClick(again, Qt::Key_Space);
    CHECK(eventually([&] { return held->model()->rowCount() == 0 && waiting->model()->rowCount() == 2; }));
    CHECK_FALSE(again->isEnabled());
    delete dialog;
}

TEST_CASE("without a server nothing can be paused or sent", "[desktop][sync]")
{
    OpenPost post;
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    CHECK_FALSE(control<QPushButton>(*dialog, "Pause sending")->isEnabled());
    CHECK_FALSE(control<QPushButton>(*dialog, "Send now")->isEnabled());
    press(*dialog, Qt::Key_Escape);
    CHECK(eventually([watched = QPointer(dialog)] { return watched.isNull(); }));
}

namespace {

/// Says where the stick is, in the dialog that asks for it.
void chooseFolder(QDialog &dialog, const char *button, const QString &folder)
{
    QTest::keyClick(control<QPushButton>(dialog, button), Qt::Key_Space);
    auto *chooser = dialog.findChild<QFileDialog *>();
    REQUIRE(chooser);
    Q_EMIT chooser->fileSelected(folder);
    delete chooser;
}

bool findingSays(QDialog &dialog, const QString &words)
{
    const auto findings = dialog.findChildren<Finding *>();
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding *finding) { return finding->sentence().contains(words); });
}

}  // namespace

TEST_CASE("what waits goes on a stick, and what a stick brings is told in a sentence",
          "[desktop][sync][SEC-S8]")
{
    TestStore store;
    const bool isSealed = GENERATE(false, true);
    if (isSealed) {
        auto server = require(sync::parseServerAddress(QStringLiteral("https://gateway.example.org")));
        server.protocol = sync::Protocol::Thin;
        server.sealKey = crypto::makeRecoveryKeyPair().publicKey;
        store.signIn(store.administrator());
        require(sync::ServerRepository(store->settings()).set(server));
        store.signIn(store.lead());
    }
    store.addFinal();
    const auto post = openAsPost(store);
    const QTemporaryDir stick;
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    chooseFolder(*dialog, "To a stick", stick.path());
    CHECK_FALSE(control<QPushButton>(*dialog, "From a stick")->isEnabled());
    if (isSealed) {
        REQUIRE(eventually([&] { return findingSays(*dialog, QStringLiteral("on the stick, sealed")); }));
        CHECK(QDir(stick.path()).entryList({QStringLiteral("amparo-*")}, QDir::Dirs).size() == 1);
        auto *waiting = control<QTableView>(*dialog, "Waiting");
        CHECK(eventually(
            [&] { return rowsOf(waiting).join(QString()).contains(QStringLiteral("On a stick since")); }));
        chooseFolder(*dialog, "From a stick", stick.path());
        CHECK(eventually(
            [&] { return findingSays(*dialog, QStringLiteral("No receipts have come back yet")); }));
    } else {
        REQUIRE(eventually(
            [&] { return findingSays(*dialog, QStringLiteral("not set to whom records are sealed")); }));
        CHECK(QDir(stick.path()).isEmpty());
        chooseFolder(*dialog, "From a stick", stick.path());
        CHECK(eventually(
            [&] { return findingSays(*dialog, QStringLiteral("Nothing of Amparo's is on the stick")); }));
    }
    CHECK(eventually([&] { return control<QPushButton>(*dialog, "To a stick")->isEnabled(); }));
    delete dialog;
}

TEST_CASE("what headquarters sends on a stick is taken up, and what is not its own is told",
          "[desktop][sync][SEC-S9]")
{
    TestStore store;
    const Office office;
    office.handKeyTo(store);
    const QByteArray notices =
        R"({"amparoNotices": 1, "notices": [{"id": "1", "kind": "warning", "from": "2000-01-01", "until": "2099-12-31",
            "title": {"en": "A new route <b>"}, "text": {"en": "By the river."}}]})";
    const QByteArray rules = R"({"amparoPolicy": 1, "settings": {"lockMinutes": 2}})";
    const QTemporaryDir stick;
    using exchange::Channel;
    require(bundle::writePackage(stick.path(), office.package(Channel::Notices, 1,
                                                              {{QStringLiteral("notices.json"), notices}},
                                                              store.clock.utcNow())));
    require(bundle::writePackage(
        stick.path(),
        office.package(Channel::Policy, 1, {{QStringLiteral("policy.json"), rules}}, store.clock.utcNow())));
    require(bundle::writePackage(stick.path(), Office().package(Channel::Policy, 2,
                                                                {{QStringLiteral("policy.json"), rules}},
                                                                store.clock.utcNow())));
    const auto post = openAsPost(store);
    TodayPage today(*post);
    activate(today);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    chooseFolder(*dialog, "From a stick", stick.path());
    REQUIRE(eventually([&] { return findingSays(*dialog, QStringLiteral("not signed by headquarters")); }));
    CHECK(findingSays(*dialog, QStringLiteral("stand on the page Today")));
    CHECK(findingSays(*dialog, QStringLiteral("rules that headquarters sets")));
    CHECK(eventually([&] { return post->lockTime() == std::chrono::minutes(2); }));
    const auto toldToday = [&] {
        const auto findings = today.findChildren<Finding *>();
        return std::any_of(findings.begin(), findings.end(), [](const Finding *finding) {
            return finding->sentence() == QLatin1String("From headquarters: A new route <b>. By the river.");
        });
    };
    CHECK(eventually(toldToday));

    chooseFolder(*dialog, "From a stick", stick.path());
    CHECK(eventually([&] { return !findingSays(*dialog, QStringLiteral("rules that headquarters sets")); }));
    CHECK(findingSays(*dialog, QStringLiteral("not signed by headquarters")));
    delete dialog;
}

TEST_CASE("sticks are for whom the table of permissions names", "[desktop][sync][SEC-A1]")
{
    OpenPost post(OpenPost::Forms::None, record::Role::Officer);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    CHECK_FALSE(hasControl<QPushButton>(*dialog, "To a stick"));
    CHECK_FALSE(hasControl<QPushButton>(*dialog, "From a stick"));
    delete dialog;
}

namespace {

bool hasTab(const QDialog &dialog, const char *name)
{
    const auto *tabs = dialog.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) == QLatin1String(name))
            return tabs->isTabVisible(tab);
    }
    return false;
}

void becomeRelay(TestStore &store, const QString &host)
{
    store.signIn(store.administrator());
    require(relay::RelayRepository(store->settings()).set({host, 0, {}, {}}));
    store.signIn(store.lead());
}

}  // namespace

TEST_CASE("a post's relay shows its lanes and how their records stand", "[desktop][sync][relay]")
{
    TestStore store;
    becomeRelay(store, QStringLiteral("127.0.0.1"));
    const auto lane = addLane(store);
    addLane(store, QStringLiteral("Lane 3"));
    bring(store, lane, "1", {aLaneRecord(store)});
    const auto post = openAsPost(store);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    REQUIRE(eventually([&] { return hasTab(*dialog, "Lanes"); }));
    auto *tabs = dialog->findChild<QTabWidget *>();
    tabs->setCurrentIndex(tabs->count() - 1);
    auto *lanes = control<QTableView>(*dialog, "Lanes");
    REQUIRE(eventually([&] { return lanes->model()->rowCount() == 2; }));
    CHECK(rowsOf(lanes).first().startsWith(QStringLiteral("Lane 2|")));
    CHECK(rowsOf(lanes).first().endsWith(QStringLiteral("|1|1")));
    CHECK(rowsOf(lanes).last() == QStringLiteral("Lane 3|not yet|0|0"));
    CHECK(eventually(
        [&] { return findingSays(*dialog, QStringLiteral("Lanes deliver to this station, 127.0.0.1:")); }));
    CHECK_FALSE(hasControl<QPushButton>(*dialog, "Send this one again"));
    delete dialog;
}

TEST_CASE("a relay that lanes cannot reach says so, and that none is enrolled", "[desktop][sync][relay]")
{
    TestStore store;
    becomeRelay(store, QStringLiteral("192.0.2.1"));  // nobody's (RFC 5737)
    const auto post = openAsPost(store);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    REQUIRE(eventually([&] { return hasTab(*dialog, "Lanes"); }));
    CHECK(
        eventually([&] { return findingSays(*dialog, QStringLiteral("Lanes cannot reach this station")); }));
    dialog->findChild<QTabWidget *>()->setCurrentIndex(4);
    const auto labels = dialog->findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("No workstation delivers here"));
    }));
    delete dialog;
}

TEST_CASE("a lane says that its server is the post's relay", "[desktop][sync][relay]")
{
    TestStore store;
    auto server =
        require(sync::parseServerAddress(QStringLiteral("http://token@127.0.0.1:9"), sync::Protocol::Relay));
    server.protocol = sync::Protocol::Relay;
    server.sealKey = crypto::makeRecoveryKeyPair().publicKey;
    server.trust.receiptKey = QByteArray(32, 'r');
    store.signIn(store.administrator());
    require(sync::ServerRepository(store->settings()).set(server));
    store.signIn(store.lead());
    const auto post = openAsPost(store);
    auto *dialog = new SyncDialog(*post, nullptr);
    activate(*dialog);
    REQUIRE(
        eventually([&] { return findingSays(*dialog, QStringLiteral("The post's relay does not answer")); }));
    const auto labels = dialog->findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(QStringLiteral("Records go to the post's relay, 127.0.0.1:9 "));
    }));
    CHECK_FALSE(hasTab(*dialog, "Lanes"));
    delete dialog;
}

TEST_CASE("pictures of a relay's lanes", "[.][screenshots]")
{
    TestStore store;
    becomeRelay(store, QStringLiteral("127.0.0.1"));
    const auto lane = addLane(store, QStringLiteral("Carril 2"));
    addLane(store, QStringLiteral("Carril 3"));
    bring(store, lane, "1", {aLaneRecord(store), aLaneRecord(store, "<data/>")});
    const auto post = openAsPost(store);
    for (const char *language : {"en", "es", "pt-BR"}) {
        translations::useLanguage(*qApp, QLatin1String(language));
        auto *dialog = new SyncDialog(*post, nullptr);
        activate(*dialog);
        auto *tabs = dialog->findChild<QTabWidget *>();
        REQUIRE(eventually([&] { return tabs->isTabVisible(tabs->count() - 1); }));
        tabs->setCurrentIndex(tabs->count() - 1);
        QTest::qWait(300);
        const QString name = QStringLiteral("lanes-%1.png").arg(QLatin1String(language));
        CHECK(dialog->grab().save(QDir(screenshotFolder()).filePath(name)));
        delete dialog;
    }
    translations::useLanguage(*qApp, QStringLiteral("en"));
}
