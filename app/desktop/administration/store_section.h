#pragma once

#include "app/desktop/widgets/theme.h"
#include "app/post.h"
#include "app/store_check.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace amparo::desktop {

class Finding;
class WorkProgress;

/// How the store itself fares (security design, D3 to D5): how large it is, how much room its disk has, which
/// of the post's stores it is; the full check, and what to do about damage.
class StoreSection : public QWidget {
    Q_OBJECT

public:
    explicit StoreSection(app::Post &post, QWidget *parent = nullptr);  // borrowed

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Facts {
        qint64 sizeInBytes = 0;
        qint64 freeInBytes = 0;
        store::Beginning beginning;
        store::AuditPoint head;
    };
    static Result<Facts> read(store::Store &store);

    void layOut();
    void connectParts();
    void retranslate();
    void reload();
    void showFacts();
    void showHealth();
    void check();
    void checkFailed(const Error &error);
    void checkEnded(Tone tone, const QString &sentence);

    app::Post &m_post;
    app::StoreCheck m_check;
    std::optional<Facts> m_facts;
    Finding *m_health;
    QFormLayout *m_form;
    QLabel *m_size;
    QLabel *m_free;
    QLabel *m_beginning;
    QLabel *m_generation;
    QLabel *m_head;
    QLabel *m_about;
    QPushButton *m_begin;
    WorkProgress *m_progress;
    Finding *m_outcome;
};

}  // namespace amparo::desktop
