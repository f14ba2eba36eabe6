#pragma once

#include "form/session.h"

#include <functional>

namespace amparo::desktop {

/// One item of a form as the page shows it.
struct Question {
    form::Item item;
    QList<form::Choice> choices;
    QString key;  ///< the key that answers it on a checklist (bind attribute amparo:key); empty: none

    // The same words in the officer's language, where the questions are in another; else empty.
    QString ownLabel;
    QString ownHint;
    QStringList ownChoices;  ///< a label a choice

    bool operator==(const Question &) const = default;
};

/// A part of a form that the outline lists: a group of the first level, or what stands before the first one.
struct Section {
    QString path;  ///< of its first item
    QString label;
    int questions = 0;
    int answered = 0;

    bool operator==(const Section &) const = default;
};

/// What of a session is to be shown, in form order; `isSupplied` names the fields that Amparo fills itself.
QList<Question> questionsOf(const form::Session &session,
                            const std::function<bool(const QString &)> &isSupplied);

/// Puts the officer's own words beside the traveller's: an officer knows what he shows.
void addOwnWords(QList<Question> &questions, const form::Session &inOfficersLanguage);

/// What the officer calls it.
QString officersLabel(const Question &question);

/// Labelled in the officer's language: the outline is his.
QList<Section> sectionsOf(const QList<Question> &questions);

/// Whether the form asks for this look, a word of the item's `appearance`.
bool hasAppearance(const form::Item &item, QLatin1String word);

/// Whether this program can take its answer: no place on a map, no file, no ranking.
bool isSupported(const form::Item &item);

/// Whether it asks for an answer: no heading, no note, and nothing that this program cannot take.
bool asksForAnswer(const form::Item &item);

/// Whether it is a row of a checklist (appearance `checklist`).
bool isChecklistItem(const form::Item &item);

/// Whether something was seen or asked, so that "not observed" leaves the question open.
bool isSettled(const form::Item &item);

}  // namespace amparo::desktop
