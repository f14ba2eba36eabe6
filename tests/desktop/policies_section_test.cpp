#include "app/desktop/administration/policies_section.h"

#include "desktop/modal.h"
#include "desktop/open_post.h"
#include "store/lock_time.h"
#include "sync/server_repository.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QSpinBox>

#include <algorithm>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct Rules {
    Rules()
    {
        section.resize(900, 600);
        activate(section);
        REQUIRE(
            eventually([this] { return control<QPushButton>(section, "Change the lock…")->isEnabled(); }));
    }

    QString now(const char *rule) { return control<QLabel>(section, rule)->text(); }

    /// What the store has of it.
    template <class Read> auto read(Read read)
    {
        std::optional<std::invoke_result_t<Read, store::Store &>> answer;
        QObject receiver;
        post->store().run(&receiver, read, [&](auto found) { answer.emplace(std::move(found)); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return require(std::move(*answer));
    }

    OpenPost post{OpenPost::Forms::BuiltIn, record::Role::Administrator};
    PoliciesSection section{*post};
};

}  // namespace

TEST_CASE("the first lock time is one administrator's, another takes two people", "[desktop][SEC-A6]")
{
    Rules rules;
    CHECK(rules.now("Lock by itself").contains(QLatin1Char('3')));
    QDialog *dialog = openBy(rules.section, "Change the lock…");
    control<QSpinBox>(*dialog, "Minutes")->setValue(5);
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return rules.now("Lock by itself").contains(QLatin1Char('5')); }));
    CHECK(rules.post->lockTime() == std::chrono::minutes(5));

    const bool isAgreed = GENERATE(true, false);
    QPointer<QDialog> again = openBy(rules.section, "Change the lock…");
    control<QSpinBox>(*again, "Minutes")->setValue(7);
    press(*again, Qt::Key_Return);
    REQUIRE(eventually([&] { return modal() != again; }));
    QDialog *second = modal();
    if (isAgreed) {
        agreeAs(*second, QStringLiteral("lead"), everybodysPassphrase);
        REQUIRE(eventually([&] { return rules.now("Lock by itself").contains(QLatin1Char('7')); }));
        CHECK(says(rules.section, "from now on"));
    } else {
        press(*second, Qt::Key_Escape);
        REQUIRE(eventually([&] { return modal() == again; }));
        CHECK(control<QSpinBox>(*again, "Minutes")->value() == 7);  // nothing is lost
    }
    const auto kept = rules.read([](store::Store &store) { return store::lockTime(store.settings()); });
    CHECK(kept == std::chrono::minutes(isAgreed ? 7 : 5));
}

TEST_CASE("other terms take two people, also of one form", "[desktop][SEC-A6][SEC-R1]")
{
    Rules rules;
    const bool isOfOneForm = GENERATE(true, false);
    QDialog *dialog = openBy(rules.section, "Change the terms…");
    auto *forms = control<QComboBox>(*dialog, "Form");
    if (isOfOneForm) {
        forms->setCurrentIndex(1);
        CHECK_FALSE(control<QSpinBox>(*dialog, "Days of a record")->isEnabled());
        control<QCheckBox>(*dialog, "This form has terms of its own")->click();
    }
    const QString form = forms->currentData().toString();
    control<QSpinBox>(*dialog, "Days of a record")->setValue(30);
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return modal() != dialog; }));
    agreeAs(*modal(), QStringLiteral("lead"), everybodysPassphrase);
    REQUIRE(eventually([&] { return says(rules.section, "The new terms count"); }));
    record::RetentionPolicy expected;
    if (isOfOneForm)
        expected.byForm.insert(form, {expected.standard.draft, std::chrono::days(30)});
    else
        expected.standard.acknowledged = std::chrono::days(30);
    CHECK(rules.read([](store::Store &store) { return store.retentionPolicy(); }) == expected);
}

TEST_CASE("a PIN can be ruled out", "[desktop][SEC-A4]")
{
    Rules rules;
    QDialog *dialog = openBy(rules.section, "Change the PIN rule…");
    control<QCheckBox>(*dialog, "Officers may set a PIN for a shift")->click();
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return rules.now("PIN for a shift").startsWith(QStringLiteral("Nobody")); }));
    CHECK_FALSE(rules.read([](store::Store &store) { return store::isPinAllowed(store.settings()); }));
}

TEST_CASE("a server is named, and its secrets are not shown again", "[desktop]")
{
    Rules rules;
    QDialog *dialog = openBy(rules.section, "Change the server…");
    control<QLineEdit>(*dialog, "Address")->setText(QStringLiteral("odk.example.org"));
    press(*dialog, Qt::Key_Return);
    CHECK(says(*dialog, "begins with https"));
    control<QLineEdit>(*dialog, "Address")
        ->setText(QStringLiteral("https://odk.example.org/v1/key/secret/projects/1"));
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return rules.now("Server").contains(QStringLiteral("odk.example.org")); }));
    CHECK_FALSE(rules.now("Server").contains(QStringLiteral("secret")));
    dialog = openBy(rules.section, "Change the server…");
    CHECK_FALSE(control<QLineEdit>(*dialog, "Address")->text().contains(QStringLiteral("secret")));
    press(*dialog, Qt::Key_Escape);
    const auto kept =
        rules.read([](store::Store &store) { return sync::ServerRepository(store.settings()).find(); });
    CHECK(std::get<sync::AppUser>(kept->access).token == QStringLiteral("secret"));
}

TEST_CASE("a server that is named again keeps what belongs to it and nothing else", "[desktop][SEC-S7]")
{
    sync::ServerSettings kept = require(sync::parseServerAddress(QStringLiteral("https://a.example.org/v1")));
    kept.access = sync::Login{QStringLiteral("post"), QStringLiteral("secret")};
    kept.deviceId = QStringLiteral("PE-DES-01");
    kept.proxy.kind = sync::Proxy::Kind::None;
    kept.trust.pins = {QByteArray(32, 'a'), QByteArray(32, 'b')};
    const auto merged = [&](const char *address, const char *user, const char *password) {
        return require(mergedServer(
            {QLatin1String(address), sync::Protocol::OpenRosa, QLatin1String(user), QLatin1String(password)},
            kept));
    };
    CHECK(merged("https://a.example.org/v1", "post", "") == kept);
    CHECK(std::get<sync::Login>(merged("https://a.example.org/v1", "other", "").access).password.isEmpty());
    CHECK(std::get<sync::Login>(merged("https://a.example.org/v1", "post", "new").access).password ==
          QStringLiteral("new"));
    const auto elsewhere = merged("https://b.example.org/v1", "post", "");
    CHECK(std::get<sync::Login>(elsewhere.access).password.isEmpty());
    CHECK(elsewhere.trust == sync::Trust());
    CHECK(elsewhere.proxy == kept.proxy);
}

TEST_CASE("a rule that is set from outside is shown, and nobody here changes it", "[desktop][SEC-A6]")
{
    Rules rules;
    rules.read([](store::Store &store) {
        store.settings().manage({{QStringLiteral("lock-time"), "2"}});
        return Result<int>(0);
    });
    Q_EMIT rules.post->policiesChanged();
    REQUIRE(eventually([&] { return rules.now("Lock by itself").contains(QLatin1Char('2')); }));
    CHECK_FALSE(control<QPushButton>(rules.section, "Change the lock…")->isEnabled());
    CHECK(control<QPushButton>(rules.section, "Change the PIN rule…")->isEnabled());
    const auto labels = rules.section.findChildren<QLabel *>();
    CHECK(std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
              return label->isVisible() && label->text().contains(QLatin1String("Set by headquarters"));
          }) == 1);
}
