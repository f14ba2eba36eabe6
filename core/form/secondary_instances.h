#pragma once

#include "base/result.h"
#include "xpath/document.h"

#include <QByteArray>

namespace amparo::form {

/// A list that comes as a file beside the form: CSV, XML or GeoJSON, told apart by the file name's end.
///
/// CSV becomes <root><item><column>…, GeoJSON <root><item><geometry>… with the feature's properties, as the
/// ODK XForms specification describes. Errors: InvalidInput with the line, where there is one.
[[nodiscard]] Result<xpath::Document> readSecondaryInstance(const QString &fileName,
                                                            const QByteArray &content);

/// One list of the CSV file in which ODK's converter puts all external choices: the rows whose list_name is
/// `list`, in the same shape. Errors: as above.
[[nodiscard]] Result<xpath::Document> readExternalChoices(const QByteArray &content, const QString &list);

/// "itemsets.csv", the name of that file.
QString externalChoicesFile();

}  // namespace amparo::form
