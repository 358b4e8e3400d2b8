#pragma once

// What was weighed of an order, for whoever trades by it or decides about it: each ticket with all that it says and its
// pictures, and what the order comes to by them. It takes no room while there is no ticket. An order may have more of
// them than come at once: the others are fetched when somebody asks, the contested one at any rate.

#include "console/kit/banner.h"
#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/weighing.h"

class QGridLayout;
class QVBoxLayout;

namespace kit {

class WeighTickets : public QWidget
{
    Q_OBJECT

public:
    explicit WeighTickets(Kit &kit, QWidget *parent = nullptr);

    // Fetches; what is on screen of the same order stays until the answer is there. The contested ticket stands first.
    void open(const Id<Order> &order, const std::optional<Id<WeighTicket>> &contested = {});
    void forget();
    void retranslate();

private:
    void ask();
    void askMore();
    void fetch(const std::optional<QString> &cursor, const QList<WeighTicket> &sofar, qsizetype wanted);
    void take(const QList<WeighTicket> &tickets, const std::optional<QString> &next);
    void askContested();
    void askSettlement();
    QList<WeighTicket> shown() const;
    void fill();
    void add(const WeighTicket &ticket);
    QGridLayout *factsOf(const WeighTicket &ticket);
    void addSaid(QGridLayout *facts, const WeighTicket &ticket);
    QGridLayout *moneyOf(const Settlement &settlement);
    QString topUpWords(const WeighTopUp &topUp) const;
    void addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink = "",
                 Type type = Type::Body);
    void addLink(const QString &icon, const QString &text, const char *name, std::function<void()> act);
    void print(const WeighTicket &ticket);

    Kit &m_kit;
    std::optional<Id<Order>> m_order;
    std::optional<Id<WeighTicket>> m_contested;
    QList<WeighTicket> m_tickets;       // the newest first, as far as they were fetched
    std::optional<QString> m_next;      // where there are more
    std::optional<WeighTicket> m_apart; // the contested one, when it is none of these
    int m_asked = 0;
    std::optional<Settlement> m_settlement;
    Banner *m_trouble;
    QVBoxLayout *m_parts;
};

} // namespace kit
