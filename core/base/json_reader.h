#pragma once

#include "base/translated.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <memory>

namespace amparo {

/// A place in a JSON document that knows its path and remembers, for the whole document, the first thing
/// wrong.
///
/// Reading goes on after a mistake with empty values, so that the reader is written straight down; error() is
/// asked once at the end. Unknown keys are mistakes: a misspelt one would silently change a model.
class JsonReader {
public:
    explicit JsonReader(const QJsonValue &root);

    const QString &path() const { return m_path; }  ///< "$.bands[2].level"
    QString error() const { return *m_error; }      ///< empty: all well so far
    void fail(const QString &why) const;            ///< notes "path: why", unless something was wrong before

    void allow(const QStringList &keys) const;  ///< this is an object with these keys and no others
    bool has(const QString &key) const;         ///< false also where this is no object
    JsonReader at(const QString &key) const;    ///< fails if it is missing
    QStringList keys() const;                   ///< of an object
    QList<JsonReader> elements() const;         ///< of a list

    QString text() const;  ///< not empty
    int number(int lowest, int highest) const;
    bool flag() const;
    QStringList texts() const;      ///< a list of texts
    Translated translated() const;  ///< an object of texts by language tag, at least one

private:
    JsonReader(QJsonValue value, QString path, std::shared_ptr<QString> error);

    QJsonValue m_value;
    QString m_path;
    std::shared_ptr<QString> m_error;  // one for all readers of a document
};

}  // namespace amparo
