#pragma once

// Makes a key: its name, how long it lives, which reports it opens. Afterwards it shows the key, this once.

#include "console/kit/banner.h"
#include "console/kit/kit.h"
#include "shared/contract/apikeys.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QSpinBox;
class QStackedWidget;

namespace reports {

class KeyDialog : public QDialog
{
    Q_OBJECT

public:
    KeyDialog(kit::Kit &kit, const QList<ReportKind> &kinds, QWidget *parent);

Q_SIGNALS:
    void created();

private:
    QWidget *buildQuestion(const QList<ReportKind> &kinds);
    QWidget *buildAnswer();
    void addField(QLayout &layout, const QString &name, QWidget &field);
    CreateApiKey wish() const;
    void check();
    void create();
    void show(const NewApiKey &made);

    kit::Kit &m_kit;
    QStackedWidget *m_stack;
    kit::Banner *m_trouble;
    QLineEdit *m_name, *m_secret;
    QSpinBox *m_days;
    QListWidget *m_scopes;
    kit::Button *m_cancel, *m_create, *m_copy, *m_done;
};

} // namespace reports
