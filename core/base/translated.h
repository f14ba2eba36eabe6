#pragma once

#include <QMap>
#include <QString>

namespace amparo {

/// One text in several languages, by BCP 47 tag ("es", "pt-BR").
struct Translated {
    QMap<QString, QString> byLanguage;

    /// The text for `language`, else for its primary subtag ("pt" for "pt-BR" and the other way round), else
    /// English, else whatever there is; empty only if there is no text at all.
    QString in(const QString &language) const;

    bool isEmpty() const { return byLanguage.isEmpty(); }

    bool operator==(const Translated &) const = default;
};

}  // namespace amparo
