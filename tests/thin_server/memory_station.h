#pragma once

#include "sync/thin/station.h"

#include <QObject>

#include <memory>

namespace amparo::test {

/// What a post keeps of its batches when the program ends: shared by the stations of one test, one after the
/// other.
struct StationContents {
    QByteArray storeId = QByteArray(16, 's');
    QByteArray generation = QByteArray(16, 'g');
    quint64 sequence = 0;  ///< given out last
    bool isFirstLife = true;
    QByteArray checkpoint = "checkpoint";
    QByteArray serverKey;
    int keysKept = 0;
    int copiesNoticed = 0;

    /// As a store does that was restored or set back.
    void beginNewLife();
};

/// A post without a store, without forms and without a key to seal with, that keeps the rules of the real one
/// and answers later, as it does.
class MemoryStation final : public QObject, public thin::Station {
public:
    explicit MemoryStation(std::shared_ptr<StationContents> contents = std::make_shared<StationContents>())
        : m_contents(std::move(contents))
    {}

    void nextBatch(std::function<void(const Result<thin::Sender> &)> done) override;
    void compare(const QByteArray &generation, quint64 sequence, std::optional<quint64> unused,
                 std::function<void(const Result<bool> &)> done) override;
    void findForm(const QString &formId, const QString &version,
                  std::function<void(const QByteArray &xform)> done) override;
    void seal(const QByteArray &frame, const exchange::Manifest &manifest,
              std::function<void(const Result<QByteArray> &)> done) override;
    void keepServerKey(const QByteArray &publicKey) override;

private:
    std::shared_ptr<StationContents> m_contents;
};

}  // namespace amparo::test
