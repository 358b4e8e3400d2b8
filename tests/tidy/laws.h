#pragma once

// The ten laws of the house and the style of its lines, each as a function from the tree to its complaints
// ("path:line what is wrong"). An empty list means that the law holds.

#include "tree.h"

namespace tidy {

// Where things stand.
Complaints sharedKnowsNobody(const Tree &tree);            // 1
Complaints serverAndConsoleAreStrangers(const Tree &tree); // 2
Complaints nobodyLooksUp(const Tree &tree);                // 3
Complaints roomsKnowTheirNeighbours(const Tree &tree);     // 4
Complaints oneDoorPerOutsideThing(const Tree &tree);       // 8

// What happens to data.
Complaints entriesOpenAndBlocksDoNot(const Tree &tree);    // 5
Complaints tablesHaveOneOwner(const Tree &tree);           // 6
Complaints statementsAreOurOwnWords(const Tree &tree);     // 6, SEC-03
Complaints newsLeavesWithTheTransaction(const Tree &tree); // 7

// What comes from outside of the code.
Complaints onlyTheMarketBuildsServices(const Tree &tree); // 9
Complaints noGlobalsThatChange(const Tree &tree);         // 9
Complaints noBannedWords(const Tree &tree);               // 10

// What people read.
Complaints everySentenceHasHindi(const Tree &tree); // I18N-01

// How the lines look.
Complaints sizesAreKept(const Tree &tree);
Complaints namesAreOurs(const Tree &tree);
Complaints headersStandAlone(const Tree &tree);
Complaints moneyIsWhole(const Tree &tree);
Complaints nothingIsDead(const Tree &tree, const QString &compiled); // compiled: what names every compiled file

} // namespace tidy
