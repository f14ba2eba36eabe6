#include "form/form_source.h"

#include "form/xform_reader.h"

namespace amparo::form {

ReadForm readForm(const QByteArray &definition, const Media &media) { return readXForm(definition, media); }

}  // namespace amparo::form
