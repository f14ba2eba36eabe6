#include "app/desktop/administration/administration_page.h"

#include "app/desktop/help/help_topic.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace amparo::desktop {

AdministrationPage::AdministrationPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_list(new QListWidget(this)),
      m_title(new QLabel(this)),
      m_stack(new QStackedWidget(this))
{
    layOut();
    for (const AdministrationSection &section : administrationSections()) {
        if (record::may(m_post.officer().role, section.permission))
            addSection(section);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &AdministrationPage::showSection);
    retranslate();
    m_list->setCurrentRow(0);
}

bool AdministrationPage::isFor(record::Role role)
{
    const auto sections = administrationSections();
    return std::any_of(sections.begin(), sections.end(), [role](const AdministrationSection &section) {
        return record::may(role, section.permission);
    });
}

void AdministrationPage::layOut()
{
    m_title->setFont(strong(font(), 1.4));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_list);
    auto *section = new QVBoxLayout;
    section->addWidget(m_title);
    section->addWidget(m_stack, 1);
    auto *page = new QHBoxLayout(this);
    page->addWidget(m_list);
    page->addLayout(section, 1);
}

// With large letters a section is longer than the window.
void AdministrationPage::addSection(const AdministrationSection &section)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(section.make(m_post, scroll));
    setHelpTopic(scroll, section.topic);
    m_stack->addWidget(scroll);
    m_list->addItem(section.name());
    m_sections.append(section);
}

void AdministrationPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitList();
}

void AdministrationPage::retranslate()
{
    setAccessibleName(tr("Administration"));
    m_list->setAccessibleName(tr("Sections"));
    m_title->setAccessibleName(tr("Section"));
    for (int row = 0; row < m_sections.size(); ++row)
        m_list->item(row)->setText(m_sections[row].name());
    fitList();
    showSection(m_list->currentRow());
}

void AdministrationPage::fitList()
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint(QSize(0, touchSize(fontMetrics())));
    int widest = 0;
    for (const AdministrationSection &section : std::as_const(m_sections))
        widest = std::max(widest, fontMetrics().horizontalAdvance(section.name()));
    m_list->setFixedWidth(widest + space(fontMetrics(), 4));
}

void AdministrationPage::showSection(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row);
    m_title->setText(m_sections[row].name());
    setHelpTopic(m_list, m_sections[row].topic);
}

}  // namespace amparo::desktop
