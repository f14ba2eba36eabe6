#pragma once

#include <QLayout>

namespace amparo::desktop {

/// Puts widgets side by side and goes on in the next line where the width ends, in reading direction.
class FlowLayout final : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Places the items, if `apply`, and returns the height that they take.
    int place(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
};

}  // namespace amparo::desktop
