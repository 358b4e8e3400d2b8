#pragma once

// One entry: who, when, from where, and what was before and after.

#include "console/kit/kit.h"
#include "console/pages/audit/words.h"

#include <QWidget>

class QGridLayout;

namespace kit {
class Button;
class IconButton;
class Label;
} // namespace kit

namespace audit {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const AuditEntry &entry);
    void retranslate();

Q_SIGNALS:
    void closed();
    void actorWanted(const AuditEntry &entry);
    void objectWanted(const AuditEntry &entry);

private:
    void build();
    void fillFacts();
    void fillChanges();
    void addFact(const QString &name, const QString &value);

    kit::Kit &m_kit;
    std::optional<AuditEntry> m_entry;
    kit::Label *m_action, *m_when, *m_changesTitle, *m_nothing;
    kit::IconButton *m_close;
    QGridLayout *m_facts, *m_changes;
    kit::Button *m_open, *m_actor, *m_object;
};

} // namespace audit
