#include "app/chosen_language.h"
#include "support/catch.h"
#include "support/text.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace amparo;
using test::text;

TEST_CASE("the language that somebody chose is kept under the program's name, on Windows as well", "[app]")
{
    const QTemporaryDir home;  // but on Windows, where it is the registry
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QSettings(text("amparo"), text("amparo")).clear();
    CHECK(app::chosenLanguage() == std::nullopt);
    for (const QString &language : {text("es"), text("pt-BR")}) {
        app::keepChosenLanguage(language);
        CHECK(app::chosenLanguage() == language);
    }
    QSettings settings(text("amparo"), text("amparo"));
    CHECK(settings.allKeys() == QStringList{text("language")});
    settings.clear();
}
