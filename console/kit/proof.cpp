#include "console/kit/proof.h"

#include "console/kit/formdialog.h"
#include "shared/contract/factors.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace kit {

namespace {

struct Proof
{
    Q_DECLARE_TR_FUNCTIONS(kit::Proof)
};

} // namespace

void askProof(Kit &kit, const Error &wish, QWidget *parent, std::function<void(bool)> told)
{
    const QJsonObject details = QJsonDocument::fromJson(wish.details).object();
    const bool needsCode = !details.value(QLatin1StringView("takes_password")).toBool(true);
    auto *form = new ContractForm<Reauthenticate>(kit.theme);
    // The other factor may be given instead, but this one is asked for.
    form->require(needsCode ? &Reauthenticate::code : &Reauthenticate::password);
    form->fill({});
    auto *dialog =
        new FormDialog(kit.theme,
                       {.title = Proof::tr("Is it still you?"),
                        .text = needsCode ? Proof::tr("Type the code that your app shows now, or a recovery code.")
                                          : Proof::tr("Type your password. It counts for five minutes."),
                        .verb = Proof::tr("Go on")},
                       form, parent);
    dialog->setObjectName(QStringLiteral("proof"));
    const auto isProved = std::make_shared<bool>(false);
    QObject::connect(dialog, &QDialog::finished, parent, [told = std::move(told), isProved] { told(*isProved); });
    dialog->perform(
        *form, [&kit](const Reauthenticate &typed) { return kit.api.call(api::reauthenticate, typed); },
        [isProved](const Reauthenticated &) { *isProved = true; });
}

} // namespace kit
