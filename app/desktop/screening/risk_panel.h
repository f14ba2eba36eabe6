#pragma once

#include "app/desktop/widgets/card.h"
#include "risk/assessment.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace amparo::desktop {

/// What the risk model makes of the answers so far, with its reasons: band, advice, points or dimensions,
/// what fired, what is not known yet. It advises, and says so.
class RiskPanel : public QWidget {
    Q_OBJECT

public:
    explicit RiskPanel(QWidget *parent = nullptr);

    /// nullopt: the form has no risk model.
    void present(const std::optional<risk::Assessment> &assessment);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showBand(const risk::Assessment &assessment);
    void showElements(const risk::Assessment &assessment, int &row);  ///< of the grid: the next free one
    void showMeasure(const risk::Assessment &assessment, int &row);   ///< likewise
    void showReasons(const risk::Assessment &assessment);
    QString in(const Translated &text) const;

    std::optional<risk::Assessment> m_assessment;
    Card *m_band;
    QLabel *m_sign;
    QLabel *m_bandLabel;
    QLabel *m_action;
    QWidget *m_area;
    QWidget *m_measure;
    QGridLayout *m_grid;
    QLabel *m_reasonsTitle;
    QVBoxLayout *m_reasons;
    QLabel *m_unknown;
    QLabel *m_notice;
};

}  // namespace amparo::desktop
