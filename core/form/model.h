#pragma once

// What a form says, as the readers build it and the session runs it; for the sources of this room only.
//
// Nodes, repeats and units are named by index. The primary instance is cut into scopes: the form itself is
// scope 0, and each instance of a repeat opens a scope of its own. A node occurs once in an instance of its
// scope, so that it is found by its slot, without search.

#include "form/form_definition.h"
#include "form/itext.h"
#include "xpath/expression.h"

#include <QHash>
#include <QList>

#include <optional>
#include <variant>
#include <vector>

namespace amparo::form {

/// A stretch of text, or an output whose value is put there.
using TextPiece = std::variant<QString, xpath::Expression>;
using TextPieces = QList<TextPiece>;

/// One text of the form in one language, in its forms.
struct TextForms {
    bool isEmpty() const
    {
        return text.isEmpty() && guidance.isEmpty() && image.isEmpty() && audio.isEmpty() && video.isEmpty();
    }

    TextPieces text;
    TextPieces guidance;
    QString image;
    QString bigImage;
    QString audio;
    QString video;
};

/// Where a label, hint or message comes from: nowhere, written in place, an itext id, an expression that
/// yields it.
struct ItextId {
    QString id;
};
using TextSource = std::variant<std::monostate, TextPieces, ItextId, xpath::Expression>;

/// A condition of a bind; constant ones are settled when the form is read.
struct Rule {
    xpath::Expression expression;
    std::optional<bool> constant;
};

struct CustomAttribute {
    QString namespaceUri;
    QString name;
    QString value;
};

struct Bind {
    DataType type = DataType::String;
    Place place;
    std::optional<Rule> relevant;
    std::optional<Rule> required;
    std::optional<Rule> readonly;
    std::optional<Rule> constraint;
    std::optional<xpath::Expression> calculate;
    TextSource requiredMessage;
    TextSource constraintMessage;
    QString preload;
    QString preloadParams;
    QList<CustomAttribute> attributes;
};

/// An expression that reads a node is to be looked at again in all instances below the common scope.
struct Edge {
    int target = -1;  ///< unit, or node of a select whose choices are filtered
    int scope = 0;    ///< repeat whose instance reader and read node share

    bool operator==(const Edge &) const = default;
};

/// An element or attribute of the primary instance, as the form declares it.
struct Node {
    QString path;  ///< without positions
    QString local;
    QString namespaceUri;
    int parent = -1;
    std::vector<int> children;
    QHash<QString, int> childByStep;  ///< by local name, attributes as "@name"
    bool isAttribute = false;
    bool isRepeat = false;
    bool hasElements = false;  ///< other elements stand inside; else it holds a value
    int scope = 0;             ///< repeat in whose instances it stands; of a repeat's own node, that repeat
    int slot = 0;              ///< place among the nodes of its scope
    int bind = -1;
    int control = -1;  ///< index of the control that shows it
    int relevantUnit = -1;
    int calculateUnit = -1;
    std::vector<Edge> dependents;  ///< units that read its value (of a repeat: how many instances there are)
    std::vector<Edge> counters;    ///< those of them that count what is relevant, empty or not
    std::vector<Edge> filtered;    ///< selects whose choices depend on it
    std::vector<int> actions;      ///< to be done when its value changes

    bool isLeaf() const { return !hasElements && !isRepeat; }
    int child(const QString &step) const { return childByStep.value(step, -1); }
};

struct Repeat {
    int node = 0;
    int parent = -1;          ///< repeat around it; -1: this is the form itself
    int indexInParent = 0;    ///< place in the parent's `nested`
    std::vector<int> slots;   ///< nodes of its scope in document order
    std::vector<int> nested;  ///< repeats directly inside
    xpath::Document pattern;  ///< what a new instance looks like; empty for the form itself
    int countNode = -1;       ///< the field that says how many instances there are
    std::optional<xpath::Expression>
        count;  ///< where that is more than a field, read from the node around the repeat
    Place place;
    int countUnit = -1;
    bool isFixed = false;  ///< jr:noAddRemove, or a count: the user neither adds nor removes
};

/// A computation. Their order in Model::units is one in which each comes after all that it reads.
struct Unit {
    enum class Kind { Count, Relevant, Calculate };
    Kind kind = Kind::Calculate;
    int node = -1;
};

struct InlineItem {
    QString value;
    TextSource label;
};

struct ItemSet {
    xpath::Expression nodes;
    xpath::Expression value;
    std::optional<xpath::Expression> label;
    QString valueName;  ///< child element that holds the value, where it is as simple as that
    QString labelName;
    QString itextName;  ///< child element that holds an itext id: jr:itext(itextId)
};

struct ControlNode {
    Control kind = Control::Input;
    int node = -1;    ///< -1: a group that stands for no node
    int parent = -1;  ///< group or repeat around it
    int repeat = -1;  ///< of Control::Repeat
    TextSource label;
    TextSource hint;
    QString appearance;
    QString mediaType;
    double rangeStart = 0;
    double rangeEnd = 10;
    double rangeStep = 1;
    QList<InlineItem> items;
    std::optional<ItemSet> itemset;
    std::vector<int> children;
    QList<CustomAttribute> attributes;
    Place place;
};

struct Action {
    enum Event { FirstLoad = 1, Load = 2, NewRepeat = 4, ValueChanged = 8 };
    enum class Source { Value, Location };
    int events = 0;
    int repeat = 0;   ///< the repeat in whose instances it is declared; 0: in none
    int context = 0;  ///< node from which the target is seen: that of the control around it
    int target = -1;
    std::optional<xpath::Expression> targetPath;  ///< where predicates choose among the target's instances
    Source source = Source::Value;
    std::optional<xpath::Expression> value;
    QString literal;
};

struct SecondaryInstance {
    QString id;
    xpath::Document document;
    bool isLastSaved = false;  ///< jr://instance/last-saved: `document` is empty, the session brings it
};

struct Model {
    QString formId;
    QString version;
    QString title;
    QString style;
    SubmissionSettings submission;

    xpath::Namespaces namespaces;
    xpath::Document primary;      ///< with the instances that the form begins with, without templates
    std::vector<Node> nodes;      ///< in document order; 0 is the root element
    std::vector<Repeat> repeats;  ///< 0 is the form itself
    std::vector<Bind> binds;
    std::vector<ControlNode> controls;
    std::vector<int> body;  ///< controls at the top
    std::vector<Unit> units;
    std::vector<Action> actions;
    std::vector<SecondaryInstance> secondary;
    std::vector<int> preloaded;  ///< nodes that the device fills in

    QStringList languages;  ///< as the form writes them
    int defaultLanguage = 0;
    Itext<TextForms> itext;

    QStringList mediaFiles;
    QHash<QString, int> byPath;
    QByteArray fingerprint;  ///< of the shape of the primary instance: what a snapshot must agree with

    int instanceIdNode = -1;
    int instanceNameNode = -1;
    int deprecatedIdNode = -1;

    /// The node of a path with or without positions; -1: none.
    int find(const QString &path) const;

    /// Whether a node is `outer` or stands inside it.
    bool isInside(int node, int outer) const;

    const Bind &bind(int node) const;  ///< an empty one where the form has none
    /// The language of that name or tag, else the first of the same primary subtag ("pt" finds "pt-BR"); -1:
    /// none.
    int languageIndex(const QString &language) const;
    /// The text of an id in a language; empty where the language does not have it.
    TextForms text(const QString &itextId, int language) const;
    const SecondaryInstance *instance(const QString &id) const;
};

/// The BCP 47 tag of a language as forms write it: "English (en)" is "en"; without brackets, the whole.
QString languageTag(const QString &name);

/// A path without its positions: /data/people[2]/name is /data/people/name.
QString withoutPositions(const QString &path);

}  // namespace amparo::form
