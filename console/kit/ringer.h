#pragma once

// Rings for something that must not wait, again and again until somebody touches the console (new orders). It plays
// through whatever small player the desktop has, and beeps where there is none.

#include <QObject>
#include <QTimer>

#include <memory>

class QTemporaryFile;

namespace kit {

class Ringer : public QObject
{
    Q_OBJECT

public:
    explicit Ringer(QObject *parent = nullptr);
    ~Ringer() override;

    void ring();
    void stop();
    bool isRinging() const { return m_again.isActive(); }

Q_SIGNALS:
    void rang();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sound();
    QString soundFile();

    QTimer m_again;
    QString m_player;
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace kit
