#pragma once

#include "form/xlsform_references.h"

namespace amparo::form {

/// Writes a survey as the XForm that ODK's own converter would make of it, in the same order and with the
/// same ids.
QByteArray writeXForm(const XlsformSheets &sheets, const Survey &survey, Problems &problems);

}  // namespace amparo::form
