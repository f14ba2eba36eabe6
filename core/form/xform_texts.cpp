#include "form/xform_texts.h"

#include <algorithm>

namespace amparo::form {

namespace {

/// Where the file of a media form goes; null: `form` is none.
QString *mediaFile(SyntaxItext &text, QByteArrayView form)
{
    return form == "image"       ? &text.image
           : form == "big-image" ? &text.bigImage
           : form == "audio"     ? &text.audio
           : form == "video"     ? &text.video
                                 : nullptr;
}

}  // namespace

void TextParser::readItext()
{
    while (m_source.nextChild()) {
        if (m_source.name() != u"translation") {
            m_source.skip();
            continue;
        }
        const QString language = m_source.attribute(QLatin1String("lang"));
        const QString isDefault = m_source.attribute(QLatin1String("default"));
        int index = static_cast<int>(m_form.languages.indexOf(language));
        if (index < 0) {
            index = static_cast<int>(m_form.languages.size());
            m_form.languages += language;
            m_form.languageLines += m_source.line();
            m_form.itext.entries.emplace_back();
        }
        if (!isDefault.isEmpty() && isDefault != QLatin1String("false()"))
            m_form.defaultLanguage = index;
        while (m_source.nextChild()) {
            if (m_source.name() == u"text")
                readTranslation(index);
            else
                m_source.skip();
        }
    }
}

/// What is shown is the long form, else the plain one, else the short one (ODK XForms, "Languages" and
/// "Media").
void TextParser::readTranslation(int language)
{
    ItextEntry entry;
    entry.line = m_source.line();
    const int row = itextRow(m_source.attributeUtf8(QLatin1String("id")));
    SyntaxItext rich;
    bool isRich = false;
    int best = -1;
    while (m_source.nextChild()) {
        const QByteArrayView form = m_source.attributeUtf8(QLatin1String("form"));
        if (QString *file = mediaFile(rich, form)) {
            *file = m_source.text().section(QLatin1Char('/'), -1).trimmed();
            isRich = true;
            continue;
        }
        const bool isGuidance = form == "guidance";
        const int rank = form == "long" ? 2 : form.isEmpty() ? 1 : 0;
        Value value = readValue();
        if (!isGuidance && rank <= best)
            continue;
        best = isGuidance ? best : rank;
        isRich = isRich || !value.pieces.isEmpty();
        (isGuidance ? entry.guidance : entry.text) = value.plain;
        (isGuidance ? rich.guidance : rich.text) = std::move(value.pieces);
    }
    if (isRich)
        entry.rich = keepRich(std::move(rich), entry);
    std::vector<ItextEntry> &texts = m_form.itext.entries[std::size_t(language)];
    if (texts.size() <= std::size_t(row))
        texts.resize(std::size_t(row) + 1);
    texts[std::size_t(row)] = entry;
}

/// Languages mostly have the same texts in the same order: `id` is looked up among the bytes at hand.
int TextParser::itextRow(QByteArrayView id)
{
    QHash<QByteArray, int> &rows = m_form.itext.rows;
    const auto known = rows.constFind(QByteArray::fromRawData(id.data(), id.size()));
    if (known != rows.cend())
        return *known;
    const int row = static_cast<int>(rows.size());
    rows.insert(id.toByteArray(), row);
    return row;
}

/// A rich text holds its plain parts too.
int TextParser::keepRich(SyntaxItext &&rich, const ItextEntry &entry)
{
    const auto take = [this](QList<SyntaxPiece> &pieces, Stretch plain) {
        if (pieces.isEmpty() && plain.size > 0)
            pieces = {{m_form.itext.string(plain), false}};
    };
    take(rich.text, entry.text);
    take(rich.guidance, entry.guidance);
    m_form.itext.rich.push_back(std::move(rich));
    return static_cast<int>(m_form.itext.rich.size()) - 1;
}

SyntaxText TextParser::readText()
{
    SyntaxText text;
    text.line = m_source.line();
    text.ref = m_source.attribute(QLatin1String("ref"));
    text.pieces = readPieces();
    return text;
}

QList<SyntaxPiece> TextParser::readPieces()
{
    Value value = readValue();
    if (value.pieces.isEmpty() && value.plain.size > 0)
        value.pieces = {{m_form.itext.string(value.plain), false}};
    m_form.itext.utf8.truncate(value.plain.begin);
    return std::move(value.pieces);
}

/// Text alone is put behind the form's other texts; blanks alone are nothing.
TextParser::Value TextParser::readValue()
{
    QByteArray &texts = m_form.itext.utf8;
    const qsizetype begin = texts.size();
    QList<SyntaxPiece> pieces;
    const auto takeText = [&] {
        if (texts.size() > begin)
            pieces.append({QString::fromUtf8(QByteArrayView(texts).sliced(begin)), false});
        texts.truncate(begin);
    };
    for (;;) {
        const XmlSource::Content content = m_source.nextContent();
        if (content == XmlSource::Content::Text) {
            texts += m_source.contentUtf8();
        } else if (content == XmlSource::Content::Element) {
            if (m_source.name() == u"output") {
                const QString value = m_source.attribute(QLatin1String("value"));
                takeText();
                pieces.append({value.isEmpty() ? m_source.attribute(QLatin1String("ref")) : value, true});
            }
            m_source.skip();
        } else {
            break;
        }
    }
    if (!pieces.isEmpty())
        takeText();
    else if (QByteArrayView(texts).sliced(begin).trimmed().isEmpty())
        texts.truncate(begin);
    return {{quint32(begin), quint32(texts.size() - begin)}, std::move(pieces)};
}

}  // namespace amparo::form
