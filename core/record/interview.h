#pragma once

#include "base/clock.h"
#include "form/filling.h"
#include "record/interview_form.h"
#include "record/link.h"
#include "record/officer.h"
#include "record/post.h"
#include "record/record_fields.h"
#include "record/screening.h"
#include "risk/assessment.h"

namespace amparo::record {

/// Where, when and by whom an interview is held.
struct Setting {
    const Clock *clock = nullptr;  ///< borrowed; null: the computer's own
    Post post;
    Officer officer;
    ShiftId shift;
    QString language;  ///< of the officer, in which the questions begin, BCP 47
};

/// What keeps an interview from being final.
struct Obstacle {
    enum class Kind { Answer, Decision, Reason };

    Kind kind = Kind::Answer;
    QString path;     ///< of the question, where it is an answer
    QString message;  ///< the form's own sentence, or empty

    bool operator==(const Obstacle &) const = default;
};

/// What finalising an interview yields: all of it goes into the store in one transaction.
struct FinalRecord {
    Screening screening;
    form::Submission submission;
    form::Media files;  ///< that go with the submission, by name
    QList<Link>
        links;  ///< answers by which it may belong to other records; indexed, never kept in clear beside it
};

/// One screening while it is filled: keeps the form's session, the traveller, the advice and the verdict in
/// step, and knows what still keeps it from being final.
///
/// A score advises: there is no final record without a decision by the officer, and one that departs from the
/// advice needs a reason; all three are in the submission. A value. Thread: one at a time.
class Interview {
public:
    /// A new screening of one traveller. Errors: those of form::Session::start().
    [[nodiscard]] static Result<Interview> begin(std::shared_ptr<const InterviewForm> form,
                                                 EncounterId encounter, const Setting &setting);

    /// Goes on with a draft. Errors: those of form::Session::restore().
    [[nodiscard]] static Result<Interview> resume(std::shared_ptr<const InterviewForm> form,
                                                  const Screening &draft, const QByteArray &answers,
                                                  const Setting &setting);

    const form::Session &session() const { return m_filling.session(); }
    const RecordFields &fields() const { return m_fields; }
    const InterviewForm &form() const { return *m_form; }

    /// The draft as it stands: traveller, language, advice, verdict.
    const Screening &screening() const { return m_screening; }

    /// nullopt: the form has no risk model.
    const std::optional<risk::Assessment> &assessment() const { return m_assessment; }

    /// Takes over what a document says; age and the rules for children follow from it.
    void setTraveller(const traveller::Traveller &traveller);

    /// Errors: those of form::Session. The advice follows.
    [[nodiscard]] Result<> setAnswer(const QString &path, const QString &value);
    [[nodiscard]] Result<QString> addRepeat(const QString &repeatPath);
    [[nodiscard]] Result<> removeRepeat(const QString &instancePath);

    void setLanguage(const QString &language);

    /// The same filling in the officer's language; nullopt: the questions are in it, or the form does not
    /// have it.
    std::optional<form::Session> inOfficersLanguage() const;

    /// The question that the officer has come to, for the form's log; "": none any more.
    void show(const QString &path);

    /// nullopt takes a decision back. The reason is kept also where none is needed.
    void setVerdict(const std::optional<Verdict> &verdict);

    /// Whether the decision differs from what the model advises.
    bool departsFromAdvice() const;

    /// What ScreeningRepository keeps as answers.
    QByteArray answers() const { return m_filling.snapshot(); }

    QList<Obstacle> obstacles() const;  ///< empty: may be finalised

    /// Errors: Conflict while there are obstacles.
    [[nodiscard]] Result<FinalRecord> finalise();

private:
    Interview(std::shared_ptr<const InterviewForm> form, form::Filling filling, Screening screening,
              const Setting &setting);
    const Clock &clock() const;
    void write(const QString &part, const QString &value);
    void writeSetting();
    void writeTraveller();
    void writeVerdict();
    void reassess();

    std::shared_ptr<const InterviewForm> m_form;
    form::Filling m_filling;
    RecordFields m_fields;
    Screening m_screening;
    Setting m_setting;
    std::optional<risk::Assessment> m_assessment;
};

}  // namespace amparo::record
