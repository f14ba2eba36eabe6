// Pictures of the page for people to look at, no test: AMPARO_SCREENSHOTS=folder test_desktop
// "[screenshots]".

#include "app/desktop/screening/screening_page.h"

#include "app/desktop/cards/card_screen.h"
#include "app/desktop/cards/help_cards_page.h"
#include "app/desktop/lock/lock_page.h"
#include "app/desktop/referrals/referrals_page.h"
#include "app/desktop/screening/questions_view.h"
#include "app/desktop/sign_in/sign_in_page.h"
#include "app/desktop/widgets/theme.h"
#include "app/desktop/workplace.h"
#include "desktop/interviews.h"
#include "desktop/open_post.h"
#include "desktop/slow_encounters.h"
#include "desktop/specimens.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"
#include "support/samples.h"
#include "translations/languages.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct Scene {
    Scene(record::Purpose purpose, QSize size)
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(&page);
        window.resize(size);
        activate(window);
        page.open(builtinInterview(purpose, clock));
    }

    void speak(const char *language)
    {
        auto *languages = control<QComboBox>(window, "Language of the questions");
        languages->setCurrentIndex(languages->findData(QString::fromLatin1(language)));
        Q_EMIT languages->activated(languages->currentIndex());
    }

    void answer(const char *path, const char *value)
    {
        auto *questions = control<QuestionsView>(window, "Questions");
        Q_EMIT questions->answered(QString::fromLatin1(path), QString::fromLatin1(value));
        QCoreApplication::processEvents();  // what has become relevant finds its place
    }

    void shoot(const char *name)
    {
        while (saver.waiting() > 0)
            saver.answer();
        QTest::qWait(150);
        while (saver.waiting() > 0)
            saver.answer();
        const QDir folder = test::screenshotFolder();
        CHECK(window.grab().save(folder.filePath(QLatin1String(name) + QStringLiteral(".png"))));
    }

    FixedClock clock;
    SlowSaver saver;
    QWidget window;
    ScreeningPage page{clock, saver, &window};
};

}  // namespace

TEST_CASE("pictures of the screening page", "[.][screenshots]")
{
    applyTheme(Scheme::Light);
    {
        Scene scene(record::Purpose::Primary, QSize(1366, 768));
        scene.shoot("primary-empty");
        scene.page.readMrz(passport);
        for (const auto key : {Qt::Key_3, Qt::Key_2, Qt::Key_3, Qt::Key_6})
            press(scene.window, key);
        scene.shoot("primary");
        press(scene.window, Qt::Key_1);
        press(scene.window, Qt::Key_F2);
        scene.shoot("primary-departs");
        press(scene.window, Qt::Key_F7);
        scene.shoot("primary-typing");
    }
    {
        applyTheme(Scheme::Dark);
        translations::useLanguage(*qApp, QStringLiteral("es-BO"));
        Scene scene(record::Purpose::Primary, QSize(1366, 768));
        press(scene.window, Qt::Key_1);
        press(scene.window, Qt::Key_A);
        scene.shoot("primary-dark-es");
        translations::useLanguage(*qApp, QStringLiteral("en"));
    }
    applyTheme(Scheme::Light);
}

TEST_CASE("pictures of earlier encounters", "[.][screenshots]")
{
    const auto shootIn = [](Scheme scheme, const char *language, const char *name) {
        applyTheme(scheme);
        translations::useLanguage(*qApp, QString::fromLatin1(language));
        SlowEncounters encounters;
        Scene scene(record::Purpose::Primary, QSize(1366, 768));
        scene.page.showEncountersOf(encounters);
        scene.page.readMrz(passport);
        press(scene.window, Qt::Key_3);
        press(scene.window, Qt::Key_4);
        scene.shoot((QByteArray(name) + "-looking").constData());
        const QString post = QStringLiteral("Desaguadero");
        const QDateTime now = scene.clock.utcNow();
        record::EncounterReport report;
        report.earlier = {{now.addDays(-9), post, record::Line::Primary, record::Decision::SecondLine,
                           record::EncounterMatch::Document},
                          {now.addDays(-40), post, record::Line::Primary, record::Decision::Clear,
                           record::EncounterMatch::NameOtherDayOrder}};
        report.shared = {{record::LinkKind::Phone, 3, now.addDays(-70)},
                         {record::LinkKind::Minor, 4, now.addDays(-120)}};
        encounters.answerAll(report);
        scene.shoot(name);
    };
    shootIn(Scheme::Light, "en", "encounters");
    shootIn(Scheme::Dark, "es", "encounters-dark-es");
    shootIn(Scheme::Light, "pt-BR", "encounters-pt");
    translations::useLanguage(*qApp, QStringLiteral("en"));
    applyTheme(Scheme::Light);
}

TEST_CASE("pictures of the talks in the languages that travellers read", "[.][screenshots]")
{
    struct Talk {
        const char *name;
        record::Purpose purpose;
        const char *consent;  ///< the question's path
        const char *company;
    };
    const auto talk = GENERATE(values<Talk>({
        {"second", record::Purpose::Second, "/data/a/a3_may_go_on", "/data/b/b4_company"},
        {"minors", record::Purpose::Minors, "/data/a/a2_may_go_on", "/data/c/c1_with"},
    }));
    const char *language = GENERATE("en", "es", "pt-BR", "fr", "ht", "ar");
    applyTheme(Scheme::Light);
    Scene scene(talk.purpose, QSize(1366, 768));
    if (talk.purpose == record::Purpose::Second)
        scene.page.readMrz(passport);
    scene.speak(language);
    const auto picture = [&](const char *part) {
        scene.shoot(QStringLiteral("%1-%2-%3")
                        .arg(QLatin1String(talk.name), QLatin1String(language), QLatin1String(part))
                        .toLatin1()
                        .constData());
    };
    picture("1-begin");
    scene.answer(talk.consent, "yes");
    scene.answer(talk.company, talk.purpose == record::Purpose::Second ? "family" : "relative");
    for (const char *part : {"2", "3", "4", "5", "6", "7", "8"}) {
        press(scene.window, Qt::Key_Down, Qt::ControlModifier);
        picture(part);
    }
}

namespace {

void shootWidget(QWidget &widget, const QString &name)
{
    QTest::qWait(200);
    const QDir folder = test::screenshotFolder();
    CHECK(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

void goTo(Workplace &workplace, const char *inEnglish, const char *inSpanish)
{
    const bool isEnglish = QLocale().language() == QLocale::English;
    control<QPushButton>(workplace, isEnglish ? inEnglish : inSpanish)->click();
}

void shootCards(Workplace &workplace, const QString &suffix)
{
    auto *page = workplace.findChild<HelpCardsPage *>();
    goTo(workplace, "Help cards", "Tarjetas de ayuda");
    auto *languages = page->findChildren<QComboBox *>().first();
    REQUIRE(eventually([&] { return languages->count() == 6; }));
    for (const char *language : {"es", "ar"}) {
        languages->setCurrentIndex(languages->findData(QString::fromLatin1(language)));
        shootWidget(workplace, QStringLiteral("cards-%1%2").arg(QLatin1String(language), suffix));
        press(workplace, Qt::Key_F11);
        REQUIRE(page->screen());
        page->screen()->resize(workplace.size());
        shootWidget(*page->screen(), QStringLiteral("card-screen-%1%2").arg(QLatin1String(language), suffix));
        page->screen()->close();
        REQUIRE(eventually([&] { return !page->screen(); }));
        workplace.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&workplace));
    }
}

}  // namespace

TEST_CASE("pictures of help cards and the directory", "[.][screenshots]")
{
    const QSize size = GENERATE(QSize(1440, 900), QSize(1024, 768));
    const QString ui = GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"));
    applyTheme(Scheme::Light);
    translations::useLanguage(*qApp, ui);
    OpenPost post;
    Workplace workplace(post.take());
    workplace.resize(size);
    activate(workplace);
    const QString suffix = QStringLiteral("-%1-%2").arg(ui).arg(size.width());
    shootCards(workplace, suffix);
    goTo(workplace, "Referrals", "Derivaciones");
    auto *table = workplace.findChild<ReferralsPage *>()->findChild<QTableView *>();
    REQUIRE(eventually([&] { return table->model()->rowCount() > 30; }));
    shootWidget(workplace, QStringLiteral("referrals") + suffix);
    table->selectRow(9);
    shootWidget(workplace, QStringLiteral("referrals-entry") + suffix);
    translations::useLanguage(*qApp, QStringLiteral("en"));
}

TEST_CASE("pictures of the lock page, the PIN and the change of officers", "[.][screenshots]")
{
    const auto scheme = GENERATE(Scheme::Light, Scheme::Dark);
    const QString ui =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR"));
    applyTheme(scheme);
    translations::useLanguage(*qApp, ui);
    const QString suffix =
        QStringLiteral("-%1%2").arg(ui, scheme == Scheme::Dark ? QStringLiteral("-dark") : QString());
    OpenPost post;
    const QString folder = post.folder();
    const record::Officer officer = post->officer();
    {
        Workplace workplace(post.take());
        workplace.resize(1366, 768);
        activate(workplace);
        press(workplace, Qt::Key_F10);
        REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
        shootWidget(*QApplication::activePopupWidget(), QStringLiteral("officer-menu") + suffix);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_P);
        REQUIRE(eventually([] { return QApplication::activeModalWidget() != nullptr; }));
        shootWidget(*QApplication::activeModalWidget(), QStringLiteral("pin-dialog") + suffix);
        shootWidget(workplace, QStringLiteral("today-menu") + suffix);
    }
    LockedSessions sessions(folder, post.clock);
    auto store = require(store::Store::open(folder, officer.loginName, aPassphrase(), post.clock));
    sessions.setPin(std::make_unique<store::QuickUnlock>(
        require(store->setPin(crypto::Passphrase::fromText(u"830714")))));
    store.reset();
    sessions.keep(officer, {});
    LockPage page(folder, sessions, post.clock);
    page.resize(1366, 768);
    page.present(officer);
    activate(page);
    QTest::keyClicks(page.focusWidget(), QStringLiteral("830715"));
    press(page, Qt::Key_Return);
    REQUIRE(eventually([&] { return !page.isBusy(); }));
    shootWidget(page, QStringLiteral("lock") + suffix);
    SignInPage signIn(folder, post.clock);
    signIn.resize(1366, 768);
    activate(signIn);
    signIn.offerNames();
    shootWidget(signIn, QStringLiteral("names") + suffix);
    translations::useLanguage(*qApp, QStringLiteral("en"));
    applyTheme(Scheme::Light);
}
