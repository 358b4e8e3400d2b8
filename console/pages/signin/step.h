#pragma once

// One step of signing in: a title, what goes on, a few fields, one button, ways to other steps.

#include "console/kit/banner.h"
#include "console/kit/kit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace signin {

class Step : public QWidget
{
    Q_OBJECT

public:
    Step(kit::Kit &kit, const QString &verbIcon = {}, QWidget *parent = nullptr);

    virtual void retranslate() = 0;
    virtual void begin() {} // when it comes on screen

Q_SIGNALS:
    void backAsked();

protected:
    virtual void go() = 0; // the button, or Enter in a line
    void changeEvent(QEvent *event) override;

    void setTexts(const QString &title, const QString &text, const QString &verb);
    // A line with its name above; the caller says the name in retranslate.
    struct Line
    {
        kit::Label *name;
        QLineEdit *edit;
        void say(const QString &text) const;
    };
    Line addLine(const QString &objectName);
    void addField(QWidget *widget);
    kit::Button *addLink();
    // While a call runs the button waits; nothing is sent twice.
    void setBusy(const QString &verb);
    void setReady();
    bool isBusy() const { return m_isBusy; }
    void fail(const Error &error);

    kit::Kit &m_kit;
    kit::Banner *m_banner;
    kit::Button *m_verb;

private:
    kit::Label *m_title;
    kit::Label *m_text;
    QVBoxLayout *m_fields;
    QVBoxLayout *m_links;
    QString m_verbText;
    bool m_isBusy = false;
};

// Lets the password be seen while it is typed; the caller says the button's name in retranslate.
kit::IconButton *addEye(QLineEdit *edit, const kit::Theme &theme);

} // namespace signin
