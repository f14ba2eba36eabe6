#pragma once

#include "form/model.h"

namespace amparo::form {

/// One node that an expression reads.
struct Read {
    int node = -1;
    int scope = 0;  ///< repeat whose instance is that of the reader; deeper ones may be any
    bool isLoose =
        false;  ///< other instances than the reader's own: no cycle, though it may be the same node

    bool operator==(const Read &) const = default;
};

struct ResolvedReference {
    std::vector<Read> reads;
    QString missing;           ///< the step that leads to no node; empty: all found
    QStringList missingAmong;  ///< what there is instead
};

/// Follows a reference through the declared nodes, from `context` where it is relative.
ResolvedReference resolve(const Model &model, const xpath::Reference &reference, int context);

/// All that an expression reads of the primary instance, each once.
std::vector<Read> readsOf(const Model &model, const xpath::Expression &expression, int context);

}  // namespace amparo::form
