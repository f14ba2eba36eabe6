#pragma once

#include <QString>

namespace amparo {

/// What a language tag begins with (BCP 47): "pt" of "pt-BR". Tags as Unix writes them ("pt_BR") will do.
QString primarySubtag(const QString &language);

}  // namespace amparo
