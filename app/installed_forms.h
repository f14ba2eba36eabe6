#pragma once

#include "record/interview_form.h"
#include "store/store.h"

#include <memory>

namespace amparo::app {

using InterviewFormPtr = std::shared_ptr<const record::InterviewForm>;

/// One installed version, read and ready to interview with. Errors: NotFound (not installed), InvalidInput
/// (cannot be read), and the database's. Thread: the store's.
[[nodiscard]] Result<InterviewFormPtr> readInstalledForm(store::Store &store, const QString &formId,
                                                         const QString &version);

/// Every form in its current version. Errors and thread: likewise.
[[nodiscard]] Result<QList<InterviewFormPtr>> readInstalledForms(store::Store &store);

/// Puts the questionnaires that come with the program into the store of a new post. Errors and thread: the
/// store's.
[[nodiscard]] Result<> installBuiltinForms(store::Store &store);

/// The first of `forms` for a purpose; null: there is none.
InterviewFormPtr formFor(const QList<InterviewFormPtr> &forms, record::Purpose purpose);

}  // namespace amparo::app
