#include "app/cli/labelled_rows.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::cli {

namespace {

const QString labelName = QStringLiteral("label");

std::optional<bool> outcomeFrom(const QString &text)
{
    const QString word = text.trimmed().toLower();
    for (const char *yes : {"yes", "1", "true"}) {
        if (word == QLatin1String(yes))
            return true;
    }
    for (const char *no : {"no", "0", "false"}) {
        if (word == QLatin1String(no))
            return false;
    }
    return std::nullopt;
}

QString lastStep(const QString &path) { return path.section(u'/', -1); }

/// The path of the question that a heading means; empty: none.
QString pathOf(const QString &heading, const QStringList &fields)
{
    // The groups before a name are taken off one by one: a name may itself hold a dash.
    QString name = heading.trimmed();
    while (!name.isEmpty()) {
        for (const QString &path : fields) {
            if (path == name || lastStep(path) == name)
                return path;
        }
        static const QRegularExpression separator(QStringLiteral("[/-]"));
        const qsizetype next = name.indexOf(separator);
        name = next < 0 ? QString() : name.mid(next + 1);
    }
    return {};
}

}  // namespace

Result<LabelledColumns> LabelledColumns::fromHeading(const QStringList &heading,
                                                     const form::FormDefinition &definition)
{
    LabelledColumns columns;
    columns.m_fields = definition.fields();
    for (const QString &cell : heading) {
        if (cell.trimmed() == labelName) {
            columns.m_label = columns.m_paths.size();
            columns.m_paths.append(QString());
            continue;
        }
        const QString path = pathOf(cell, columns.m_fields);
        if (!path.isEmpty() && columns.m_paths.contains(path))
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("line 1: two columns give %1").arg(lastStep(path)));
        if (path.isEmpty())
            columns.m_ignored.append(cell.trimmed());
        columns.m_paths.append(path);
    }
    if (columns.m_label < 0)
        return failure(ErrorCode::InvalidInput, QStringLiteral("line 1: there is no column \"label\""));
    if (std::all_of(columns.m_paths.begin(), columns.m_paths.end(),
                    [](const QString &p) { return p.isEmpty(); }))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("line 1: no column is a question of the form"));
    return columns;
}

LabelledRow LabelledColumns::row(const CsvRecord &record) const
{
    LabelledRow row;
    row.line = record.line;
    if (record.fields.isEmpty()) {
        row.problem = QStringLiteral("no record of comma-separated values");
        return row;
    }
    if (record.fields.size() != m_paths.size()) {
        row.problem =
            QStringLiteral("%1 cells where the heading has %2").arg(record.fields.size()).arg(m_paths.size());
        return row;
    }
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        if (!m_paths[i].isEmpty() && !record.fields[i].isEmpty())
            row.answers.insert(m_paths[i], record.fields[i]);
    }
    row.outcome = outcomeFrom(record.fields[m_label]);
    if (!row.outcome)
        row.problem = record.fields[m_label].trimmed().isEmpty()
                          ? QStringLiteral("no label")
                          : QStringLiteral("the label is neither yes nor no");
    return row;
}

bool LabelledColumns::lacks(const QString &name) const
{
    const auto isOfThatName = [&](const QString &path) { return lastStep(path) == name; };
    return std::any_of(m_fields.begin(), m_fields.end(), isOfThatName) &&
           std::none_of(m_paths.begin(), m_paths.end(), isOfThatName);
}

}  // namespace amparo::cli
