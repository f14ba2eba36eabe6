#include "openrosa_server/submission_archive.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace amparo::test {

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qFatal("cannot write to the archive");
}

QString encoded(const QString &name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

}  // namespace

SubmissionArchive::Outcome SubmissionArchive::keep(const ReceivedSubmission &submission) const
{
    const QString folder = m_folder + QLatin1Char('/') + encoded(submission.instanceId);
    const QString xmlPath = folder + QLatin1String("/submission.xml");
    QFile earlier(xmlPath);
    const bool isKnown = earlier.open(QIODevice::ReadOnly);
    if (isKnown && earlier.readAll() != submission.xml)
        return Outcome::Conflict;
    QDir().mkpath(folder);
    for (const FormPart &attachment : submission.attachments)
        write(folder + QLatin1Char('/') + encoded(QString::fromUtf8(attachment.name)), attachment.content);
    if (!isKnown)
        write(xmlPath, submission.xml);
    return isKnown ? Outcome::Same : Outcome::New;
}

}  // namespace amparo::test
