// The sheets choices and external_choices.

#include "form/xlsform_survey.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

class ChoiceReader {
public:
    ChoiceReader(const XlsformSheet &sheet, bool mayRepeat, Problems &problems)
        : m_sheet(sheet), m_mayRepeat(mayRepeat), m_problems(problems)
    {}

    QList<ChoiceList> read();

private:
    void checkHeadings();
    void checkList(const ChoiceList &list);
    void report(Severity severity, int row, const char *key, const QString &message)
    {
        m_problems.append({severity, m_sheet.place(row, QString::fromLatin1(key)), message});
    }

    const XlsformSheet &m_sheet;
    bool m_mayRepeat;
    Problems &m_problems;
    QStringList m_unfit;  // headings that are no names of elements
};

void ChoiceReader::checkHeadings()
{
    for (const XlsformColumn &column : m_sheet.columns()) {
        if (column.isKnown || column.key.isEmpty() || isElementName(column.heading))
            continue;
        m_unfit += column.heading;
        m_problems.append({Severity::Warning,
                           {m_sheet.name(), 1, column.heading, {}},
                           QStringLiteral("the column “%1” is left out: as the name of an element it may "
                                          "have no blanks, and starts with a letter or _")
                               .arg(column.heading)});
    }
}

void ChoiceReader::checkList(const ChoiceList &list)
{
    QHash<QString, int> rows;
    for (const XlsformRow &row : list.choices) {
        const QString name = row.value(QLatin1String("name"));
        if (rows.contains(name) && !m_mayRepeat)
            report(
                Severity::Error, row.number, "name",
                QStringLiteral("“%1” stands already in row %2 of the list “%3”; choose another name, or set "
                               "allow_choice_duplicates in the sheet settings")
                    .arg(name)
                    .arg(rows.value(name))
                    .arg(list.id));
        rows.insert(name, row.number);
        if (!row.texts.contains(QStringLiteral("label")) && !row.texts.contains(QStringLiteral("image")))
            report(Severity::Warning, row.number, "label",
                   QStringLiteral("the choice “%1” has no label").arg(name));
    }
}

QList<ChoiceList> ChoiceReader::read()
{
    QList<ChoiceList> lists;
    checkHeadings();
    if (!m_sheet.rows().isEmpty() && !m_sheet.hasColumn(QStringLiteral("name")))
        report(Severity::Error, 1, "", QStringLiteral("the sheet has no column “name”"));
    QHash<QString, qsizetype> indexes;
    for (XlsformRow row : m_sheet.rows()) {
        const QString id = row.value(QLatin1String("list_name"));
        if (id.isEmpty()) {
            report(Severity::Warning, row.number, "list_name",
                   QStringLiteral("the row has no list_name and is not read"));
            continue;
        }
        if (!row.has(QLatin1String("name"))) {
            report(Severity::Error, row.number, "name", QStringLiteral("the choice has no name"));
            continue;
        }
        row.extra.removeIf([this](const auto &cell) { return m_unfit.contains(cell.first); });
        if (!indexes.contains(id)) {
            indexes.insert(id, lists.size());
            lists.append({id, {}, m_sheet.name(), false, false});
        }
        lists[indexes.value(id)].choices += std::move(row);
    }
    for (const ChoiceList &list : std::as_const(lists))
        checkList(list);
    return lists;
}

}  // namespace

QList<ChoiceList> readChoices(const XlsformSheets &sheets, const XlsformRow &settings, Problems &problems)
{
    const bool mayRepeat = isYes(settings.value(QLatin1String("allow_choice_duplicates")));
    QList<ChoiceList> lists;
    if (sheets.choices)
        lists = ChoiceReader(*sheets.choices, mayRepeat, problems).read();
    if (!sheets.externalChoices)
        return lists;
    // The same place may stand below several others there.
    for (ChoiceList &list : ChoiceReader(*sheets.externalChoices, true, problems).read())
        lists += std::move(list);
    return lists;
}

}  // namespace amparo::form
