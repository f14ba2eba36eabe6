#include "store/submission_envelopes.h"

#include "form/form_source.h"
#include "record/encrypted_submission.h"
#include "store/database.h"
#include "store/outbox_repository.h"

namespace amparo::store {

Result<> SubmissionEnvelopes::enclose(qint64 sequence, Outgoing &outgoing)
{
    const OutboxItem &item = outgoing.item;
    const auto publicKey = publicKeyOf(item.formId, item.formVersion);
    if (!publicKey)
        return tl::make_unexpected(publicKey.error());
    const record::ClearSubmission clear{item.formId, item.formVersion, item.instanceId,
                                        outgoing.submissionXml, outgoing.files};
    const auto put = [&](const QByteArray &manifest, const crypto::SecretBytes &key) {
        outgoing.submissionXml = manifest;
        outgoing.files = record::encryptedFiles(clear, key);
    };
    bool isKept = false;
    const auto looked = m_database.each(
        "SELECT manifest, key FROM submission_envelope WHERE sequence = ?",
        [&](const Row &row) {
            put(row.get<QByteArray>(0), row.get<crypto::SecretBytes>(1));
            isKept = true;
            return true;
        },
        sequence);
    if (!looked || isKept || publicKey->isEmpty())
        return looked;
    const auto isOfLane =
        m_database.value<bool>("SELECT EXISTS (SELECT 1 FROM lane_record WHERE sequence = ?)", sequence);
    if (!isOfLane || *isOfLane)  // which has encrypted it
        return isOfLane.map([](bool) {});
    return record::submissionKey(*publicKey)
        .and_then([&](const QByteArray &key) { return record::makeEnvelope(clear, key); })
        .and_then([&](const record::SubmissionEnvelope &envelope) {
            put(envelope.manifest, envelope.key);
            return m_database.run(
                "INSERT INTO submission_envelope (sequence, manifest, key) VALUES (?, ?, ?)", sequence,
                envelope.manifest, envelope.key);
        })
        .map([](qint64) {});
}

Result<QString> SubmissionEnvelopes::publicKeyOf(const QString &formId, const QString &version)
{
    const QString name = formId + QLatin1Char('\n') + version;
    if (const auto known = m_publicKeys.constFind(name); known != m_publicKeys.constEnd())
        return *known;
    const auto definition = m_database.first(
        "SELECT definition FROM form WHERE form_id = ? AND version = ?",
        [](const Row &row) { return row.get<QByteArray>(0); }, formId, version);
    if (!definition)
        return tl::make_unexpected(definition.error());
    // A form that cannot be read was never filled here.
    const auto form = *definition ? form::readForm(**definition, {}).definition : nullptr;
    return m_publicKeys[name] = form ? form->submission().publicKey : QString();
}

}  // namespace amparo::store
