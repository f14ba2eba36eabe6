#pragma once

#include "form/engine.h"
#include "form/session.h"

#include <QSet>

namespace amparo::form {

/// A text of the form as shown: in the active language, outputs filled in.
struct ShownText {
    QString text;
    QString guidance;
    QString image;
    QString bigImage;
    QString audio;
    QString video;
};

/// What a session holds, and what its expressions ask of it.
class Session::State final : public xpath::Environment {
public:
    State(std::shared_ptr<const FormDefinition> form, SessionOptions given);
    State(const State &other);
    State &operator=(const State &) = delete;

    const Model &model() const { return engine.model(); }
    const Instance &instance() const { return engine.instance(); }

    // xpath::Environment
    std::optional<xpath::Node> instance(const QString &id) const override;
    std::optional<QString> choiceName(const QString &value, const QString &path,
                                      xpath::Node context) const override;
    std::optional<QString> itext(const QString &id) const override;
    QString version() const override { return model().version; }
    QString language() const override;
    bool isHidden(xpath::Node node) const override;
    const Clock &clock() const override;
    double random() const override;

    QString newInstanceId() const;  ///< "uuid:" and a random UUID
    QString timestamp() const;      ///< now, ISO 8601 with the post's offset

    ShownText shown(const TextSource &source, xpath::NodeId context) const;
    QString render(const TextPieces &pieces, xpath::NodeId context) const;

    QList<Choice> choices(xpath::NodeId id) const;
    QSet<QString> choiceValues(xpath::NodeId id) const;

    bool isReadonly(xpath::NodeId id) const;
    std::optional<Violation> violation(xpath::NodeId id) const;
    const ControlNode *control(xpath::NodeId id) const;  ///< null: none shows it

    void addItems(int control, int scope, int depth, QList<Item> &items) const;
    Item makeItem(const ControlNode &control, xpath::NodeId id, int depth) const;

    /// Fills in what the device supplies inside a scope: 0, the form's, or that of a new repeat instance.
    /// Whether there was anything.
    bool preload(int scope);
    /// Settles, and takes answers back that are no longer among the choices.
    Result<> settle();

    std::shared_ptr<const FormDefinition> definition;  // shared with other sessions of the form
    SessionOptions options;
    int activeLanguage = 0;
    Engine engine;

private:
    std::optional<QString> supplied(const Bind &bind) const;
    bool preloadOpened();
    Item makeSeries(const ControlNode &control, int scope, int depth) const;
    bool isSeriesRelevant(const ControlNode &control, int scope) const;
    bool dropUnavailable(xpath::NodeId id);
    quint64 orderSeed(xpath::NodeId id) const;

    mutable std::optional<quint64> m_choiceOrder;        // random() while choices are being put in order
    std::shared_ptr<const xpath::Document> m_lastSaved;  // shared by copies: it never changes
    TextForms forms(const QString &itextId) const;
    template <class Visit> void visitChoiceNodes(const ItemSet &itemset, xpath::NodeId id, Visit visit) const;
    QString childText(xpath::Node node, const QString &name, const xpath::Expression &expression) const;
};

}  // namespace amparo::form
