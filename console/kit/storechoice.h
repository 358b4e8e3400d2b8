#pragma once

// Asks for a part of a store's name and offers the stores that have it: a market has more of them than a list shows.
//     kit::chooseStore(m_kit, this, tr("A rate for which store?"), [this](const kit::StoreOffers &stores) { … });

#include "console/kit/kit.h"

class QWidget;

namespace kit {

using StoreOffers = QList<std::pair<QString, QString>>; // id and name, for ContractForm::askFrom

// Not reacted to when no store is found; that is said.
void chooseStore(Kit &kit, QWidget *parent, const QString &title, std::function<void(const StoreOffers &)> react);

} // namespace kit
