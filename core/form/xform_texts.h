#pragma once

#include "form/xform_syntax.h"
#include "form/xml_source.h"

namespace amparo::form {

/// The part of the XForm parser that reads what people read: labels and hints in place, and itext. Each call
/// consumes the element at hand. Texts go into `form`; both are borrowed.
class TextParser {
public:
    TextParser(XmlSource &source, FormSyntax &form) : m_source(source), m_form(form) {}

    void readItext();
    SyntaxText readText();

private:
    /// What stands inside a label or value: text alone, kept with the form's other texts, or pieces.
    struct Value {
        Stretch plain;
        QList<SyntaxPiece> pieces;  ///< only where there is an output
    };

    void readTranslation(int language);
    int itextRow(QByteArrayView id);
    int keepRich(SyntaxItext &&rich, const ItextEntry &entry);
    QList<SyntaxPiece> readPieces();
    Value readValue();

    XmlSource &m_source;
    FormSyntax &m_form;
};

}  // namespace amparo::form
