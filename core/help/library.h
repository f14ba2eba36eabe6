#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace amparo::help {

/// One page of the help, in one language.
struct Topic {
    QString id;      ///< "document-reader"
    QString reader;  ///< for whom: "everybody", "officer", "shift-lead", "it"
    QString title;
    QString markdown;  ///< the title included; links to other topics read "topic-id.md"

    bool operator==(const Topic &) const = default;
};

/// A topic that a search found, with words from where it was found.
struct Hit {
    QString topic;
    QString title;
    QString excerpt;  ///< empty: found in the title

    bool operator==(const Hit &) const = default;
};

/// The files of the help: what topics there are, Markdown by language and topic.
struct HelpFiles {
    QByteArray topics;     ///< CSV: topic, for
    QByteArray languages;  ///< CSV: language, reviewed_by_native_speaker
    QMap<QString, QMap<QString, QByteArray>> markdown;
};

/// All topics in all languages. A value. Thread: any.
class Library {
public:
    /// Errors: InvalidInput, naming the topic and language that is missing or has no title.
    [[nodiscard]] static Result<Library> read(const HelpFiles &files);

    QStringList languages() const { return m_topics.keys(); }

    /// In the order of the table; English where there is no such language.
    const QList<Topic> &topics(const QString &language) const;

    /// null: there is none.
    const Topic *topic(const QString &language, const QString &id) const;

    bool isReviewed(const QString &language) const;  ///< by a native speaker

    /// Topics that hold every word of `words`, each as the beginning of a word; accents and case do not
    /// matter. Those that hold them in the title first, then in the order of the table. No words: nothing.
    QList<Hit> search(const QString &language, const QString &words) const;

private:
    QString known(const QString &language) const;

    QMap<QString, QList<Topic>> m_topics;
    QStringList m_unreviewed;
};

}  // namespace amparo::help
