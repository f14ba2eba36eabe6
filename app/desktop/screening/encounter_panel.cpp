#include "app/desktop/screening/encounter_panel.h"

#include "app/desktop/screening/encounter_text.h"
#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace amparo::desktop {

EncounterPanel::EncounterPanel(QWidget *parent)
    : QWidget(parent),
      m_fold(new QToolButton(this)),
      m_list(new QListWidget(this)),
      m_status(wrappedLabel(this))
{
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setFont(strong(font(), 1.05));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_list->setSpacing(space(fontMetrics(), 1) / 3);
    m_list->setMaximumHeight(fontMetrics().height() * 10);
    m_status->setFont(smallFont(font()));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(fontMetrics(), 1));
    for (QWidget *part :
         {static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_status)})
        column->addWidget(part);
    setFocusProxy(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        refresh();
    });
    refresh();
}

void EncounterPanel::lookUpIn(EncounterSource *source)
{
    m_source = source;
    refresh();
}

void EncounterPanel::present(const record::Interview &interview, bool travellerReads)
{
    const ScreeningId id = interview.screening().id;
    if (id == m_shown && travellerReads == m_travellerReads)
        return;
    if (id != m_shown) {
        m_query.reset();
        m_report.reset();
    }
    m_shown = id;
    m_travellerReads = travellerReads;
    m_isOpen = !travellerReads;
    refresh();
}

void EncounterPanel::saved(const record::Interview &interview)
{
    if (!m_source)
        return;
    const Query query{interview.screening().id, interview.screening().traveller,
                      record::linksOf(interview.session())};
    if (query == m_query)
        return;
    m_query = query;
    m_report.reset();
    refresh();
    m_source->lookUp(
        query.draft, query.links,
        [panel = QPointer<EncounterPanel>(this), query](const Result<record::EncounterReport> &report) {
            if (panel)
                panel->answered(query, report);
        });
}

void EncounterPanel::answered(const Query &query, const Result<record::EncounterReport> &report)
{
    if (query != m_query)
        return;  // the person has changed meanwhile
    m_report = report;
    refresh();
}

void EncounterPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

qsizetype EncounterPanel::found() const
{
    return m_report && *m_report ? (*m_report)->earlier.size() + (*m_report)->shared.size() : 0;
}

void EncounterPanel::refresh()
{
    setVisible(m_source != nullptr);
    const bool tells = m_isOpen || !m_travellerReads;
    m_fold->setText(tells && found() > 0 ? tr("Earlier encounters: %1").arg(found())
                                         : tr("Earlier encounters"));
    m_fold->setAccessibleName(m_fold->text());
    m_fold->setAccessibleDescription(m_isOpen ? tr("Press to fold") : tr("Press to show"));
    m_fold->setToolTip(m_fold->accessibleDescription());
    m_fold->setArrowType(m_isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_list->setAccessibleName(tr("Earlier encounters and shared answers"));
    m_list->clear();
    if (m_report && *m_report)
        showReport(**m_report);
    m_list->setVisible(m_isOpen && m_list->count() > 0);
    m_status->setText(statusText());
    m_status->setVisible(m_isOpen);
}

void EncounterPanel::showReport(const record::EncounterReport &report)
{
    for (const record::SharedAnswer &shared : report.shared)
        addLine(sharedAnswerText(shared));
    for (const record::EarlierEncounter &encounter : report.earlier)
        addLine(encounterText(encounter));
}

void EncounterPanel::addLine(const QString &sentence)
{
    const QColor colour = toneColours(Tone::Neutral, QApplication::palette()).accent;
    m_list->addItem(new QListWidgetItem(icon(Sign::Information, colour), sentence));
}

QString EncounterPanel::statusText() const
{
    if (!m_query)
        return tr("Nothing to look up yet.");
    if (!m_report)
        return tr("Looking for earlier encounters…");
    if (!*m_report)
        return tr("Earlier encounters could not be looked up. Go on without them.");
    if ((*m_report)->wait)
        return tr("Many look-ups in a short time. The next can be made in %n minute(s).", nullptr,
                  int(std::chrono::ceil<std::chrono::minutes>(*(*m_report)->wait).count()));
    QStringList sentences{found() > 0 ? tr("They may have ordinary reasons. They never change the advice.")
                                      : tr("None is known at this post. That says nothing about today.")};
    if (!(*m_report)->isComplete)
        sentences.append(tr("Older records are still being added."));
    return sentences.join(QLatin1Char(' '));
}

}  // namespace amparo::desktop
