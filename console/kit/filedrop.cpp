#include "console/kit/filedrop.h"

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

namespace kit {

namespace {

struct Kinds
{
    QStringList names;    // "PDF"
    QStringList patterns; // "*.jpg"
};

Kinds kindsOf(const QStringList &types)
{
    const QMimeDatabase database;
    Kinds out;
    for (const QString &type : types) {
        const QMimeType known = database.mimeTypeForName(type);
        out.names += known.preferredSuffix().toUpper();
        for (const QString &suffix : known.suffixes())
            out.patterns += QStringLiteral("*.") + suffix;
    }
    return out;
}

QString listed(const Kinds &kinds)
{
    return kinds.names.join(QStringLiteral(", "));
}

} // namespace

FileDrop::FileDrop(Kit &kit, FilePurpose purpose, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_picture(new Picture(kit.theme, QStringLiteral("upload"), 20, Ink::Text3, this))
    , m_name(new Label(kit.theme, Type::BodyStrong, "", this))
    , m_words(new Label(kit.theme, Type::Small, "text2", this))
    , m_progress(new QProgressBar(this))
    , m_choose(new Button(kit.theme, {}, "", this))
    , m_purpose(purpose)
    , m_terms(fileTerms(purpose))
{
    setAcceptDrops(true);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 100);
    m_progress->hide();
    auto *words = column(3);
    words->addWidget(m_name->wrapping());
    words->addWidget(m_words->wrapping());
    words->addWidget(m_progress);
    auto *layout = row(kit.theme.px(12));
    layout->setContentsMargins(kit.theme.px(14), kit.theme.px(10), kit.theme.px(12), kit.theme.px(10));
    layout->addWidget(m_picture);
    layout->addLayout(words, 1);
    layout->addWidget(m_choose);
    setLayout(layout);
    m_choose->setObjectName(QStringLiteral("choose"));
    connect(m_choose, &QPushButton::clicked, this, &FileDrop::choose);
}

void FileDrop::acceptPictures()
{
    m_terms.types.removeIf([](const QString &type) { return !type.startsWith(QLatin1StringView("image/")); });
    say(m_said);
}

void FileDrop::say(const QString &name)
{
    m_said = name;
    m_name->say(name);
    m_progress->setAccessibleName(phrase::sending(name));
    m_choose->say(m_state == State::Sent ? tr("Replace…") : tr("Choose file…"));
    m_choose->setAccessibleName(tr("Choose a file for: %1").arg(name));
    if (m_state == State::Empty)
        m_words->say(
            tr("Drop a file here: %1, up to %2.").arg(listed(kindsOf(m_terms.types)), display::bytes(m_terms.sizeMax)));
}

void FileDrop::enter(State state, const QString &words)
{
    m_state = state;
    m_words->say(words);
    dip(m_words, state == State::Failed ? "danger" : "text2");
    m_progress->setVisible(state == State::Sending);
    switch (state) {
    case State::Empty: m_picture->draw(QStringLiteral("upload"), Ink::Text3); break;
    case State::Sending: m_picture->draw(QStringLiteral("clock"), Ink::Text3); break;
    case State::Sent: m_picture->draw(QStringLiteral("circle-check"), Ink::Success); break;
    case State::Failed: m_picture->draw(QStringLiteral("triangle-alert"), Ink::Danger); break;
    }
    say(m_said);
    update();
    Q_EMIT changed();
}

void FileDrop::choose()
{
    const Kinds kinds = kindsOf(m_terms.types);
    const QString filter = QStringLiteral("%1 (%2)").arg(listed(kinds), kinds.patterns.join(u' '));
    auto *dialog = new QFileDialog(this, m_said, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileDrop::send);
    dialog->open();
}

void FileDrop::send(const QString &path)
{
    const QFileInfo info(path);
    const QString type = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchContent).name();
    m_file.reset();
    m_path.clear();
    const int number = ++m_sent;
    if (!info.isReadable())
        return enter(State::Failed, tr("The file cannot be read."));
    if (!m_terms.types.contains(type))
        return enter(State::Failed,
                     tr("Only these kinds of files are accepted: %1.").arg(listed(kindsOf(m_terms.types))));
    if (info.size() > m_terms.sizeMax)
        return enter(State::Failed, phrase::tooLarge(info.size(), m_terms.sizeMax));

    m_path = path;
    enter(State::Sending, phrase::sending(info.fileName()));
    m_progress->setValue(0);
    const Progress progress = [self = QPointer(this), number](qint64 sent, qint64 total) {
        if (self && self->m_sent == number && total > 0)
            self->m_progress->setValue(int(sent * 100 / total));
    };
    whenDone(this,
             m_kit.api.upload(api::uploadFile, {.path = path, .type = type.toLatin1(), .progress = progress},
                              {.purpose = m_purpose, .name = info.fileName()}),
             [this, number](const Result<StoredFile> &file) {
                 if (number != m_sent)
                     return;
                 if (!file) {
                     m_path.clear();
                     enter(State::Failed, display::trouble(file.error()));
                     return;
                 }
                 m_file = *file;
                 enter(State::Sent, file->name + QStringLiteral(" · ") + display::bytes(file->size));
             });
}

void FileDrop::demand()
{
    if (!m_file && !isSending())
        enter(State::Failed, tr("This file is needed."));
}

void FileDrop::refuse(const QString &why)
{
    m_file.reset();
    m_path.clear();
    ++m_sent;
    enter(State::Failed, why);
}

void FileDrop::clear()
{
    m_file.reset();
    m_path.clear();
    ++m_sent;
    enter(State::Empty, {});
}

void FileDrop::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->urls().size() != 1 || !event->mimeData()->urls().first().isLocalFile())
        return;
    m_isHovered = true;
    update();
    event->acceptProposedAction();
}

void FileDrop::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isHovered = false;
    update();
}

void FileDrop::dropEvent(QDropEvent *event)
{
    m_isHovered = false;
    event->acceptProposedAction();
    send(event->mimeData()->urls().first().toLocalFile());
}

void FileDrop::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_kit.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = m_isHovered                ? theme.accent
                        : m_state == State::Failed ? theme.tone(Tone::Danger).dot
                                                   : theme.borderStrong;
    painter.setPen(QPen(edge, 1, m_state == State::Sent ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(m_isHovered ? theme.accentSoft : theme.surfaceAlt);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8));
}

} // namespace kit
