#pragma once

// Builds the tree of a survey from its rows. For the sources of this room only.

#include "form/xlsform_survey.h"

namespace amparo::form {

class SurveyBuilder {
public:
    SurveyBuilder(const XlsformSheets &sheets, Problems &problems) : m_sheets(sheets), m_problems(problems) {}

    Survey build();

private:
    /// A group, repeat or loop that is not ended yet.
    struct Open {
        XlsformBracket::Kind kind = XlsformBracket::Kind::Group;
        int element = -1;
    };
    /// Rows between the beginning and the end of a loop, to be written once for each choice of a list.
    struct Loop {
        XlsformRow row;
        QString list;
        QList<XlsformRow> rows;
        int depth = 1;
    };

    void takeSettings();
    void takeRow(const XlsformRow &row);
    bool takeAside(const XlsformRow &row, const QString &type);
    void begin(const XlsformRow &row, const XlsformBracket &bracket);
    void end(const XlsformRow &row, XlsformBracket::Kind kind);
    void takeRepeatCount(SurveyElement &repeat);
    void beginTableList(int group);
    void takeLoop(const Loop &loop);
    bool checkName(const XlsformRow &row, const QString &name);
    int add(SurveyElement element);
    std::vector<int> &siblings();

    void takeQuestion(const XlsformRow &row, const QString &type);
    bool takePlain(SurveyElement &question, const QString &type);
    bool takeSelect(SurveyElement &question, const XlsformSelect &select);
    bool takeFile(SurveyElement &question, const QString &fileName);
    bool takeList(SurveyElement &question, const XlsformSelect &select);
    void takeTableRow(SurveyElement &question);
    void addOtherChoice(ChoiceList &list);
    void addOtherQuestion(const SurveyElement &select);
    void takeAudit(const XlsformRow &row);
    void checkTexts(const SurveyElement &question);
    void checkSearches();
    void checkTriggers();
    void checkExternalLists();
    void warnAboutUnusedLists();
    void checkLanguages();

    ChoiceList *list(const QString &id);
    void report(Severity severity, const XlsformRow &row, const char *key, const QString &message)
    {
        m_problems.append({severity, m_sheets.survey->place(row.number, QString::fromLatin1(key)), message});
    }

    const XlsformSheets &m_sheets;
    Problems &m_problems;
    Survey m_survey;
    std::vector<Open> m_open;
    std::optional<Loop> m_loop;
    std::optional<QString> m_tableList;  // inside a table-list group; "" until its first select
};

}  // namespace amparo::form
