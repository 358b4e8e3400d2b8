#pragma once

// What stands beside a list: one thing, asked for by its id. Until its answer is there the pane waits; when there is
// none it says so and asks again when it is told to. What was shown stays when it cannot be fetched anew.
//     class Detail : public kit::DetailPane<PayoutDetail, Payout> { … }

#include "console/kit/banner.h"
#include "console/kit/kit.h"
#include "console/kit/pagestate.h"

#include <QScrollArea>

class QGridLayout;
class QStackedWidget;
class QVBoxLayout;

namespace kit {

// What there is to know, one below the other; it scrolls where there is no room for all of it, by keys too.
class PaneBody : public QScrollArea
{
    Q_OBJECT

public:
    PaneBody(const Theme &theme, QWidget *parent);

    void add(QLayout *facts);
    void add(QWidget *part);
    void addWide(QWidget *table); // from edge to edge; takes what is left over
    void addLine();
    void end(); // all stands at the top

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate(); // what can be reached by keys has a name

    const Theme &m_theme;
    QVBoxLayout *m_parts;
};

// The part that does not depend on what is shown.
class DetailFrame : public QWidget
{
    Q_OBJECT

public:
    explicit DetailFrame(Kit &kit, QWidget *parent = nullptr);

    virtual void reload() = 0;
    virtual void retranslate();

Q_SIGNALS:
    void closed();

protected:
    // From top to bottom: what names the thing, what there is to know of it, what can be done with it.
    void put(QWidget *head, QWidget *body, QWidget *foot);
    // The head of most panes: the name, a line below it, where the thing stands, and what went wrong.
    QWidget *newHead(Label *title, Label *note, QLayout *standing);
    // How much it is and its status; further chips stand below, where they have room.
    QLayout *newStanding(Label *figure, Chip *status, const QList<Chip *> &further = {});
    QGridLayout *newFacts() const;
    QWidget *newFoot(const QList<QWidget *> &parts);
    void showWaiting();
    void showContent();
    void showTrouble(const Error &error); // beside the content when there is some
    bool hasContent() const;
    // A row of a grid of two columns.
    void addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink = "",
                 Type type = Type::Body);

    Kit &m_kit;
    Banner *m_trouble;   // for the head to lay out
    IconButton *m_close; // likewise

private:
    QStackedWidget *m_stack;
    PageState *m_state;
    QWidget *m_content;
};

// Shown: what the answer is. Thing: whose id it is.
template <class Shown, class Thing = Shown>
class DetailPane : public DetailFrame
{
public:
    using DetailFrame::DetailFrame;

    void open(const Id<Thing> &id)
    {
        if (m_id != id) {
            m_shown.reset();
            forget();
            showWaiting();
        }
        m_id = id;
        m_trouble->clear();
        reload();
    }
    void reload() final
    {
        if (!m_id)
            return;
        // Meanwhile another one may be opened.
        whenDone(this, fetch(*m_id), [this, asked = *m_id](const Result<Shown> &answer) {
            if (m_id == asked)
                answer ? take(*answer) : showTrouble(answer.error());
        });
    }
    void retranslate() override
    {
        DetailFrame::retranslate();
        if (m_shown)
            fill(Shown(*m_shown));
    }

protected:
    virtual QFuture<Result<Shown>> fetch(const Id<Thing> &id) = 0;
    virtual void fill(const Shown &shown) = 0;
    virtual void follow() {} // asks for what belongs to it, whenever it has come
    virtual void forget() {} // what belonged to another one

    const std::optional<Id<Thing>> &id() const { return m_id; }
    const std::optional<Shown> &shown() const { return m_shown; }
    // What an act answered; without effect when another one is open by now.
    void renew(const Id<Thing> &id, const Shown &shown)
    {
        if (m_shown && m_id == id)
            take(shown);
    }

private:
    void take(const Shown &shown)
    {
        m_shown = shown;
        m_trouble->clear();
        fill(shown);
        showContent();
        follow();
    }

    std::optional<Id<Thing>> m_id;
    std::optional<Shown> m_shown;
};

} // namespace kit
