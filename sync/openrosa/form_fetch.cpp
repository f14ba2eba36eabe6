#include "sync/openrosa/form_fetch.h"

#include "sync/openrosa/form_list.h"
#include "sync/openrosa/http_client.h"
#include "sync/openrosa/verdict.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QUrlQuery>

namespace amparo::openrosa {

namespace {

constexpr qint64 largestList = 4 * 1024 * 1024;
constexpr qint64 largestPart = 64 * 1024 * 1024;  // as forms may be (security design, I1)

using Md5 = QByteArray;

Md5 md5Of(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Md5); }

/// The link or the server has given out: nothing further is asked.
struct GivenOut {
    sync::Unsent trouble;
};

/// One part of one form is not to be had.
struct Missing {
    QString why;
};

template <class T> using Got = std::variant<T, Missing, GivenOut>;

/// One fetch, from the list to the last file.
class Fetch {
public:
    Fetch(const sync::ServerSettings &settings, const QList<form::FormPackage> &known, const Clock &clock,
          std::chrono::milliseconds patience)
        : m_base(baseUrl(settings)), m_deviceId(settings.deviceId), m_client(settings, clock, patience)
    {
        for (const form::FormPackage &package : known) {
            m_known.insert(package.formId, package);
            m_parts.insert(md5Of(package.definition), package.definition);
            for (const QByteArray &content : package.media)
                m_parts.insert(md5Of(content), content);
        }
    }

    FetchedForms run()
    {
        const auto list = get(listUrl(), largestList);
        if (const auto *body = std::get_if<QByteArray>(&list)) {
            if (const auto forms = readFormList(*body, m_base))
                fetchAll(*forms);
            else
                m_fetched.trouble = sync::Unsent{sync::Trouble::Portal, sync::Unsent::Scope::Server, 200};
        } else {
            stop(list);
        }
        m_fetched.traffic = m_client.traffic();
        return m_fetched;
    }

private:
    QUrl listUrl() const
    {
        QUrl url = m_base;
        url.setPath(url.path() + QLatin1String("/formList"));
        if (!m_deviceId.isEmpty()) {
            QUrlQuery query;
            query.addQueryItem(QStringLiteral("deviceID"), m_deviceId);
            url.setQuery(query);
        }
        return url;
    }

    void fetchAll(const QList<ListedForm> &forms)
    {
        for (const ListedForm &form : forms) {
            const auto package = fetch(form);
            if (const auto *whole = std::get_if<form::FormPackage>(&package))
                take(*whole);
            else if (const auto *missing = std::get_if<Missing>(&package))
                m_fetched.failed.append({form.formId, missing->why});
            else
                return stop(package);
        }
    }

    void take(const form::FormPackage &package)
    {
        const auto known = m_known.constFind(package.formId);
        if (known != m_known.cend() && known->definition == package.definition &&
            known->media == package.media)
            ++m_fetched.unchanged;
        else
            m_fetched.changed.append(package);
    }

    template <class T> void stop(const Got<T> &got)
    {
        if (const auto *givenOut = std::get_if<GivenOut>(&got))
            m_fetched.trouble = givenOut->trouble;
        else
            m_fetched.trouble = sync::Unsent{sync::Trouble::WrongAddress, sync::Unsent::Scope::Server, 404};
    }

    Got<form::FormPackage> fetch(const ListedForm &form)
    {
        form::FormPackage package{form.formId, form.version, {}, {}};
        auto definition = part(form.md5, form.downloadUrl);
        if (!std::holds_alternative<QByteArray>(definition))
            return passOn(definition);
        package.definition = std::get<QByteArray>(std::move(definition));
        if (!form.manifestUrl)
            return package;
        const auto manifest = get(*form.manifestUrl, largestList);
        if (!std::holds_alternative<QByteArray>(manifest))
            return passOn(manifest);
        const auto files = readManifest(std::get<QByteArray>(manifest), m_base);
        if (!files)
            return Missing{files.error().detail};
        for (const ListedFile &file : *files) {
            auto content = part(file.md5, file.downloadUrl);
            if (!std::holds_alternative<QByteArray>(content))
                return passOn(content);
            package.media.insert(file.name, std::get<QByteArray>(std::move(content)));
        }
        return package;
    }

    static Got<form::FormPackage> passOn(const Got<QByteArray> &got)
    {
        if (const auto *missing = std::get_if<Missing>(&got))
            return *missing;
        return std::get<GivenOut>(got);
    }

    Got<QByteArray> part(const Md5 &md5, const QUrl &url)
    {
        if (const auto here = m_parts.constFind(md5); here != m_parts.cend())
            return *here;
        auto got = get(url, largestPart);
        if (const auto *body = std::get_if<QByteArray>(&got)) {
            if (md5Of(*body) != md5)
                return Missing{QStringLiteral("other bytes came than the server's list says")};
            m_parts.insert(md5, *body);
        }
        return got;
    }

    Got<QByteArray> get(const QUrl &url, qint64 most)
    {
        // Tokens and passwords go nowhere else.
        if (url.scheme() != m_base.scheme() || url.host() != m_base.host() || url.port() != m_base.port() ||
            !url.userInfo().isEmpty())
            return Missing{QStringLiteral("the server's list points to another server")};
        std::variant<HttpAnswer, sync::Unsent> result;
        QEventLoop loop;
        m_client.get(url, most, [&](const std::variant<HttpAnswer, sync::Unsent> &came) {
            result = came;
            loop.quit();
        });
        loop.exec();
        if (const auto *unsent = std::get_if<sync::Unsent>(&result))
            return GivenOut{*unsent};
        const HttpAnswer &answer = std::get<HttpAnswer>(result);
        if (answer.status == 200)
            return answer.body;
        if (answer.status == 404 || answer.status == 410)
            return Missing{QStringLiteral("the server does not have what its list names")};
        return GivenOut{judgePreflight(answer).value_or(
            sync::Unsent{sync::Trouble::Portal, sync::Unsent::Scope::Server, answer.status})};
    }

    QUrl m_base;
    QString m_deviceId;
    HttpClient m_client;
    QMap<QString, form::FormPackage> m_known;
    QHash<Md5, QByteArray> m_parts;
    FetchedForms m_fetched;
};

}  // namespace

FetchedForms fetchForms(const sync::ServerSettings &settings, const QList<form::FormPackage> &known,
                        const Clock &clock, std::chrono::milliseconds patience)
{
    return Fetch(settings, known, clock, patience).run();
}

}  // namespace amparo::openrosa
