#include "form/xform_reader.h"

#include "form/assembler.h"

namespace amparo::form {

ReadForm readXForm(const QByteArray &xml, const Media &media)
{
    ReadForm result;
    FormSyntax syntax = parseXForm(xml, result.problems);
    if (hasErrors(result.problems))
        return result;
    std::unique_ptr<Model> model = assemble(std::move(syntax), media, result.problems);
    if (!hasErrors(result.problems))
        result.definition = std::make_shared<const FormDefinition>(std::move(model));
    return result;
}

}  // namespace amparo::form
