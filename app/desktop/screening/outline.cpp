#include "app/desktop/screening/outline.h"

#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct Look {
    Sign sign;
    Tone tone;
};

Look lookOf(const Section &section)
{
    if (section.answered == section.questions)
        return {Sign::Done, Tone::Good};
    return section.answered > 0 ? Look{Sign::Partial, Tone::Neutral} : Look{Sign::Open, Tone::Neutral};
}

}  // namespace

Outline::Outline(QWidget *parent) : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpacing(space(fontMetrics(), 1) / 3);
    const int side = fontMetrics().height();
    setIconSize(QSize(side, side));
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT sectionChosen(m_sections[row(item)].path); });
    connect(this, &QListWidget::itemClicked, this, &QListWidget::itemActivated);
    refresh();
}

void Outline::present(const QList<Section> &sections)
{
    if (sections == m_sections)
        return;
    m_sections = sections;
    refresh();
}

void Outline::showCurrent(const QList<Question> &questions, const QString &path)
{
    int current = -1;
    for (const Question &question : questions) {
        for (int i = current + 1; i < m_sections.size(); ++i) {
            if (m_sections[i].path == question.item.path)
                current = i;
        }
        if (question.item.path == path)
            break;
    }
    if (current >= 0)
        setCurrentRow(current);
}

void Outline::step(int parts)
{
    const int next = qBound(0, currentRow() + parts, count() - 1);
    if (count() == 0)
        return;
    setCurrentRow(next);
    Q_EMIT sectionChosen(m_sections[next].path);
}

void Outline::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

// Letters and digits belong to the checklist, not to a search in this short list.
void Outline::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() == 1 && text[0].isLetterOrNumber())
        event->ignore();
    else
        QListWidget::keyPressEvent(event);
}

// The chosen part is marked by a tint that leaves its sign in its own colour.
void Outline::applyColours()
{
    QPalette colours = QApplication::palette();
    colours.setColor(QPalette::Highlight, colours.color(QPalette::Window));
    colours.setColor(QPalette::HighlightedText, colours.color(QPalette::Text));
    if (colours != palette())
        setPalette(colours);
}

void Outline::refresh()
{
    applyColours();
    setAccessibleName(tr("Parts of the form"));
    setToolTip(tr("Ctrl+Up and Ctrl+Down go from part to part"));
    while (count() > m_sections.size())
        delete takeItem(count() - 1);
    for (int i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections[i];
        QListWidgetItem *item = i < count() ? this->item(i) : new QListWidgetItem(this);
        const QString label = section.label.isEmpty() ? tr("Questions") : section.label;
        const QString progress = tr("%1 of %2 answered").arg(section.answered).arg(section.questions);
        item->setText(label + QLatin1Char('\n') + progress);
        item->setData(Qt::AccessibleTextRole, label);
        item->setData(Qt::AccessibleDescriptionRole, progress);
        const Look look = lookOf(section);
        item->setIcon(icon(look.sign, toneColours(look.tone, palette()).accent));
    }
}

}  // namespace amparo::desktop
