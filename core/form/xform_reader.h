#pragma once

#include "form/form_source.h"

namespace amparo::form {

/// Reads XForm XML alone; places are lines. readForm() tells the formats apart.
ReadForm readXForm(const QByteArray &xml, const Media &media);

}  // namespace amparo::form
