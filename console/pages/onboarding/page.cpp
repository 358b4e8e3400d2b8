#include "console/pages/onboarding/page.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/pages/onboarding/hand.h"
#include "console/pages/onboarding/hoursform.h"
#include "console/pages/onboarding/progress.h"
#include "console/pages/onboarding/reach.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace onboarding {

using kit::Tone;
using kit::Type;

namespace {

constexpr int sideWidth = 300;
constexpr int formMost = 840;

PutVendor wishOf(const Vendor &store)
{
    return {.storeName = store.storeName,
            .ownerName = store.ownerName.value_or(QString()),
            .businessPhone = store.businessPhone.value_or(QString()),
            .description = store.description,
            .logoId = store.logoId,
            .bannerId = store.bannerId,
            .streetAddress = store.streetAddress.value_or(QString()),
            .city = store.city.value_or(QString()),
            .pincode = store.pincode.value_or(QString()),
            .state = store.state.value_or(QString()),
            .isOpen = store.isOpen,
            .businessType = store.businessType,
            .category = store.category};
}

bool isFilledIn(const Vendor &store)
{
    return store.ownerName && store.businessPhone && store.streetAddress && store.pincode && store.logoId &&
           store.bannerId;
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_storeTitle(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_storeText(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_historyTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_storeTrouble(new kit::Banner(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_store(new kit::ContractForm<PutVendor>(kit.theme, this))
    , m_hours(new HoursForm(kit.theme, this))
    , m_save(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_hand(new Hand(kit, this))
    , m_reach(new Reach(kit, this))
    , m_progress(new Progress(kit.theme, this))
    , m_history(kit::column(10))
    , m_logo(new kit::FileDrop(kit, FilePurpose::StoreLogo, this))
    , m_face(new kit::FileDrop(kit, FilePurpose::StoreBanner, this))
{
    m_store->ask(&PutVendor::storeName, &PutVendor::ownerName, &PutVendor::businessPhone);
    m_store->askAtLength(&PutVendor::description);
    m_store->ask(&PutVendor::streetAddress, &PutVendor::city, &PutVendor::pincode, &PutVendor::state);
    m_store->ask(&PutVendor::businessType, &PutVendor::category);
    m_logo->setObjectName(QStringLiteral("logoFile"));
    m_face->setObjectName(QStringLiteral("bannerFile"));
    m_save->setObjectName(QStringLiteral("saveStore"));
    build();
    retranslate();
    connect(m_save, &QPushButton::clicked, this, &Page::saveStore);
    connect(m_storeTrouble, &kit::Banner::acted, this, &Page::saveStore);
    connect(m_store, &kit::Form::misplaced, this,
            [this](const QString &text) { m_storeTrouble->say(text, Tone::Danger); });
    for (kit::FileDrop *slot : {m_logo, m_face})
        connect(slot, &kit::FileDrop::changed, this, &Page::checkStore);
    connect(m_banner, &kit::Banner::acted, this, [this] { m_leadsToDoor ? m_kit.navigator.signInAgain() : refresh(); });
    connect(m_state, &kit::PageState::acted, this, &Page::refresh);
    connect(m_hand, &Hand::handedIn, this, &Page::refresh);
    connect(m_reach, &Reach::known, this, [this](const Preferences &preferences) {
        m_preferences = preferences;
        describe();
    });
}

QWidget *Page::buildStore()
{
    const kit::Theme &theme = m_kit.theme;
    auto *card = new QFrame(this);
    kit::wear(card, "card");
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16));
    layout->addWidget(m_storeTitle);
    layout->addWidget(m_storeText->wrapping());
    layout->addWidget(m_store);
    layout->addWidget(m_hours);
    layout->addWidget(m_logo);
    layout->addWidget(m_face);
    layout->addWidget(m_storeTrouble);
    layout->addWidget(m_save, 0, Qt::AlignRight);
    card->setLayout(layout);
    return card;
}

QWidget *Page::buildSide()
{
    const kit::Theme &theme = m_kit.theme;
    auto *side = new QWidget(this);
    kit::fixWidth(side, theme, sideWidth);
    auto *steps = new QFrame(side);
    kit::wear(steps, "card");
    auto *stepsLayout = kit::column(theme.px(12));
    stepsLayout->setContentsMargins(theme.px(18), theme.px(18), theme.px(18), theme.px(18));
    stepsLayout->addWidget(m_progress);
    stepsLayout->addWidget(m_historyTitle);
    stepsLayout->addLayout(m_history);
    steps->setLayout(stepsLayout);
    auto *layout = kit::column(0);
    layout->addWidget(steps);
    layout->addStretch(1);
    side->setLayout(layout);
    return side;
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *place = new QWidget(this);
    place->setMaximumWidth(theme.px(formMost));
    auto *cards = kit::column(theme.px(14));
    cards->addWidget(buildStore());
    cards->addWidget(m_hand);
    cards->addWidget(m_reach);
    cards->addStretch(1);
    place->setLayout(cards);
    // On a wide screen the room that is left stays free: a line of a form is read at a glance.
    auto *columns = kit::row(theme.px(16));
    columns->addWidget(place, 100);
    columns->addWidget(buildSide(), 0, Qt::AlignTop);
    columns->addStretch(1);
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    layout->addLayout(words);
    layout->addWidget(m_banner);
    layout->addLayout(columns, 1);
    body->setLayout(layout);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_state);
    m_stack->addWidget(scroll);
    auto *outer = kit::column(0);
    outer->addWidget(m_stack);
    setLayout(outer);
}

void Page::refresh()
{
    whenDone(this, m_kit.api.call(api::readVendorProfile),
             [this](const Result<Vendor> &store) { store ? show(*store) : showFailure(store.error()); });
    whenDone(this, m_kit.api.call(api::readKyc),
             [this](const Result<VendorKyc> &kyc) { kyc ? show(*kyc) : showFailure(kyc.error()); });
    m_reach->refresh();
}

void Page::show(const Vendor &store)
{
    m_vendor = store;
    namePictures();
    if (!m_store->isTouched())
        m_store->fill(wishOf(store));
    if (!m_hours->isTouched())
        m_hours->fill(store.businessHours);
    m_stack->setCurrentIndex(1);
    describe();
}

void Page::show(const VendorKyc &kyc)
{
    m_kyc = kyc;
    m_hand->show(kyc);
    describe();
}

void Page::showFailure(const Error &error)
{
    if (m_vendor) {
        m_leadsToDoor = false;
        m_banner->showTrouble(error);
        return;
    }
    m_state->showTrouble(error);
    m_stack->setCurrentWidget(m_state);
}

// The banner says what stands between the store and its first sale.
void Page::describe()
{
    if (!m_vendor || !m_kyc)
        return;
    using Mark = Progress::Mark;
    const bool hasProfile = isFilledIn(*m_vendor);
    const std::optional<KycSubmission> &current = m_kyc->current;
    const auto is = [&](SubmissionStatus status) { return current && current->status == status; };
    const bool isRefused = is(SubmissionStatus::Rejected) || is(SubmissionStatus::MoreInfo);
    const QString reason = current && current->reason ? *current->reason : QString();
    const Mark documents = isRefused ? Mark::Wrong : current ? Mark::Done : hasProfile ? Mark::Now : Mark::Ahead;
    const Mark review = is(SubmissionStatus::Verified)  ? Mark::Done
                        : is(SubmissionStatus::Pending) ? Mark::Now
                                                        : Mark::Ahead;
    const bool isAsked = !m_preferences || !m_preferences->savedAt;
    m_progress->show(
        {{tr("Store profile"), hasProfile ? m_vendor->storeName : tr("still to be filled in"),
          hasProfile ? Mark::Done : Mark::Now},
         {kit::phrase::documents(),
          current ? tr("handed in %1").arg(kit::display::text(current->submittedAt)) : tr("PAN, GSTIN, bank account"),
          documents},
         {tr("How we reach you"), QString(), isAsked ? Mark::Now : Mark::Done},
         {tr("Review"), is(SubmissionStatus::Pending) ? tr("usually within a day") : QString(), review},
         {tr("Ready to sell"), QString(), m_vendor->canSell ? Mark::Done : Mark::Ahead}});
    const bool isUnsaid = m_preferences && isAsked;
    m_leadsToDoor = m_vendor->canSell && m_kit.me.isLimited && !isUnsaid;
    if (m_leadsToDoor)
        m_banner->say(tr("Your store is approved. Sign in with your password to open every page."), Tone::Success,
                      tr("Sign in"));
    else if (m_vendor->canSell && m_kit.me.isLimited)
        m_banner->say(tr("Your store is approved. Choose how we reach you, then every page opens."), Tone::Info);
    else if (m_vendor->canSell)
        m_banner->say(tr("Your store is approved. You can sell."), Tone::Success);
    else if (is(SubmissionStatus::Rejected))
        m_banner->say(tr("Your documents were rejected: %1").arg(reason), Tone::Danger);
    else if (is(SubmissionStatus::MoreInfo))
        m_banner->say(tr("The reviewer needs more: %1").arg(reason), Tone::Warning);
    else if (is(SubmissionStatus::Pending))
        m_banner->say(tr("Your documents are being reviewed. Selling starts when they are approved."), Tone::Info);
    else
        m_banner->say(
            tr("Selling starts when your documents are approved. Your profile and the documents are needed for it."),
            Tone::Info);
    fillHistory();
}

void Page::fillHistory()
{
    kit::empty(m_history);
    for (const KycSubmission &one : m_kyc->earlier) {
        const QString when = kit::display::date(one.decidedAt.value_or(one.submittedAt));
        auto *label = new kit::Label(m_kit.theme, Type::Small, "text2", this);
        label->wrapping()->say(tr("Attempt %1 · %2 · %3").arg(one.attempt).arg(when, kit::display::text(one.status)) +
                               (one.reason ? u'\n' + *one.reason : QString()));
        m_history->addWidget(label);
    }
    m_historyTitle->setVisible(!m_kyc->earlier.isEmpty());
}

void Page::saveStore()
{
    m_storeTrouble->clear();
    std::optional<PutVendor> wish = m_store->value();
    const std::optional<StoreHours> hours = m_hours->value();
    if (!wish || !m_hours->isReadable() || !m_save->isEnabled())
        return;
    wish->businessHours = hours;
    if (m_logo->file())
        wish->logoId = m_logo->file()->id;
    if (m_face->file())
        wish->bannerId = m_face->file()->id;
    m_isSaving = true;
    checkStore();
    whenDone(this, m_kit.api.call(api::updateVendorProfile, *wish), [this](const Result<Vendor> &store) {
        m_isSaving = false;
        checkStore();
        if (!store) {
            for (const FieldError &problem : store.error().fields)
                if (problem.field == QLatin1String("business_hours"))
                    m_hours->showProblem(problem.problem);
            const auto strangers = m_store->showProblems(store.error().fields);
            m_storeTrouble->showTrouble(store.error(), m_store->spoken(strangers));
            return;
        }
        m_store->fill(wishOf(*store));
        m_hours->fill(store->businessHours);
        m_logo->clear();
        m_face->clear();
        m_kit.notices.toast(tr("Your store is saved"));
        show(*store);
    });
}

// A picture that is still on its way would be left out.
void Page::checkStore()
{
    m_save->setEnabled(!m_isSaving && !m_logo->isSending() && !m_face->isSending());
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::KycUpdated || event.kind == LiveKind::VendorChanged)
        refresh();
}

void Page::namePictures()
{
    const bool hasLogo = m_vendor && m_vendor->logoId;
    const bool hasFace = m_vendor && m_vendor->bannerId;
    m_logo->say(hasLogo ? tr("Logo (saved; a new one replaces it)") : tr("Logo"));
    m_face->say(hasFace ? tr("Banner (saved; a new one replaces it)") : tr("Banner"));
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("vendor.onboarding")));
    m_subtitle->say(tr("Three steps, then your store can sell"));
    m_storeTitle->say(tr("1  Your store"));
    m_storeText->say(tr("Buyers see the name and the place; we call the phone number when something is unclear."));
    m_historyTitle->say(tr("EARLIER ATTEMPTS"));
    m_save->say(tr("Save store"));
    m_store->retranslate();
    m_hours->retranslate();
    namePictures();
    m_hand->retranslate();
    m_reach->retranslate();
    describe();
}

} // namespace onboarding
