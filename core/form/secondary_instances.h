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

}  // namespace amparo::form
