#pragma once

#include "traveller/mrz.h"

#include <QJsonObject>

namespace amparo::traveller {

/// Stable words of the enumerations, as they stand in JSON and as keys of texts.
extern const Names<Mrz::Format, 5> mrzFormatNames;
extern const Names<Mrz::Check, 5> mrzCheckNames;
extern const Names<Mrz::Field, 10> mrzFieldNames;
extern const Names<Mrz::Validity, 6> mrzValidityNames;
extern const Names<Mrz::Warning, 14> mrzWarningNames;
extern const Names<PrintedDate::State, 4> dateStateNames;

/// All that `mrz` holds, for `amparoctl mrz --json`: members named as in Mrz, dates as ISO 8601 or null, and
/// the validity of every field. Personal data: for the person who asked, never for a log.
QJsonObject toJson(const Mrz &mrz);

}  // namespace amparo::traveller
