#pragma once

// Makes a key: its name, how long it lives, which reports it opens. Afterwards it shows the key, this once.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/apikeys.h"

class QLineEdit;
class QListWidget;
class QSpinBox;
class QStackedWidget;

namespace reports {

class KeyDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    KeyDialog(kit::Kit &kit, const QList<ReportKind> &kinds, QWidget *parent);

    // The key is shown this once: only saying that it is kept closes it then.
    void reject() override;

Q_SIGNALS:
    void created();

private:
    QWidget *buildQuestion(const QList<ReportKind> &kinds);
    QWidget *buildAnswer();
    void addField(QLayout &layout, const QString &name, QWidget &field);
    CreateApiKey wish() const;
    bool isReady() const override;
    void create();
    void show(const NewApiKey &made);

    kit::Kit &m_kit;
    QStackedWidget *m_stack;
    QLineEdit *m_name, *m_secret;
    QSpinBox *m_days;
    QListWidget *m_scopes;
    kit::Button *m_copy, *m_done;
};

} // namespace reports
