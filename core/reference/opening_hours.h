#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>

namespace amparo::reference {

/// When somebody answers: `24/7`, or days and times as OpenStreetMap writes them
/// (`Mo-Fr 08:00-16:00; Sa 09:00-12:30,14:00-17:00`), without holidays and months. An end before its begin
/// (`20:00-02:00`) lies on the next day.
class OpeningHours {
public:
    /// Errors: InvalidInput, which names the part that cannot be read.
    [[nodiscard]] static Result<OpeningHours> parse(const QString &text);

    const QString &text() const { return m_text; }  ///< as written
    bool isAlways() const { return m_isAlways; }

    /// `local`: the moment in the place's own time; its zone is not looked at.
    bool isOpen(const QDateTime &local) const;

    bool operator==(const OpeningHours &) const = default;

private:
    struct Span {
        int begin = 0;  ///< minutes since Monday 0:00
        int length = 0;

        bool operator==(const Span &) const = default;
    };

    OpeningHours() = default;
    Result<> addRule(const QString &rule);

    QString m_text;
    bool m_isAlways = false;
    QList<Span> m_spans;
};

}  // namespace amparo::reference
