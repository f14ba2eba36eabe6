#pragma once

#include "training/base_rate.h"

#include <QWidget>

namespace amparo::desktop {

/// A thousand people as dots: filled who is affected and flagged, ringed who is flagged without being
/// affected, small who is not flagged.
class DotField : public QWidget {
    Q_OBJECT

public:
    explicit DotField(const training::BaseRate &rate, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const training::BaseRate m_rate;
};

}  // namespace amparo::desktop
