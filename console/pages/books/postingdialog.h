#pragma once

// One posting: its lines, why it was made, the order it is about, and the way back from a correction.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/tableview.h"
#include "shared/contract/books.h"

#include <QDialog>

class QGridLayout;

namespace books {

class PostingDialog : public QDialog
{
    Q_OBJECT

public:
    PostingDialog(kit::Kit &kit, const Id<LedgerPosting> &id, QWidget *parent);

private:
    void build();
    void addColumns();
    void load();
    void fill(const LedgerPosting &posting);
    void addFact(const QString &name, const QString &value);
    void reverse();

    kit::Kit &m_kit;
    Id<LedgerPosting> m_id;
    LedgerPosting m_posting;
    kit::ContractTable<LedgerLine> m_lines;
    kit::Label *m_kind;
    kit::Banner *m_trouble;
    QGridLayout *m_facts;
    kit::TableView *m_view;
    kit::Button *m_order, *m_reverse, *m_close;
};

} // namespace books
