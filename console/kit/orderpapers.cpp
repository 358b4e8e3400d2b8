// The papers of an order that OrderPanel saves: its invoice, and for admins what the portals of the tax office take.

#include "console/kit/formdialog.h"
#include "console/kit/orderpanel.h"
#include "console/kit/reportfetch.h"
#include "console/kit/savefile.h"
#include "shared/contract/invoices.h"
#include "shared/contract/tax.h"

namespace kit {

void OrderPanel::addPapers(const Order &order)
{
    if (!order.settledAt)
        return;
    const auto add = [this](const QString &text, const char *name, void (OrderPanel::*act)()) {
        auto *button = new Button(m_kit.theme, QStringLiteral("file-text"), "", this);
        button->say(text);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, act);
        m_actions->addWidget(button);
    };
    add(tr("Invoice…"), "invoice", &OrderPanel::saveInvoice);
    if (m_kit.me.role != Role::Admin)
        return;
    add(tr("E-invoice JSON…"), "e_invoice", &OrderPanel::askEInvoice);
    add(tr("E-way bill JSON…"), "e_way_bill", &OrderPanel::askEWayBill);
}

void OrderPanel::saveInvoice()
{
    const QString name = tr("Invoice %1").arg(m_order->orderNumber) + QStringLiteral(".pdf");
    whenDone(this, m_kit.api.call(api::downloadOrderInvoice, {.language = spokenLanguage()}, m_order->id),
             [this, name](const Result<FileBody> &file) {
                 if (file)
                     saveFile(m_kit, this, name, file->bytes, Saved::Open);
                 else
                     m_trouble->showTrouble(file.error());
             });
}

void OrderPanel::askEInvoice()
{
    auto *form = new ContractForm<AskTaxPaper>(m_kit.theme);
    form->ask(&AskTaxPaper::buyerGstin);
    form->fill({});
    auto *dialog = new FormDialog(m_kit.theme,
                                  {.title = tr("E-invoice of order %1").arg(m_order->orderNumber),
                                   .text = tr("For the portal of the tax office (INV-01). The number is that of the "
                                              "store's invoice."),
                                   .verb = tr("Save JSON")},
                                  form, this);
    dialog->perform(
        *form,
        [this, id = m_order->id](const AskTaxPaper &wish) { return m_kit.api.call(api::readEInvoice, wish, id); },
        [this](const TaxPaper &paper) { savePortalPaper(paper, tr("E-invoice %1").arg(paper.orderNumber)); });
}

void OrderPanel::askEWayBill()
{
    auto *form = new ContractForm<AskTaxPaper>(m_kit.theme);
    form->ask(&AskTaxPaper::vehicleNumber);
    form->ask(&AskTaxPaper::transporterId);
    form->ask(&AskTaxPaper::distanceKm);
    form->ask(&AskTaxPaper::buyerGstin);
    form->fill({});
    auto *dialog = new FormDialog(m_kit.theme,
                                  {.title = tr("E-way bill of order %1").arg(m_order->orderNumber),
                                   .text = tr("For the portal of e-way bills. A vehicle or a transporter is needed."),
                                   .verb = tr("Save JSON")},
                                  form, this);
    dialog->perform(
        *form,
        [this, id = m_order->id](const AskTaxPaper &wish) { return m_kit.api.call(api::readEWayBill, wish, id); },
        [this](const TaxPaper &paper) { savePortalPaper(paper, tr("E-way bill %1").arg(paper.orderNumber)); });
}

// While something is missing there is nothing to save, and the portal's own names say what.
void OrderPanel::savePortalPaper(const TaxPaper &paper, const QString &name)
{
    if (paper.document)
        saveFile(m_kit, this, name + QStringLiteral(".json"), paper.document->text);
    else
        m_trouble->say(tr("The portal also wants: %1").arg(paper.missing.join(QStringLiteral(", "))), Tone::Warning);
}

} // namespace kit
