#include "app/desktop/screening/question.h"

#include "app/desktop/screening/checklist_answer.h"

#include <QHash>

namespace amparo::desktop {

namespace {

bool isContainer(const form::Item &item)
{
    return item.control == form::Control::Group || item.control == form::Control::Repeat;
}

bool hasChoices(const form::Item &item)
{
    return item.control == form::Control::Select || item.control == form::Control::Select1 ||
           item.control == form::Control::Rank;
}

bool isNote(const form::Item &item) { return item.readonly && item.control == form::Control::Input; }

/// Words that differ from the traveller's; the same are not said twice.
QString ifOther(const QString &own, const QString &travellers) { return own == travellers ? QString() : own; }

}  // namespace

QList<Question> questionsOf(const form::Session &session,
                            const std::function<bool(const QString &)> &isSupplied)
{
    QList<Question> questions;
    const QString attribute = QStringLiteral("key");
    const QList<form::Item> items = session.items();
    for (const form::Item &item : items) {
        if (isSupplied(item.path))
            continue;
        Question question;
        question.item = item;
        if (hasChoices(item))
            question.choices = session.choices(item.path);
        question.key = session.definition()
                           .bindAttribute(item.path, form::amparoNamespace, attribute)
                           .value_or(QString())
                           .toUpper();
        questions.append(question);
    }
    return questions;
}

void addOwnWords(QList<Question> &questions, const form::Session &inOfficersLanguage)
{
    QHash<QString, form::Item> items;
    for (const form::Item &item : inOfficersLanguage.items())
        items.insert(item.path, item);
    for (Question &question : questions) {
        const form::Item own = items.value(question.item.path);
        question.ownLabel = ifOther(own.label, question.item.label);
        question.ownHint = ifOther(own.hint, question.item.hint);
        for (const form::Choice &choice : std::as_const(question.choices)) {
            QString label;
            for (const form::Choice &candidate : inOfficersLanguage.choices(question.item.path)) {
                if (candidate.value == choice.value)
                    label = candidate.label;
            }
            question.ownChoices.append(ifOther(label, choice.label));
        }
    }
}

QString officersLabel(const Question &question)
{
    return question.ownLabel.isEmpty() ? question.item.label : question.ownLabel;
}

QList<Section> sectionsOf(const QList<Question> &questions)
{
    QList<Section> sections;
    for (const Question &question : questions) {
        const form::Item &item = question.item;
        const bool begins = item.depth == 0 && isContainer(item) && !item.label.isEmpty();
        if (begins || sections.isEmpty())
            sections.append({item.path, begins ? officersLabel(question) : QString(), 0, 0});
        if (!asksForAnswer(item))
            continue;
        ++sections.last().questions;
        sections.last().answered += isSettled(item);
    }
    sections.removeIf([](const Section &section) { return section.questions == 0; });
    return sections;
}

bool hasAppearance(const form::Item &item, QLatin1String word)
{
    return item.appearance.split(QLatin1Char(' ')).contains(word);
}

bool isSupported(const form::Item &item)
{
    switch (item.type) {
    case form::DataType::Geopoint:
    case form::DataType::Geotrace:
    case form::DataType::Geoshape:
    case form::DataType::Binary:
        return false;
    default:
        return item.control != form::Control::Upload && item.control != form::Control::Rank;
    }
}

bool asksForAnswer(const form::Item &item)
{
    return !isContainer(item) && !isNote(item) && !item.readonly && isSupported(item);
}

bool isChecklistItem(const form::Item &item)
{
    return item.control == form::Control::Select1 && hasAppearance(item, QLatin1String("checklist"));
}

bool isSettled(const form::Item &item)
{
    return item.answered && !(isChecklistItem(item) && isNotObserved(item.value));
}

}  // namespace amparo::desktop
