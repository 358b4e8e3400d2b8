#pragma once

// What one admin may do: a list of ticks, saved with a reason.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/people.h"

#include <optional>

class QCheckBox;
class QListWidget;

namespace staff {

class Powers : public QWidget
{
    Q_OBJECT

public:
    explicit Powers(kit::Kit &kit, QWidget *parent = nullptr);

    // What was ticked and not saved stays while the same admin is shown.
    void show(const Person &person);
    void retranslate();

Q_SIGNALS:
    void changed(const Person &person);
    void closed();

private:
    void build();
    void fill();
    void check();
    void save();
    QList<Permission> ticked() const;
    QString difference() const;

    kit::Kit &m_kit;
    std::optional<Person> m_shown;
    bool m_isFilling = false;
    kit::Label *m_name, *m_email, *m_note;
    kit::Chip *m_status;
    kit::IconButton *m_close;
    QCheckBox *m_super;
    QListWidget *m_list;
    kit::Button *m_save, *m_asUser;
};

} // namespace staff
