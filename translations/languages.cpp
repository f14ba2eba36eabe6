#include "translations/languages.h"

#include "base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <array>

// The macro names the resource's initialiser, which stands in no namespace.
static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace amparo::translations {

namespace {

struct Language {
    QLatin1StringView tag;
    QStringView nativeName;
};

constexpr std::array<Language, 3> ours{{
    {QLatin1StringView("en"), u"English"},
    {QLatin1StringView("es"), u"Español"},
    {QLatin1StringView("pt-BR"), u"Português (Brasil)"},
}};

QString fileName(const char *prefix, const QString &language)
{
    return QLatin1String(prefix) + QString(language).replace(QLatin1Char('-'), QLatin1Char('_'));
}

/// From the first of the folders that has the file.
void install(QCoreApplication &application, const QString &file, const QStringList &folders)
{
    auto *translator = new QTranslator(&application);
    for (const QString &folder : folders) {
        if (translator->load(file, folder)) {
            QCoreApplication::installTranslator(translator);
            return;
        }
    }
    delete translator;
}

/// Where Qt's own texts lie: an installed package brings them beside the program, a distribution with its Qt.
QStringList qtFolders()
{
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/translations"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
}

}  // namespace

QStringList languages()
{
    QStringList tags;
    for (const Language &language : ours)
        tags.append(language.tag);
    return tags;
}

QString nativeName(const QString &language)
{
    const auto found =
        std::find_if(ours.begin(), ours.end(), [&](const Language &one) { return one.tag == language; });
    return found == ours.end() ? language : found->nativeName.toString();
}

std::optional<QString> languageFor(const QString &wish)
{
    const QString subtag = primarySubtag(wish);
    for (const QString &language : languages()) {
        if (primarySubtag(language).compare(subtag, Qt::CaseInsensitive) == 0)
            return language;
    }
    return std::nullopt;
}

QString closestLanguage(const QString &wish) { return languageFor(wish).value_or(languages().first()); }

void useLanguage(QCoreApplication &application, const QString &language)
{
    initTranslations();
    const auto installed = application.findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const QString spoken = closestLanguage(language);
    QLocale::setDefault(QLocale(language));
    install(application, fileName("qtbase_", spoken), qtFolders());
    install(application, fileName("amparo_", spoken), {QStringLiteral(":/amparo/translations")});
}

}  // namespace amparo::translations
