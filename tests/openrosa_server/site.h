#pragma once

#include "openrosa_server/authentication.h"
#include "openrosa_server/fault.h"
#include "openrosa_server/form_shelf.h"
#include "openrosa_server/submission_archive.h"

namespace amparo::test {

/// What the server answers, and what it writes down about each request.
class Site {
public:
    Site(Authentication authentication, SubmissionArchive archive, FormShelf forms, qint64 acceptedLength)
        : m_authentication(std::move(authentication)),
          m_archive(std::move(archive)),
          m_forms(std::move(forms)),
          m_acceptedLength(acceptedLength)
    {}

    FaultScript &faults() { return m_faults; }

    /// Does what a request asks for, keeps to the fault where that decides the answer, and logs a line.
    HttpResponse answer(const HttpRequest &request, const Fault &fault);

    /// Logs a request that ended before it was answered.
    void noteUnanswered(const HttpRequest &request, const Fault &fault) const;

private:
    struct Entry {
        QString instanceId;
        QString kept;  ///< "new", "same", "conflict"; empty: nothing was to be kept
    };
    HttpResponse answerSoundly(const HttpRequest &request, Entry &entry) const;
    HttpResponse submit(const HttpRequest &request, Entry &entry) const;
    HttpResponse message(int status, const QByteArray &text) const;

    Authentication m_authentication;
    SubmissionArchive m_archive;
    FormShelf m_forms;
    qint64 m_acceptedLength;
    FaultScript m_faults;
};

}  // namespace amparo::test
