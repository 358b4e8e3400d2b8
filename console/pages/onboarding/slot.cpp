#include "console/pages/onboarding/slot.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QMimeDatabase>
#include <QPainter>
#include <QProgressBar>

namespace onboarding {

using kit::Type;

namespace {

// What the server takes.
constexpr qint64 documentMax = 10 << 20;
constexpr qint64 pictureMax = 5 << 20;

} // namespace

Slot::Slot(kit::Kit &kit, FilePurpose purpose, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_picture(new kit::Picture(kit.theme, QStringLiteral("upload"), 20, kit::Ink::Text3, this))
    , m_name(new kit::Label(kit.theme, Type::BodyStrong, "", this))
    , m_words(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_progress(new QProgressBar(this))
    , m_choose(new kit::Button(kit.theme, {}, "", this))
    , m_purpose(purpose)
{
    setAcceptDrops(true);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 100);
    m_progress->hide();
    auto *words = kit::column(3);
    words->addWidget(m_name);
    words->addWidget(m_words->wrapping());
    words->addWidget(m_progress);
    auto *layout = kit::row(kit.theme.px(12));
    layout->setContentsMargins(kit.theme.px(14), kit.theme.px(10), kit.theme.px(12), kit.theme.px(10));
    layout->addWidget(m_picture);
    layout->addLayout(words, 1);
    layout->addWidget(m_choose);
    setLayout(layout);
    m_choose->setObjectName(QStringLiteral("choose"));
    connect(m_choose, &QPushButton::clicked, this, &Slot::choose);
}

bool Slot::isAccepted(const QString &type) const
{
    const bool isDocument = type == QLatin1StringView("application/pdf");
    return type == QLatin1StringView("image/jpeg") || type == QLatin1StringView("image/png") ||
           (isDocument && !isPicture());
}

QString Slot::hint() const
{
    return isPicture() ? tr("Drop a JPEG or PNG here, up to 5 MB.") : tr("Drop a PDF, JPEG or PNG here, up to 10 MB.");
}

void Slot::say(const QString &name)
{
    m_said = name;
    m_name->say(name);
    m_progress->setAccessibleName(kit::phrase::sending(name));
    m_choose->say(m_state == State::Sent ? tr("Replace…") : tr("Choose file…"));
    m_choose->setAccessibleName(tr("Choose a file for: %1").arg(name));
    if (m_state == State::Empty)
        m_words->say(hint());
}

void Slot::enter(State state, const QString &words)
{
    m_state = state;
    m_words->say(words);
    kit::dip(m_words, state == State::Failed ? "danger" : "text2");
    m_progress->setVisible(state == State::Sending);
    switch (state) {
    case State::Empty: m_picture->draw(QStringLiteral("upload"), kit::Ink::Text3); break;
    case State::Sending: m_picture->draw(QStringLiteral("clock"), kit::Ink::Text3); break;
    case State::Sent: m_picture->draw(QStringLiteral("circle-check"), kit::Ink::Success); break;
    case State::Failed: m_picture->draw(QStringLiteral("triangle-alert"), kit::Ink::Danger); break;
    }
    say(m_said);
    update();
    Q_EMIT changed();
}

void Slot::choose()
{
    const QString kinds =
        isPicture() ? tr("Pictures (*.jpg *.jpeg *.png)") : tr("Documents (*.pdf *.jpg *.jpeg *.png)");
    auto *dialog = new QFileDialog(this, m_said, {}, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Slot::send);
    dialog->open();
}

void Slot::send(const QString &path)
{
    const QFileInfo info(path);
    const QString type = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchContent).name();
    m_file.reset();
    if (!info.isReadable())
        return enter(State::Failed, tr("The file cannot be read."));
    if (!isAccepted(type))
        return enter(State::Failed, isPicture() ? tr("Only JPEG and PNG files are accepted.")
                                                : tr("Only PDF, JPEG and PNG files are accepted."));
    const qint64 sizeMax = isPicture() ? pictureMax : documentMax;
    if (info.size() > sizeMax)
        return enter(State::Failed, kit::phrase::tooLarge(info.size(), sizeMax));

    enter(State::Sending, kit::phrase::sending(info.fileName()));
    m_progress->setValue(0);
    const kit::Progress progress = [self = QPointer(this)](qint64 sent, qint64 total) {
        if (self && total > 0)
            self->m_progress->setValue(int(sent * 100 / total));
    };
    kit::whenDone(this,
                  m_kit.api.upload(api::uploadFile, {.path = path, .type = type.toLatin1(), .progress = progress},
                                   {.purpose = m_purpose, .name = info.fileName()}),
                  [this](const Result<StoredFile> &file) {
                      if (!file) {
                          enter(State::Failed, kit::display::trouble(file.error()));
                          return;
                      }
                      m_file = *file;
                      enter(State::Sent, file->name + QStringLiteral(" · ") + kit::display::bytes(file->size));
                  });
}

void Slot::demand()
{
    if (!m_file)
        enter(State::Failed, tr("This document is needed."));
}

void Slot::clear()
{
    m_file.reset();
    enter(State::Empty, {});
}

void Slot::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->urls().size() != 1 || !event->mimeData()->urls().first().isLocalFile())
        return;
    m_isHovered = true;
    update();
    event->acceptProposedAction();
}

void Slot::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isHovered = false;
    update();
}

void Slot::dropEvent(QDropEvent *event)
{
    m_isHovered = false;
    event->acceptProposedAction();
    send(event->mimeData()->urls().first().toLocalFile());
}

void Slot::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = m_kit.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = m_isHovered                ? theme.accent
                        : m_state == State::Failed ? theme.tone(kit::Tone::Danger).dot
                                                   : theme.borderStrong;
    painter.setPen(QPen(edge, 1, m_state == State::Sent ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(m_isHovered ? theme.accentSoft : theme.surfaceAlt);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8));
}

} // namespace onboarding
