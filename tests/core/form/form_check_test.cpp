// What checkForm() says beyond readForm(): forms that run, and hardly do what their authors meant.

#include "core/form/xlsform_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

QString warnings(const QByteArray &definition)
{
    const ReadForm checked = checkForm(definition, {});
    CHECK(checked.definition);
    return problemLines(checked.problems).join(u'\n');
}

}  // namespace

TEST_CASE("a form is told what it can hardly mean, at its cell", "[form]")
{
    struct Row {
        const char *row;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"text | t | T | ${age} = 'ten' |", "survey, row 5, column relevant (/data/t): /data/age is a whole "
                                            "number and never compares with “ten”"},
        {"text | t | T | 'ten' != ${age} |", "/data/age is a whole number and never compares with “ten”"},
        {"text | t | T | ${born} > '2020-01-01' |",
         "before and after need dates, not text; write date('2020-01-01')"},
        {"text | t | T | ${born} = 'yesterday' |",
         "/data/born is a date and never compares with “yesterday”"},
        {"text | t | T | ${alone} = 'yess' |", "/data/alone has no choice “yess”; did you mean “yes”?"},
        {"text | t | T | selected(${alone}, 'maybe') |", "/data/alone has no choice “maybe”"},
        {"integer | t | T | | 1.5",
         "the default “1.5” is not a whole number, as the field is, and is left out"},
        {"date | t | T | | soon", "the default “soon” is not a date"},
        {"select_one yn | t | T | | yess", "/data/t has no choice “yess”; did you mean “yes”?"},
        {"hidden | t | | | |. > 1",
         "survey, row 5, column constraint (/data/t): no question shows this field"},
        {"text | t | T | | | | Be careful",
         "survey, row 5, column constraint_message (/data/t): the message is never shown"},
    }));
    CAPTURE(row.row);
    const QByteArray survey =
        QByteArray("type | name | label | relevant | default | constraint | constraint_message\n"
                   "integer | age | Age |\ndate | born | Born |\nselect_one yn | alone | Alone |\n") +
        row.row;
    const QString said =
        warnings(workbook({survey.constData(), "list_name | name | label\nyn | yes | Yes\nyn | no | No"}));
    CAPTURE(said.toStdString());
    CHECK(mentions(said, row.expected));
}

TEST_CASE("a form without slips is told nothing", "[form]")
{
    CHECK(warnings(workbook({R"xml(
        type               | name  | label | relevant                                        | default
        integer            | age   | Age   |                                                 | 7
        date               | born  | Born  | ${age} = '7' or ${age} = ''                     | 2026-01-31
        select_one yn      | alone | Alone | ${born} = '2026-01-31' or ${born} > date('2020-01-01') | no
        select_multiple yn | some  | Some  | ${alone} = 'yes' or selected(${some2}, 'no')    | yes no
        select_multiple yn | some2 | Some  |                                                 |
        note               | n     | N     | ${some} = 'yes no' and 'a' = 'b'                |)xml",
                             "list_name | name | label\nyn | yes | Yes\nyn | no | No"})) == QString());
}

TEST_CASE("a count of instances is a number", "[form]")
{
    const auto form = [](const char *type) {
        const QByteArray survey =
            QByteArray("type | name | label | repeat_count\n") + type +
            " | n | How many |\nbegin_repeat | r | R | ${n}\ntext | q | Q |\nend_repeat | | |";
        return warnings(workbook({survey.constData()}));
    };
    CHECK(mentions(
        form("text"),
        "survey, row 3, column repeat_count (/data/r): the count is taken from /data/n, which holds text"));
    CHECK(form("integer").isEmpty());
}

TEST_CASE("an XForm is told which lists and texts it lacks or does not use", "[form]")
{
    const QByteArray form =
        xform({.instance = "<a/>",
               .binds = "",
               .body = R"xml(<input ref="/data/a"><label ref="jr:itext('a')"/></input>)xml",
               .model = R"xml(<itext>
            <translation lang="en"><text id="a"><value>A</value></text></translation>
            <translation lang="fr"><text id="b"><value>B</value></text></translation></itext>
            <instance id="unread"><root><item><name>x</name></item></root></instance>)xml"});
    const QString said = warnings(form);
    CHECK(mentions(said, "instance: nothing reads the list “unread”"));
    CHECK(mentions(said, "itext: the text “a” is missing in: fr"));
}
