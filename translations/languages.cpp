#include "translations/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// The macro names the resource's initialiser, which stands in no namespace.
static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace amparo::translations {

namespace {

QString fileName(const char *prefix, const QString &language)
{
    return QLatin1String(prefix) + QString(language).replace(QLatin1Char('-'), QLatin1Char('_'));
}

void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder))
        application.installTranslator(translator);
    else
        delete translator;
}

}  // namespace

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")}; }

QString nativeName(const QString &language)
{
    if (language == QLatin1String("es"))
        return QStringLiteral("Español");
    return language == QLatin1String("pt-BR") ? QStringLiteral("Português (Brasil)")
                                              : QStringLiteral("English");
}

QString closestLanguage(const QString &wish)
{
    const QString subtag =
        QString(wish).replace(QLatin1Char('_'), QLatin1Char('-')).section(QLatin1Char('-'), 0, 0);
    for (const QString &language : languages()) {
        if (language.section(QLatin1Char('-'), 0, 0) == subtag)
            return language;
    }
    return languages().first();
}

void useLanguage(QCoreApplication &application, const QString &language)
{
    initTranslations();
    const auto installed = application.findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const QString ours = closestLanguage(language);
    QLocale::setDefault(QLocale(language));
    install(application, fileName("qtbase_", ours), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, fileName("amparo_", ours), QStringLiteral(":/amparo/translations"));
}

}  // namespace amparo::translations
