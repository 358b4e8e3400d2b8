#pragma once

// The base of a dialog that asks the server for something: a banner, Cancel and a verb. From the press of the verb
// until the answer it stays as it is: it cannot be closed, so that the outcome is always taken, and not be pressed
// again.

#include "console/kit/api.h"
#include "console/kit/banner.h"
#include "console/kit/controls.h"

#include <QDialog>

namespace kit {

class CallDialog : public QDialog
{
    Q_OBJECT

public:
    void reject() override;

protected:
    CallDialog(const Theme &theme, const QString &verb, const char *look, QWidget *parent);

    // A refusal is shown and the dialog stays; a success is handed on.
    template <class T, class React>
    void await(QFuture<Result<T>> answer, React react)
    {
        await(std::move(answer), react, [this](const Error &error) { showTrouble(error); });
    }
    template <class T, class React, class Refuse>
    void await(QFuture<Result<T>> answer, React react, Refuse refuse)
    {
        m_trouble->clear();
        setWaiting(true);
        whenDone(this, std::move(answer), [this, react, refuse](const Result<T> &outcome) {
            setWaiting(false);
            if (outcome)
                react(*outcome);
            else
                refuse(outcome.error());
        });
    }
    bool isWaiting() const { return m_isWaiting; }

    // Whether what is typed so far may be sent.
    virtual bool isReady() const { return true; }
    // Enables the verb as far as isReady says; called when something was typed.
    void check();
    virtual void showTrouble(const Error &error);
    void grow(); // as high as what it shows needs
    // Cancel and the verb, at the end of a row; on its left what is said about both.
    QHBoxLayout *buttons(QWidget *beside = nullptr) const;

    Banner *m_trouble;
    Button *m_cancel;
    Button *m_verb;

private:
    void setWaiting(bool isWaiting);

    bool m_isWaiting = false;
};

} // namespace kit
