#pragma once

#include "form/session.h"

namespace amparo::form {

/// One screen of a form that is filled page by page: the questions of a group shown together (appearance
/// "field-list"), else one question; and after the instances of a repeat the offer to add one.
struct Page {
    enum class Kind { Questions, AddInstance };

    Kind kind = Kind::Questions;
    QString path;           ///< of the question, the group or the repeat
    QStringList questions;  ///< in form order; empty for AddInstance

    bool operator==(const Page &) const = default;
};

/// The pages of what a session shows now (Session::items()).
QList<Page> pagesOf(const QList<Item> &items);

/// The page on which a question, group or repeat stands, or the first inside it; nullopt: it is not shown.
std::optional<qsizetype> pageWith(const QList<Page> &pages, const QString &path);

}  // namespace amparo::form
