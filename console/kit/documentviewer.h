#pragma once

// Shows a document that somebody sent: zoom, turn, fit, move, pages. Keys: + and − zoom, 0 fits, Ctrl+R turns,
// PgUp/PgDn leaf. Ctrl+wheel zooms under the pointer, dragging moves.

#include "console/kit/controls.h"
#include "console/kit/pagestate.h"
#include "console/kit/sandbox.h"
#include "shared/base/endpoint.h"

#include <QAbstractScrollArea>

class QStackedWidget;

namespace kit {

// The picture itself.
class DocumentCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DocumentCanvas(const Theme &theme, QWidget *parent = nullptr);

    void show(const QImage &image);
    void zoomBy(double factor, QPointF around = {-1, -1});
    void fit();
    void turn(); // a quarter clockwise
    double zoom() const;

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QSizeF turned() const;
    void spread();

    const Theme &m_theme;
    QPixmap m_picture;
    double m_zoom = 1.0;
    int m_angle = 0;
    bool m_isFitted = true;
    QPointF m_grip;
};

class DocumentViewer : public QFrame
{
    Q_OBJECT

public:
    DocumentViewer(const Theme &theme, Sandbox &sandbox, QWidget *parent = nullptr);

    void showLoading(const QString &name);
    void show(const QString &name, const FileBody &file);
    void showTrouble(const QString &name, const Error &error);
    void showNothing(const QString &text);
    void retranslate();

Q_SIGNALS:
    void retried();
    void drawn(); // a page is on screen
    void saveAsked(const QString &name, const QByteArray &bytes);

private:
    void build();
    void bindKeys();
    void draw(int page);
    void describe();

    const Theme &m_theme;
    Sandbox &m_sandbox;
    Label *m_name, *m_about, *m_zoom;
    IconButton *m_out, *m_in, *m_turn, *m_fit, *m_previous, *m_next, *m_save;
    QStackedWidget *m_stack;
    DocumentCanvas *m_canvas;
    PageState *m_state;
    QByteArray m_file;
    QString m_title;
    QSize m_size;
    int m_page = 1;
    int m_pages = 1;
    int m_asked = 0;
};

} // namespace kit
