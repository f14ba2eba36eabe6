#pragma once

// Workbooks written in place as tables, and what becomes of them.

#include "core/form/form_support.h"

namespace amparo::test {

/// Sheets as XlsxBuilder takes them: cells separated by "|", first line the headings.
struct WorkbookText {
    const char *survey;
    const char *choices = nullptr;
    const char *settings = nullptr;
    const char *entities = nullptr;
    const char *externalChoices = nullptr;
};

QByteArray workbook(const WorkbookText &sheets);

/// The XForm that a workbook becomes; the test fails where it is refused.
QString converted(const WorkbookText &sheets);

form::Session startWorkbook(const WorkbookText &sheets, const form::Media &media = {});

/// What reading a workbook says, as "place: message" lines.
QString problemsOf(const WorkbookText &sheets);

bool mentions(const QString &text, const char *utf8);

}  // namespace amparo::test
