#include "risk/model.h"

#include <algorithm>

namespace amparo::risk {

const Band *Model::band(const QString &code) const
{
    const auto found = std::find_if(bands.begin(), bands.end(),
                                    [&](const Band &candidate) { return candidate.code == code; });
    return found == bands.end() ? nullptr : &*found;
}

QString Model::name() const { return id + QLatin1Char(' ') + version; }

}  // namespace amparo::risk
