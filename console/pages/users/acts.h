#pragma once

// What an admin may do to a person as it is now, each asked for with its reason before it is done.

#include "console/kit/askdialog.h"
#include "console/kit/kit.h"
#include "shared/contract/people.h"

namespace users {

// The name of one act on buttons and in the menu.
QString nameOf(PersonAct act);
// Whether it lets somebody in, shuts somebody out or neither.
enum class Kind { Opens, Closes, Other };
Kind kindOf(PersonAct act);
// The most likely one first; none on oneself, and on other admins only those of a super-admin.
QList<PersonAct> actsOn(const Person &person, const kit::Identity &me);

class Acts : public QObject
{
    Q_OBJECT

public:
    Acts(kit::Kit &kit, QWidget *parent);

    void ask(PersonAct act, const Person &person);

Q_SIGNALS:
    void done(const Person &person, const QString &toast);

private:
    void askPlainly(const Endpoint<Nothing, Person, Id<Account>> &endpoint, PersonAct act, const Person &person,
                    const QString &text);
    void askWhy(const Endpoint<PersonReason, Person, Id<Account>> &endpoint, PersonAct act, const Person &person,
                const QString &text);
    void askRole(const Person &person);
    kit::Ask question(PersonAct act, const Person &person, const QString &text) const;
    QString said(PersonAct act, const Person &person) const;

    kit::Kit &m_kit;
    QWidget *m_parent;
};

} // namespace users
