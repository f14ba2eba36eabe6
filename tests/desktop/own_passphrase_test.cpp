#include "app/desktop/workplace.h"
#include "desktop/modal.h"
#include "desktop/open_post.h"

#include <QMenu>
#include <QPointer>

using namespace amparo;
using namespace amparo::test;

namespace {

const QString newPassphrase = QStringLiteral("cinco llamas azules");

void choosePassphrase(QDialog &dialog, const QString &current, const QString &next)
{
    control<QLineEdit>(dialog, "Current passphrase")->setText(current);
    control<QLineEdit>(dialog, "New passphrase")->setText(next);
    control<QLineEdit>(dialog, "The same passphrase again")->setText(next);
    press(dialog, Qt::Key_Return);
}

}  // namespace

TEST_CASE("everybody changes their own passphrase from the menu, with the one before",
          "[desktop][SEC-A2][SEC-A3]")
{
    const record::Role role = GENERATE(record::Role::Officer, record::Role::ShiftLead,
                                       record::Role::Administrator, record::Role::Auditor);
    CAPTURE(record::roleName(role));
    OpenPost post(OpenPost::Forms::None, role);
    const QString login = post->officer().loginName;
    auto window = std::make_unique<desktop::Workplace>(post.take());
    activate(*window);
    press(*window, Qt::Key_F10);
    REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_M);
    QPointer<QDialog> dialog = modal();

    choosePassphrase(*dialog, everybodysPassphrase, QStringLiteral("short"));
    CHECK(says(*dialog, "12 characters"));
    choosePassphrase(*dialog, newPassphrase, newPassphrase);
    REQUIRE(eventually([&] { return says(*dialog, "wrong"); }));
    choosePassphrase(*dialog, everybodysPassphrase, newPassphrase);
    REQUIRE(eventually([&] { return says(*dialog, "After wrong tries there is a wait."); }));
    post.clock.advance(std::chrono::seconds(5));
    choosePassphrase(*dialog, everybodysPassphrase, newPassphrase);
    REQUIRE(eventually([&] { return says(*dialog, "The passphrase is changed."); }));
    press(*dialog, Qt::Key_Escape);
    CHECK(eventually([&] { return !dialog; }));

    window.reset();
    const auto opens = [&](const QString &passphrase) {
        return store::Store::open(post.folder(), login, crypto::Passphrase::fromText(passphrase), post.clock)
            .has_value();
    };
    CHECK(opens(newPassphrase));
    CHECK_FALSE(opens(everybodysPassphrase));
}
