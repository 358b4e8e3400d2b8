#include "console/pages/ads/campaignform.h"

#include "console/kit/regions.h"

#include <QFile>
#include <QHBoxLayout>
#include <QPainter>

namespace ads {

namespace {

constexpr int usualDays = 14; // of a new campaign
constexpr int previewWidth = 1'200;

} // namespace

PutAd CampaignForm::valuesOf(const Ad &ad)
{
    return {.title = ad.title,
            .description = ad.description,
            .slot = ad.slot,
            .clickUrl = ad.clickUrl,
            .startDate = ad.startDate,
            .endDate = ad.endDate,
            .isActive = ad.isActive,
            .region = ad.region,
            .categoryId = ad.categoryId,
            .audience = ad.audience,
            .priority = ad.priority,
            .weight = ad.weight,
            .impressionCap = ad.impressionCap,
            .viewerDailyCap = ad.viewerDailyCap,
            .partnerId = ad.partnerId,
            .version = ad.version};
}

DayBox::DayBox(const kit::Theme &theme, QDate day, QWidget *parent)
    : QDateEdit(day, parent)
    , m_theme(theme)
{
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
}

void DayBox::paintEvent(QPaintEvent *event)
{
    QDateEdit::paintEvent(event);
    QPainter painter(this);
    const int size = m_theme.px(15);
    m_theme.drawIcon(painter, QStringLiteral("calendar-days"),
                     QRectF(width() - size - m_theme.px(9), (height() - size) / 2.0, size, size), m_theme.text3);
}

CampaignForm::CampaignForm(kit::Kit &kit, const CampaignOffer &offer)
    : ContractForm(kit.theme)
    , m_kit(kit)
    , m_ad(offer.ad)
{
    const std::pair<QString, QString> everybody{QString(), tr("Everybody")};
    QList<std::pair<QString, QString>> partners{{QString(), tr("None")}};
    for (const Ad &each : offer.all)
        if (!offer.ad || each.id != offer.ad->id)
            partners += {each.id.text(), each.title};
    QList<std::pair<QString, QString>> roles{everybody};
    for (const Role role : {Role::Buyer, Role::Distributor, Role::Vendor})
        roles += {QString(names::text(role)), kit::display::text(role)};

    addPicture(offer.picture);
    ask(&PutAd::title, &PutAd::slot, &PutAd::clickUrl);
    addDates(offer);
    askAtLength(&PutAd::description);
    askFrom(&PutAd::region, QList<std::pair<QString, QString>>{{QString(), tr("All of India")}} + kit::regions());
    askFrom(&PutAd::categoryId, QList<std::pair<QString, QString>>{{QString(), tr("All")}} + offer.categories.sorted());
    askFrom(&PutAd::audience, roles);
    ask(&PutAd::impressionCap, &PutAd::viewerDailyCap, &PutAd::priority, &PutAd::weight);
    askFrom(&PutAd::partnerId, partners);
    fill(offer.ad ? valuesOf(*offer.ad) : PutAd{});
    auto *slot = static_cast<QComboBox *>(editor("slot"));
    const auto choose = [this, slot] {
        m_cut->choose(names::fromText<AdSlot>(slot->currentData().toString()).value());
    };
    QObject::connect(slot, &QComboBox::currentIndexChanged, this, choose);
    choose();
}

void CampaignForm::addPicture(const QPixmap &known)
{
    m_picture = new kit::FileDrop(m_kit, FilePurpose::Ad, this);
    m_picture->setObjectName(QStringLiteral("picture"));
    m_picture->say(m_ad ? tr("New picture, if it is to change") : tr("Picture; it is cut to the slot"));
    QObject::connect(m_picture, &kit::FileDrop::changed, this, &kit::Form::busyChanged);
    QObject::connect(m_picture, &kit::FileDrop::changed, this, [this, known] { previewPicture(known); });
    m_cut = new CutPreview(m_kit.theme, this);
    showKnown(known);
    layout()->addWidget(m_picture);
    layout()->addWidget(m_cut);
    static_cast<QVBoxLayout *>(layout())->addSpacing(m_kit.theme.px(8));
}

void CampaignForm::showKnown(const QPixmap &known)
{
    m_ad ? m_cut->showKept(known, m_ad->slot) : m_cut->show(known);
}

// What was chosen is drawn by the sandbox, also before the server has it; until then, and when it cannot be drawn, what
// the ad had stays.
void CampaignForm::previewPicture(const QPixmap &known)
{
    const QString path = m_picture->path();
    if (std::exchange(m_previewed, path) == path)
        return;
    showKnown(known);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    kit::whenDone(this, m_sandbox.render(file.read(m_picture->sizeMax()), previewWidth, 1),
                  [this, path](const Result<QImage> &image) {
                      if (image && path == m_previewed)
                          m_cut->show(QPixmap::fromImage(*image));
                  });
}

QDateEdit *CampaignForm::dateEdit(const QString &name, QDate value)
{
    auto *edit = new DayBox(m_kit.theme, value, this);
    edit->setAccessibleName(name);
    return edit;
}

void CampaignForm::addDates(const CampaignOffer &offer)
{
    m_first = dateEdit(tr("First day"), m_ad ? firstDay(*m_ad) : offer.today);
    m_last = dateEdit(tr("Last day"), m_ad ? lastDay(*m_ad) : offer.today.addDays(usualDays - 1));
    m_first->setObjectName(QStringLiteral("first_day"));
    m_last->setObjectName(QStringLiteral("last_day"));
    // The last day is never before the first one; a later first day takes it along.
    m_last->setMinimumDate(m_first->date());
    QObject::connect(m_first, &QDateEdit::dateChanged, m_last, [last = m_last](QDate first) {
        last->setMinimumDate(first);
        last->setMaximumDate(first.addDays(adDaysMax - 1));
    });
    auto *dates = kit::row(m_kit.theme.px(12));
    for (QDateEdit *edit : {m_first, m_last}) {
        auto *name = new kit::Label(m_kit.theme, kit::Type::Caption, "text2", this);
        name->say(edit->accessibleName());
        name->setBuddy(edit);
        auto *column = kit::column(4);
        column->addWidget(name);
        column->addWidget(edit);
        dates->addLayout(column, 1);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(dates);
    static_cast<QVBoxLayout *>(layout())->addSpacing(m_kit.theme.px(8));
}

std::optional<PutAd> CampaignForm::value()
{
    std::optional<PutAd> typed = ContractForm::value();
    if (!m_ad && !m_picture->file()) {
        m_picture->demand();
        return std::nullopt;
    }
    if (!typed)
        return typed;
    if (m_picture->file())
        typed->imageId = m_picture->file()->id;
    // Untouched dates keep their time of the day.
    if (!m_ad || m_first->date() != firstDay(*m_ad))
        typed->startDate = startOf(m_first->date());
    if (!m_ad || m_last->date() != lastDay(*m_ad))
        typed->endDate = startOf(m_last->date().addDays(1));
    return typed;
}

// The dates are no fields of the form; they follow by the same rule.
QString CampaignForm::nameOf(const QString &key) const
{
    return key == QLatin1StringView("start_date")  ? tr("First day")
           : key == QLatin1StringView("end_date")  ? tr("Last day")
           : key == QLatin1StringView("is_active") ? tr("Paused")
                                                   : ContractForm::nameOf(key);
}

QStringList CampaignForm::merge(const PutAd &theirs)
{
    const bool isFirstTyped = m_first->date() != firstDay(*m_ad), isLastTyped = m_last->date() != lastDay(*m_ad);
    m_ad->startDate = theirs.startDate;
    m_ad->endDate = theirs.endDate;
    if (!isFirstTyped)
        m_first->setDate(firstDay(*m_ad));
    if (!isLastTyped)
        m_last->setDate(lastDay(*m_ad));
    return ContractForm::merge(theirs);
}

} // namespace ads
