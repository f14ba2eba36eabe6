// The store's key from the window: changing it, and headquarters' way to it.
#include "app/desktop/administration/keys_section.h"

#include "app/desktop/administration/recovery_key_dialog.h"
#include "desktop/section.h"
#include "store/recovery_file.h"
#include "support/samples.h"

#include <QFile>
#include <QLabel>
#include <QProgressBar>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::Role;
using store::Store;

namespace {

using Keys = OpenSection<KeysSection>;

quint32 keyNumber(const Keys &keys) { return require(store::readKeyFile(keys.post.folder())).keyNumber; }

void loseAnAccount(Keys &keys)
{
    require(keys.ask([](Store &store) {
        const record::Officer gone{OfficerId::create(), QStringLiteral("jose"), QStringLiteral("José"),
                                   Role::Officer};
        return store.addOfficer(gone, aPassphrase()).and_then([&] { return store.removeOfficer(gone.id); });
    }));
}

/// More pages than one step copies.
void fillTheStore(Keys &keys)
{
    require(keys.ask([](Store &store) {
        return store.forms().install({QStringLiteral("large"),
                                      QStringLiteral("1"),
                                      "<h:html/>",
                                      {{QStringLiteral("media.bin"), QByteArray(4 * 1024 * 1024, 'x')}}});
    }));
}

}  // namespace

TEST_CASE("the key is changed in the window, and everybody's passphrase stays", "[desktop][SEC-K7][SEC-K8]")
{
    Keys keys;
    loseAnAccount(keys);
    keys.section->hide();
    keys.section->show();
    CHECK(keys.says("change the key now"));
    const quint32 before = keyNumber(keys);

    auto *begin = keys.part<QPushButton>("Change the key");
    begin->setFocus();
    press(*keys.section, Qt::Key_Space);
    CHECK_FALSE(begin->isEnabled());
    CHECK(keys.part<QProgressBar>("Progress")->isVisible());
    CHECK(keys.says("The store has a new key."));
    CHECK(begin->isEnabled());
    CHECK_FALSE(keys.part<QProgressBar>("Progress")->isVisible());
    CHECK(keyNumber(keys) == before + 1);
    CHECK_FALSE(require(keys.ask([](Store &store) { return store.isKeyChangeAdvised(); })));

    keys.section.reset();
    keys.post.take().reset();
    for (const char *login : {"admin", "lead", "rosa"})
        CHECK(Store::open(keys.post.folder(), QString::fromUtf8(login), aPassphrase(), keys.post.clock));
}

TEST_CASE("a change of key that is stopped leaves the key as it was, and can begin again",
          "[desktop][SEC-K7]")
{
    Keys keys;
    fillTheStore(keys);
    const quint32 before = keyNumber(keys);
    keys.click("Change the key");
    keys.click("Stop");
    CHECK(keys.says("Stopped: the store has the key that it had."));
    CHECK(keyNumber(keys) == before);
    CHECK_FALSE(QFile::exists(keys.post.folder() + QStringLiteral("/store-2.amparo")));
    keys.click("Change the key");
    CHECK(keys.says("The store has a new key."));
    CHECK(keyNumber(keys) == before + 1);
}

TEST_CASE("a session that ends in the middle of a change leaves the key as it was", "[desktop][SEC-K7]")
{
    Keys keys;
    fillTheStore(keys);
    const quint32 before = keyNumber(keys);
    keys.click("Change the key");
    keys.section.reset();
    keys.post.take().reset();
    CHECK(keyNumber(keys) == before);
    CHECK_FALSE(QFile::exists(keys.post.folder() + QStringLiteral("/store-2.amparo")));
    CHECK(Store::open(keys.post.folder(), QStringLiteral("rosa"), aPassphrase(), keys.post.clock));
}

TEST_CASE("headquarters' key is set from a file, after its fingerprint was compared", "[desktop][SEC-K4]")
{
    Keys keys;
    CHECK(keys.says("None is set"));
    QTemporaryDir stick(quickFolder());
    const crypto::RecoveryKeyPair pair = crypto::makeRecoveryKeyPair();
    const QString path = stick.filePath(QStringLiteral("public"));
    require(store::writeRecoveryPublic(path, pair.publicKey));

    fill(*keys.section, "File with the public half", path);
    press(*keys.section, Qt::Key_Return);
    QDialog *dialog = keys.dialog();
    const QString fingerprint = control<QLabel>(*dialog, "Fingerprint")->text();
    CHECK(fingerprint.size() == 64 + 7);
    CHECK(QString(fingerprint).remove(u' ').toLatin1() == pair.publicKey.toHex());

    SECTION("it is another")
    {
        press(*dialog, Qt::Key_Escape);
        CHECK(closes(dialog));
        CHECK_FALSE(require(keys.ask([](Store &store) { return store.recoveryKey(); })));
        CHECK(keys.says("None is set"));
    }
    SECTION("it is the same")
    {
        press(*dialog, Qt::Key_Return);
        CHECK(closes(dialog));
        CHECK(keys.says("Headquarters can open this store"));
        CHECK(keys.says("Set. Fingerprint: "));
        CHECK(require(keys.ask([](Store &store) { return store.recoveryKey(); })) == pair.publicKey);
    }
}

TEST_CASE("a file that holds no recovery key is told", "[desktop][SEC-K4]")
{
    Keys keys;
    QTemporaryDir stick(quickFolder());
    QFile other(stick.filePath(QStringLiteral("other")));
    REQUIRE(other.open(QIODevice::WriteOnly));
    REQUIRE(other.write("nothing") == 7);
    other.close();
    fill(*keys.section, "File with the public half", other.fileName());
    keys.click("Read the file");
    CHECK(keys.says("That file holds no recovery key."));
    fill(*keys.section, "File with the public half", stick.filePath(QStringLiteral("away")));
    keys.click("Read the file");
    CHECK(keys.says("There is no such file."));
}

TEST_CASE("a shift lead changes the key, and does not see headquarters' one", "[desktop][SEC-A1]")
{
    Keys keys(Role::ShiftLead);
    CHECK_FALSE(hasControl<QLineEdit>(*keys.section, "File with the public half"));
    keys.click("Change the key");
    CHECK(keys.says("The store has a new key."));
}
