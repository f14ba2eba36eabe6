#pragma once

// An XForm as it is written: names and expressions still text, each with its line. For the sources of this
// room only.

#include "form/itext.h"
#include "form/model.h"
#include "form/problem.h"

#include <QByteArray>

namespace amparo::form {

/// The namespace of JavaRosa's attributes.
inline const QString javaRosaUri = QStringLiteral("http://openrosa.org/javarosa");
/// That of the meta block and of what OpenRosa adds to the submission.
inline const QString openRosaUri = QStringLiteral("http://openrosa.org/xforms");

struct SyntaxPiece {
    QString text;
    bool isOutput = false;  ///< `text` is an expression
};

/// A label, hint or message: pieces in place, or `ref` (an expression such as jr:itext('id')).
struct SyntaxText {
    QList<SyntaxPiece> pieces;
    QString ref;
    int line = 0;
};

/// A text with outputs or media.
struct SyntaxItext {
    QList<SyntaxPiece> text;
    QList<SyntaxPiece> guidance;
    QString image;
    QString bigImage;
    QString audio;
    QString video;
};

struct SyntaxBind {
    QString id;
    QString nodeset;
    QHash<QString, QString> rules;  ///< XForms attributes by name; those of JavaRosa as "jr:…"
    QList<CustomAttribute> attributes;
    int line = 0;
};

struct SyntaxItem {
    SyntaxText label;
    QString value;
};

struct SyntaxAction {
    QString name;  ///< setvalue, setgeopoint
    QStringList events;
    QString ref;
    QString bind;
    QString value;
    QString literal;
    int control = -1;  ///< the control in which it stands
    int line = 0;
};

struct SyntaxControl {
    Control kind = Control::Input;
    QString ref;
    QString bind;
    SyntaxText label;
    SyntaxText hint;
    QHash<QString, QString> settings;  ///< appearance, mediatype, start, end, step, jr:count, jr:noAddRemove
    QList<CustomAttribute> attributes;
    QList<SyntaxItem> items;
    QString itemsNodeset;
    QString itemsValue;
    QString itemsLabel;
    std::vector<int> children;
    int parent = -1;
    int line = 0;
};

struct SyntaxInstance {
    QString id;
    QString source;  ///< src of an external instance
    xpath::Document document;
    int line = 0;
};

struct FormSyntax {
    QString title;
    QString style;
    SubmissionSettings submission;
    xpath::Namespaces namespaces;
    xpath::Document primary;  ///< templates included
    int primaryLine = 0;
    QList<SyntaxBind> binds;
    std::vector<SyntaxControl> controls;
    QList<SyntaxAction> actions;
    std::vector<SyntaxInstance> secondary;
    QStringList languages;
    QList<int> languageLines;  ///< where each translation begins
    int defaultLanguage = 0;
    Itext<SyntaxItext> itext;
};

/// Reads the XML; what is wrong with it goes to `problems`.
FormSyntax parseXForm(const QByteArray &xml, Problems &problems);

}  // namespace amparo::form
