#include "app/desktop/cards/leaflet_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace amparo::desktop {

LeafletBar::LeafletBar(QWidget *parent)
    : QWidget(parent),
      m_size(new QComboBox(this)),
      m_several(new QCheckBox(this)),
      m_print(new QPushButton(this)),
      m_save(new QPushButton(this))
{
    m_size->addItem(QStringLiteral("A6"), int(leaflet::LeafletSize::A6));
    m_size->addItem(QStringLiteral("A5"), int(leaflet::LeafletSize::A5));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *one : {static_cast<QWidget *>(m_size), static_cast<QWidget *>(m_several),
                         static_cast<QWidget *>(m_print), static_cast<QWidget *>(m_save)})
        row->addWidget(one);
    connect(m_print, &QPushButton::clicked, this, &LeafletBar::printWanted);
    connect(m_save, &QPushButton::clicked, this, &LeafletBar::saveWanted);
    retranslate();
}

void LeafletBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LeafletBar::retranslate()
{
    m_size->setAccessibleName(tr("Size of the leaflet"));
    m_several->setText(tr("Several on &A4"));
    m_several->setAccessibleName(tr("Several on A4"));
    m_print->setText(tr("&Print…"));
    m_print->setAccessibleName(tr("Print"));
    m_save->setText(tr("&Save as PDF…"));
    m_save->setAccessibleName(tr("Save as PDF"));
}

leaflet::LeafletFormat LeafletBar::format() const
{
    return {leaflet::LeafletSize(m_size->currentData().toInt()),
            m_several->isChecked() ? leaflet::Sheet::A4 : leaflet::Sheet::OwnSize};
}

void LeafletBar::setBusy(bool isBusy)
{
    m_print->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
}

}  // namespace amparo::desktop
