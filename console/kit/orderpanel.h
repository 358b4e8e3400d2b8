#pragma once

// One order with everything that can be done to it now: who, how far, what it costs, and the steps the server allows
// the caller. Vendors see it beside their board, admins beside the list of all orders.

#include "console/kit/banner.h"
#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "console/kit/ordertrack.h"
#include "console/kit/pagestate.h"
#include "shared/contract/orders.h"

#include <QTimer>

class QGridLayout;
class QScrollArea;
class QStackedWidget;
struct TaxPaper;

namespace kit {

class WeighTickets;

class OrderPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OrderPanel(Kit &kit, QWidget *parent = nullptr);

    void open(const Id<Order> &id); // fetches; the order on screen stays until the answer is there
    void reload();
    void retranslate();
    const std::optional<Order> &order() const { return m_order; }
    // Takes the first of the steps the server allows; while the order is still on its way, when it has come.
    void advance();

Q_SIGNALS:
    void changed(const Order &order);
    void shown(const Order &order);
    void closed();
    void chatWanted(const Order &order);

private:
    void build();
    QWidget *buildHead();
    QWidget *buildBody();
    void show(const Order &order);
    void fillParties(const Order &order);
    void fillMoney(const Order &order);
    void fillConfirmations(const Order &order);
    void fillActions(const Order &order);
    void sayContest(const Order &order);
    int addMoney(int row, const QString &name, const QString &value, Type type = Type::Body, const char *ink = "");

    void moveTo(OrderStatus status);
    void send(const AdvanceOrder &wish);
    void cancel();
    void releaseEscrow();
    void addReturns(const Order &order);
    void addPapers(const Order &order);
    void saveInvoice();
    void askEInvoice();
    void askEWayBill();
    void savePortalPaper(const TaxPaper &paper, const QString &name);
    void refund();
    void dispute();
    void showDispute();
    void take(const Result<Order> &outcome);
    bool mayAct() const;
    void checkActions();

    Kit &m_kit;
    std::optional<Id<Order>> m_id;
    std::optional<Order> m_order;
    std::optional<Id<Order>> m_moving; // whose step is on its way
    QTimer m_settling;                 // since the steps on offer became others
    bool m_isReloadTrouble = false;    // what the banner says is gone with the next answer
    bool m_isToAdvance = false;
    QStackedWidget *m_stack;
    PageState *m_state;
    Banner *m_trouble, *m_contest;
    Label *m_number, *m_placed, *m_progressTitle, *m_moneyTitle, *m_confirmTitle, *m_notes;
    Chip *m_status, *m_escrow;
    IconButton *m_chat, *m_close;
    QVBoxLayout *m_parties, *m_confirmations, *m_actions;
    QWidget *m_foot; // holds the actions
    QGridLayout *m_money;
    OrderTrack *m_track;
    WeighTickets *m_weights;
};

} // namespace kit
