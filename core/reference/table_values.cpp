#include "reference/table_values.h"

#include <QRegularExpression>

namespace amparo::reference {

namespace {

constexpr Names<SourceStatus, 3> statusNames{{
    {SourceStatus::Read, QLatin1StringView("V")},
    {SourceStatus::Secondary, QLatin1StringView("S")},
    {SourceStatus::Memory, QLatin1StringView("M")},
}};

}  // namespace

Provenance provenanceOf(Table &table)
{
    return {table.needed(QStringLiteral("source")), table.one(QStringLiteral("status"), statusNames),
            table.day(QStringLiteral("verified_on")), std::nullopt};
}

std::optional<OpeningHours> hoursOf(Table &table)
{
    const QString column = QStringLiteral("hours");
    const QString text = table.text(column);
    if (text.isEmpty())
        return std::nullopt;
    const Result<OpeningHours> hours = OpeningHours::parse(text);
    if (!hours) {
        table.fail(column, hours.error().detail);
        return std::nullopt;
    }
    return *hours;
}

QStringList languagesOf(Table &table)
{
    static const QRegularExpression code(QStringLiteral("^[a-z]{2,3}$"));
    const QString column = QStringLiteral("languages");
    const QStringList languages = table.words(column);
    for (const QString &language : languages) {
        if (!code.match(language).hasMatch())
            table.fail(column, QStringLiteral("\"%1\" is no language code such as es").arg(language));
    }
    return languages;
}

}  // namespace amparo::reference
