#include "exchange/package.h"

#include "crypto/random.h"
#include "crypto/signature.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using test::errorOf;
using test::require;

namespace {

const QDateTime today = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);

struct SigningOffice {
    crypto::SecretBytes seed = crypto::randomSecret(32);
    crypto::SecretBytes nextSeed = crypto::randomSecret(32);
    PackageFloor floor{{1, {crypto::signingPublicKey(seed)}}, {{Channel::Forms, 4}}};

    static Package package(Channel channel = Channel::Forms, quint64 version = 5)
    {
        return {channel,
                version,
                today,
                channel == Channel::Lists ? std::optional(today.addDays(30)) : std::nullopt,
                {{QStringLiteral("second-line/form.xml"), "<h:html/>"},
                 {QStringLiteral("second-line/media/model.json"), "{}"}}};
    }
};

}  // namespace

TEST_CASE("a post takes up what headquarters has signed", "[exchange]")
{
    const SigningOffice office;
    const auto channel = GENERATE(Channel::Forms, Channel::Lists, Channel::Notices, Channel::Policy);
    const Package package = SigningOffice::package(channel);
    CHECK(require(accept(require(sign(package, office.seed)), office.floor, today)) == package);
    CHECK(channelFromName(channelName(channel)) == channel);
}

TEST_CASE("a post takes up no version that it has, or an older one", "[exchange]")
{
    const SigningOffice office;
    for (const quint64 version : {1, 3, 4}) {
        const QByteArray bytes = require(sign(SigningOffice::package(Channel::Forms, version), office.seed));
        CHECK(errorOf(accept(bytes, office.floor, today)) == ErrorCode::Conflict);
    }
    // Channels count by themselves.
    CHECK(
        accept(require(sign(SigningOffice::package(Channel::Notices, 1), office.seed)), office.floor, today));
}

TEST_CASE("a list that has expired is not taken up", "[exchange]")
{
    const SigningOffice office;
    const QByteArray bytes = require(sign(SigningOffice::package(Channel::Lists), office.seed));
    CHECK(accept(bytes, office.floor, today.addDays(30).addMSecs(-1)));
    CHECK(errorOf(accept(bytes, office.floor, today.addDays(30))) == ErrorCode::Unavailable);
}

TEST_CASE("another signer's package is refused, and so is one that was altered or cut short", "[exchange]")
{
    const SigningOffice office;
    CHECK(errorOf(accept(require(sign(SigningOffice::package(), office.nextSeed)), office.floor, today)) ==
          ErrorCode::Denied);
    const QByteArray bytes = require(sign(SigningOffice::package(), office.seed));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray altered = bytes;
        altered[at] = char(altered.at(at) ^ 1);
        CHECK_FALSE(accept(altered, office.floor, today));
        CHECK_FALSE(accept(bytes.first(at), office.floor, today));
    }
    CHECK_FALSE(accept(bytes + '\0', office.floor, today));
}

TEST_CASE("keys change by a list that a key before has signed, and a key that is left out counts no more",
          "[exchange]")
{
    const SigningOffice office;
    PackageFloor floor = office.floor;
    const PackageKeys next{2, {crypto::signingPublicKey(office.nextSeed)}};
    CHECK(errorOf(acceptKeys(require(sign(next, office.nextSeed)), floor)) == ErrorCode::Denied);
    const QByteArray list = require(sign(next, office.seed));
    floor.keys = require(acceptKeys(list, floor));
    CHECK(floor.keys == next);
    CHECK(errorOf(accept(require(sign(SigningOffice::package(), office.seed)), floor, today)) ==
          ErrorCode::Denied);
    CHECK(accept(require(sign(SigningOffice::package(), office.nextSeed)), floor, today));
    CHECK(errorOf(acceptKeys(list, floor)) == ErrorCode::Denied);  // by a key that was given up
    const PackageKeys older{2, {crypto::signingPublicKey(office.seed)}};
    CHECK(errorOf(acceptKeys(require(sign(older, office.nextSeed)), floor)) == ErrorCode::Conflict);
    // One is not taken for the other.
    CHECK_FALSE(accept(list, office.floor, today));
}

TEST_CASE("no package is made that leads elsewhere, has a name twice or does not say when it expires",
          "[exchange]")
{
    const SigningOffice office;
    Package package = SigningOffice::package();
    const auto isRefused = [&] { return errorOf(sign(package, office.seed)) == ErrorCode::InvalidInput; };
    SECTION("a name")
    {
        package.files[0].name =
            QString::fromLatin1(GENERATE(as<const char *>(), "", "/etc/passwd", "../form.xml", "a/../b",
                                         "a//b", "a/", "C:form", "a\\b", "."));
        CHECK(isRefused());
    }
    SECTION("twice, but for its case")
    {
        package.files[1].name = package.files[0].name.toUpper();
        CHECK(isRefused());
    }
    SECTION("nothing in it")
    {
        package.files.clear();
        CHECK(isRefused());
    }
    SECTION("a list without end")
    {
        package.channel = Channel::Lists;
        CHECK(isRefused());
    }
    SECTION("no keys") { CHECK(errorOf(sign(PackageKeys{2, {}}, office.seed)) == ErrorCode::InvalidInput); }
    SECTION("more keys than there may be")
    {
        const PackageKeys many{2, QList<QByteArray>(mostPackageKeys + 1, QByteArray(32, 'k'))};
        CHECK(errorOf(sign(many, office.seed)) == ErrorCode::InvalidInput);
    }
}

TEST_CASE("a package travels packed against the version before, and comes out to the byte", "[exchange]")
{
    const SigningOffice office;
    Package package = SigningOffice::package();
    QByteArray rows;
    for (int row = 0; row < 4000; ++row)
        rows += QByteArray::number(row * 7919) + ",help line,0800-" + QByteArray::number(row) + '\n';
    package.files[1].content = rows;
    const QByteArray before = require(sign(package, office.seed));
    ++package.version;
    package.files[1].content.replace("0800-77\n", "0800-78\n");
    const QByteArray after = require(sign(package, office.seed));

    const QByteArray whole = require(packSigned(after));
    const QByteArray change = require(packSigned(after, before));
    CHECK(change.size() < whole.size() / 20);
    CHECK(require(unpackSigned(whole, before)) == after);
    CHECK(require(unpackSigned(change, before)) == after);
    CHECK(errorOf(unpackSigned(change)) == ErrorCode::NotFound);
    CHECK(errorOf(unpackSigned(change, after)) == ErrorCode::NotFound);
    CHECK(require(accept(after, office.floor, today)) == package);
}

TEST_CASE("who hands a package on can read its number without trusting it", "[exchange]")
{
    const SigningOffice office;
    CHECK(require(readPackage(require(sign(SigningOffice::package(), office.nextSeed)))).version == 5);
    CHECK(require(readKeysVersion(require(sign(PackageKeys{9, {QByteArray(32, 'k')}}, office.seed)))) == 9);
    CHECK(errorOf(readPackage("AmpP")) == ErrorCode::InvalidInput);
    CHECK(errorOf(readKeysVersion(require(sign(SigningOffice::package(), office.seed)))) ==
          ErrorCode::InvalidInput);
}
