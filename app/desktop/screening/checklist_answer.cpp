#include "app/desktop/screening/checklist_answer.h"

#include <algorithm>

namespace amparo::desktop {

namespace {

bool offers(const QList<form::Choice> &choices, const QString &value)
{
    return std::any_of(choices.begin(), choices.end(),
                       [&](const form::Choice &choice) { return choice.value == value; });
}

/// How the list says that an item is open; empty (no answer) where it has no such choice.
QString openValue(const QList<form::Choice> &choices)
{
    for (const form::Choice &choice : choices) {
        if (isNotObserved(choice.value))
            return choice.value;
    }
    return {};
}

}  // namespace

bool isNotObserved(const QString &choice)
{
    return choice == QLatin1String("not_observed") || choice == QLatin1String("unknown") ||
           choice == QLatin1String("not_asked");
}

QString toggled(const QString &value, const QList<form::Choice> &choices)
{
    const QString yes = QStringLiteral("yes");
    return value == yes || !offers(choices, yes) ? openValue(choices) : yes;
}

std::optional<QString> answerFor(QChar letter, const QList<form::Choice> &choices)
{
    switch (letter.toUpper().unicode()) {
    case u'Y':
        return offers(choices, QStringLiteral("yes")) ? std::optional(QStringLiteral("yes")) : std::nullopt;
    case u'N':
        return offers(choices, QStringLiteral("no")) ? std::optional(QStringLiteral("no")) : std::nullopt;
    case u'U':
        return openValue(choices);
    default:
        return std::nullopt;
    }
}

}  // namespace amparo::desktop
