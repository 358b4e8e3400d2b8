#include "console/app/keysheet.h"

#include "console/kit/controls.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace app {

namespace {

constexpr int columns = 2;

} // namespace

KeySheet::KeySheet(const kit::Theme &theme, const QList<Key> &keys, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(tr("Keyboard"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(8));
    const int perColumn = int(keys.size() + columns - 1) / columns;
    for (int i = 0; i < keys.size(); ++i) {
        auto *what = new kit::Label(theme, kit::Type::Body, "text2", this);
        what->say(keys.at(i).what);
        auto *chord = new kit::Label(theme, kit::Type::BodyStrong, "", this);
        chord->say(keys.at(i).keys);
        const int column = i / perColumn * 3;
        grid->addWidget(chord, i % perColumn, column);
        grid->addWidget(what, i % perColumn, column + 1);
        grid->setColumnMinimumWidth(column + 2, theme.px(16));
    }
    auto *close = new kit::Button(theme, {}, "primary", this);
    close->say(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = kit::row();
    foot->addStretch(1);
    foot->addWidget(close);
    auto *layout = kit::column(14);
    layout->setContentsMargins(theme.px(22), theme.px(18), theme.px(22), theme.px(18));
    layout->addWidget(title);
    layout->addLayout(grid);
    layout->addLayout(foot);
    setLayout(layout);
}

} // namespace app
