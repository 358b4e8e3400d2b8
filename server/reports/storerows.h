#pragma once

// Reads the tables of the whole market for the reports; writes none of them.

#include "server/reports/source.h"

namespace reports::rows {

struct Source
{
    QList<ReportColumn> columns;
    ReadPiece read;
    CountRows count;
    std::string keyForm;       // of the first columns, which are the key: see keyOf()
    int pieceRows = chunkRows; // that are read at a time for a file
    QStringList words = {};    // that stand in its columns of words
};

Source dailySales();
Source vendorPerformance();
Source platform();
Source financial();
Source userActivity();
Source ledger();
Source users();
Source vendors();
Source products();
Source orders();
Source payments();
Source walletEntries();
Source commissions();
Source payouts();
Source audit();
Source adPerformance();
Source vendorStatement();
Source commissionSummary();
Source payoutSummary();

// What a report may be narrowed to.
bool hasStore(Tx &tx, Id<Vendor> id);
bool hasCategory(Tx &tx, Id<Category> id);

} // namespace reports::rows
