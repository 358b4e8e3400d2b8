#pragma once

// The steps that lead into the console.

#include "console/kit/contractform.h"
#include "console/pages/signin/step.h"
#include "shared/contract/auth.h"

#include <QTimer>

namespace signin {

// Name and password; the server then mails a code.
class PasswordStep : public Step
{
    Q_OBJECT

public:
    explicit PasswordStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;
    void setIdentifier(const QString &identifier);

Q_SIGNALS:
    void challenged(const OtpChallenge &challenge, const QString &identifier);
    void registerAsked();
    void activateAsked(const QString &email);
    void forgotAsked();

protected:
    void go() override;

private:
    void settle(const Result<OtpChallenge> &answer);

    Line m_identifier, m_password;
    kit::IconButton *m_eye;
    kit::Button *m_forgot, *m_register, *m_activate;
};

// The six digits from the mail, and those of the app.
class CodeStep : public Step
{
    Q_OBJECT

public:
    explicit CodeStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;
    void ask(const OtpChallenge &challenge);

Q_SIGNALS:
    void signedIn(const SessionTokens &tokens);

protected:
    void go() override;

private:
    void resend();
    void tick();

    Line m_code, m_app; // the second one only for whoever has set one up
    kit::Button *m_resend, *m_back;
    OtpChallenge m_challenge;
    QTimer m_ticker;
};

// A vendor's first visit.
class RegisterStep : public Step
{
    Q_OBJECT

public:
    explicit RegisterStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;

Q_SIGNALS:
    void registered(const QString &email);

protected:
    void go() override;

private:
    void checkUsername();

    kit::ContractForm<Register> *m_form;
    kit::IconButton *m_eye;
    kit::Button *m_back;
    QTimer m_typing;
};

// The link or code from the activation mail.
class ActivateStep : public Step
{
    Q_OBJECT

public:
    explicit ActivateStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;
    void expect(const QString &email);
    // "https://…/activate?token=abc" and "abc" are the same to a user.
    static QString tokenOf(const QString &pasted);

Q_SIGNALS:
    void signedIn(const SessionTokens &tokens);

protected:
    void go() override;

private:
    void resend();

    Line m_token;
    kit::Button *m_resend, *m_back;
    QString m_email;
};

// A new password, with the token from the mail.
class ForgotStep : public Step
{
    Q_OBJECT

public:
    explicit ForgotStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;

Q_SIGNALS:
    void changed();

protected:
    void go() override;

private:
    void advance(bool isMailed);

    Line m_email, m_token, m_password;
    kit::IconButton *m_eye;
    kit::Button *m_back;
    bool m_isMailed = false;
};

} // namespace signin
