#pragma once

// Switches the interface's language while it runs; widgets hear of it by QEvent::LanguageChange.

#include <QObject>
#include <QTranslator>

namespace app {

class Languages : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void speak(const QString &code);
    QString spoken() const { return m_code; }

Q_SIGNALS:
    void changed(const QString &code);

private:
    QTranslator m_words;
    QTranslator m_qtWords; // of Qt's own dialogs
    QString m_code;
};

} // namespace app
