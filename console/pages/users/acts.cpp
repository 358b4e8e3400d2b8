#include "console/pages/users/acts.h"

#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"

namespace users {

using kit::Ask;

QString nameOf(PersonAct act)
{
    switch (act) {
    case PersonAct::Banned: return Acts::tr("Ban…");
    case PersonAct::Unbanned: return Acts::tr("Take the ban back…");
    case PersonAct::Suspended: return Acts::tr("Suspend…");
    case PersonAct::Activated: return Acts::tr("Activate again…");
    case PersonAct::Verified: return Acts::tr("Take e-mail as verified…");
    case PersonAct::Unlocked: return Acts::tr("Unlock…");
    case PersonAct::SessionsEnded: return Acts::tr("End all sessions…");
    case PersonAct::ResetSent: return Acts::tr("Send password reset…");
    case PersonAct::RoleChanged: return Acts::tr("Change role…");
    case PersonAct::DistributorApproved: return Acts::tr("Approve as distributor…");
    case PersonAct::DistributorRejected: return kit::phrase::reject();
    case PersonAct::PowersChanged:
    case PersonAct::Invited: break;
    }
    return {};
}

Kind kindOf(PersonAct act)
{
    switch (act) {
    case PersonAct::Banned:
    case PersonAct::DistributorRejected: return Kind::Closes;
    case PersonAct::DistributorApproved:
    case PersonAct::Unbanned:
    case PersonAct::Unlocked:
    case PersonAct::Verified:
    case PersonAct::Activated: return Kind::Opens;
    case PersonAct::Suspended:
    case PersonAct::SessionsEnded:
    case PersonAct::ResetSent:
    case PersonAct::RoleChanged:
    case PersonAct::PowersChanged:
    case PersonAct::Invited: break;
    }
    return Kind::Other;
}

QList<PersonAct> actsOn(const Person &person, const kit::Identity &me)
{
    using enum PersonAct;
    if (person.id.text() == me.id || (person.role == Role::Admin && !me.isSuperAdmin))
        return {};
    QList<PersonAct> out;
    const bool isDecided = person.distributorStatus != DistributorStatus::Pending;
    if (!person.isBanned && !isDecided)
        out += {DistributorApproved, DistributorRejected};
    if (person.isBanned)
        out += Unbanned;
    if (person.lockedUntil)
        out += Unlocked;
    if (!person.isActive && person.isVerified)
        out += Activated;
    if (!person.isVerified)
        out += Verified;
    if (!person.isBanned)
        out += Banned;
    if (person.isActive)
        out += Suspended;
    if (isDecided && person.distributorStatus == DistributorStatus::Rejected)
        out += DistributorApproved;
    out += {SessionsEnded, ResetSent, RoleChanged};
    return out;
}

Acts::Acts(kit::Kit &kit, QWidget *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_parent(parent)
{}

QString Acts::said(PersonAct act, const Person &person) const
{
    const QString &name = person.username;
    switch (act) {
    case PersonAct::Banned: return tr("%1 is banned").arg(name);
    case PersonAct::Unbanned: return tr("%1 is no longer banned").arg(name);
    case PersonAct::Suspended: return tr("%1 is suspended").arg(name);
    case PersonAct::Activated: return tr("%1 is active again").arg(name);
    case PersonAct::Verified: return tr("The e-mail of %1 counts as verified").arg(name);
    case PersonAct::Unlocked: return tr("%1 may try again").arg(name);
    case PersonAct::SessionsEnded: return tr("%1 is signed out everywhere").arg(name);
    case PersonAct::ResetSent: return tr("The mail is on its way to %1").arg(person.email.value_or(name));
    case PersonAct::RoleChanged: return tr("%1: %2").arg(name, kit::display::text(person.role));
    case PersonAct::DistributorApproved: return tr("%1 is a distributor now").arg(name);
    case PersonAct::DistributorRejected: return tr("%1 is refused as a distributor").arg(name);
    case PersonAct::PowersChanged:
    case PersonAct::Invited: break;
    }
    return {};
}

Ask Acts::question(PersonAct act, const Person &person, const QString &text) const
{
    QString verb = nameOf(act);
    verb.remove(QChar(0x2026));
    const bool isDanger = kindOf(act) == Kind::Closes || act == PersonAct::Suspended;
    return {.title = QStringLiteral("%1: %2").arg(person.username, verb),
            .text = text,
            .facts = {{kit::display::label(&Person::fullName), person.fullName.value_or(QStringLiteral("–"))},
                      {kit::display::label(&Person::email), person.email.value_or(QStringLiteral("–"))},
                      {kit::display::label(&Person::role), kit::display::text(person.role)}},
            .verb = verb,
            .look = isDanger ? "dangerFilled" : "primary"};
}

void Acts::askPlainly(const Endpoint<Nothing, Person, Id<Account>> &endpoint, PersonAct act, const Person &person,
                      const QString &text)
{
    auto *dialog = new kit::AskDialog(m_kit.theme, question(act, person, text), m_parent);
    dialog->perform([this, &endpoint, id = person.id](const QString &) { return m_kit.api.call(endpoint, id); },
                    [this, act](const Person &changed) { Q_EMIT done(changed, said(act, changed)); });
}

void Acts::askWhy(const Endpoint<PersonReason, Person, Id<Account>> &endpoint, PersonAct act, const Person &person,
                  const QString &text)
{
    Ask ask = question(act, person, text);
    const bool isTold = act == PersonAct::Banned || act == PersonAct::DistributorRejected;
    ask.words = Ask::Words::Lines;
    ask.label = isTold ? tr("Reason (the person reads it)") : tr("Reason (for the audit log)");
    ask.lengthMin = 5;
    ask.lengthMax = 2000;
    auto *dialog = new kit::AskDialog(m_kit.theme, ask, m_parent);
    dialog->perform([this, &endpoint,
                     id = person.id](const QString &words) { return m_kit.api.call(endpoint, {.reason = words}, id); },
                    [this, act](const Person &changed) { Q_EMIT done(changed, said(act, changed)); });
}

void Acts::askRole(const Person &person)
{
    QList<std::pair<QString, QString>> offers;
    for (const Role role : {Role::Buyer, Role::Distributor, Role::Vendor, Role::Admin}) {
        if (role != person.role && (role != Role::Admin || m_kit.me.isSuperAdmin))
            offers += {QString(names::text(role)), kit::display::text(role)};
    }
    auto *form = new kit::ContractForm<ChangeRole>(m_kit.theme);
    form->askFrom(&ChangeRole::role, offers);
    form->askAtLength(&ChangeRole::reason);
    form->fill({.role = person.role == Role::Buyer ? Role::Distributor : Role::Buyer});
    auto *dialog =
        new kit::FormDialog(m_kit.theme,
                            {.title = tr("Change the role of %1").arg(person.username),
                             .text = tr("All sessions end. An account whose orders are not over keeps its role."),
                             .verb = tr("Change role")},
                            form, m_parent);
    dialog->perform(
        *form, [this, id = person.id](const ChangeRole &wish) { return m_kit.api.call(api::changeRole, wish, id); },
        [this](const Person &changed) { Q_EMIT done(changed, said(PersonAct::RoleChanged, changed)); });
}

void Acts::ask(PersonAct act, const Person &person)
{
    switch (act) {
    case PersonAct::Banned:
        return askWhy(api::banPerson, act, person,
                      tr("All sessions end at once and a mail says why. A store sells no more. A ban can be taken "
                         "back."));
    case PersonAct::Unbanned: return askWhy(api::unbanPerson, act, person, tr("The person can sign in again."));
    case PersonAct::Suspended:
        return askWhy(api::suspendPerson, act, person, tr("All sessions end; nobody signs in until it is active."));
    case PersonAct::Activated: return askWhy(api::activatePerson, act, person, tr("The person can sign in again."));
    case PersonAct::Verified:
        return askWhy(api::verifyPersonEmail, act, person,
                      tr("The account becomes active without the activation mail."));
    case PersonAct::Unlocked: return askPlainly(api::unlockPerson, act, person, tr("Wrong passwords are forgotten."));
    case PersonAct::SessionsEnded:
        return askPlainly(api::endPersonSessions, act, person, tr("The person is signed out on every device."));
    case PersonAct::ResetSent:
        return askPlainly(api::sendPersonReset, act, person,
                          tr("A mail brings a link to set a new password. You never see the password."));
    case PersonAct::RoleChanged: return askRole(person);
    case PersonAct::DistributorApproved:
        return askPlainly(api::approveDistributor, act, person, tr("A mail says that bulk buying is open."));
    case PersonAct::DistributorRejected: return askWhy(api::rejectDistributor, act, person, tr("A mail says why."));
    case PersonAct::PowersChanged:
    case PersonAct::Invited: break;
    }
}

} // namespace users
