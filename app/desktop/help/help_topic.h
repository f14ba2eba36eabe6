#pragma once

#include <QString>

class QWidget;

namespace amparo::desktop {

/// What F1 shows for a widget and for all in it that has no topic of its own (resources/help/topics.csv).
void setHelpTopic(QWidget *widget, const char *topic);

/// The topic of the nearest of the widget and its parents; empty: none of them has one. `widget` may be null.
QString helpTopicOf(const QWidget *widget);

}  // namespace amparo::desktop
