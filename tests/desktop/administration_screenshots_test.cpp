// Pictures of the administration for people to look at, no test: AMPARO_SCREENSHOTS=folder test_desktop
// "[screenshots]".

#include "app/desktop/administration/administration_page.h"
#include "app/desktop/administration/policies_section.h"
#include "app/desktop/approval/second_person_dialog.h"
#include "app/desktop/widgets/theme.h"
#include "app/desktop/workplace.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "translations/languages.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

void shoot(QWidget &widget, const QString &name)
{
    QTest::qWait(200);
    const QDir folder = test::screenshotFolder();
    CHECK(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

struct Look {
    const char *name;
    const char *language;
    Scheme scheme;
    QSize size;
    qreal zoom;
};

/// The window as an administrator sees it, letters enlarged as the desktop's setting would.
class AdministratorsWindow {
public:
    explicit AdministratorsWindow(const Look &look) : m_font(QApplication::font())
    {
        applyTheme(look.scheme);
        translations::useLanguage(*qApp, QLatin1String(look.language));
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * look.zoom);
        QApplication::setFont(font);
        m_workplace = std::make_unique<Workplace>(m_post.take());
        m_workplace->resize(look.size);
        activate(*m_workplace);
        press(*m_workplace, Qt::Key_8, Qt::ControlModifier);
    }

    ~AdministratorsWindow()
    {
        m_workplace.reset();
        QApplication::setFont(m_font);
        translations::useLanguage(*qApp, QStringLiteral("en"));
        applyTheme(Scheme::Light);
    }

    Workplace &operator*() { return *m_workplace; }

    template <class T> T *visible()
    {
        for (T *one : m_workplace->findChildren<T *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    /// What opens at `button`, counted among those of the section that can be pressed.
    void shootDialogs(const QString &suffix)
    {
        for (QPushButton *button :
             m_workplace->findChild<AdministrationPage *>()->findChildren<QPushButton *>()) {
            if (!button->isVisible() || !button->isEnabled() || !button->text().endsWith(QChar(u'…')))
                continue;
            button->click();
            REQUIRE(eventually([] { return QApplication::activeModalWidget() != nullptr; }));
            shoot(*QApplication::activeModalWidget(),
                  QStringLiteral("administration-%1%2").arg(++m_dialogs).arg(suffix));
            qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
            REQUIRE(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
        }
    }

private:
    QFont m_font;
    int m_dialogs = 0;
    OpenPost m_post{OpenPost::Forms::None, record::Role::Administrator};
    std::unique_ptr<Workplace> m_workplace;
};

}  // namespace

TEST_CASE("pictures of the administration", "[.][screenshots]")
{
    const Look look = GENERATE(values<Look>({
        {"", "en", Scheme::Light, QSize(1366, 768), 1},
        {"-dark-es", "es", Scheme::Dark, QSize(1366, 768), 1.25},
        {"-large-pt", "pt-BR", Scheme::Light, QSize(1366, 768), 2},
    }));
    AdministratorsWindow window(look);
    const QString suffix = QLatin1String(look.name);
    auto *table = window.visible<QTableView>();
    REQUIRE(table);
    REQUIRE(eventually([&] { return table->model()->rowCount() == 3; }));
    table->selectRow(0);
    shoot(*window, QStringLiteral("administration") + suffix);
    window.shootDialogs(suffix);

    auto *sections = window.visible<QListWidget>();
    REQUIRE(sections);
    sections->setCurrentRow(1);
    QTest::qWait(300);
    shoot(*window, QStringLiteral("policies") + suffix);
    window.shootDialogs(suffix);
    SecondPersonDialog dialog((*window).post(), record::Permission::SetPolicies,
                              PoliciesSection::tr("No server is set: records stay on this computer."),
                              [](const store::Approval &) {}, &*window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    shoot(dialog, QStringLiteral("second-person") + suffix);
}

TEST_CASE("pictures of how the store is looked after", "[.][screenshots]")
{
    const Look look = GENERATE(values<Look>({
        {"", "en", Scheme::Light, QSize(1366, 768), 1},
        {"-dark-es", "es", Scheme::Dark, QSize(1366, 768), 1.25},
        {"-large-pt", "pt-BR", Scheme::Light, QSize(1366, 768), 2},
    }));
    AdministratorsWindow window(look);
    auto *sections = window.visible<QListWidget>();
    REQUIRE(sections);
    for (int row = 1; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        const QString name = QStringLiteral("section-%1").arg(row);
        shoot(*window, name + QLatin1String(look.name));
    }
}
