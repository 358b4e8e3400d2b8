#pragma once

// Asks before what cannot be undone: names the object and the amount, the button says the verb, and a reason is asked
// for where the server wants one. Nothing is chosen by Enter in passing.
//     auto *ask = new ConfirmDialog(theme, {.title = tr("Reject payout?"), .text = …, .verb = tr("Reject payout"),
//                                           .reason = tr("Reason, sent to the vendor")}, this);
//     connect(ask, &ConfirmDialog::confirmed, this, [this](const QString &reason) { … });
//     ask->open();

#include "console/kit/controls.h"

#include <QDialog>

class QPlainTextEdit;

namespace kit {

class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString title;
        QString text;
        QString verb;
        QString figure = {}; // the amount, shown large
        QString reason = {}; // the prompt; without one no reason is asked for
        int reasonMin = 3;
        enum class Weight { Plain, Grave } weight = Weight::Grave;
    };

    ConfirmDialog(const Theme &theme, const Question &question, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QString &reason);

private:
    void weigh();

    Question m_question;
    QPlainTextEdit *m_reason = nullptr;
    Button *m_verb;
};

} // namespace kit
