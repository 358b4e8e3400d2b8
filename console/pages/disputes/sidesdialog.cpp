#include "console/pages/disputes/sidesdialog.h"

#include "console/kit/display.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace disputes {

using kit::Type;

namespace {

constexpr int dialogWidth = 1040, dialogHeight = 700;
constexpr int margin = 16;
constexpr int thumbWidth = 168, thumbHeight = 112;

// The market's own words stand with the side that was asked: beneath both.
bool isOf(Actor author, Actor side)
{
    return author == side || (side == Actor::Vendor && author != Actor::Buyer);
}

} // namespace

SidesDialog::SidesDialog(kit::Kit &kit, const DisputeDetail &detail, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_viewer(new kit::DocumentViewer(kit.theme, m_sandbox, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Dispute %1").arg(detail.dispute.disputeNumber));
    resize(kit.theme.px(dialogWidth), kit.theme.px(dialogHeight));
    auto *sides = kit::row(0);
    sides->addWidget(side(Actor::Buyer, detail.customerName, detail), 1);
    sides->addWidget(side(Actor::Vendor, detail.dispute.storeName, detail), 1);
    auto *close = new kit::Button(kit.theme, QStringLiteral("x"), "", this);
    close->say(tr("Close"));
    close->setObjectName(QStringLiteral("dismiss"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = kit::row(8);
    foot->addStretch(1);
    foot->addWidget(close);
    m_viewer->hide();
    connect(m_viewer, &kit::DocumentViewer::retried, this, [this] {
        if (m_shown)
            showFile(*m_shown);
    });
    connect(m_viewer, &kit::DocumentViewer::saveAsked, this,
            [this](const QString &name, const QByteArray &bytes) { kit::saveFile(m_kit, this, name, bytes); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kit.theme.px(margin), kit.theme.px(margin), kit.theme.px(margin), kit.theme.px(margin));
    layout->addLayout(sides, 1);
    layout->addWidget(m_viewer, 1);
    layout->addLayout(foot);
}

QWidget *SidesDialog::side(Actor author, const QString &name, const DisputeDetail &detail)
{
    const kit::Theme &theme = m_kit.theme;
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(14));
    auto *role = new kit::Label(theme, Type::Overline, "text3", body);
    role->say(author == Actor::Buyer ? tr("THE BUYER") : tr("THE VENDOR"));
    auto *title = new kit::Label(theme, Type::Heading2, "", body);
    title->eliding()->say(name);
    layout->addWidget(role);
    layout->addWidget(title);
    int words = 0;
    for (const DisputeStatement &said : detail.statements) {
        if (!isOf(said.author, author))
            continue;
        layout->addLayout(statement(said, body));
        ++words;
    }
    if (words == 0) {
        auto *nothing = new kit::Label(theme, Type::Body, "text2", body);
        nothing->say(tr("Has said nothing yet."));
        layout->addWidget(nothing);
    }
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(name);
    scroll->setObjectName(author == Actor::Buyer ? QStringLiteral("buyer") : QStringLiteral("vendor"));
    return scroll;
}

QLayout *SidesDialog::statement(const DisputeStatement &said, QWidget *parent)
{
    auto *box = kit::column(6);
    auto *when = new kit::Label(m_kit.theme, Type::Caption, "text2", parent);
    when->say(said.authorName + QStringLiteral(" · ") + kit::display::text(said.at));
    auto *words = new kit::Label(m_kit.theme, Type::Body, "", parent);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->wrapping()->say(said.text);
    box->addWidget(when);
    box->addWidget(words);
    if (said.excerpt) {
        auto *excerpt = new kit::Label(m_kit.theme, Type::Small, "text2", parent);
        excerpt->wrapping()->say(tr("From the chat: “%1”").arg(*said.excerpt));
        box->addWidget(excerpt);
    }
    for (const StoredFile &file : said.files) {
        auto *open = new kit::Button(m_kit.theme, QStringLiteral("paperclip"), "link", parent);
        open->say(file.name);
        open->setObjectName(QStringLiteral("file"));
        connect(open, &QPushButton::clicked, this, [this, file] { showFile(file); });
        box->addWidget(open, 0, Qt::AlignLeft);
        if (file.contentType.startsWith(QLatin1StringView("image/")))
            drawSmall(file, open);
    }
    return box;
}

// Pictures say most at first sight; a click shows them large.
void SidesDialog::drawSmall(const StoredFile &file, kit::Button *open)
{
    kit::whenDone(open, m_kit.api.fetch(file.url), [this, open](const Result<FileBody> &body) {
        if (!body)
            return;
        const QSize place(m_kit.theme.px(thumbWidth), m_kit.theme.px(thumbHeight));
        kit::whenDone(open, m_sandbox.render(body->bytes, 2 * place.width(), 1),
                      [open, place](const Result<QImage> &picture) {
                          if (!picture)
                              return;
                          open->setIconSize(place);
                          open->setIcon(QPixmap::fromImage(*picture));
                      });
    });
}

void SidesDialog::showFile(const StoredFile &file)
{
    m_shown = file;
    m_viewer->setVisible(true);
    m_viewer->showLoading(file.name);
    kit::whenDone(this, m_kit.api.fetch(file.url), [this, file](const Result<FileBody> &body) {
        if (!m_shown || m_shown->id != file.id)
            return;
        body ? m_viewer->show(file.name, *body) : m_viewer->showTrouble(file.name, body.error());
    });
}

} // namespace disputes
