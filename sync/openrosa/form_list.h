#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>

namespace amparo::openrosa {

// What a server publishes: OpenRosa form list API 1.0, form list and manifest.

/// One form in the list.
struct ListedForm {
    QString formId;
    QString version;
    QByteArray md5;  ///< 16 bytes, of the definition
    QUrl downloadUrl;
    std::optional<QUrl> manifestUrl;  ///< nullopt: no files go with it

    bool operator==(const ListedForm &) const = default;
};

/// A file that goes with a form.
struct ListedFile {
    QString name;    ///< one name, no path
    QByteArray md5;  ///< 16 bytes
    QUrl downloadUrl;

    bool operator==(const ListedFile &) const = default;
};

constexpr int mostForms = 1000;
constexpr int mostFiles = 500;  ///< of one form

/// Reads a form list; elements that it does not know are passed over. Addresses are taken relative to
/// `source`. InvalidInput: not such a list, over mostForms, or a form without id, hash or address. Thread:
/// any.
[[nodiscard]] Result<QList<ListedForm>> readFormList(const QByteArray &xml, const QUrl &source);

/// The same for the manifest of a form. InvalidInput too for a name with a path in it, or one that comes
/// twice.
[[nodiscard]] Result<QList<ListedFile>> readManifest(const QByteArray &xml, const QUrl &source);

}  // namespace amparo::openrosa
