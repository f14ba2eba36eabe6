#pragma once

#include "app/installed_forms.h"
#include "base/clock.h"
#include "record/interview.h"

#include <memory>

namespace amparo::bench {

/// A post as it is on its first morning: the built-in forms are installed, a shift is open.
struct BenchPost {
    std::unique_ptr<store::Store> store;
    app::InterviewFormPtr form;  ///< of the primary line
    record::Setting setting;     ///< for interviews in Spanish, by its administrator
};

/// Signs in with test::aPassphrase() and reads every record; the shift lead "lead" those of the day.
QString auditorName();

/// Its officer "lead" signs in with test::aPassphrase(). `clock` is borrowed.
[[nodiscard]] Result<BenchPost> makePost(const QString &folder, const Clock &clock);

/// An interview with test::aTraveller() to which every question is answered and that the officer has decided
/// as advised. Of each question, the choice whose number is `which` is taken, counted round.
[[nodiscard]] Result<record::Interview> filledInterview(const app::InterviewFormPtr &form,
                                                        const record::Setting &setting, int which);

/// The questions of the interview that offer a choice now.
[[nodiscard]] QStringList choiceQuestions(const record::Interview &interview);

}  // namespace amparo::bench
