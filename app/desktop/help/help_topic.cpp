#include "app/desktop/help/help_topic.h"

#include <QVariant>
#include <QWidget>

namespace amparo::desktop {

namespace {

constexpr char topicProperty[] = "amparoHelpTopic";

}  // namespace

void setHelpTopic(QWidget *widget, const char *topic)
{
    widget->setProperty(topicProperty, QString::fromLatin1(topic));
}

QString helpTopicOf(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const QVariant topic = widget->property(topicProperty);
        if (topic.isValid())
            return topic.toString();
    }
    return {};
}

}  // namespace amparo::desktop
