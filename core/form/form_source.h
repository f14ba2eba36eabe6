#pragma once

#include "form/form_definition.h"
#include "form/problem.h"

#include <QByteArray>
#include <QMap>

#include <memory>

namespace amparo::form {

/// Media files by name, as a form's manifest lists them: lists (CSV, XML, GeoJSON), images, a risk model.
using Media = QMap<QString, QByteArray>;

/// A form as it travels: the definition's bytes and its media files.
struct FormPackage {
    QString formId;
    QString version;
    QByteArray definition;  ///< XForm XML, or XLSForm as .xlsx
    Media media;

    bool operator==(const FormPackage &) const = default;
};

struct ReadForm {
    std::shared_ptr<const FormDefinition>
        definition;  ///< shared by its sessions; null where there is an Error
    Problems problems;
};

/// Reads a form of either format, told apart by its first bytes (zip or XML).
///
/// Refused with the place: unknown functions, references to no node, cycles, a DTD, and whatever is over a
/// limit (XML: 64 MB, 1,000,000 nodes, depth 256; XLSX: limits in xlsx_reader.h; pictures in `media`: picture.h). A list that is missing from
/// `media` is a warning and is read as empty. Thread: any.
ReadForm readForm(const QByteArray &definition, const Media &media);

/// As readForm(), with warnings of what runs but is hardly meant: comparisons with what a field cannot hold,
/// defaults of the wrong type, counts that are no numbers, lists that nothing reads, texts that a language
/// lacks. For authors; slower than reading. Thread: any.
ReadForm checkForm(const QByteArray &definition, const Media &media);

struct ConvertedForm {
    QByteArray xform;  ///< XForm XML; empty where there is an Error
    Problems problems;
};

/// The id of an XLSForm whose settings give none.
inline constexpr QLatin1String defaultFormId("data");

/// Turns an XLSForm workbook into the XForm that ODK's own converter would make of it. A form whose settings
/// give no id gets `fallbackId`; ODK's converter takes the name of the file. Thread: any.
ConvertedForm convertXlsForm(const QByteArray &xlsx, const QString &fallbackId = defaultFormId);

}  // namespace amparo::form
