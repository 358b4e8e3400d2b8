#pragma once

// Ctrl+K: every page and every action under one's fingers. ">" shows actions only.

#include "console/app/offers.h"
#include "console/kit/controls.h"

#include <QLineEdit>
#include <QListView>
#include <QPointer>

namespace app {

class Palette : public QWidget
{
    Q_OBJECT

public:
    // Covers the whole of `over` while it is open.
    Palette(const kit::Theme &theme, QWidget *over);

    void open(const QList<Offer> &offers);
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void run(const QModelIndex &index);
    void step(int by);
    void search(const QString &typed);
    void close();

    const kit::Theme &m_theme;
    OfferModel m_model;
    QFrame *m_frame;
    QLineEdit *m_line;
    QListView *m_list;
    kit::Label *m_tip, *m_keys, *m_count;
    QPointer<QWidget> m_focusBefore;
};

} // namespace app
