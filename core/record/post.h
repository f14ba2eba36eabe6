#pragma once

#include <QString>

namespace amparo::record {

/// The checkpoint that a store belongs to.
struct Post {
    QString code;       ///< as the national server knows it, for instance "PE-DES-01"
    QString name;       ///< as people call it
    QString country;    ///< ISO 3166-1 alpha-3
    bool demo = false;  ///< made to try the program: said by a banner, and specimen documents are accepted

    bool operator==(const Post &) const = default;
};

}  // namespace amparo::record
