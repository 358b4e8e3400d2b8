#pragma once

// While the console is locked no other window of it is seen: dialogs, windows that stand beside it, a file chooser, and
// what an answer of the server would open meanwhile. Each comes back as it was, with what had been typed.

#include <QPointer>
#include <QWidget>

namespace app {

class Cover : public QObject
{
    Q_OBJECT

public:
    explicit Cover(QWidget &console);

    void draw();   // over everything but the console's own window
    void lift();   // and everything is back
    void forget(); // what was covered: whoever had opened it is gone

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Covered
    {
        QPointer<QWidget> window;
        Qt::WindowModality modality = Qt::NonModal;
    };
    bool isOther(const QWidget &window) const;
    void cover(QWidget &window);

    QWidget &m_console;
    QList<Covered> m_covered;
    bool m_isDrawn = false;
};

} // namespace app
