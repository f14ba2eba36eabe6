#pragma once

#include "openrosa_server/http.h"

namespace amparo::test {

/// The forms of a folder as the form list and manifest of OpenRosa: `ID.xml`, with its media in `ID-media/`.
class FormShelf {
public:
    /// `baseUrl` is what download addresses begin with.
    FormShelf(QString folder, QString baseUrl) : m_folder(std::move(folder)), m_baseUrl(std::move(baseUrl)) {}

    /// Answers `formList`, `forms/ID.xml`, `forms/ID/manifest` and `forms/ID/NAME`; nullopt: no such thing.
    std::optional<HttpResponse> answer(const QString &path) const;

private:
    QByteArray list() const;
    std::optional<QByteArray> manifest(const QString &id) const;

    QString m_folder;
    QString m_baseUrl;
};

}  // namespace amparo::test
