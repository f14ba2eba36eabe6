// What the window offers to each role.
#include "app/desktop/today/today_page.h"
#include "app/desktop/workplace.h"
#include "desktop/open_post.h"
#include "support/gui.h"

#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <utility>

using namespace amparo;
using namespace amparo::test;

TEST_CASE("the window offers each role what the table opens to it, by button and by key", "[desktop][SEC-A1]")
{
    struct Row {
        record::Role role;
        bool screens, reads, reports, managesShift, administers;
    };
    const Row row = GENERATE(Row{record::Role::Officer, true, true, false, true, false},
                             Row{record::Role::ShiftLead, true, true, true, true, true},
                             Row{record::Role::Administrator, false, false, false, false, true},
                             Row{record::Role::Auditor, false, true, true, false, true});
    CAPTURE(record::roleName(row.role));
    OpenPost post(OpenPost::Forms::None, row.role);
    const auto window = std::make_unique<desktop::Workplace>(post.take());
    activate(*window);
    CHECK(hasControl<QPushButton>(*window, "Screening") == row.screens);
    CHECK(hasControl<QPushButton>(*window, "New screening") == row.screens);
    CHECK(hasControl<QPushButton>(*window, "Records") == row.reads);
    CHECK(hasControl<QPushButton>(*window, "Reports") == row.reports);
    CHECK(hasControl<QPushButton>(*window, "Close the shift") == row.managesShift);
    CHECK(hasControl<QPushButton>(*window, "Administration") == row.administers);
    const auto *today = window->findChild<desktop::TodayPage *>();
    REQUIRE(today);
    const std::pair<Qt::Key, bool> keys[] = {{Qt::Key_2, row.screens},
                                             {Qt::Key_3, row.reads},
                                             {Qt::Key_4, row.reports},
                                             {Qt::Key_8, row.administers}};
    for (const auto &[key, isOpen] : keys) {
        QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
        REQUIRE(today->isVisible());
        QTest::keyClick(window.get(), key, Qt::ControlModifier);
        CHECK(today->isVisible() == !isOpen);
    }
}

TEST_CASE("the administration has for each role the sections that the table opens to it", "[desktop][SEC-A1]")
{
    struct Row {
        record::Role role;
        QStringList sections;
    };
    const QStringList care{QStringLiteral("Keys"), QStringLiteral("Backups"), QStringLiteral("Store")};
    const Row row = GENERATE_COPY(
        Row{record::Role::ShiftLead, care},
        Row{record::Role::Administrator, QStringList{QStringLiteral("Officers"), QStringLiteral("Policies")} +
                                             care + QStringList{QStringLiteral("Audit")}},
        Row{record::Role::Auditor, {QStringLiteral("Audit")}});
    CAPTURE(record::roleName(row.role));
    OpenPost post(OpenPost::Forms::None, row.role);
    desktop::Workplace window(post.take());
    activate(window);
    QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier);
    const auto *list = control<QListWidget>(window, "Sections");
    QStringList sections;
    for (int i = 0; i < list->count(); ++i)
        sections.append(list->item(i)->text());
    CHECK(sections == row.sections);
}
