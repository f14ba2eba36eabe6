#include "app/desktop/screening/risk_panel.h"

#include "app/desktop/screening/elements.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/layout.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

using Element = ElementProgress::Element;
using State = ElementProgress::State;

struct Look {
    Tone tone;
    Sign sign;
};

/// By level of the band, 0 nothing recorded to 3 act now. Level 0 is neutral, not green: it clears nobody.
Look lookOfLevel(int level)
{
    switch (level) {
    case 0:
        return {Tone::Neutral, Sign::Open};
    case 1:
        return {Tone::Caution, Sign::Information};
    case 2:
        return {Tone::Warning, Sign::Caution};
    default:
        return {Tone::Danger, Sign::Urgent};
    }
}

Look lookOfState(State state)
{
    switch (state) {
    case State::Open:
        return {Tone::Neutral, Sign::Open};
    case State::Begun:
        return {Tone::Caution, Sign::Partial};
    case State::Indicated:
        return {Tone::Warning, Sign::Done};
    case State::NotNeeded:
        return {Tone::Neutral, Sign::Check};
    }
    Q_UNREACHABLE();
}

}  // namespace

RiskPanel::RiskPanel(QWidget *parent)
    : QWidget(parent),
      m_band(new Card(this)),
      m_sign(new QLabel(m_band)),
      m_bandLabel(wrappedLabel(m_band)),
      m_action(wrappedLabel(m_band)),
      m_measure(new QWidget),
      m_grid(new QGridLayout(m_measure)),
      m_reasonsTitle(wrappedLabel(nullptr)),
      m_reasons(new QVBoxLayout),
      m_unknown(wrappedLabel(nullptr)),
      m_notice(wrappedLabel(this))
{
    m_bandLabel->setFont(strong(font(), 1.3));
    m_sign->setFont(m_bandLabel->font());
    auto *band = new QGridLayout(m_band);
    band->setContentsMargins(0, 0, 0, 0);
    band->setHorizontalSpacing(space(fontMetrics(), 1));
    band->addWidget(m_sign, 0, 0, Qt::AlignTop);
    band->addWidget(m_bandLabel, 0, 1);
    band->addWidget(m_action, 1, 0, 1, 2);
    band->setColumnStretch(1, 1);

    auto *content = new QWidget;
    auto *list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, space(fontMetrics(), 1), 0);
    list->setSpacing(space(fontMetrics(), 1));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_reasonsTitle->setFont(strong(font(), 1.05));
    for (QWidget *part : {m_measure, static_cast<QWidget *>(m_reasonsTitle)})
        list->addWidget(part);
    list->addLayout(m_reasons);
    list->addWidget(m_unknown);
    list->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    for (QWidget *ground : {area->viewport(), content})
        ground->setBackgroundRole(QPalette::Base);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area = area;

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(fontMetrics(), 1));
    column->addWidget(m_band);
    column->addWidget(area, 1);
    column->addWidget(m_notice);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    refresh();
}

void RiskPanel::present(const std::optional<risk::Assessment> &assessment)
{
    if (assessment == m_assessment)
        return;
    m_assessment = assessment;
    refresh();
}

void RiskPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

void RiskPanel::refresh()
{
    setAccessibleName(tr("Advice"));
    m_area->setAccessibleName(tr("Reasons"));
    removeWidgets(m_grid);
    removeWidgets(m_reasons);
    m_reasonsTitle->setVisible(m_assessment.has_value());
    m_unknown->setVisible(m_assessment.has_value());
    m_notice->setText(tr("A score advises. You decide."));
    if (!m_assessment) {
        m_band->setTone(std::nullopt);
        m_sign->clear();
        m_bandLabel->setText(tr("No advice"));
        m_action->setText(tr("This form has no risk model. You decide."));
        return;
    }
    showBand(*m_assessment);
    int row = 0;  // the grid's own count never shrinks: asked for it, the grid would grow with each answer
    showElements(*m_assessment, row);
    showMeasure(*m_assessment, row);
    showReasons(*m_assessment);
    m_unknown->setText(
        tr("%1 of %2 signs not known yet").arg(m_assessment->unanswered.size()).arg(m_assessment->asked));
}

void RiskPanel::showBand(const risk::Assessment &assessment)
{
    const Look look = lookOfLevel(assessment.band.level);
    m_band->setTone(look.tone);
    showSign(m_sign, look.sign, toneColours(look.tone, QApplication::palette()).accent);
    m_bandLabel->setText(in(assessment.band.label));
    m_bandLabel->setAccessibleName(tr("Result: %1").arg(m_bandLabel->text()));
    m_action->setText(in(assessment.action()));
}

void RiskPanel::showElements(const risk::Assessment &assessment, int &row)
{
    const QList<ElementProgress> elements = elementsOf(assessment);
    for (const ElementProgress &progress : elements) {
        QString line;
        switch (progress.element) {
        //: first element of trafficking: recruitment, transport, transfer, harbouring or receipt of a person
        case Element::Act:
            line = tr("Act");
            break;
        //: second element of trafficking: force, deception, abuse of vulnerability and the like
        case Element::Means:
            line = tr("Means");
            break;
        //: third element of trafficking: exploitation
        case Element::Purpose:
            line = tr("Purpose");
            break;
        }
        QString state;
        switch (progress.state) {
        case State::Open:
            state = tr("nothing recorded");
            break;
        case State::Begun:
            state = tr("some signs");
            break;
        case State::Indicated:
            state = tr("indicated");
            break;
        case State::NotNeeded:
            state = tr("not needed for a child");
            break;
        }
        auto *finding = new Finding(m_measure);
        const Look look = lookOfState(progress.state);
        //: %1 is an element of trafficking, %2 how far it is shown
        finding->say(look.tone, look.sign, tr("%1: %2").arg(line, state));
        m_grid->addWidget(finding, row++, 0, 1, 4);
    }
}

void RiskPanel::showMeasure(const risk::Assessment &assessment, int &row)
{
    const auto cell = [this](const QString &text, bool bold = false) {
        auto *label = wrappedLabel(m_measure);
        label->setText(text);
        QFont font = label->font();
        font.setBold(bold);
        label->setFont(font);
        return label;
    };
    if (assessment.points)
        m_grid->addWidget(cell(tr("%n point(s)", nullptr, *assessment.points), true), row++, 0, 1, 4);
    const QList<risk::DimensionResult> dimensions = assessment.dimensions();
    if (!dimensions.isEmpty()) {
        m_grid->addWidget(cell(tr("Dimension")), row, 0);
        //: heads of narrow columns: how many strong, medium and weak signs
        const QStringList heads{tr("S", "strong"), tr("M", "medium"), tr("W", "weak")};
        const QStringList names{tr("Strong signs"), tr("Medium signs"), tr("Weak signs")};
        for (int i = 0; i < heads.size(); ++i) {
            QLabel *head = cell(heads[i]);
            head->setToolTip(names[i]);
            head->setAccessibleName(names[i]);
            m_grid->addWidget(head, row, i + 1, Qt::AlignRight);
        }
        ++row;
        m_grid->setColumnStretch(0, 1);
    }
    for (const risk::DimensionResult &result : dimensions) {
        auto *name = new Finding(m_measure);
        const Look look = lookOfState(result.isPositive()      ? State::Indicated
                                      : result.items.isEmpty() ? State::Open
                                                               : State::Begun);
        name->say(look.tone, look.sign, in(result.dimension.label));
        m_grid->addWidget(name, row, 0);
        const int counts[] = {result.counts.strong, result.counts.medium, result.counts.weak};
        for (int i = 0; i < 3; ++i)
            m_grid->addWidget(cell(locale().toString(counts[i]), counts[i] > 0), row, i + 1, Qt::AlignRight);
        ++row;
    }
}

void RiskPanel::showReasons(const risk::Assessment &assessment)
{
    m_reasonsTitle->setText(tr("Why"));
    const auto add = [this](Tone tone, Sign sign, const QString &sentence) {
        auto *line = new Finding(this);
        line->say(tone, sign, sentence);
        m_reasons->addWidget(line);
    };
    for (const risk::Reason &trigger : assessment.triggers)
        add(Tone::Danger, Sign::Urgent, in(trigger.text));
    if (assessment.triggers.isEmpty())
        add(Tone::Neutral, Sign::Information, in(assessment.reason.text));
    for (const risk::TrackResult &track : assessment.tracks) {
        //: %1 is a track, for instance smuggling of migrants, %2 its result
        add(lookOfLevel(track.band.level).tone, lookOfLevel(track.band.level).sign,
            tr("%1: %2").arg(in(track.title), in(track.band.label)));
    }
    if (assessment.childPresumedByIndicator)
        add(Tone::Warning, Sign::Shield, tr("Treated as a child: in doubt the rules for children apply."));
    for (const risk::Observation &fired : assessment.fired) {
        //: a sign that was recorded: %1 what, %2 its number in the catalogue
        add(Tone::Caution, Sign::Check, tr("%1 (%2)").arg(fired.label, fired.indicator));
    }
}

QString RiskPanel::in(const Translated &text) const { return text.in(locale().bcp47Name()); }

}  // namespace amparo::desktop
