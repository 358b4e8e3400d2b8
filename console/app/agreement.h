#pragma once

// Asks whoever has signed in to agree to the terms and the privacy notice that hold now, one after the other: the first
// time, and again when there is a new version (PRIV-04). Nobody is stopped by it: what is put off is asked again at the
// next sign-in.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/legal.h"

namespace app {

class AgreementDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    AgreementDialog(kit::Kit &kit, const LegalText &text, QWidget *parent);

Q_SIGNALS:
    void agreed();

private:
    void agree();

    kit::Kit &m_kit;
    const LegalText m_text;
};

// Belongs to the shell over which it asks.
class Agreement : public QObject
{
    Q_OBJECT

public:
    Agreement(kit::Kit &kit, QWidget *over);

    void ask(const QString &language);

private:
    void askNext();

    kit::Kit &m_kit;
    QWidget *m_over;
    QString m_language;
    QList<LegalDocument> m_open;
};

} // namespace app
