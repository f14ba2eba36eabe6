#include "security/plaintext_scan.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace amparo::test {

namespace {

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char low = char(c.unicode() & 0xff);
        const char high = char(c.unicode() >> 8);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}

/// What base64 of anything that holds `inner` holds in turn, for each place in a group of three.
QByteArrayList base64Pieces(const QByteArray &inner)
{
    QByteArrayList pieces;
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray encoded =
            (QByteArray(offset, '\0') + inner).toBase64(QByteArray::OmitTrailingEquals);
        // The characters at either end depend on the neighbours.
        const int before = offset == 0 ? 0 : offset + 1;
        pieces.append(encoded.mid(before, encoded.size() - before - 2));
    }
    return pieces;
}

}  // namespace

bool holdsPlaintext(const QByteArray &bytes, const QString &secret)
{
    const QByteArray lowered = bytes.toLower();  // ASCII only, and so also within UTF-16
    for (const QByteArray &needle :
         {secret.toUtf8().toLower(), utf16(secret, false).toLower(), utf16(secret, true).toLower()}) {
        if (lowered.contains(needle))
            return true;
    }
    for (const QString &spelling : {secret, secret.toLower(), secret.toUpper()}) {
        for (const QByteArray &piece : base64Pieces(spelling.toUtf8())) {
            if (bytes.contains(piece))
                return true;
        }
    }
    return false;
}

QStringList findPlaintext(const QString &folder, const QStringList &secrets)
{
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        const QString name = QDir(folder).relativeFilePath(file.fileName());
        for (const QString &secret : secrets) {
            if (holdsPlaintext(bytes, secret) || name.contains(secret, Qt::CaseInsensitive))
                found.append(name + QStringLiteral(": ") + secret);
        }
    }
    return found;
}

}  // namespace amparo::test
