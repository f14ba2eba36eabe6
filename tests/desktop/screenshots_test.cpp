// Pictures of the page for people to look at, no test: AMPARO_SCREENSHOTS=folder test_desktop
// "[screenshots]".

#include "app/desktop/screening/screening_page.h"

#include "app/desktop/widgets/theme.h"
#include "desktop/interviews.h"
#include "support/fixed_clock.h"
#include "support/gui.h"
#include "translations/languages.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

const QString passport = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10");

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

    void shoot(const char *name)
    {
        while (saver.waiting() > 0)
            saver.answer();
        QTest::qWait(150);
        while (saver.waiting() > 0)
            saver.answer();
        const QDir folder(qEnvironmentVariable("AMPARO_SCREENSHOTS"));
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
        press(scene.window, Qt::Key_F9);
        scene.shoot("covered");
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
    {
        Scene scene(record::Purpose::Second, QSize(1366, 768));
        scene.page.readMrz(passport);
        auto answer = [&](const char *name) {
            for (auto *button : scene.window.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->accessibleName() == QLatin1String(name) &&
                    button->accessibleDescription().contains(QLatin1String("May I go on")))
                    return button->click();
            }
        };
        answer("Yes");
        scene.shoot("second");
        press(scene.window, Qt::Key_Down, Qt::ControlModifier);
        scene.shoot("second-trip");
    }
}
