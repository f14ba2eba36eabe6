#include "desktop/open_post.h"

#include "app/installed_forms.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/samples.h"

namespace amparo::test {

namespace {

constexpr const char readableForm[] =
    R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title>
<model><instance><data id="checklist" version="2"><q/></data></instance><bind nodeset="/data/q" type="string"/></model>
</h:head><h:body><input ref="/data/q"><label>?</label></input></h:body></h:html>)";

}  // namespace

OpenPost::OpenPost(Forms forms, record::Role role) : m_folder(quickFolder())
{
    const record::Post description{QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"),
                                   QStringLiteral("PER"), false};
    const record::Officer administrator{OfficerId::create(), QStringLiteral("admin"),
                                        QStringLiteral("Inés Roca"), record::Role::Administrator};
    const record::Officer first{OfficerId::create(), QStringLiteral("lead"), QStringLiteral("Ana Salas"),
                                record::Role::ShiftLead};
    const record::Officer another{OfficerId::create(), QStringLiteral("rosa"), QStringLiteral("Rosa Quiroga"),
                                  role};
    {
        const auto store =
            require(store::Store::create(m_folder.path(), description, administrator, aPassphrase(), clock));
        require(store->addOfficer(first, aPassphrase()));
        require(store->addOfficer(another, aPassphrase()));
        if (forms == Forms::BuiltIn)
            require(app::installBuiltinForms(*store));
    }
    require(
        require(store::Store::open(m_folder.path(), first.loginName, aPassphrase(), clock))->shifts().open());
    m_login = role == first.role ? first.loginName : another.loginName;
    open();
}

void OpenPost::open()
{
    QObject receiver;
    app::Post::open(
        &receiver, m_folder.path(), m_login, aPassphrase(), clock,
        [this](Result<std::unique_ptr<app::Post>> opened) { m_post = require(std::move(opened)); });
    REQUIRE(eventually([this] { return m_post != nullptr; }));
}

std::unique_ptr<app::Post> openAsPost(TestStore &store, const QString &login)
{
    store.signIn(store.administrator());
    require(store->forms().install(
        {QStringLiteral("checklist"), QStringLiteral("2"), QByteArray(readableForm), {}}));
    store.close();
    std::unique_ptr<app::Post> post;
    QObject receiver;
    app::Post::open(&receiver, store.folder(), login, aPassphrase(), store.clock,
                    [&](Result<std::unique_ptr<app::Post>> opened) { post = require(std::move(opened)); });
    REQUIRE(eventually([&] { return post != nullptr; }));
    return post;
}

}  // namespace amparo::test
