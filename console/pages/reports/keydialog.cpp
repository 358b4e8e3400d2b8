#include "console/pages/reports/keydialog.h"

#include "console/kit/display.h"
#include "console/pages/reports/about.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QStackedWidget>

namespace reports {

using kit::Type;

namespace {

constexpr int widthUsual = 480;
constexpr int heightUsual = 560;
constexpr int usualDays = 365;
constexpr int daysMax = 3650;

} // namespace

KeyDialog::KeyDialog(kit::Kit &kit, const QList<ReportKind> &kinds, QWidget *parent)
    : CallDialog(kit.theme, tr("Create key"), "primary", parent)
    , m_kit(kit)
    , m_stack(new QStackedWidget(this))
    , m_name(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_days(new QSpinBox(this))
    , m_scopes(new QListWidget(this))
    , m_copy(new kit::Button(kit.theme, QStringLiteral("check-check"), "primary", this))
    , m_done(new kit::Button(kit.theme, {}, "", this))
{
    setWindowTitle(tr("Create API key"));
    m_name->setObjectName(QStringLiteral("name"));
    m_scopes->setObjectName(QStringLiteral("scopes"));
    m_secret->setObjectName(QStringLiteral("secret"));
    m_copy->setObjectName(QStringLiteral("copy"));
    m_done->setObjectName(QStringLiteral("done"));
    m_stack->addWidget(buildQuestion(kinds));
    m_stack->addWidget(buildAnswer());
    auto *layout = kit::column(0);
    layout->setContentsMargins(kit.theme.px(22), kit.theme.px(20), kit.theme.px(22), kit.theme.px(18));
    layout->addWidget(m_stack);
    setLayout(layout);
    resize(kit.theme.px(widthUsual), kit.theme.px(heightUsual));
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_verb, &QPushButton::clicked, this, &KeyDialog::create);
    connect(m_name, &QLineEdit::textChanged, this, &KeyDialog::check);
    connect(m_scopes, &QListWidget::itemChanged, this, &KeyDialog::check);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_secret->text());
        m_kit.notices.toast(tr("The key is on the clipboard"));
    });
    check();
}

void KeyDialog::addField(QLayout &layout, const QString &name, QWidget &field)
{
    auto *label = new kit::Label(m_kit.theme, Type::Caption, "text2", this);
    label->say(name);
    label->setBuddy(&field);
    field.setAccessibleName(name);
    layout.addWidget(label);
    layout.addWidget(&field);
}

QWidget *KeyDialog::buildQuestion(const QList<ReportKind> &kinds)
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->say(tr("Create API key"));
    m_name->setMaxLength(100);
    m_days->setRange(0, daysMax);
    m_days->setValue(usualDays);
    m_days->setSpecialValueText(tr("Never"));
    m_days->setSuffix(tr(" days"));
    for (const ReportKind &kind : kinds) {
        if (!kind.mayRead)
            continue;
        auto *item = new QListWidgetItem(kit::display::text(kind.name), m_scopes);
        item->setData(Qt::UserRole, int(kind.name));
        item->setToolTip(about(kind.name));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    auto *page = new QWidget(this);
    auto *layout = kit::column(theme.px(6));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_trouble);
    layout->addSpacing(theme.px(4));
    addField(*layout, tr("Which program is it for?"), *m_name);
    layout->addSpacing(theme.px(6));
    addField(*layout, tr("Expires after"), *m_days);
    layout->addSpacing(theme.px(6));
    addField(*layout, tr("Reports that it may pull"), *m_scopes);
    layout->addSpacing(theme.px(6));
    layout->addLayout(buttons());
    page->setLayout(layout);
    return page;
}

QWidget *KeyDialog::buildAnswer()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->say(tr("Copy the key now"));
    auto *text = new kit::Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(tr("It is shown this once. Whoever has it reads the chosen reports; keep it like a "
                             "password. If it is lost, revoke it and create another one."));
    m_secret->setReadOnly(true);
    m_secret->setFont(theme.font(Type::Mono));
    m_secret->setAccessibleName(tr("The key"));
    m_copy->say(tr("Copy key"));
    m_done->say(tr("I have kept it"));
    auto *foot = kit::row(8);
    foot->addStretch(1);
    foot->addWidget(m_done);
    foot->addWidget(m_copy);
    auto *page = new QWidget(this);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_secret);
    layout->addStretch(1);
    layout->addLayout(foot);
    page->setLayout(layout);
    return page;
}

CreateApiKey KeyDialog::wish() const
{
    CreateApiKey out{.name = m_name->text().trimmed()};
    for (int i = 0; i < m_scopes->count(); ++i) {
        const QListWidgetItem *item = m_scopes->item(i);
        if (item->checkState() == Qt::Checked)
            out.scopes += ReportName(item->data(Qt::UserRole).toInt());
    }
    if (m_days->value() > 0)
        out.days = m_days->value();
    return out;
}

bool KeyDialog::isReady() const
{
    const CreateApiKey typed = wish();
    return !typed.name.isEmpty() && !typed.scopes.isEmpty();
}

void KeyDialog::reject()
{
    if (m_stack->currentIndex() == 0)
        CallDialog::reject();
}

void KeyDialog::create()
{
    await(m_kit.api.call(api::createApiKey, wish()), [this](const NewApiKey &made) { show(made); });
}

void KeyDialog::show(const NewApiKey &made)
{
    m_secret->setText(made.secret);
    m_secret->setCursorPosition(0);
    m_stack->setCurrentIndex(1);
    m_copy->setFocus();
    Q_EMIT created();
}

} // namespace reports
