#include "console/pages/gateways/page.h"

#include "console/kit/formdialog.h"
#include "console/kit/proof.h"

namespace gateways {

using kit::Cell;

namespace {

// A list that comes whole, as the one page of a table.
Result<::Page<GatewaySetup>> wholePage(const Result<QList<GatewaySetup>> &setups)
{
    if (!setups)
        return tl::unexpected(setups.error());
    return ::Page<GatewaySetup>{.items = *setups};
}

// What may be seen of a key, and where it came from.
Cell cellOf(const KeyMark &mark)
{
    if (!mark.source)
        return {.text = QStringLiteral("–"), .look = Cell::Look::Quiet};
    const QString end = mark.lastFour ? QStringLiteral("••••") + *mark.lastFour : QStringLiteral("••••");
    const QString from = kit::display::text(*mark.source);
    return {.text = end,
            .second = mark.changedAt ? QStringLiteral("%1 · %2").arg(from, kit::display::text(*mark.changedAt)) : from};
}

ChangeGateway wishOf(const GatewaySetup &setup)
{
    return {.mode = setup.mode, .isOn = setup.isOn, .place = setup.place, .version = setup.version};
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_change(addHeadButton(QStringLiteral("sliders-horizontal"), "primary"))
    , m_check(addHeadButton(QStringLiteral("circle-check")))
{
    filters()->hide(); // there is a handful
    m_change->setObjectName(QStringLiteral("change"));
    m_check->setObjectName(QStringLiteral("check"));
    addColumns();
    m_table.from([this](const std::optional<QString> &) { return m_kit.api.call(api::listGateways).then(wholePage); });
    list(m_table);
    connect(view(), &kit::TableView::chosenChanged, this, &Page::choose);
    connect(&m_table, &kit::TableModel::loaded, this, &Page::choose);
    connect(m_change, &QPushButton::clicked, this, &Page::change);
    connect(m_check, &QPushButton::clicked, this, &Page::check);
    retranslate();
    choose();
}

void Page::addColumns()
{
    m_table.show(&GatewaySetup::provider, &GatewaySetup::isOn, &GatewaySetup::mode, &GatewaySetup::place);
    auto &provider = m_table.column(&GatewaySetup::provider);
    provider.heading.width = 170;
    provider.heading.stretches = true;
    provider.cell = [](const GatewaySetup &setup) {
        return Cell{.text = kit::display::text(setup.provider),
                    .second =
                        setup.provider == GatewayName::StripeConnect ? tr("Pays stores out") : tr("Takes money in")};
    };
    auto &isOn = m_table.column(&GatewaySetup::isOn);
    isOn.heading.width = 90;
    isOn.cell = [](const GatewaySetup &setup) {
        return Cell{.text = setup.isOn ? tr("Open") : tr("Closed"),
                    .chip = setup.isOn ? kit::Tone::Success : kit::Tone::Neutral};
    };
    m_table.column(&GatewaySetup::mode).heading.width = 130;
    m_table.column(&GatewaySetup::place).heading.width = 70;
    const auto addKey = [this](const char *key, const char *label, KeyMark GatewaySetup::*member) {
        m_table.add({.heading = {.key = key, .label = label, .width = 170, .priority = 1},
                     .cell = [member](const GatewaySetup &setup) { return cellOf(setup.*member); }});
    };
    addKey("key_id", QT_TRANSLATE_NOOP("fields", "Key"), &GatewaySetup::keyId);
    addKey("key_secret", QT_TRANSLATE_NOOP("fields", "Secret key"), &GatewaySetup::keySecret);
    addKey("webhook_secret", QT_TRANSLATE_NOOP("fields", "Secret of webhooks"), &GatewaySetup::webhookSecret);
    m_table.add(
        {.heading = {.key = "changed_by", .label = QT_TRANSLATE_NOOP("fields", "Changed"), .width = 150, .priority = 2},
         .cell = [](const GatewaySetup &setup) {
             if (!setup.changedAt)
                 return Cell{.text = kit::display::text(GatewaySource::File), .look = Cell::Look::Quiet};
             return Cell{.text = setup.changedBy.value_or(QString()), .second = kit::display::text(*setup.changedAt)};
         }});
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
}

void Page::choose()
{
    const bool isChosen = m_table.find(view()->chosen());
    m_change->setEnabled(isChosen);
    m_check->setEnabled(isChosen);
}

// A key that is left empty stays as it is, so that nobody has to have it at hand to change something else.
void Page::change()
{
    const GatewaySetup *setup = m_table.find(view()->chosen());
    if (!setup)
        return;
    const GatewayName name = setup->provider;
    auto *form = new kit::ContractForm<ChangeGateway>(m_kit.theme);
    form->ask(&ChangeGateway::isOn, &ChangeGateway::mode, &ChangeGateway::place);
    const GatewayKeys has = gatewayKeysOf(name);
    if (has.keyId)
        form->ask(&ChangeGateway::keyId);
    if (has.keySecret)
        form->ask(&ChangeGateway::keySecret);
    if (has.webhookSecret)
        form->ask(&ChangeGateway::webhookSecret);
    form->fill(wishOf(*setup));
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Set up %1").arg(kit::display::text(name)),
         .text = tr("It takes effect at once. Keys are kept sealed and are never shown again; a key that is left "
                    "empty stays as it is. What is set here rules over the file of the server."),
         .verb = tr("Save")},
        form, this);
    const QString id = names::text(name).toString();
    dialog->perform(
        *form,
        [this, id](const ChangeGateway &wish) {
            return kit::proved(m_kit, this, [this, wish, id] { return m_kit.api.call(api::changeGateway, wish, id); });
        },
        [this](const GatewaySetup &changed) {
            m_table.put(changed);
            m_kit.notices.toast(tr("%1 is set up").arg(kit::display::text(changed.provider)), kit::Tone::Success);
        });
}

void Page::check()
{
    const GatewaySetup *setup = m_table.find(view()->chosen());
    if (!setup)
        return;
    const QString name = kit::display::text(setup->provider);
    m_check->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::checkGateway, names::text(setup->provider).toString()),
                  [this, name](const Result<GatewayCheck> &check) {
                      choose();
                      if (!check)
                          return banner()->showTrouble(check.error());
                      const kit::display::Word word = kit::display::word(check->finding);
                      banner()->say(QStringLiteral("%1: %2").arg(name, word.text), word.tone);
                  });
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.gateways")),
             tr("Who takes money in and who pays stores, with which keys"));
    m_change->say(tr("Set up…"));
    m_check->say(tr("Check"));
    setEmptyText(QStringLiteral("wallet"), tr("No providers"), tr("They appear here when the server knows some."));
    ListPage::retranslate();
}

} // namespace gateways
