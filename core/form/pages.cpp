#include "form/pages.h"

#include <vector>

namespace amparo::form {

namespace {

bool isSharedPage(const Item &item)
{
    return item.control == Control::Group &&
           item.appearance.split(QLatin1Char(' ')).contains(QLatin1String("field-list"));
}

bool isQuestion(const Item &item)
{
    return item.control != Control::Group && item.control != Control::Repeat;
}

}  // namespace

QList<Page> pagesOf(const QList<Item> &items)
{
    QList<Page> pages;
    std::vector<const Item *> openRepeats;
    const auto closeRepeats = [&](int depth) {
        while (!openRepeats.empty() && openRepeats.back()->depth >= depth) {
            if (openRepeats.back()->canAdd)
                pages.append({Page::Kind::AddInstance, openRepeats.back()->path, {}});
            openRepeats.pop_back();
        }
    };
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Item &item = items[i];
        closeRepeats(item.depth);
        if (item.control == Control::Repeat) {
            openRepeats.push_back(&item);
        } else if (isQuestion(item)) {
            pages.append({Page::Kind::Questions, item.path, {item.path}});
        } else if (isSharedPage(item)) {
            Page page{Page::Kind::Questions, item.path, {}};
            while (i + 1 < items.size() && items[i + 1].depth > item.depth) {
                if (isQuestion(items[++i]))
                    page.questions += items[i].path;
            }
            if (page.path.isEmpty())
                page.path = page.questions.value(0);
            if (!page.questions.isEmpty())
                pages.append(page);
        }
    }
    closeRepeats(0);
    return pages;
}

std::optional<qsizetype> pageWith(const QList<Page> &pages, const QString &path)
{
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (pages[i].path == path || pages[i].questions.contains(path))
            return i;
    }
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (pages[i].path.startsWith(path + QLatin1Char('/')) ||
            pages[i].path.startsWith(path + QLatin1Char('[')))
            return i;
    }
    return std::nullopt;
}

}  // namespace amparo::form
