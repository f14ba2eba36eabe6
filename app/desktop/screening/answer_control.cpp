#include "app/desktop/screening/answer_control.h"

#include "app/desktop/screening/choice_answer.h"
#include "app/desktop/screening/other_answer.h"
#include "app/desktop/screening/typed_answer.h"

namespace amparo::desktop {

namespace {

enum class Kind { None, Line, Text, Moment, Buttons, List, Range, Acknowledge, Unsupported };

constexpr int longestButtonList = 12;
constexpr int shortList =
    5;  // so few are seen at a glance, and a digit answers: a box that opens costs two more keys

Kind kindOfInput(const form::Item &item)
{
    if (item.readonly)
        return Kind::None;
    if (!isSupported(item))
        return Kind::Unsupported;
    switch (item.type) {
    case form::DataType::Date:
    case form::DataType::Time:
    case form::DataType::DateTime:
        return Kind::Moment;
    case form::DataType::String:
        return hasAppearance(item, QLatin1String("multiline")) ? Kind::Text : Kind::Line;
    default:
        return Kind::Line;
    }
}

Kind kindOfSelect1(const Question &question)
{
    const bool searched = hasAppearance(question.item, QLatin1String("minimal")) ||
                          hasAppearance(question.item, QLatin1String("autocomplete")) ||
                          hasAppearance(question.item, QLatin1String("search"));
    return (searched && question.choices.size() > shortList) || question.choices.size() > longestButtonList
               ? Kind::List
               : Kind::Buttons;
}

Kind kindOf(const Question &question)
{
    switch (question.item.control) {
    case form::Control::Input:
        return kindOfInput(question.item);
    case form::Control::Secret:
        return Kind::Line;
    case form::Control::Select:
        return Kind::Buttons;
    case form::Control::Select1:
        return kindOfSelect1(question);
    case form::Control::Range:
        return Kind::Range;
    case form::Control::Trigger:
        return Kind::Acknowledge;
    case form::Control::Rank:
    case form::Control::Upload:
        return Kind::Unsupported;
    case form::Control::Group:
    case form::Control::Repeat:
        return Kind::None;
    }
    Q_UNREACHABLE();
}

}  // namespace

AnswerControl *makeAnswerControl(const Question &question, QWidget *parent)
{
    switch (kindOf(question)) {
    case Kind::None:
        return nullptr;
    case Kind::Line:
        return new LineAnswer(question, parent);
    case Kind::Text:
        return new TextAnswer(parent);
    case Kind::Moment:
        return new MomentAnswer(question, parent);
    case Kind::Buttons:
        return new ButtonsAnswer(question, parent);
    case Kind::List:
        return new ListAnswer(parent);
    case Kind::Range:
        return new RangeAnswer(question, parent);
    case Kind::Acknowledge:
        return new AcknowledgeAnswer(parent);
    case Kind::Unsupported:
        return new UnsupportedAnswer(parent);
    }
    Q_UNREACHABLE();
}

// In another language the choices may need another layout; in the same one they keep theirs, and the focus.
bool takesSameControl(const Question &one, const Question &other)
{
    return kindOf(one) == kindOf(other) && one.item.control == other.item.control &&
           one.item.type == other.item.type &&
           (one.item.label == other.item.label || fitsInLine(one) == fitsInLine(other));
}

}  // namespace amparo::desktop
