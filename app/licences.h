#pragma once

#include <QList>
#include <QString>

namespace amparo::app {

/// A part of what is installed, and the licence that it comes under.
struct LicensedPart {
    QString name;
    QString version;       ///< empty: not known, or it is only a text that others refer to
    QStringList licences;  ///< names, SPDX's where they are known; empty: the text says it
    QString text;          ///< empty: there is none beside the program

    bool operator==(const LicensedPart &) const = default;
};

/// What is installed, part by part.
struct Licences {
    QString version;
    QString commit;  ///< of our sources; empty: not known
    bool isOfInstallation =
        false;                  ///< false: a build that nobody packed; the parts are what it was linked with
    QList<LicensedPart> parts;  ///< Amparo first, Qt, the others by name, texts that these refer to

    bool operator==(const Licences &) const = default;
};

/// Reads the bill of materials (CycloneDX, JSON) and the texts that an installation carries:
/// `doc/amparo/sbom.cdx.json`, `doc/NAME/copyright` and `common-licenses` in `share` beside the programs (the
/// MSI) or in `../share` (the AppImage). Reads files, so in no thread that must not wait. Thread: any.
Licences readLicences(const QString &programFolder);

/// Under which terms Qt is used, where its source is to be had, that whoever likes may replace it.
/// Translated.
QString qtNotice();

/// What a build that nobody packed says of its list. Translated.
QString unpackedNotice();

}  // namespace amparo::app
