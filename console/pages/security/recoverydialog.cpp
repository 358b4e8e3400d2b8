#include "console/pages/security/recoverydialog.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>

namespace security {

using kit::Type;

namespace {

constexpr int widthUsual = 460;

} // namespace

RecoveryDialog::RecoveryDialog(kit::Kit &kit, const RecoveryCodes &codes, QWidget *parent)
    : CallDialog(kit.theme, tr("I have kept them"), "primary", parent)
{
    const kit::Theme &theme = kit.theme;
    setObjectName(QStringLiteral("recovery"));
    setWindowTitle(tr("Recovery codes"));
    setMinimumWidth(theme.px(widthUsual));
    m_cancel->hide();
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->say(tr("Keep these recovery codes"));
    auto *text = new kit::Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(
        tr("Each signs you in once when the phone with the app is gone. They are shown this once; keep "
           "them where you keep papers, not on the phone."));

    auto *list = new QWidget(this);
    kit::wear(list, "sunken");
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12));
    grid->setVerticalSpacing(theme.px(6));
    const int half = int(codes.codes.size() + 1) / 2;
    for (int i = 0; i < codes.codes.size(); ++i) {
        auto *code = new kit::Label(theme, Type::Mono, "", list);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        code->say(codes.codes.at(i));
        grid->addWidget(code, i % half, i / half);
    }

    auto *copy = new kit::Button(theme, QStringLiteral("copy"), "", this);
    copy->setObjectName(QStringLiteral("copy"));
    copy->say(tr("Copy codes"));
    connect(copy, &QPushButton::clicked, this, [&kit, all = codes.codes] {
        QApplication::clipboard()->setText(QStringList(all).join(u'\n'));
        kit.notices.toast(tr("The codes are on the clipboard"));
    });
    connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);

    auto *foot = kit::row(8);
    foot->addWidget(copy);
    foot->addStretch(1);
    foot->addWidget(m_verb);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(list);
    layout->addLayout(foot);
    setLayout(layout);
}

} // namespace security
