// What is refused says where and what to do. Where ODK's converter refuses, so do we.

#include "core/form/xlsform_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

TEST_CASE("a row that cannot be is refused at its cell", "[form]")
{
    struct Row {
        const char *survey;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"typ | name | label\ntext | a | A", "survey, row 1: the sheet has no column “type”"},
        {"type | name | label\n | a | A", "survey, row 2, column type: the row has no type"},
        {"type | name | label\ntxt | a | A",
         "survey, row 2, column type: “txt” is no type of question; did you mean “text”?"},
        {"type | name | label\nselect_one | a | A",
         "“select_one” is no type of question; the name of a list follows it"},
        {"type | name | label\ntext | | A", "survey, row 2, column name: the row has no name"},
        {"type | name | label\ntext | 1a | A", "survey, row 2, column name: “1a” is no name"},
        {"type | name | label\ntext | a b | A", "“a b” is no name"},
        {"type | name | label\ntext | a | A\ntext | A | B",
         "survey, row 3, column name: “A” is already the name of row 2"},
        {"type | name | label | relevant\ntext | a | A | ${a = 1",
         "survey, row 2, column relevant: “${a = 1” is never closed"},
        {"type | name | label\ntext | a | A ${b${c}}",
         "survey, row 2, column label: “${b${c}” is no reference"},
        {"type | name | relevant | relevance | label\ntext | a | 1 | 2 | A",
         "survey, row 1, column relevance: the column “relevance” stands there twice"},
        {"type | name | label | trigger\ntext | a | A | b",
         "survey, row 2, column trigger: a trigger is a question, as in ${name}"},
        {"type | name | label | trigger\ntext | a | A | ${bb}\ntext | bbb | B |",
         "${bb} is the name of no row; did you mean “bbb”?"},
        {"type | name | label | trigger | calculation\ncalculate | a | | | 1\ntext | b | B | ${a} | 2",
         "survey, row 3, column trigger: ${a} is no question that is shown"},
        {"type | name | calculation\ncalculate | a |",
         "survey, row 2, column calculation: a row of type calculate needs a calculation"},
        {"type | name | label | trigger\nbackground-geopoint | a | |",
         "survey, row 2, column trigger: a background-geopoint needs the question that triggers it"},
        {"type | name | label | big-image\ntext | a | A | x.png",
         "survey, row 2, column big-image: a big-image needs an image beside it"},
        {"type | name | label | bind::amp:x\ntext | a | A | 1",
         "survey, row 2, column bind::amp:x: the prefix “amp” is not declared"},
        {"type | name | label | instance::a::b\ntext | a | A | 1",
         "survey, row 2, column instance::a::b: “a::b” is no name of an attribute"},
        {"type | name | label | save_to\ntext | a | A | x",
         "survey, row 2, column save_to: to save properties the workbook needs a sheet entities"},
        {"type | name | label\ncsv-external | e |\nbegin_group | g | G\ncsv-external | e |\ntext | a | "
         "A\nend_group | |",
         "would be the same list “e”; rename one"},
        {"type | name | label\nselect_one_from_file c.csv | a | A\nselect_one_from_file c.xml | b | B",
         "survey, row 3, column type: the files jr://file-csv/c.csv and jr://file/c.xml would be the same "
         "list “c”"},
        {"type | name | label\nbegin_loop over c | l | L\ntext | a | A\nend_loop | |",
         "survey, row 2, column type: a loop goes over a list of the sheet choices"},
        {"type | name | label\nselect_one c | a | A",
         "“c” is looked for on a sheet “choices”, which the workbook does not have"},
    }));
    CAPTURE(row.survey);
    const QString problems = problemsOf({row.survey});
    CAPTURE(problems.toStdString());
    CHECK(mentions(problems, row.expected));
}

TEST_CASE("a choice that cannot be is refused at its cell", "[form]")
{
    struct Row {
        const char *type;
        const char *choices;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"select_one cc", "list_name | name | label\nc | a | A",
         "survey, row 2, column type: the sheet choices has no list “cc”; did you mean “c”?"},
        {"select_one c", "list_name | name | label\nc | | A",
         "choices, row 2, column name: the choice has no name"},
        {"select_one c", "list_name | label\nc | A", "choices, row 1: the sheet has no column “name”"},
        {"select_multiple c", "list_name | name | label\nc | a b | A",
         "choices, row 2, column name: “a b” has a blank"},
        {"select_one c", "list_name | name | label\nc | a | A\n | b | B",
         "choices, row 3, column list_name: the row has no list_name and is not read"},
        {"select_one c", "list_name | name | label | my column\nc | a | A | x",
         "choices, row 1, column my column: the column “my column” is left out"},
        {"select_one c", "list_name | name | label\nc | a |",
         "choices, row 2, column label: the choice “a” has no label"},
        {"select_one_from_file c.csv", "list_name | name | label\nc | a | A",
         "“c” is the name of a list of the sheet choices, too"},
    }));
    CAPTURE(row.type, row.choices);
    const QByteArray survey = QByteArray("type | name | label\n") + row.type + " | q | Q";
    CHECK(mentions(problemsOf({survey.constData(), row.choices}), row.expected));
}

TEST_CASE("an entity list that cannot be is refused at its cell", "[form]")
{
    struct Row {
        const char *entities;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"list_name | update_if | label\nt | 1 | x",
         "entities, row 2, column entity_id: update_if needs an entity_id"},
        {"list_name | entity_id | create_if | label\nt | 1 | 1 | x",
         "entities, row 2, column update_if: with an entity_id, create_if needs an update_if"},
        {"list_name\nt", "entities, row 2, column label: a new entity needs a label"},
        {"list_name | label\n__t | x", "names that begin with __ are kept for the system"},
        {"list_name | label\na.b | x", "“a.b” is no name of an entity list"},
        {"list_name | label | lable\nt | x | y",
         "entities, row 1, column lable: the sheet has no column of this name"},
        {"list_name | label\nt | x\nu | y", "entities, row 3, column list_name: a form has one entity list"},
        {"list_name | label | repeat\nt | x | ${z}",
         "entities, row 2, column repeat: “${z}” is no repeat of the survey"},
        {"list_name | label | repeat\nt | x | ${s}", "the repeat of an entity stands in no other repeat"},
        {"list_name | label\nt | x", "survey, row 5, column save_to: what is in a repeat is saved where the "
                                     "sheet entities names the repeat"},
        {"list_name | label | repeat\nt | x | ${r}",
         "survey, row 5, column save_to: properties stand directly in the repeat of the entity"},
    }));
    CAPTURE(row.entities);
    CHECK(mentions(problemsOf({R"xml(
        type         | name | label | save_to
        begin_repeat | r    | R     |
        begin_repeat | s    | S     |
        text         | q    | Q     |
        text         | p    | P     | height
        end_repeat   |      |       |
        end_repeat   |      |       |)xml",
                               nullptr, nullptr, row.entities}),
                   row.expected));
}

TEST_CASE("what a language lacks is told, and does not keep a form from running", "[form]")
{
    struct Row {
        WorkbookText sheets;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {{"type | name | label::en | label::fr | hint::en\ntext | a | A | Â | H"},
         "survey, row 1: there is no column in “fr” for: hint"},
        {{"type | name | label::en | label::fr\ntext | a | A |"},
         "survey, row 2, column label::en: there is no label in: fr"},
        {{"type | name | label::English | label::French (fr)\ntext | a | A | Â"},
         "the language “English” has no code; write it as in “English (en)”"},
        {{"type | name | label::en | label::fr\nselect_one c | a | A | Â",
          "list_name | name | label::en\nc | x | X"},
         "choices, row 1: there is no column in “fr” for: label"},
        {{"type | name | label::en\ntext | a | A", nullptr, "default_language\nen-GB"},
         "settings, row 2, column default_language: no column has the default language “en-GB”"},
    }));
    CAPTURE(row.expected);
    CHECK(mentions(problemsOf(row.sheets), row.expected));
    CHECK(readForm(workbook(row.sheets), {}).definition);
    CHECK(mentions(problemsOf({"type | name | label::en | image::fr\ntext | a | A | a.png", nullptr,
                               "default_language\nen"}),
                   "there is no image in the default language “en”"));
}

TEST_CASE("an expression of an entity that refers to nothing is told at its cell", "[form]")
{
    CHECK(mentions(problemsOf({"type | name | label\ntext | a | A", nullptr, nullptr,
                               "list_name | label\ntrees | nothing"}),
                   "entities, row 2, column label: “nothing” refers to “nothing”"));
}
