#include "app/form_updates.h"

#include "base/background.h"
#include "record/interview_form.h"
#include "store/store.h"
#include "sync/server_repository.h"

#include <QLoggingCategory>

namespace amparo::app {

namespace {

Q_LOGGING_CATEGORY(lcUpdates, "amparo.forms.update")

struct Question {
    std::optional<sync::ServerSettings> server;
    QList<form::FormPackage> known;
};

Result<Question> question(store::Store &store)
{
    const auto server = sync::ServerRepository(store.settings()).find();
    if (!server)
        return tl::make_unexpected(server.error());
    if (!*server || (*server)->protocol != sync::Protocol::OpenRosa)
        return Question();
    return knownForms(store).map([&](const QList<form::FormPackage> &known) {
        return Question{*server, known};
    });
}

}  // namespace

Result<QList<form::FormPackage>> knownForms(store::Store &store)
{
    const auto versions = store.forms().list();
    if (!versions)
        return tl::make_unexpected(versions.error());
    QList<form::FormPackage> packages;
    for (const store::FormVersion &version : *versions) {
        const auto form = store.forms().find(version.formId, version.version);
        if (!form)
            return tl::make_unexpected(form.error());
        if (*form)
            packages.append({(*form)->formId, (*form)->version, (*form)->definition, (*form)->media});
    }
    return packages;
}

Result<FormUpdate> takeUp(store::Store &store, const openrosa::FetchedForms &fetched, QDate today)
{
    FormUpdate update{{}, fetched.failed, fetched.unchanged, fetched.trouble};
    for (const form::FormPackage &package : fetched.changed) {
        const auto form = record::readInterviewForm(package);
        if (!form || !record::saysPurpose(*(*form)->definition)) {
            update.failed.append({package.formId, form
                                                      ? QStringLiteral("the form does not say what it is for")
                                                      : form.error().detail});
            continue;
        }
        const auto received =
            store.forms().receive({(*form)->definition->formId(), (*form)->definition->version(),
                                   package.definition, package.media});
        if (received && *received)
            update.received.append(package.formId);
        else if (received)
            ++update.unchanged;
        else if (received.error().code == ErrorCode::Conflict)
            update.failed.append({package.formId, received.error().detail});
        else
            return tl::make_unexpected(received.error());
    }
    return store.linkUse().add({today, fetched.traffic.sent, fetched.traffic.received}).map([&] {
        return update;
    });
}

FormUpdates::FormUpdates(store::StoreQueue &queue, const Clock &clock)
    : m_queue(queue), m_clock(clock), m_rhythm(clock)
{}

void FormUpdates::heed(const sync::Status &status)
{
    if (!m_rhythm.begin(status))
        return;
    m_queue.run(this, question, [this](const Result<Question> &asked) {
        if (asked && asked->server)
            fetch(*asked->server, asked->known);
        else
            m_rhythm.end();
    });
}

void FormUpdates::fetch(const sync::ServerSettings &server, const QList<form::FormPackage> &known)
{
    runInPool(
        this, [server, known, &clock = m_clock] { return openrosa::fetchForms(server, known, clock); },
        [this](const openrosa::FetchedForms &fetched) { takeUp(fetched); });
}

void FormUpdates::takeUp(const openrosa::FetchedForms &fetched)
{
    const QDate today = m_clock.utcNow().toLocalTime().date();
    m_queue.run(
        this, [fetched, today](store::Store &store) { return app::takeUp(store, fetched, today); },
        [this](const Result<FormUpdate> &update) {
            m_rhythm.end();
            if (!update) {
                qCWarning(lcUpdates) << "forms not kept" << codeName(update.error().code);
                return;
            }
            for (const openrosa::FailedForm &form : update->failed)
                qCWarning(lcUpdates) << form.formId << "left as it was:" << form.why;
            Q_EMIT ended(*update);
        });
}

}  // namespace amparo::app
