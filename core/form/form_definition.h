#pragma once

#include "form/problem.h"

#include <QLatin1String>
#include <QStringList>

#include <memory>
#include <optional>

namespace amparo::form {

/// The namespace of Amparo's own bind attributes: which indicator a question stands for, and the like. Other
/// clients ignore them, so that a form written for Amparo stays an ordinary ODK form.
inline constexpr QLatin1String amparoNamespace("urn:amparo:xforms:1");

enum class DataType {
    String,
    Int,
    Decimal,
    Boolean,
    Date,
    Time,
    DateTime,
    Geopoint,
    Geotrace,
    Geoshape,
    Binary,
    Barcode
};

enum class Control { Input, Select, Select1, Rank, Upload, Trigger, Range, Secret, Group, Repeat };

/// Whether it offers choices.
constexpr bool isSelection(Control control)
{
    return control == Control::Select || control == Control::Select1 || control == Control::Rank;
}

/// What a form says of how its records are sent (element submission; ODK XForms, "Submission").
struct SubmissionSettings {
    QString url;                     ///< empty: the server that the form came from
    QString publicKey;               ///< base64 RSA key of submission encryption; empty: none
    std::optional<bool> autoSend;    ///< nullopt: as the program is set
    std::optional<bool> autoDelete;  ///< once the server has it; nullopt: as the program is set
    bool isEditable = false;         ///< odk:client-editable: who sent a record may correct it

    bool operator==(const SubmissionSettings &) const = default;
};

struct Model;

/// What a form says, whatever file it came from: immutable, and shared by all its sessions.
///
/// Paths are absolute and without positions (/data/people/name); a path with positions is taken as the same
/// path without. Languages are BCP 47 tags where the form gives one ("English (en)" is "en"), else the form's
/// own name. Source: ODK XForms specification. Made by readForm() in form_source.h.
/// Thread: any; but its sessions share the lookup indexes of its lists, built when first needed, and so
/// belong to one thread at a time.
class FormDefinition {
public:
    explicit FormDefinition(std::unique_ptr<const Model> model);
    ~FormDefinition();
    FormDefinition(const FormDefinition &) = delete;
    FormDefinition &operator=(const FormDefinition &) = delete;

    QString formId() const;
    QString version() const;
    QString title() const;

    QStringList languages() const;  ///< in the form's order; empty: one language, unnamed
    QString defaultLanguage() const;
    QString
    languageName(const QString &language) const;  ///< as the form writes it, for example "English (en)"

    QString style() const;  ///< class of the body: "pages", "theme-grid"
    const SubmissionSettings &submission() const;

    /// Every node of the primary instance that holds a value, in form order.
    QStringList fields() const;
    bool hasField(const QString &path) const;
    DataType type(const QString &path) const;                   ///< String where there is no such field
    std::optional<Control> control(const QString &path) const;  ///< nullopt: no control shows it

    /// The label in `language`, outputs replaced by "…"; a session gives the text with its outputs filled in.
    QString label(const QString &path, const QString &language) const;

    /// A bind attribute outside the XForms vocabulary, as written (its namespace by URI, not by prefix).
    std::optional<QString> bindAttribute(const QString &path, const QString &namespaceUri,
                                         const QString &name) const;

    /// An attribute of the primary instance's root element: what a form says about itself as a whole.
    std::optional<QString> instanceAttribute(const QString &namespaceUri, const QString &name) const;

    /// The paths whose bind has that attribute, in form order.
    QStringList fieldsWith(const QString &namespaceUri, const QString &name) const;

    /// Media file names that the form refers to (lists, images, sounds), each once.
    QStringList mediaFiles() const;

    const Model &model() const { return *m_model; }  ///< for core/form alone

private:
    std::unique_ptr<const Model> m_model;
};

}  // namespace amparo::form
