// Backups from the window: schedule, one at once, whether one can be restored.
#include "app/desktop/administration/backups_section.h"

#include "desktop/modal.h"
#include "desktop/section.h"
#include "support/samples.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QSpinBox>

#include <algorithm>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::Role;
using store::Store;

namespace {

struct Backups : OpenSection<BackupsSection> {
    explicit Backups(Role role = Role::Administrator) : OpenSection(role) {}

    void schedule()
    {
        require(ask([folder = disk.path()](Store &store) { return store.setBackupSchedule({folder}); }));
        section->hide();
        section->show();
        REQUIRE(says("One every 24 h into"));
    }

    /// As headquarters' policies or IT's do it, behind the section's back.
    void manage()
    {
        require(ask([folder = disk.path()](Store &store) {
            store.settings().manage(
                {{QStringLiteral("backup-schedule"), store::toBytes(store::BackupSchedule{folder})}});
            return Result<>();
        }));
    }

    QListWidget *list() { return part<QListWidget>("Backups"); }

    void makeOne()
    {
        const int before = list()->count();
        click("Back up now");
        REQUIRE(says("Backed up and read back."));
        REQUIRE(eventually([&] { return list()->count() == before + 1; }));
    }

    QTemporaryDir disk{quickFolder()};
};

void damage(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() / 2));
    REQUIRE(file.write(QByteArray(64, '\0')) == 64);
}

}  // namespace

TEST_CASE("an administrator sets the schedule in the window", "[desktop][SEC-D6]")
{
    Backups backups;
    CHECK(backups.says("No backup is made by itself"));
    CHECK_FALSE(backups.part<QPushButton>("Back up now")->isEnabled());
    QDialog *dialog = backups.open("Schedule");

    SECTION("the folder is not there")
    {
        fill(*dialog, "Folder", backups.disk.filePath(QStringLiteral("away")));
        press(*dialog, Qt::Key_Return);
        CHECK(eventually([&] {
            return hasControl<desktop::Finding>(*dialog, "The folder for backups is not there. Plug in its "
                                                         "disk, or choose another folder.");
        }));
        press(*dialog, Qt::Key_Escape);
        CHECK(closes(dialog));
        CHECK_FALSE(require(backups.ask([](Store &store) { return store.backupSchedule(); })));
    }
    SECTION("it is")
    {
        fill(*dialog, "Folder", backups.disk.path());
        control<QSpinBox>(*dialog, "Hours between two backups")->setValue(12);
        control<QSpinBox>(*dialog, "How many are kept")->setValue(5);
        control<QSpinBox>(*dialog, "Days for which one is kept")->setValue(20);
        control<QPushButton>(*dialog, "Set the schedule")->click();
        CHECK(closes(dialog));
        CHECK(backups.says("One every 12 h into"));
        CHECK(backups.says("There is none yet."));
        const store::BackupSchedule expected{backups.disk.path(), std::chrono::hours(12), 5,
                                             std::chrono::days(20)};
        CHECK(require(backups.ask([](Store &store) { return store.backupSchedule(); })) == expected);
    }
}

TEST_CASE("another schedule than was set before takes a second person", "[desktop][SEC-A6]")
{
    Backups backups;
    backups.schedule();
    QDialog *dialog = backups.open("Schedule");
    control<QSpinBox>(*dialog, "How many are kept")->setValue(1);
    control<QPushButton>(*dialog, "Set the schedule")->click();
    REQUIRE(eventually([&] { return modal() != dialog; }));
    QDialog *second = modal();
    const bool isAgreed = GENERATE(true, false);
    if (isAgreed) {
        agreeAs(*second, QStringLiteral("lead"), QStringLiteral("tres garzas blancas"));
        CHECK(backups.says("1 are kept"));
    } else {
        press(*second, Qt::Key_Escape);
        REQUIRE(eventually([&] { return modal() == dialog; }));
        CHECK(control<QSpinBox>(*dialog, "How many are kept")->value() == 1);  // nothing is lost
        press(*dialog, Qt::Key_Escape);
        CHECK(closes(dialog));
    }
    CHECK(require(backups.ask([](Store &store) { return store.backupSchedule(); }))->keep ==
          (isAgreed ? 1 : 7));
}

TEST_CASE("a schedule that is set from outside is shown, and nobody here changes it", "[desktop][SEC-A6]")
{
    Backups backups;
    REQUIRE(backups.says("No backup is made by itself"));
    auto *button = backups.part<QPushButton>("Schedule");
    SECTION("the button is off, and the section says why")
    {
        backups.manage();
        Q_EMIT backups.post->policiesChanged();
        CHECK(backups.says("One every 24 h into"));
        CHECK_FALSE(button->isEnabled());
        const auto labels = backups.section->findChildren<QLabel *>();
        CHECK(std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
                  return label->isVisible() &&
                         label->text().contains(QLatin1String("set by headquarters or by IT"));
              }) == 1);
        CHECK(backups.part<QPushButton>("Back up now")->isEnabled());
    }
    SECTION("where it came to be so behind an open dialog, no second person is asked")
    {
        QDialog *dialog = backups.open("Schedule");
        fill(*dialog, "Folder", backups.disk.path());
        backups.manage();
        control<QPushButton>(*dialog, "Set the schedule")->click();
        CHECK(eventually(
            [&] { return says(*dialog, "Set by headquarters or by IT: it is not changed here."); }));
        CHECK(modal() == dialog);
    }
}

TEST_CASE("a backup is made at once, due or not, and listed", "[desktop][SEC-D6]")
{
    Backups backups;
    backups.schedule();
    backups.makeOne();
    backups.post.clock.advance(std::chrono::minutes(1));
    backups.makeOne();
    CHECK(backups.says("The last is of"));
    CHECK_FALSE(backups.part<QProgressBar>("Progress")->isVisible());
    CHECK(backups.list()->item(0)->text().contains(QDir::toNativeSeparators(backups.disk.path())));
}

TEST_CASE("a backup that is stopped leaves nothing", "[desktop][SEC-D6]")
{
    Backups backups;
    require(backups.ask([](Store &store) {
        return store.forms().install({QStringLiteral("large"),
                                      QStringLiteral("1"),
                                      "<h:html/>",
                                      {{QStringLiteral("media.bin"), QByteArray(16 * 1024 * 1024, 'x')}}});
    }));
    backups.schedule();
    backups.click("Back up now");
    auto *stop = backups.part<QPushButton>("Stop");
    REQUIRE(eventually([&] { return stop->isVisible() && stop->isEnabled(); }));
    stop->click();
    CHECK(backups.says("It was stopped, and nothing of it was kept."));
    CHECK(QDir(backups.disk.path()).isEmpty());
    CHECK(backups.list()->count() == 0);
    CHECK(backups.part<QPushButton>("Back up now")->isEnabled());
}

TEST_CASE("whether a backup can be restored is tried with one's passphrase", "[desktop][SEC-D6]")
{
    Backups backups;
    backups.schedule();
    backups.makeOne();
    QDialog *dialog = backups.open("Try whether one can be restored");
    const auto tellsIn = [&](const char *words) {
        return eventually([&] {
            const auto findings = dialog->findChildren<desktop::Finding *>();
            return std::any_of(findings.begin(), findings.end(), [&](const desktop::Finding *finding) {
                return finding->isVisible() && finding->sentence().contains(QString::fromUtf8(words));
            });
        });
    };
    SECTION("it is sound")
    {
        fill(*dialog, "Your passphrase", QStringLiteral("wrong and long enough"));
        press(*dialog, Qt::Key_Return);
        CHECK(tellsIn("Your passphrase does not open it"));
        fill(*dialog, "Your passphrase", QStringLiteral("tres garzas blancas"));
        press(*dialog, Qt::Key_Return);
        CHECK(closes(dialog));
        CHECK(backups.says("can be restored: every page is sound"));
    }
    SECTION("it is damaged")
    {
        const QDir folder(backups.list()->item(0)->data(Qt::UserRole).toString());
        damage(folder.filePath(QStringLiteral("store.amparo")));
        fill(*dialog, "Your passphrase", QStringLiteral("tres garzas blancas"));
        press(*dialog, Qt::Key_Return);
        CHECK(tellsIn("could not be read back whole"));
    }
    SECTION("it is none")
    {
        fill(*dialog, "Folder of the backup", backups.post.folder());
        fill(*dialog, "Your passphrase", QStringLiteral("tres garzas blancas"));
        press(*dialog, Qt::Key_Return);
        CHECK(tellsIn("There is no whole backup in that folder."));
    }
}

TEST_CASE("a shift lead makes backups and sets no schedule", "[desktop][SEC-A1]")
{
    Backups backups(Role::ShiftLead);
    CHECK(backups.says("an administrator sets a schedule"));
    CHECK_FALSE(hasControl<QPushButton>(*backups.section, "Schedule"));
    CHECK(hasControl<QPushButton>(*backups.section, "Back up now"));
}
