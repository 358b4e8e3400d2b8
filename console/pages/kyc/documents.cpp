#include "console/pages/kyc/documents.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/savefile.h"
#include "console/pages/kyc/caseline.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

namespace kyc {

using kit::Type;

namespace {

constexpr int tileWidth = 124;
constexpr int tileHeight = 64;
constexpr int thumbWidth = 240;
constexpr int retrySecondsMax = 300;

bool isSameFiles(const KycSubmission &a, const KycSubmission &b)
{
    return a.id == b.id &&
           std::equal(a.documents.begin(), a.documents.end(), b.documents.begin(), b.documents.end(),
                      [](const KycDocument &a, const KycDocument &b) { return a.file.id == b.file.id; });
}

// A small picture of the document with its name below.
class Tile : public QStyledItemDelegate
{
public:
    Tile(const kit::Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(tileWidth + 10),
                m_theme.px(tileHeight) + QFontMetrics(m_theme.font(Type::Small)).height() + m_theme.px(8)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QRect box(option.rect.left(), option.rect.top(), m_theme.px(tileWidth), m_theme.px(tileHeight));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->setPen(QPen(isChosen ? m_theme.accent : m_theme.border, isChosen ? 2 : 1));
        painter->setBrush(isChosen ? m_theme.accentSoft : m_theme.surface);
        painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), m_theme.px(6), m_theme.px(6));
        const QImage thumb = index.data(Qt::DecorationRole).value<QImage>();
        if (thumb.isNull()) {
            const int icon = m_theme.px(22);
            m_theme.drawIcon(*painter, QStringLiteral("file-text"),
                             QRectF(box.center().x() - icon / 2.0, box.center().y() - icon / 2.0, icon, icon),
                             m_theme.text3);
        } else {
            const QRect inner = box.adjusted(m_theme.px(6), m_theme.px(6), -m_theme.px(6), -m_theme.px(6));
            const QSize size = thumb.size().scaled(inner.size(), Qt::KeepAspectRatio);
            painter->drawImage(QRect(inner.center() - QPoint(size.width() / 2, size.height() / 2), size), thumb);
        }
        painter->setFont(m_theme.font(isChosen ? Type::Caption : Type::Small));
        painter->setPen(isChosen ? m_theme.text : m_theme.text2);
        const QRect words(box.left() + m_theme.px(2), box.bottom() + m_theme.px(5), box.width(),
                          painter->fontMetrics().height());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    const kit::Theme &m_theme;
};

} // namespace

Documents::Documents(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_face(new kit::Avatar(kit.theme, 40, kit::Avatar::Shape::Square, this))
    , m_store(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_about(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_due(new kit::Chip(kit.theme, this))
    , m_model(new QStandardItemModel(this))
    , m_strip(new QListView(this))
    , m_viewer(new kit::DocumentViewer(kit.theme, m_sandbox, this))
{
    build();
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            showFile(now.row());
    });
    connect(m_viewer, &kit::DocumentViewer::retried, this, [this] {
        const int row = m_strip->currentIndex().row();
        if (m_review && row >= 0) {
            m_files.remove(m_review->submission.documents.at(row).file.id.text());
            fetch(row);
            showFile(row);
        }
    });
    connect(m_viewer, &kit::DocumentViewer::saveAsked, this,
            [this](const QString &name, const QByteArray &bytes) { kit::saveFile(m_kit, this, name, bytes); });
}

void Documents::build()
{
    const kit::Theme &theme = m_kit.theme;
    m_strip->setObjectName(QStringLiteral("documents"));
    setFocusProxy(m_strip);
    m_strip->setModel(m_model);
    m_strip->setItemDelegate(new Tile(theme, m_strip));
    m_strip->setFlow(QListView::LeftToRight);
    m_strip->setFrameShape(QFrame::NoFrame);
    m_strip->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_strip->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto size = [this] {
        m_strip->setFixedHeight(m_kit.theme.px(tileHeight + 10) + QFontMetrics(m_kit.theme.font(Type::Small)).height());
    };
    size();
    connect(&theme, &kit::Theme::changed, this, size);

    auto *words = kit::column(2);
    words->addWidget(m_store->eliding());
    words->addWidget(m_about->eliding());
    auto *head = kit::row(theme.px(12));
    head->addWidget(m_face);
    head->addLayout(words, 1);
    head->addWidget(m_due);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14));
    layout->addLayout(head);
    layout->addWidget(m_strip);
    layout->addWidget(m_viewer, 1);
    setLayout(layout);
}

void Documents::show(const KycReview &review, const std::optional<KycCase> &line)
{
    // The same documents stay as they are: what is being looked at, and what was fetched.
    const bool isSame = m_review && isSameFiles(m_review->submission, review.submission);
    m_review = review;
    m_line = line;
    if (isSame) {
        describe();
        return;
    }
    m_files.clear();
    m_model->clear();
    for (const KycDocument &document : review.submission.documents)
        m_model->appendRow(new QStandardItem(kit::display::text(document.kind)));
    describe();
    if (review.submission.documents.isEmpty())
        m_viewer->showNothing(tr("No documents were handed in."));
    for (int row = 0; row < m_model->rowCount(); ++row)
        fetch(row);
    if (m_model->rowCount() > 0)
        m_strip->setCurrentIndex(m_model->index(0, 0));
}

void Documents::describe()
{
    if (!m_review)
        return;
    const KycSubmission &submission = m_review->submission;
    m_face->show(m_review->vendor.storeName);
    m_store->say(m_review->vendor.storeName);
    m_about->say(QStringList{m_review->vendor.city.value_or(tr("City not given")),
                             tr("submitted %1").arg(kit::display::text(submission.submittedAt)),
                             kit::phrase::attempt(submission.attempt)}
                     .join(QStringLiteral(" · ")));
    if (submission.status == SubmissionStatus::Pending && m_line) {
        const Instant now = m_kit.clock.now();
        m_due->say(lateness(*m_line, now), now > m_line->dueAt ? kit::Tone::Danger : kit::Tone::Neutral);
    } else {
        const kit::display::Word word = kit::display::word(submission.status);
        m_due->say(word.text, word.tone);
    }
}

void Documents::fetch(int row)
{
    const StoredFile file = m_review->submission.documents.at(row).file;
    const QString id = file.id.text();
    const Id<KycSubmission> submission = m_review->submission.id;
    kit::whenDone(this, m_kit.api.fetch(file.url), [this, id, row, submission](const Result<FileBody> &body) {
        if (m_review->submission.id != submission)
            return;
        m_files.insert(id, body);
        if (m_strip->currentIndex().row() == row)
            showFile(row);
        QStandardItem *item = m_model->item(row);
        item->setToolTip(body ? QString() : kit::display::trouble(body.error()).toHtmlEscaped());
        item->setAccessibleDescription(body ? QString() : kit::display::trouble(body.error()));
        if (!body) {
            // The server said when it may be asked again.
            const int seconds = qMin(body.error().retryAfterSeconds, retrySecondsMax);
            if (seconds > 0)
                QTimer::singleShot(seconds * 1'000, this, [this, row, submission] {
                    if (m_review->submission.id == submission)
                        fetch(row);
                });
            return;
        }
        kit::whenDone(this, m_sandbox.render(body->bytes, thumbWidth, 1),
                      [this, row, submission](const Result<QImage> &thumb) {
                          if (thumb && m_review->submission.id == submission)
                              m_model->item(row)->setData(*thumb, Qt::DecorationRole);
                      });
    });
}

void Documents::showFile(int row)
{
    const StoredFile &file = m_review->submission.documents.at(row).file;
    const auto body = m_files.constFind(file.id.text());
    if (body == m_files.cend())
        m_viewer->showLoading(file.name);
    else if (*body)
        m_viewer->show(file.name, **body);
    else
        m_viewer->showTrouble(file.name, body->error());
}

void Documents::retranslate()
{
    m_strip->setAccessibleName(kit::phrase::documents());
    m_viewer->retranslate();
    for (int row = 0; m_review && row < m_model->rowCount(); ++row)
        m_model->item(row)->setText(kit::display::text(m_review->submission.documents.at(row).kind));
    describe();
}

} // namespace kyc
