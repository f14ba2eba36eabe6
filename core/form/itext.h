#pragma once

// The texts of a form by id and language (ODK XForms, "Languages"); for the sources of this room only.
//
// A questionnaire has thousands of texts and shows a few dozen: they stay in one piece as they were read, and
// only what is shown becomes a text of its own.

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace amparo::form {

/// A stretch of Itext::utf8.
struct Stretch {
    quint32 begin = 0;
    quint32 size = 0;
};

/// One text in one language.
struct ItextEntry {
    Stretch text;
    Stretch guidance;
    int rich = -1;  ///< where it has outputs or media: all of it, in Itext::rich
    int line = 0;   ///< where it is written; 0: nowhere
};

/// `Forms`: what a rich text consists of, as written or as compiled.
template <class Forms> struct Itext {
    QByteArray utf8;
    QHash<QByteArray, int> rows;                   ///< by id, UTF-8
    std::vector<std::vector<ItextEntry>> entries;  ///< by language and row; shorter where none is written
    std::vector<Forms> rich;

    /// The row of an id; -1: no language has it.
    int row(const QString &id) const { return rows.value(id.toUtf8(), -1); }

    /// An empty one, without a line, where the language does not have it.
    ItextEntry entry(int row, qsizetype language) const
    {
        if (row < 0 || language < 0 || language >= qsizetype(entries.size()))
            return {};
        const std::vector<ItextEntry> &texts = entries[std::size_t(language)];
        return std::size_t(row) < texts.size() ? texts[std::size_t(row)] : ItextEntry{};
    }

    QString string(Stretch stretch) const
    {
        return QString::fromUtf8(QByteArrayView(utf8).sliced(stretch.begin, stretch.size));
    }
};

}  // namespace amparo::form
