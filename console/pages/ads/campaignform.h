#pragma once

// Everything that makes a campaign: picture, slot, dates, whom it is for, how often.

#include "console/kit/filedrop.h"
#include "console/kit/formdialog.h"
#include "console/kit/kit.h"
#include "console/kit/sandbox.h"
#include "console/pages/ads/calendar.h"
#include "console/pages/ads/cutpreview.h"

#include <QCoreApplication>
#include <QDateEdit>

namespace ads {

// A day, typed or picked from a calendar, with the icon of the theme.
class DayBox : public QDateEdit
{
    Q_OBJECT

public:
    DayBox(const kit::Theme &theme, QDate day, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
};

struct CampaignOffer
{
    std::optional<Ad> ad; // to be changed
    QList<Ad> all;        // among which the partner is chosen
    Categories categories;
    QDate today;
    QPixmap picture; // that the ad has
};

class CampaignForm : public kit::ContractForm<PutAd>
{
    Q_DECLARE_TR_FUNCTIONS(ads::CampaignForm)

public:
    CampaignForm(kit::Kit &kit, const CampaignOffer &offer);

    // With the dates and the picture, which are not typed; a new campaign needs one.
    std::optional<PutAd> value() override;
    QStringList merge(const PutAd &theirs) override;
    static PutAd valuesOf(const Ad &ad);
    bool isBusy() const override { return m_picture->isSending(); }

protected:
    QString nameOf(const QString &key) const override;

private:
    void addPicture(const QPixmap &known);
    void showKnown(const QPixmap &known);
    void previewPicture(const QPixmap &known);
    void addDates(const CampaignOffer &offer);
    QDateEdit *dateEdit(const QString &name, QDate value);

    kit::Kit &m_kit;
    std::optional<Ad> m_ad; // as it was when its values were filled in
    kit::Sandbox m_sandbox;
    kit::FileDrop *m_picture = nullptr;
    CutPreview *m_cut = nullptr;
    QString m_previewed; // the file that the preview shows or waits for
    QDateEdit *m_first = nullptr;
    QDateEdit *m_last = nullptr;
};

} // namespace ads
