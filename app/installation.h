#pragma once

#include <QString>

namespace amparo::app {

/// What IT said when it installed the program, for the store that is made next. Empty: nothing was said.
struct Installation {
    QString serverUrl;  ///< as people paste it
    QString postCode;
    QString enrolmentFile;  ///< path of headquarters' file

    bool operator==(const Installation &) const = default;
};

/// Windows: HKEY_LOCAL_MACHINE\Software\Amparo, which the MSI fills from SERVER_URL, POST_ID and ENROL_FILE.
/// Elsewhere the same names in /etc/amparo/installation.ini. AMPARO_INSTALLATION names another such file.
/// Thread: any.
Installation readInstallation();

}  // namespace amparo::app
