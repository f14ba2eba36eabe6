#include "app/desktop/sync/lanes_view.h"

#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/row_table.h"
#include "store/store.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace amparo::desktop {

LanesView::LanesView(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_address(new Finding(this)),
      m_message(new Finding(this)),
      m_model(new QStandardItemModel(this)),
      m_table(new QTableView(this)),
      m_empty(wrappedLabel(this))
{
    setHelpTopic(this, "relay");
    m_table->setModel(m_model);
    showRows(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_address);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_message);
    retranslate();
}

void LanesView::reload()
{
    const QDateTime midnight = m_post.clock().today().startOfDay().toUTC();
    m_post.store().run(
        this, [midnight](store::Store &store) { return store.lanes().traffic(midnight); },
        [this](const Result<QList<store::LaneTraffic>> &lanes) { show(lanes); });
}

void LanesView::show(const Result<QList<store::LaneTraffic>> &lanes)
{
    const bool serves = m_post.relay().address() || m_post.relay().trouble();
    m_isRelay = serves || (lanes && !lanes->isEmpty());
    showAddress();
    if (lanes) {
        m_message->say(Tone::Neutral, QString());
        fill(*lanes);
    } else {
        m_message->say(Tone::Danger, errorText(Act::ReadRecords, lanes.error()));
    }
    Q_EMIT changed();
}

void LanesView::showAddress()
{
    const relay::Relay &relay = m_post.relay();
    if (relay.address())
        m_address->say(Tone::Good, Sign::Done,
                       tr("Lanes deliver to this station, %1, while somebody is signed in here.")
                           .arg(relay.address()->authority()));
    else if (relay.trouble())
        m_address->say(Tone::Warning, Sign::Caution,
                       tr("Lanes cannot reach this station: its address is not this computer's, or is taken. "
                          "They keep their records. Tell IT support."));
    else
        m_address->say(Tone::Neutral, Sign::Information,
                       tr("This station takes nothing from lanes any more."));
}

void LanesView::fill(const QList<store::LaneTraffic> &lanes)
{
    m_model->setRowCount(0);
    for (const store::LaneTraffic &each : lanes) {
        const QString cells[] = {
            each.lane.name, each.lane.heardAt ? momentToText(*each.lane.heardAt, locale()) : tr("not yet"),
            locale().toString(each.received), locale().toString(each.waiting)};
        QList<QStandardItem *> row;
        for (const QString &text : cells) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
        }
        m_model->appendRow(row);
    }
    m_table->setVisible(!lanes.isEmpty());
    m_empty->setVisible(lanes.isEmpty());
}

void LanesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LanesView::retranslate()
{
    setAccessibleName(tr("Lanes"));
    m_table->setAccessibleName(tr("Lanes"));
    m_empty->setText(tr("No workstation delivers here yet. IT enrols them."));
    m_model->setHorizontalHeaderLabels(
        {tr("Lane"), tr("Last heard of"), tr("Records received today"), tr("Waiting to go on")});
}

}  // namespace amparo::desktop
