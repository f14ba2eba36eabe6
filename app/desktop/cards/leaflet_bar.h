#pragma once

#include "leaflet/leaflet.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace amparo::desktop {

/// How large a leaflet is to be, and whether it is printed or saved.
class LeafletBar : public QWidget {
    Q_OBJECT

public:
    explicit LeafletBar(QWidget *parent = nullptr);

    leaflet::LeafletFormat format() const;
    void setBusy(bool isBusy);  ///< one is being made

Q_SIGNALS:
    void printWanted();
    void saveWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QComboBox *m_size;
    QCheckBox *m_several;
    QPushButton *m_print;
    QPushButton *m_save;
};

}  // namespace amparo::desktop
