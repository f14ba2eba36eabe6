#include "app/chosen_language.h"
#include "app/desktop/lock/session_signals.h"
#include "app/desktop/main_window.h"
#include "app/desktop/widgets/theme.h"
#include "crypto/private_memory.h"
#include "translations/languages.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

using namespace amparo;

namespace {

/// Tells a benchmark when the window has been painted for the first time.
class FirstPaint final : public QObject {
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            std::puts("first-window");
            std::fflush(stdout);
        }
        return false;
    }
};

/// In each size that a desktop may ask for, so that none is blurred.
QIcon programIcon()
{
    QIcon icon;
    for (const QFileInfo &picture : QDir(QStringLiteral(":/amparo/program")).entryInfoList())
        icon.addFile(picture.filePath());
    return icon;
}

/// What is asked for, else what the person chose last, or else the system's.
QString languageOf(const QString &asked)
{
    return asked.isEmpty() ? app::chosenLanguage().value_or(QLocale::system().bcp47Name()) : asked;
}

}  // namespace

int main(int argc, char **argv)
{
    crypto::keepMemoryPrivate();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("amparo"));
    QApplication::setApplicationVersion(QStringLiteral(AMPARO_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.amparo.Amparo"));
    QApplication::setWindowIcon(programIcon());
    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"), QStringLiteral("folder of the post's store"),
                                   QStringLiteral("FOLDER"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("a demo post with invented people"));
    const QCommandLineOption dark(QStringLiteral("dark"),
                                  QStringLiteral("dark colours, for booths at night"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en, es or pt-BR"),
                                      QStringLiteral("LANGUAGE"));
    options.addOptions({store, demo, dark, language});
    options.process(application);

    translations::useLanguage(application, languageOf(options.value(language)));
    desktop::applyTheme(options.isSet(dark) ? desktop::Scheme::Dark : desktop::Scheme::Light);
    // Local: what belongs to this computer does not roam with a Windows profile.
    const QString place = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QString folder = options.isSet(store)  ? options.value(store)
                           : options.isSet(demo) ? place + QStringLiteral("-demo")
                                                 : qEnvironmentVariable("AMPARO_STORE", place);
    desktop::MainWindow window(folder, options.isSet(demo), systemClock());
    QObject::connect(&window, &desktop::MainWindow::languageChosen, &application, [&](const QString &chosen) {
        app::keepChosenLanguage(chosen);
        translations::useLanguage(application, chosen);
    });
    FirstPaint firstPaint;
    if (qEnvironmentVariableIsSet("AMPARO_TRACE_START"))
        window.installEventFilter(&firstPaint);
    window.show();
    window.activateWindow();
    window.watch(desktop::systemSessionSignals(window));
    return QApplication::exec();
}
