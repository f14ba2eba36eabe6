#include "form/model.h"

#include "base/language.h"

#include <algorithm>

namespace amparo::form {

int Model::find(const QString &path) const { return byPath.value(withoutPositions(path), -1); }

bool Model::isInside(int node, int outer) const
{
    while (node > outer)  // nodes are in document order: what is around a node comes before it
        node = nodes[node].parent;
    return node == outer;
}

const Bind &Model::bind(int node) const
{
    static const Bind none;
    const int index = nodes[node].bind;
    return index < 0 ? none : binds[index];
}

int Model::languageIndex(const QString &language) const
{
    const auto indexOf = [&](const auto &fits) {
        const auto found = std::find_if(languages.cbegin(), languages.cend(), fits);
        return found == languages.cend() ? -1 : int(found - languages.cbegin());
    };
    const int exact = indexOf([&](const QString &name) {
        return name == language || languageTag(name).compare(language, Qt::CaseInsensitive) == 0;
    });
    if (exact >= 0)
        return exact;
    const QString subtag = primarySubtag(language);
    return indexOf([&](const QString &name) {
        return primarySubtag(languageTag(name)).compare(subtag, Qt::CaseInsensitive) == 0;
    });
}

TextForms Model::text(const QString &itextId, int language) const
{
    const ItextEntry entry = itext.entry(itext.row(itextId), language);
    if (entry.rich >= 0)
        return itext.rich[std::size_t(entry.rich)];
    TextForms forms;
    if (entry.text.size > 0)
        forms.text = {TextPiece(itext.string(entry.text))};
    if (entry.guidance.size > 0)
        forms.guidance = {TextPiece(itext.string(entry.guidance))};
    return forms;
}

const SecondaryInstance *Model::instance(const QString &id) const
{
    for (const SecondaryInstance &candidate : secondary) {
        if (candidate.id == id)
            return &candidate;
    }
    return nullptr;
}

QString languageTag(const QString &name)
{
    const qsizetype open = name.lastIndexOf(QLatin1Char('('));
    if (open < 0 || !name.endsWith(QLatin1Char(')')))
        return name;
    return name.mid(open + 1, name.size() - open - 2).trimmed();
}

QString withoutPositions(const QString &path)
{
    if (!path.contains(QLatin1Char('[')))
        return path;
    QString plain;
    bool inside = false;
    for (const QChar c : path) {
        if (c == QLatin1Char('['))
            inside = true;
        else if (c == QLatin1Char(']'))
            inside = false;
        else if (!inside)
            plain += c;
    }
    return plain;
}

}  // namespace amparo::form
