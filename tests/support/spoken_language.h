#pragma once

#include "translations/languages.h"

#include <QCoreApplication>
#include <QLocale>

namespace amparo::test {

/// While it lives, the test program speaks that language; afterwards English, with numbers and days as
/// before.
class SpokenLanguage {
public:
    explicit SpokenLanguage(const QString &language) { translations::useLanguage(*qApp, language); }
    ~SpokenLanguage()
    {
        translations::useLanguage(*qApp, QStringLiteral("en"));
        QLocale::setDefault(m_before);
    }
    Q_DISABLE_COPY_MOVE(SpokenLanguage)

private:
    QLocale m_before;
};

}  // namespace amparo::test
