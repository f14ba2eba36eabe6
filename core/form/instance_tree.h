#pragma once

#include "form/xform_syntax.h"

#include <QSet>

namespace amparo::form {

/// Fills Model::nodes, repeats, primary and the meta nodes from the primary instance as written.
///
/// `repeatPaths` are the paths (local names, no positions) that the body repeats. Nodes that every record
/// needs and the form leaves out (meta/instanceID) are added.
void buildInstanceTree(xpath::Document written, int line, const QSet<QString> &repeatPaths, Model &model,
                       Problems &problems);

/// Writes default values as answers of their type are written, once the binds are known; one that is not of
/// the type is taken out, with a warning.
void settleDefaults(Model &model, Problems &problems);

/// A path as forms write it, with local names alone: " /data/orx:meta/orx:instanceID " is
/// /data/meta/instanceID. A relative one continues from `base`.
QString normalisedPath(const QString &written, const QString &base = {});

}  // namespace amparo::form
