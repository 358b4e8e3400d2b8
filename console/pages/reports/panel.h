#pragma once

// One tab of the page: a line that says what is here with the buttons for the chosen row, and the list below.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"

class QHBoxLayout;
class QVBoxLayout;

namespace reports {

class Panel : public QWidget
{
    Q_OBJECT

public:
    Panel(kit::Kit &kit, QWidget *parent);

    virtual void refresh() = 0;
    virtual void retranslate() = 0;

protected:
    // The card goes below what `above` returned; name is for tests and screen readers.
    kit::ListCard *addList(kit::TableModel &model, const char *name);
    kit::Button *addButton(const QString &icon, const char *look, const char *name);
    void setHint(const QString &text);
    QVBoxLayout *above() const { return m_above; }
    // What may be done with the row that is chosen now.
    virtual void settleButtons() = 0;

    kit::Kit &m_kit;

private:
    kit::Label *m_hint;
    QHBoxLayout *m_head;
    QVBoxLayout *m_above, *m_layout;
};

// A list that comes whole, as the one page of a table.
template <class T>
QFuture<Result<::Page<T>>> wholePage(QFuture<Result<QList<T>>> list)
{
    return list.then([](const Result<QList<T>> &items) -> Result<::Page<T>> {
        if (!items)
            return tl::unexpected(items.error());
        return ::Page<T>{.items = *items, .total = items->size()};
    });
}

} // namespace reports
