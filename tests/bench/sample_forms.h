#pragma once

#include <QByteArray>

namespace amparo::bench {

// Forms to measure with, as ODK's converter would write them from a workbook.

/// A questionnaire like those that ministries publish: groups of ten, texts and hints in six languages (one
/// of them right to left), choice lists with translated labels, relevance, constraints with messages,
/// calculations.
QByteArray questionnaire(int questions);

/// `questions` numbers /data/q0 …, of which the first `chain` are a chain of calculations from q0 on; the
/// others are each relevant by one of them. /data/alone is read by nothing.
QByteArray chainForm(int questions, int chain);

/// A select over the list places.csv, filtered by /data/province.
QByteArray choiceForm();
/// Its list: rows of name, label and province, a thousand provinces.
QByteArray placesCsv(int rows);

/// `instances` of a repeat of `questions` numbers, with the sum of each of them over all instances.
QByteArray repeatForm(int instances, int questions);

}  // namespace amparo::bench
