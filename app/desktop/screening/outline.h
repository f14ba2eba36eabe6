#pragma once

#include "app/desktop/screening/question.h"

#include <QListWidget>

namespace amparo::desktop {

/// The parts of the form and how far each is answered. Choosing one goes there.
class Outline : public QListWidget {
    Q_OBJECT

public:
    explicit Outline(QWidget *parent = nullptr);

    void present(const QList<Section> &sections);

    /// Marks the part that holds a question, as the focus moves.
    void showCurrent(const QList<Question> &questions, const QString &path);

    /// One part on or back, as from Ctrl+Down and Ctrl+Up.
    void step(int parts);

Q_SIGNALS:
    void sectionChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyColours();
    void refresh();

    QList<Section> m_sections;
};

}  // namespace amparo::desktop
