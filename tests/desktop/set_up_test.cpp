// The window's first start on a computer that has no store yet, key by key.
#include "app/desktop/main_window.h"
#include "app/desktop/set_up/set_up_page.h"
#include "app/desktop/sign_in/sign_in_page.h"
#include "app/desktop/workplace.h"
#include "desktop/modal.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/samples.h"
#include "support/spoken_language.h"
#include "sync/server_repository.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

const char token[] = "secrettokensecrettoken";

QByteArray enrolmentOf(const char *code)
{
    return QByteArray(R"({"amparoEnrolment": 1, "post": {"code": ")") + code +
           R"(", "name": "Desaguadero", "country": "PER"},
        "server": {"address": "https://)" +
           token + R"(@amparo.example.org", "protocol": "thin"}})";
}

QString typedPassphrase() { return QStringLiteral("siete tortugas azules"); }

/// A computer on which IT has installed the program, and somebody before its window.
class FirstStart {
public:
    /// `enrolment`: the name of the file that IT named, beside the store; empty: none.
    explicit FirstStart(const QString &enrolment = {}, const QByteArray &content = {})
    {
        if (!content.isEmpty())
            add(enrolment, content);
        QByteArray settings = "[General]\n";
        if (!enrolment.isEmpty())
            settings += "EnrolFile=" + path(enrolment).toUtf8() + '\n';
        add(QStringLiteral("installation.ini"), settings);
        qputenv("AMPARO_INSTALLATION", path(QStringLiteral("installation.ini")).toUtf8());
    }
    ~FirstStart() { qunsetenv("AMPARO_INSTALLATION"); }
    Q_DISABLE_COPY_MOVE(FirstStart)

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString store() const { return path(QStringLiteral("store")); }
    void add(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }

    void start()
    {
        window = std::make_unique<MainWindow>(store(), false, systemClock());
        activate(*window);
    }
    SetUpPage *page() const { return window->findChild<SetUpPage *>(); }
    bool reads(const char *words)
    {
        return eventually([&] { return says(*window, words); });
    }

    /// From the field for the name on, with Enter between fields.
    void typeAdministrator(const QString &passphrase = typedPassphrase(),
                           const QString &again = typedPassphrase())
    {
        control<QLineEdit>(*window, "Name")->setFocus();
        enter(QStringLiteral("Ana Salas"));
        enter(QStringLiteral("ana"));
        enter(passphrase);
        enter(again);
    }
    /// At the pace of a person: what comes faster is a document reader's.
    void press(Qt::Key key) { QTest::keyClick(focus(), key, Qt::NoModifier, pause); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(focus(), c.toLatin1(), Qt::NoModifier, pause);
    }
    void tick() { press(Qt::Key_Space); }
    void make()
    {
        control<QPushButton>(*window, "Set up the post")->setFocus();
        press(Qt::Key_Return);
    }
    void enter(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
    }

    std::unique_ptr<MainWindow> window;

private:
    static constexpr int pause = 50;  // in ms
    QWidget *focus() const { return window->focusWidget() ? window->focusWidget() : window.get(); }

    QTemporaryDir m_folder;
};

Result<std::unique_ptr<store::Store>> openStore(const FirstStart &first)
{
    return store::Store::open(first.store(), QStringLiteral("ana"),
                              crypto::Passphrase::fromText(typedPassphrase()), systemClock());
}

}  // namespace

TEST_CASE("the first start takes up the enrolment that IT named, makes the post and signs in", "[desktop]")
{
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    REQUIRE(first.page());
    REQUIRE(first.reads("Post PE-DES-01, Desaguadero (PER). Its records go to amparo.example.org."));
    CHECK_FALSE(hasControl<QLineEdit>(*first.window, "Code of the post"));
    for (const QLineEdit *field : first.page()->findChildren<QLineEdit *>())
        CHECK_FALSE(field->text().contains(QLatin1String(token)));
    CHECK_FALSE(says(*first.window, token));

    first.typeAdministrator();
    CHECK(control<QCheckBox>(*first.window, "I keep this passphrase safe")->hasFocus());
    first.tick();
    first.make();
    REQUIRE(first.reads("The post is set up."));
    const auto labels = first.page()->findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() &&
               label->text().contains(QStringLiteral("Delete the enrolment file now")) &&
               label->text().contains(QStringLiteral("enrol.json"));
    }));
    CHECK(control<QPushButton>(*first.window, "Begin")->hasFocus());
    first.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return first.window->workplace() != nullptr; }));
    CHECK(first.window->workplace()->post().officer().displayName == QStringLiteral("Ana Salas"));
    CHECK(first.window->workplace()->post().description().code == QStringLiteral("PE-DES-01"));
    CHECK(eventually([&] { return first.window->workplace()->post().syncStatus().isConfigured; }));
    CHECK(eventually([&] { return first.page() == nullptr; }));

    first.window.reset();
    const auto store = require(openStore(first));
    CHECK(store->officer().role == record::Role::Administrator);
    const auto server = require(sync::ServerRepository(store->settings()).find());
    REQUIRE(server);
    CHECK(server->address.host() == QStringLiteral("amparo.example.org"));
}

TEST_CASE("Tab leads through the set-up from top to bottom", "[desktop]")
{
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    REQUIRE(first.reads("Post PE-DES-01"));
    control<QLineEdit>(*first.window, "Name")->setFocus();
    QList<int> tops;
    QList<const QWidget *> fields;
    for (int i = 0; i < 6; ++i) {  // name, login, passphrase, again, kept, the button
        fields.append(first.window->focusWidget());
        first.press(Qt::Key_Tab);
    }
    for (const QWidget *field : fields)
        tops.append(field->mapTo(first.page(), QPoint()).y());
    for (qsizetype i = 1; i < tops.size(); ++i)
        CHECK(tops[i] > tops[i - 1]);
}

TEST_CASE("a post is set up without an enrolment as well", "[desktop]")
{
    FirstStart first;
    first.start();
    REQUIRE(first.reads("Without a file the post keeps its records on this computer until a server is set."));
    REQUIRE(eventually([&] { return control<QLineEdit>(*first.window, "Code of the post")->hasFocus(); }));
    first.make();
    CHECK(says(*first.window, "Type the code of your post"));
    first.type(QStringLiteral("PE-DES-01"));
    first.make();
    CHECK(says(*first.window, "Type the name of your post."));
    first.type(QStringLiteral("Desaguadero"));
    first.make();
    CHECK(says(*first.window, "three letters"));
    first.type(QStringLiteral("qqq"));
    first.make();
    CHECK(says(*first.window, "three letters"));  // of no country
    control<QLineEdit>(*first.window, "Country")->clear();
    first.type(QStringLiteral("per"));
    first.make();
    CHECK(says(*first.window, "Type the administrator's name and login name."));
    first.typeAdministrator();
    first.tick();
    first.make();
    REQUIRE(first.reads("The post is set up."));
    first.window.reset();
    const auto store = require(openStore(first));
    CHECK(store->post() == record::Post{QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"),
                                        QStringLiteral("PER"), false});
}

TEST_CASE("an enrolment that is missing or wrong is told in one sentence, and another is taken", "[desktop]")
{
    struct Row {
        const char *content;
        const char *sentence;
    };
    const auto row = GENERATE(values<Row>({
        {"", "There is no file of that name."},
        {"{\"amparoEnrolment\": 1}", "This is no enrolment file of headquarters, or it is damaged."},
        {"{\"amparoEnrolment\": 2}", "newer version of Amparo"},
    }));
    CAPTURE(row.sentence);
    FirstStart first(QStringLiteral("wrong.json"), row.content);
    first.add(QStringLiteral("right.json"), enrolmentOf("PE-TAC-02"));
    first.start();
    REQUIRE(first.reads(row.sentence));
    first.typeAdministrator();
    first.tick();
    first.make();
    CHECK(first.page());
    CHECK_FALSE(store::Store::existsIn(first.store()));

    auto *file = control<QLineEdit>(*first.window, "Enrolment file of headquarters");
    file->setFocus();
    file->selectAll();
    file->setText(first.path(QStringLiteral("right.json")));
    first.press(Qt::Key_Return);
    REQUIRE(first.reads("Post PE-TAC-02"));
    file->selectAll();
    first.press(Qt::Key_Delete);
    first.press(Qt::Key_Tab);
    CHECK(first.reads("Without a file"));
    CHECK(hasControl<QLineEdit>(*first.window, "Code of the post"));
}

TEST_CASE("the usual rules for passphrases hold, and that it is kept safe has to be ticked",
          "[desktop][SEC-A2]")
{
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    REQUIRE(first.reads("Post PE-DES-01"));
    first.typeAdministrator();
    first.make();
    CHECK(says(*first.window, "Tick that the passphrase is kept safe"));
    first.tick();
    const auto tryWith = [&](const char *one, const char *again) {
        control<QLineEdit>(*first.window, "New passphrase")->setText(QString::fromUtf8(one));
        control<QLineEdit>(*first.window, "The same passphrase again")->setText(QString::fromUtf8(again));
        first.make();
    };
    tryWith("short", "short");
    CHECK(says(*first.window, "12 characters"));
    tryWith("siete tortugas azules", "siete tortugas verdes");
    CHECK(says(*first.window, "The two passphrases differ."));
    CHECK(control<QLineEdit>(*first.window, "New passphrase")->text().isEmpty());
    CHECK_FALSE(store::Store::existsIn(first.store()));
}

TEST_CASE("who walks away after the set-up finds the sign-in page", "[desktop][SEC-A5]")
{
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    REQUIRE(first.reads("Post PE-DES-01"));
    first.typeAdministrator();
    first.tick();
    first.make();
    REQUIRE(first.reads("The post is set up."));
    first.window->lock(app::LockReason::Suspend);
    CHECK(first.window->findChild<SignInPage *>()->isVisible());
    CHECK(first.window->workplace() == nullptr);
    CHECK(openStore(first).has_value());
}

TEST_CASE("where there is a store, or what is left of one, nothing is offered", "[desktop]")
{
    FirstStart first;
    REQUIRE(QDir().mkpath(first.store()));
    SECTION("keys") { first.add(QStringLiteral("store/keys.amparo.previous"), "x"); }
    SECTION("a database") { first.add(QStringLiteral("store/store-2.amparo"), "x"); }
    first.start();
    CHECK_FALSE(first.page());
    CHECK(first.window->findChild<SignInPage *>()->isVisible());
}

TEST_CASE("a store that was made meanwhile is signed in to, not touched", "[desktop]")
{
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    REQUIRE(first.reads("Post PE-DES-01"));
    const record::Officer other{OfficerId::create(), QStringLiteral("ana"), QStringLiteral("Ana"),
                                record::Role::Administrator};
    require(store::Store::create(
        first.store(), {QStringLiteral("PE-TAC-02"), QStringLiteral("Tacna"), QStringLiteral("PER"), false},
        other, crypto::Passphrase::fromText(typedPassphrase()), systemClock()));
    first.typeAdministrator();
    first.tick();
    first.make();
    REQUIRE(eventually([&] { return first.window->findChild<SignInPage *>()->isVisible(); }));
    CHECK(require(openStore(first))->post().code == QStringLiteral("PE-TAC-02"));
}

TEST_CASE("the set-up speaks the program's language", "[desktop]")
{
    const SpokenLanguage spanish(QStringLiteral("es-BO"));
    FirstStart first(QStringLiteral("enrol.json"), enrolmentOf("PE-DES-01"));
    first.start();
    CHECK(first.reads("Puesto PE-DES-01, Desaguadero (PER)."));
    CHECK(hasControl<QPushButton>(*first.window, "Preparar el puesto"));
}

TEST_CASE("pictures of the first start", "[.][screenshots]")
{
    const QString ui =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR"));
    const bool isEnrolled = GENERATE(true, false);
    const SpokenLanguage spoken(ui);
    FirstStart first(isEnrolled ? QStringLiteral("enrol.json") : QString(),
                     isEnrolled ? enrolmentOf("PE-DES-01") : QByteArray());
    first.start();
    QTest::qWait(500);
    const QString name = QStringLiteral("set-up-%1-%2")
                             .arg(ui, isEnrolled ? QStringLiteral("enrolled") : QStringLiteral("alone"));
    CHECK(first.window->grab().save(screenshotFolder().filePath(name + QStringLiteral(".png"))));
    if (!isEnrolled)
        return;
    const auto fields = first.page()->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password)
            field->setText(typedPassphrase());
        else if (field->isVisible() && field->text().isEmpty())
            field->setText(QStringLiteral("ana"));
    }
    first.page()->findChild<QCheckBox *>()->setChecked(true);
    for (QPushButton *button : first.page()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(QLatin1Char('&')) &&
            !button->text().contains(QStringLiteral("…")))
            button->click();
    }
    CHECK(eventually([&] { return !first.page()->findChild<QCheckBox *>()->isVisible(); }));
    CHECK(first.window->grab().save(screenshotFolder().filePath(name + QStringLiteral("-done.png"))));
}
