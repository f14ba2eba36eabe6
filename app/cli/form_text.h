#pragma once

#include "app/cli/command.h"
#include "form/form_source.h"

#include <QJsonArray>

/// Forms as files, and what is wrong with them, in words and in JSON.
namespace amparo::cli {

/// A definition with the media files that lie in `mediaFolder`, or, where that is nullopt, in the folder that
/// ODK's tools put beside it (`name-media` for `name.xml`), or, where there is none, with the lists beside it
/// that it names. Errors: those of readInput().
[[nodiscard]] Result<form::FormPackage> readFormFile(const QString &path,
                                                     const std::optional<QString> &mediaFolder);

/// "error: survey, row 7, column relevant: there is no question ${aeg}; did you mean age?", a line each.
QString problemText(const form::Problems &problems);
QJsonArray problemsToJson(const form::Problems &problems);

/// The first error among the problems, for a form that has to be sound.
Error firstError(const form::Problems &problems);

extern const Option mediaOption;

}  // namespace amparo::cli
