// What a person can read of the licences of what was installed.
#include "app/licences.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace amparo;
using app::LicensedPart;
using test::text;

namespace {

class Installed {
public:
    void add(const char *path, const QByteArray &content)
    {
        const QString file = m_folder.filePath(QString::fromUtf8(path));
        REQUIRE(QDir().mkpath(QFileInfo(file).path()));
        QFile written(file);
        REQUIRE(written.open(QIODevice::WriteOnly));
        REQUIRE(written.write(content) == content.size());
    }
    app::Licences read(const char *programs) const
    {
        return app::readLicences(m_folder.filePath(QString::fromUtf8(programs)));
    }

private:
    QTemporaryDir m_folder;
};

const LicensedPart *find(const app::Licences &licences, const char *name)
{
    const auto found =
        std::find_if(licences.parts.begin(), licences.parts.end(),
                     [name](const LicensedPart &part) { return part.name == QString::fromUtf8(name); });
    return found == licences.parts.end() ? nullptr : &*found;
}

const QByteArray bill = R"({"bomFormat": "CycloneDX", "specVersion": "1.5",
    "metadata": {"component": {"name": "Amparo", "properties": [{"name": "amparo:commit", "value": "0123456789abcdef"}]}},
    "components": [
        {"name": "libzip4", "version": "1.7.3-1", "licenses": [{"license": {"name": "BSD-3-clause"}}]},
        {"name": "libqt6core6", "version": "6.4.2", "licenses": [{"license": {"id": "LGPL-3.0-only"}}, {"expression": "GPL-2.0 OR GPL-3.0"}]},
        {"name": "better-sqlite3-multiple-ciphers", "version": "13.0.3", "licenses": [{"license": {"id": "MIT"}}]},
        {"name": "../../secret", "version": "1"},
        {"name": "no-text", "version": "2"}]})";

}  // namespace

TEST_CASE("an installation shows every part that its bill of materials names, with the text that lies there",
          "[app][SEC-L5]")
{
    Installed installed;
    const char *programs = "usr/bin";
    SECTION("an AppImage")
    {
        installed.add("usr/bin/amparo", "program");
        installed.add("usr/share/doc/amparo/sbom.cdx.json", bill);
        installed.add("usr/share/doc/libzip4/copyright", "Zip's terms");
        installed.add("usr/share/doc/libqt6core6/copyright", "Qt's terms");
        installed.add("usr/share/doc/better-sqlite3-multiple-ciphers/copyright", "of Ulrich Telle");
        installed.add("usr/share/common-licenses/GPL-2", "GNU, version 2");
        installed.add("usr/secret/copyright", "not to be read");
    }
    SECTION("the MSI")
    {
        programs = "Amparo";
        installed.add("Amparo/share/doc/amparo/sbom.cdx.json", bill);
        installed.add("Amparo/share/doc/libzip4/copyright", "Zip's terms");
        installed.add("Amparo/share/doc/libqt6core6/copyright", "Qt's terms");
        installed.add("Amparo/share/doc/better-sqlite3-multiple-ciphers/copyright", "of Ulrich Telle");
        installed.add("Amparo/share/common-licenses/GPL-2", "GNU, version 2");
        installed.add("Amparo/secret/copyright", "not to be read");
    }
    const app::Licences licences = installed.read(programs);
    CHECK(licences.isOfInstallation);
    CHECK(licences.commit == text("0123456789abcdef"));
    REQUIRE(licences.parts.size() == 8);
    CHECK(licences.parts[0].name == text("Amparo"));
    CHECK(licences.parts[0].text.contains(text("Apache License")));
    CHECK(licences.parts[1].name == text("Qt"));
    CHECK(licences.parts[1].text.contains(text("GNU LESSER GENERAL PUBLIC LICENSE")));
    CHECK(licences.parts[1].text.contains(text("GNU GENERAL PUBLIC LICENSE")));
    REQUIRE(find(licences, "libzip4"));
    CHECK(*find(licences, "libzip4") ==
          LicensedPart{text("libzip4"), text("1.7.3-1"), {text("BSD-3-clause")}, text("Zip's terms")});
    CHECK(find(licences, "libqt6core6")->licences ==
          QStringList{text("LGPL-3.0-only"), text("GPL-2.0 OR GPL-3.0")});
    CHECK(find(licences, "better-sqlite3-multiple-ciphers")->text.contains(text("Ulrich Telle")));
    CHECK(licences.parts.last() == LicensedPart{text("GPL-2"), {}, {}, text("GNU, version 2")});
    CHECK(find(licences, "../../secret")->text.isEmpty());
    CHECK(find(licences, "no-text")->text.isEmpty());
}

TEST_CASE("a build that nobody packed names what it was linked with, and says so", "[app][SEC-L5]")
{
    Installed installed;
    SECTION("without a bill of materials") {}
    SECTION("with something else in its place")
    {
        installed.add("share/doc/amparo/sbom.cdx.json", "{\"bomFormat\": \"other\"}");
    }
    SECTION("with half a bill")
    {
        installed.add("share/doc/amparo/sbom.cdx.json", bill.first(bill.size() / 2));
    }
    const app::Licences licences = installed.read("bin");
    CHECK_FALSE(licences.isOfInstallation);
    CHECK(licences.commit.isEmpty());
    for (const char *name : {"Amparo", "Qt", "libsodium", "libzip", "Zstandard", "Boost", "Expat"}) {
        CAPTURE(name);
        const LicensedPart *part = find(licences, name);
        REQUIRE(part);
        CHECK_FALSE(part->version.isEmpty());
        CHECK_FALSE(part->licences.isEmpty());
    }
    CHECK(app::unpackedNotice().contains(text("developer's build")));
}

TEST_CASE("Qt's terms are told: which, how it is linked, where its source is, that it may be replaced",
          "[app][SEC-L5]")
{
    const QString notice = app::qtNotice();
    for (const char *words : {"Lesser General Public License, version 3", "dynamically",
                              "https://download.qt.io/", "you may replace them"}) {
        CAPTURE(words);
        CHECK(notice.contains(text(words)));
    }
}
