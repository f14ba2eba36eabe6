#include "form/text_assembler.h"

#include <algorithm>

namespace amparo::form {

namespace {

/// Ids that ODK's converter gives name the node: /data/age:label.
Place itextPlace(const QByteArray &id, int line)
{
    Place place{{}, line, QStringLiteral("text"), {}};
    const qsizetype colon = id.startsWith('/') ? id.indexOf(':') : -1;
    if (colon >= 0) {
        place.column = QString::fromUtf8(id.sliced(colon + 1));
        place.node = QString::fromUtf8(id.first(colon));
    }
    return place;
}

TextForms richText(SyntaxItext written, const Place &place, ExpressionCompiler &compiler, Model &model)
{
    const auto pieces = [&](QList<SyntaxPiece> &ofOne) {
        return compiler.pieces(std::move(ofOne), -1, place, ExpressionCompiler::References::AbsoluteOnly);
    };
    for (const QString &file : {written.image, written.bigImage, written.audio, written.video}) {
        if (!file.isEmpty() && !model.mediaFiles.contains(file))
            model.mediaFiles += file;
    }
    return {pieces(written.text), pieces(written.guidance), written.image, written.bigImage, written.audio,
            written.video};
}

void tellUntranslated(const FormSyntax &syntax, const Model &model, Problems &problems)
{
    const Itext<TextForms> &itext = model.itext;
    for (qsizetype language = 0; language < model.languages.size(); ++language) {
        const auto &texts = itext.entries[std::size_t(language)];
        const auto written =
            std::count_if(texts.begin(), texts.end(), [](const ItextEntry &entry) { return entry.line > 0; });
        if (written < itext.rows.size())
            problems.append({Severity::Warning,
                             {{}, syntax.languageLines.value(language), QStringLiteral("translation"), {}},
                             QStringLiteral("%1 text(s) have no translation in “%2”")
                                 .arg(itext.rows.size() - written)
                                 .arg(model.languages[language])});
    }
}

}  // namespace

void takeTexts(FormSyntax &syntax, ExpressionCompiler &compiler, Model &model, Problems &problems)
{
    model.languages = syntax.languages;
    model.defaultLanguage = syntax.defaultLanguage;
    Itext<SyntaxItext> &written = syntax.itext;
    Itext<TextForms> &itext = model.itext;
    itext.utf8 = std::move(written.utf8);
    itext.rows = std::move(written.rows);
    itext.entries = std::move(written.entries);
    std::vector<Place> places(written.rich.size());
    for (auto id = itext.rows.cbegin(); !places.empty() && id != itext.rows.cend(); ++id) {
        for (qsizetype language = 0; language < model.languages.size(); ++language) {
            const ItextEntry entry = itext.entry(*id, language);
            if (entry.rich >= 0)
                places[std::size_t(entry.rich)] = itextPlace(id.key(), entry.line);
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i)
        itext.rich.push_back(richText(std::move(written.rich[i]), places[i], compiler, model));
    tellUntranslated(syntax, model, problems);
}

}  // namespace amparo::form
