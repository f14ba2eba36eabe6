#pragma once

#include "base/result.h"
#include "base/translated.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <optional>

namespace amparo::reference {

/// What headquarters tells its posts: a route that smugglers have begun to use, a shelter that is full, a new
/// version of the program. It names no traveller.
struct Notice {
    enum class Kind {
        Information,
        Warning,
        Update,  ///< a newer program is there: for who looks after the station, who decides about it
    };

    QString id;  ///< not empty, once in a set
    Kind kind = Kind::Information;
    QDate from;       ///< first day that it is shown, of the post's own calendar
    QDate until;      ///< the last; `from` or later
    QString version;  ///< of the program, "1.4.0": with Update alone
    Translated title;
    Translated text;

    bool operator==(const Notice &) const = default;
};

constexpr int mostNotices = 100;
constexpr int mostNoticeTitle = 120;  ///< characters
constexpr int mostNoticeText = 2000;

/// Reads a set as headquarters writes it (JSON): `amparoNotices`: 1 and `notices`, each with `id`, `kind`
/// ("information", "warning", "update"), `from`, `until`, with updates `version`, and `title` and `text` by
/// language. Errors: InvalidInput, with the place of what is wrong; TooNew. Thread: any, as for the others
/// here.
[[nodiscard]] Result<QList<Notice>> readNotices(const QByteArray &json);

/// Those to be shown on a day, warnings first, then the newest. An update is left out where `version`, that
/// of this program, is it already or a later one.
QList<Notice> noticesOf(const QList<Notice> &notices, QDate day, const QString &version);

}  // namespace amparo::reference
