#include "console/pages/reports/keys.h"

#include "console/kit/askdialog.h"
#include "console/pages/reports/keydialog.h"

namespace reports {

using kit::Cell;

Keys::Keys(kit::Kit &kit, Offers offers, QWidget *parent)
    : Panel(kit, parent)
    , m_offers(std::move(offers))
    , m_card(addList(m_table, "keys"))
    , m_revoke(addButton(QStringLiteral("circle-x"), "danger", "revoke"))
    , m_create(addButton(QStringLiteral("plus"), "primary", "create"))
{
    m_create->setEnabled(true);
    addColumns();
    connect(m_create, &QPushButton::clicked, this, &Keys::create);
    connect(m_revoke, &QPushButton::clicked, this, &Keys::revoke);
}

void Keys::addColumns()
{
    m_table.show(&ApiKey::name, &ApiKey::prefix, &ApiKey::revokedAt, &ApiKey::calls, &ApiKey::lastUsedAt,
                 &ApiKey::expiresAt, &ApiKey::createdAt);
    auto &name = m_table.column(&ApiKey::name);
    name.heading.stretches = true;
    name.heading.width = 240;
    name.cell = [](const ApiKey &key) {
        return Cell{.text = key.name, .second = scopesOf(key), .look = Cell::Look::Strong};
    };
    m_table.column(&ApiKey::prefix).heading.width = 120;
    m_table.column(&ApiKey::prefix).cell = [](const ApiKey &key) { return Cell{.text = key.prefix + u'…'}; };
    auto &state = m_table.column(&ApiKey::revokedAt);
    state.heading.label = QT_TRANSLATE_NOOP("fields", "Status");
    state.heading.width = 110;
    state.cell = [this](const ApiKey &key) {
        const kit::display::Word word = stateOf(key);
        return Cell{.text = word.text, .chip = word.tone};
    };
    m_table.column(&ApiKey::calls).heading.width = 90;
    m_table.column(&ApiKey::lastUsedAt).heading.width = 130;
    auto &expires = m_table.column(&ApiKey::expiresAt);
    expires.heading.width = 120;
    expires.cell = [](const ApiKey &key) {
        return Cell{.text = key.expiresAt ? kit::display::date(*key.expiresAt) : tr("Never"),
                    .look = Cell::Look::Quiet};
    };
    auto &created = m_table.column(&ApiKey::createdAt);
    created.heading.width = 120;
    created.heading.priority = 2;
    created.cell = [](const ApiKey &key) {
        return Cell{.text = kit::display::date(key.createdAt), .look = Cell::Look::Quiet};
    };
    m_table.settle();
    m_table.from([this](const std::optional<QString> &) { return wholePage(m_kit.api.call(api::listApiKeys)); });
}

kit::display::Word Keys::stateOf(const ApiKey &key) const
{
    if (key.revokedAt)
        return {tr("Revoked"), kit::Tone::Danger};
    if (key.expiresAt && *key.expiresAt <= m_kit.clock.now())
        return {tr("Expired"), kit::Tone::Neutral};
    return {tr("Active"), kit::Tone::Success};
}

QString Keys::scopesOf(const ApiKey &key)
{
    QStringList out;
    for (const ReportName scope : key.scopes)
        out += kit::display::text(scope);
    return out.join(QStringLiteral(", "));
}

void Keys::refresh()
{
    m_table.refresh();
}

const ApiKey *Keys::chosen() const
{
    return m_table.find(m_card->view()->chosen());
}

void Keys::settleButtons()
{
    const ApiKey *key = chosen();
    m_revoke->setEnabled(key && !key->revokedAt);
}

void Keys::create()
{
    auto *dialog = new KeyDialog(m_kit, m_offers(), this);
    connect(dialog, &KeyDialog::created, this, &Keys::refresh);
    dialog->open();
}

void Keys::revoke()
{
    const ApiKey *key = chosen();
    if (!key)
        return;
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           {.title = tr("Revoke this key?"),
                            .text = tr("Programs that use it are refused at once. It cannot be given back."),
                            .facts = {{kit::display::label(&ApiKey::name), key->name},
                                      {kit::display::label(&ApiKey::prefix), key->prefix + u'…'},
                                      {kit::display::label(&ApiKey::lastUsedAt), kit::display::text(key->lastUsedAt)}},
                            .verb = tr("Revoke key"),
                            .look = "dangerFilled"},
                           this);
    dialog->perform([this, id = key->id](const QString &) { return m_kit.api.call(api::revokeApiKey, id); },
                    [this](const ApiKey &changed) {
                        m_table.put(changed);
                        settleButtons();
                        m_kit.notices.toast(tr("The key %1 is revoked").arg(changed.name));
                    });
}

void Keys::retranslate()
{
    setHint(tr("With a key another program pulls the rows of the reports it was made for, and nothing else."));
    m_create->say(tr("Create key…"));
    m_revoke->say(tr("Revoke…"));
    m_card->say(tr("API keys"));
    m_card->setEmptyText(QStringLiteral("lock"), tr("No keys yet"),
                         tr("Create one for each program that is to read reports."));
    m_table.retranslate();
}

} // namespace reports
