#include "risk/protected_characteristics.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace amparo::risk {

namespace {

const QString record = QStringLiteral("record");
const QString indicator = QStringLiteral("indicator");
const QString fires = QStringLiteral("fires");

QString lastStep(const QString &path) { return path.section(QLatin1Char('/'), -1); }

/// "gen_01" is the field of GEN-01, as the built-in forms name them.
bool isNamedAfterCatalogue(const QString &name)
{
    return isCatalogueId(QString(name).replace(QLatin1Char('_'), QLatin1Char('-')).toUpper());
}

/// What makes a field a protected one, or empty.
QString protectedBy(const form::FormDefinition &definition, const QString &path)
{
    const QString part = definition.bindAttribute(path, form::amparoNamespace, record)
                             .value_or(QString())
                             .section(QLatin1Char('.'), -1);
    if (part == QLatin1String("issuingState") || namesProtectedCharacteristic(part))
        return part;
    const QString name = lastStep(path);
    return !isNamedAfterCatalogue(name) && namesProtectedCharacteristic(name) ? name : QString();
}

bool mentions(const QString &expression, const QString &name)
{
    const QRegularExpression word(
        QStringLiteral("(?<![\\w.-])%1(?![\\w.-])").arg(QRegularExpression::escape(name)));
    return word.match(expression).hasMatch();
}

form::Problem problem(const QString &path, const QString &message)
{
    return {form::Severity::Error, {{}, 0, {}, path}, message};
}

}  // namespace

bool namesProtectedCharacteristic(QStringView name)
{
    static const QSet<QString> words = [] {
        const QStringList list =
            QStringLiteral("nationality nationalities nacionalidad nacionalidade citizenship "
                           "ciudadania cidadania ethnicity ethnic etnia race raza raca sex sexo "
                           "gender genero religion religiao language idioma lengua lingua "
                           "disability discapacidad deficiencia origin origen origem")
                .split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    static const QRegularExpression boundary(QStringLiteral("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})"));
    const QStringList parts = name.toString()
                                  .normalized(QString::NormalizationForm_D)
                                  .remove(QRegularExpression(QStringLiteral("\\p{Mn}")))
                                  .split(boundary, Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(),
                       [](const QString &part) { return words.contains(part.toLower()); });
}

bool isCatalogueId(QStringView id)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Z]{3}-[0-9]{2}$"));
    return pattern.match(id.toString()).hasMatch();
}

form::Problems lintIndicators(const form::FormDefinition &definition)
{
    QStringList protectedPaths;
    for (const QString &path : definition.fields()) {
        if (!protectedBy(definition, path).isEmpty())
            protectedPaths.append(path);
    }

    form::Problems problems;
    for (const QString &path : definition.fieldsWith(form::amparoNamespace, indicator)) {
        if (protectedPaths.contains(path))
            problems.append(
                problem(path, QStringLiteral("\"%1\" can be no indicator: it must never enter a result")
                                  .arg(protectedBy(definition, path))));
        const QString condition =
            definition.bindAttribute(path, form::amparoNamespace, fires).value_or(QString());
        if (!condition.startsWith(QLatin1Char('=')))
            continue;
        for (const QString &read : std::as_const(protectedPaths)) {
            if (mentions(condition, lastStep(read)))
                problems.append(problem(
                    path,
                    QStringLiteral("amparo:fires reads %1, which must never enter a result").arg(read)));
        }
    }
    return problems;
}

}  // namespace amparo::risk
