#include "desktop/open_post.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "support/samples.h"

namespace amparo::test {

OpenPost::OpenPost() : m_folder(quickFolder())
{
    const record::Post description{QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"),
                                   QStringLiteral("PER"), false};
    const record::Officer first{OfficerId::create(), QStringLiteral("lead"), QStringLiteral("Ana Salas"),
                                record::Role::Administrator};
    {
        const auto store =
            require(store::Store::create(m_folder.path(), description, first, aPassphrase(), clock));
        require(store->shifts().open(first.id));
    }
    QObject receiver;
    app::Post::open(
        &receiver, m_folder.path(), first.loginName, aPassphrase(), clock,
        [this](Result<std::unique_ptr<app::Post>> opened) { m_post = require(std::move(opened)); });
    REQUIRE(eventually([this] { return m_post != nullptr; }));
}

}  // namespace amparo::test
