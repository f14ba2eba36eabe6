#include "xpath/environment.h"

#include <QRandomGenerator>

namespace amparo::xpath {

std::optional<Node> Environment::instance(const QString &) const { return std::nullopt; }

std::optional<QString> Environment::choiceName(const QString &, const QString &, Node) const
{
    return std::nullopt;
}

std::optional<QString> Environment::itext(const QString &) const { return std::nullopt; }

QString Environment::version() const { return {}; }

QString Environment::language() const { return QStringLiteral("en"); }

bool Environment::isHidden(Node) const { return false; }

const Clock &Environment::clock() const { return systemClock(); }

QTimeZone Environment::timeZone() const { return QTimeZone::systemTimeZone(); }

double Environment::random() const { return QRandomGenerator::system()->generateDouble(); }

}  // namespace amparo::xpath
