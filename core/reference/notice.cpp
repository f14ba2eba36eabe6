#include "reference/notice.h"

#include "base/json_reader.h"
#include "base/names.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QVersionNumber>

#include <algorithm>

namespace amparo::reference {

namespace {

using Kind = Notice::Kind;

constexpr int noticesLayout = 1;

constexpr Names<Kind, 3> kindNames{{
    {Kind::Information, QLatin1StringView("information")},
    {Kind::Warning, QLatin1StringView("warning")},
    {Kind::Update, QLatin1StringView("update")},
}};

QDate dayAt(const JsonReader &json)
{
    const QDate day = QDate::fromString(json.text(), Qt::ISODate);
    if (!day.isValid())
        json.fail(QStringLiteral("a day is written as 2026-01-31"));
    return day;
}

Translated shortTextAt(const JsonReader &json, int most)
{
    Translated text = json.translated();
    for (const QString &one : std::as_const(text.byLanguage)) {
        if (one.trimmed().isEmpty() || one.size() > most)
            json.fail(QStringLiteral("empty, or over %1 characters").arg(most));
    }
    return text;
}

Notice noticeAt(const JsonReader &json)
{
    json.allow({QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("from"), QStringLiteral("until"),
                QStringLiteral("version"), QStringLiteral("title"), QStringLiteral("text")});
    Notice notice;
    notice.id = json.at(QStringLiteral("id")).text();
    const auto kind = valueOf(kindNames, json.at(QStringLiteral("kind")).text());
    if (!kind)
        json.at(QStringLiteral("kind")).fail(QStringLiteral("unknown word"));
    notice.kind = kind.value_or(Kind::Information);
    notice.from = dayAt(json.at(QStringLiteral("from")));
    notice.until = dayAt(json.at(QStringLiteral("until")));
    if (notice.kind == Kind::Update)
        notice.version = json.at(QStringLiteral("version")).text();
    notice.title = shortTextAt(json.at(QStringLiteral("title")), mostNoticeTitle);
    notice.text = shortTextAt(json.at(QStringLiteral("text")), mostNoticeText);
    if (notice.until < notice.from)
        json.fail(QStringLiteral("over before it begins"));
    if (notice.kind == Kind::Update && QVersionNumber::fromString(notice.version).isNull())
        json.at(QStringLiteral("version")).fail(QStringLiteral("a version is written as 1.4.0"));
    return notice;
}

bool isFor(const Notice &notice, QDate day, const QVersionNumber &version)
{
    if (day < notice.from || day > notice.until)
        return false;
    return notice.kind != Kind::Update || QVersionNumber::fromString(notice.version) > version;
}

}  // namespace

Result<QList<Notice>> readNotices(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, QStringLiteral("notices are one JSON object"));
    const int layout = document[QStringLiteral("amparoNotices")].toInt();
    if (layout > noticesLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("notices for a later version of the program"));
    if (layout != noticesLayout)
        return failure(ErrorCode::InvalidInput, QStringLiteral("amparoNotices has to be 1"));
    const JsonReader root{QJsonValue(document.object())};
    root.allow({QStringLiteral("amparoNotices"), QStringLiteral("notices")});
    QList<Notice> notices;
    QSet<QString> ids;
    for (const JsonReader &element : root.at(QStringLiteral("notices")).elements()) {
        notices.append(noticeAt(element));
        ids.insert(notices.last().id);
    }
    if (!root.error().isEmpty())
        return failure(ErrorCode::InvalidInput, root.error());
    if (ids.size() != notices.size() || notices.size() > mostNotices)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("at most %1 notices, each with an id of its own").arg(mostNotices));
    return notices;
}

QList<Notice> noticesOf(const QList<Notice> &notices, QDate day, const QString &version)
{
    const QVersionNumber present = QVersionNumber::fromString(version);
    QList<Notice> shown;
    std::copy_if(notices.begin(), notices.end(), std::back_inserter(shown),
                 [&](const Notice &notice) { return isFor(notice, day, present); });
    std::stable_sort(shown.begin(), shown.end(), [](const Notice &one, const Notice &other) {
        const bool warns = one.kind == Kind::Warning;
        return warns != (other.kind == Kind::Warning) ? warns : one.from > other.from;
    });
    return shown;
}

}  // namespace amparo::reference
