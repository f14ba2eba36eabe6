#include "app/cli/session_pages.h"

#include "form/pages.h"

#include <QJsonArray>

#include <algorithm>

namespace amparo::cli {

namespace {

using Event = form::AuditLog::Event;

QJsonObject open(DrivenSession &driven, const QList<form::Page> &pages, qsizetype index)
{
    driven.isAtEnd = index >= pages.size();
    driven.place.clear();
    if (index < 0) {
        driven.filling.leave();
        return {{QStringLiteral("kind"), QStringLiteral("beginning")}};
    }
    if (driven.isAtEnd) {
        driven.filling.enter(Event::EndScreen, {});
        return {{QStringLiteral("kind"), QStringLiteral("end")}};
    }
    const form::Page &page = pages[index];
    driven.place = page.path;
    const bool isOffer = page.kind == form::Page::Kind::AddInstance;
    const bool isQuestion = page.questions == QStringList{page.path};
    driven.filling.enter(isOffer      ? Event::AddRepeat
                         : isQuestion ? Event::Question
                                      : Event::GroupQuestions,
                         page.path, page.questions);
    return {{QStringLiteral("kind"), isOffer ? QStringLiteral("add-repeat") : QStringLiteral("questions")},
            {QStringLiteral("path"), page.path},
            {QStringLiteral("questions"), QJsonArray::fromStringList(page.questions)}};
}

}  // namespace

QJsonObject stepPage(DrivenSession &driven, int by)
{
    const QList<form::Page> pages = form::pagesOf(driven.session().items());
    if (driven.isAtEnd)
        return open(driven, pages, by > 0 ? pages.size() : pages.size() - 1);
    const qsizetype now = driven.place.isEmpty() ? -1 : form::pageWith(pages, driven.place).value_or(-1);
    return open(driven, pages, std::max<qsizetype>(now + by, -1));
}

std::optional<QJsonObject> jumpToPage(DrivenSession &driven, const QString &where)
{
    const QList<form::Page> pages = form::pagesOf(driven.session().items());
    const auto found = form::pageWith(pages, where);
    if (!found)
        return std::nullopt;
    driven.filling.leave();
    driven.filling.note(Event::Jump);
    return open(driven, pages, *found);
}

}  // namespace amparo::cli
