#pragma once

// One setting: what it is about, its value to change, its standard, and who changed it.

#include "console/kit/form.h"
#include "console/kit/kit.h"
#include "shared/contract/settings.h"

class QCheckBox;

namespace settings {

class Row : public QFrame
{
    Q_OBJECT

public:
    Row(kit::Kit &kit, const Setting &setting, QWidget *parent);

    // What the server says now; what is typed here stays.
    void show(const Setting &setting);
    const Setting &setting() const { return m_setting; }

    QString value() const;
    bool isChanged() const { return value() != m_setting.value; }
    bool isGood() const;
    bool matches(const QString &words) const;
    void discard();
    void propose(const QString &value); // as if it were typed
    void retranslate();

Q_SIGNALS:
    void changed();
    void historyWanted();

private:
    void build();
    void makeEditor();
    void put(const QString &value);
    void react();
    void settle();

    kit::Kit &m_kit;
    Setting m_setting;
    kit::Label *m_text, *m_note, *m_problem, *m_unit;
    kit::IconButton *m_reset, *m_history;
    // One of them, by the setting's type.
    QLineEdit *m_line = nullptr;
    kit::ChoiceBox *m_choice = nullptr;
    QCheckBox *m_truth = nullptr;
    QWidget *m_editor = nullptr;
};

} // namespace settings
