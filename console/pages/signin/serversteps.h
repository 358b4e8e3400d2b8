#pragma once

// Which server: the ones that are known, and a new one, which is looked at before it is used.

#include "console/kit/linelist.h"
#include "console/kit/profile.h"
#include "console/kit/servercheck.h"
#include "console/pages/signin/certificatecard.h"
#include "console/pages/signin/step.h"

namespace signin {

// The known ones. Enter uses, F2 changes, Delete removes after a question.
class ServersStep : public Step
{
    Q_OBJECT

public:
    explicit ServersStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;
    void show(const QList<kit::Profile> &profiles, const QString &chosen);

Q_SIGNALS:
    void chosen(const QString &id);
    void changeAsked(const kit::Profile &profile);
    void removed(const QString &id);

protected:
    void go() override;

private:
    const kit::Profile *current() const;
    void change();
    void askToRemove();
    void say();

    kit::LineList *m_list;
    kit::Button *m_add, *m_change, *m_remove, *m_back;
    QList<kit::Profile> m_profiles;
    QString m_chosen;
};

// One of them: its name, its address, and whose certificates are believed there.
class ServerStep : public Step
{
    Q_OBJECT

public:
    explicit ServerStep(kit::Kit &kit, QWidget *parent = nullptr);
    void begin() override;
    void retranslate() override;
    enum class Visit { First, Later }; // the first one has nothing to go back to
    void edit(const kit::Profile &profile, Visit visit);
    void takeAuthority(const QString &path);
    void refuse(); // the list has it already, or is full

Q_SIGNALS:
    void saved(const kit::Profile &profile);

protected:
    void go() override;

private:
    enum class State { Unknown, Fine, Silent, Refused };
    void build();
    void chooseFile();
    void forgetAuthority();
    void reset(); // what was seen is not what is typed now
    void settle(const kit::ServerCheck::Sight &sight);
    void enter(State state);
    void save();
    void sayVerb();
    void sayAuthority();

    kit::ServerCheck m_check;
    Line m_name, m_server;
    kit::Label *m_trust;
    kit::Button *m_file, *m_system, *m_anyway, *m_back;
    CertificateCard *m_card;
    kit::Profile m_profile;
    State m_state = State::Unknown;
    Visit m_visit = Visit::Later;
};

} // namespace signin
