#include "core/form/xlsform_support.h"

#include "support/xlsx_builder.h"

namespace amparo::test {

QByteArray workbook(const WorkbookText &sheets)
{
    XlsxBuilder builder;
    builder.sheet("survey", sheets.survey);
    const std::pair<const char *, const char *> optional[] = {{"choices", sheets.choices},
                                                              {"settings", sheets.settings},
                                                              {"entities", sheets.entities},
                                                              {"external_choices", sheets.externalChoices}};
    for (const auto &[name, table] : optional) {
        if (table)
            builder.sheet(name, table);
    }
    return builder.bytes();
}

QString converted(const WorkbookText &sheets)
{
    const form::ConvertedForm form = form::convertXlsForm(workbook(sheets));
    if (form.xform.isEmpty())
        FAIL("refused: " << problemLines(form.problems).join(u'\n').toStdString());
    return QString::fromUtf8(form.xform);
}

form::Session startWorkbook(const WorkbookText &sheets, const form::Media &media)
{
    return require(form::Session::start(readSound(workbook(sheets), media), testOptions()));
}

QString problemsOf(const WorkbookText &sheets)
{
    return problemLines(form::readForm(workbook(sheets), {}).problems).join(u'\n');
}

bool mentions(const QString &text, const char *utf8) { return text.contains(QString::fromUtf8(utf8)); }

}  // namespace amparo::test
