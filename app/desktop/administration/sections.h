#pragma once

#include "record/permission.h"

class QWidget;

namespace amparo::app {
class Post;
}

namespace amparo::desktop {

/// A part of the administration page, for those to whom the table of permissions opens it. Its widget lives
/// as long as the page, borrows the post, reads the store when it is shown and retranslates itself.
struct AdministrationSection {
    record::Permission permission;
    QString (*name)();  ///< in the user's language
    const char *topic;  ///< of the help
    QWidget *(*make)(app::Post &post, QWidget *parent);
};

/// All of them, in the order of the list.
QList<AdministrationSection> administrationSections();

}  // namespace amparo::desktop
