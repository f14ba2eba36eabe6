#pragma once

#include "form/session.h"

#include <QHash>
#include <QString>

namespace amparo::record {

/// Which fields of a form hold parts of the record that Amparo supplies: the document read, the advice, the
/// verdict.
///
/// A bind attribute says so: `amparo:record="traveller.surname"`, and so on with `traveller.givenNames`,
/// `.documentType`, `.documentNumber`, `.issuingState`, `.nationality`, `.birthDate`, `.sex`, `.expiryDate`,
/// `.age`,
/// `.child` (yes/no), `.source` (mrz/typed); `encounter`, `post`, `officer`, `shift`; `band`, `model`,
/// `explanation`, `recommendation`, `decision`, `reason`; `exploitation`, which Amparo only reads (labour,
/// sexual, unknown). Fields named risk_band, risk_model and risk_explanation serve without the attribute.
class RecordFields {
public:
    explicit RecordFields(const form::FormDefinition &definition);

    /// The path of a part's field; empty: this form has none.
    QString path(const QString &part) const { return m_paths.value(part); }

    /// Whether Amparo supplies this field, so that no question is shown for it.
    bool isSupplied(const QString &path) const;

    /// Writes a part into its field, if the form has one. Errors: those of form::Session::setField().
    [[nodiscard]] Result<> write(form::Session &session, const QString &part, const QString &value) const;

    /// The value of a part's field; empty where the form has none.
    QString read(const form::Session &session, const QString &part) const;

private:
    QHash<QString, QString> m_paths;
};

}  // namespace amparo::record
