#pragma once

// The scale on the desk: at a serial line ("/dev/ttyUSB0") or on the network ("192.168.1.40:4001"). It speaks all the
// time; when it falls silent it is called again. What it says is not believed longer than it goes on saying it.

#include "console/kit/scalewords.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;
class QTcpSocket;

namespace kit {

class Scale : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        int silenceMs = 3'000; // longer than any scale takes between two readings
        int againMs = 2'000;
    };

    explicit Scale(QObject *parent = nullptr)
        : Scale(Pace(), parent)
    {}
    explicit Scale(const Pace &pace, QObject *parent = nullptr);
    ~Scale() override;

    // Empty: none.
    void use(const QString &address);
    const QString &address() const { return m_address; }
    // The newest, as long as it is fresh.
    const std::optional<ScaleReading> &reading() const { return m_reading; }

Q_SIGNALS:
    void changed();

private:
    void dial();
    void openSerial();
    void hear(const QByteArray &bytes);
    void fallSilent();
    void hangUp();

    const Pace m_pace;
    QString m_address;
    std::optional<ScaleReading> m_reading;
    ScaleLines m_lines;
    QTimer m_silence, m_again;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<QSocketNotifier> m_serialNews;
    int m_serial = -1;
};

} // namespace kit
