#include "console/pages/weighing/hand.h"

#include "console/kit/display.h"
#include "console/pages/weighing/deductions.h"
#include "console/pages/weighing/digits.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QShortcut>

namespace weighing {

using kit::Type;

namespace {

const QString keptAddress = QStringLiteral("weighing.scale");
const QString keptSerial = QStringLiteral("weighing.serial");
const QString keptOperator = QStringLiteral("weighing.operator");

} // namespace

Hand::Hand(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_digits(new Digits(kit.theme, this))
    , m_lineName(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_weights(new kit::Label(kit.theme, Type::BodyStrong, "", this))
    , m_deductionName(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_operatorName(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_scaleName(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_hint(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_line(new kit::ChoiceBox(kit.theme, this))
    , m_deductions(new Deductions(kit.theme, this))
    , m_gross(addLine("gross"))
    , m_operator(addLine("operator"))
    , m_address(addLine("address"))
    , m_serial(addLine("serial"))
    , m_byHand(new QCheckBox(this))
    , m_photo(new kit::FileDrop(kit, FilePurpose::Chat, this))
    , m_secondPhoto(new kit::FileDrop(kit, FilePurpose::Chat, this))
    , m_takeTare(new kit::Button(kit.theme, QStringLiteral("undo-2"), "", this))
    , m_clearTare(new kit::Button(kit.theme, QStringLiteral("x"), "ghost", this))
    , m_take(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
{
    m_line->setObjectName(QStringLiteral("line"));
    m_byHand->setObjectName(QStringLiteral("byHand"));
    m_takeTare->setObjectName(QStringLiteral("tare"));
    m_clearTare->setObjectName(QStringLiteral("clearTare"));
    m_take->setObjectName(QStringLiteral("take"));
    m_hint->setObjectName(QStringLiteral("hint"));
    for (kit::FileDrop *drop : {m_photo, m_secondPhoto})
        drop->acceptPictures();
    setFocusProxy(m_line);
    build();
    remember();
    listen();
    retranslate();
}

QLineEdit *Hand::addLine(const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setMaxLength(200);
    connect(line, &QLineEdit::textChanged, this, &Hand::check);
    return line;
}

void Hand::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *tare = kit::row(8);
    tare->addWidget(m_takeTare);
    tare->addWidget(m_clearTare);
    tare->addWidget(m_weights->wrapping(), 1);
    m_weights->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *byHand = kit::row(8);
    byHand->addWidget(m_byHand);
    byHand->addWidget(m_gross, 1);
    // Below each other: beside each other they would be wider than the pane of a small window.
    auto *photos = kit::column(8);
    photos->addWidget(m_photo);
    photos->addWidget(m_secondPhoto);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(10));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    buildSetup(*grid);
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_digits);
    layout->addLayout(tare);
    layout->addWidget(m_take);
    layout->addWidget(m_hint->wrapping());
    layout->addLayout(grid);
    layout->addLayout(byHand);
    layout->addLayout(photos);
    setLayout(layout);
}

void Hand::buildSetup(QGridLayout &grid)
{
    auto *scale = kit::row(8);
    scale->addWidget(m_address, 2);
    scale->addWidget(m_serial, 1);
    grid.addWidget(m_lineName, 0, 0);
    grid.addWidget(m_line, 0, 1);
    grid.addWidget(m_deductionName, 1, 0, Qt::AlignTop);
    grid.addWidget(m_deductions, 1, 1);
    grid.addWidget(m_operatorName, 2, 0);
    grid.addWidget(m_operator, 2, 1);
    grid.addWidget(m_scaleName, 3, 0);
    grid.addLayout(scale, 3, 1);
}

// The desk stands where it stood yesterday.
void Hand::remember()
{
    m_operator->setText(m_kit.keepsakes.kept(keptOperator));
    m_serial->setText(m_kit.keepsakes.kept(keptSerial));
    m_address->setText(m_kit.keepsakes.kept(keptAddress));
    m_scale.use(m_address->text());
}

void Hand::listen()
{
    connect(&m_scale, &kit::Scale::changed, this, &Hand::hear);
    connect(m_address, &QLineEdit::editingFinished, this, &Hand::useAddress);
    connect(m_serial, &QLineEdit::editingFinished, this,
            [this] { m_kit.keepsakes.keep(keptSerial, m_serial->text()); });
    connect(m_operator, &QLineEdit::editingFinished, this,
            [this] { m_kit.keepsakes.keep(keptOperator, m_operator->text()); });
    connect(m_line, &QComboBox::currentIndexChanged, this, &Hand::check);
    connect(m_deductions, &Deductions::changed, this, &Hand::check);
    for (kit::FileDrop *drop : {m_photo, m_secondPhoto})
        connect(drop, &kit::FileDrop::changed, this, &Hand::check);
    connect(m_byHand, &QCheckBox::toggled, this, &Hand::check);
    connect(m_takeTare, &QPushButton::clicked, this, &Hand::takeTare);
    connect(m_clearTare, &QPushButton::clicked, this, [this] {
        m_tare = {};
        check();
    });
    connect(m_take, &QPushButton::clicked, this, &Hand::take);
}

// Enter belongs to the list while somebody is there.
void Hand::bindKeys(QWidget *ground)
{
    const auto bind = [this](const QKeySequence &keys, QWidget *where, void (Hand::*react)()) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, react] {
            if (isVisible())
                (this->*react)();
        });
    };
    bind(Qt::Key_F2, ground, &Hand::takeTare);
    bind(Qt::Key_F3, ground, &Hand::goToNextLine);
    bind(Qt::Key_Return, this, &Hand::take);
    bind(Qt::Key_Enter, this, &Hand::take);
}

void Hand::useAddress()
{
    m_kit.keepsakes.keep(keptAddress, m_address->text());
    if (m_scale.address() != m_address->text().trimmed())
        m_scale.use(m_address->text());
    check();
}

void Hand::offer(const QList<SettlementLine> &lines)
{
    const QString chosen = m_line->currentData().toString();
    const QSignalBlocker quiet(m_line);
    m_offered.clear();
    m_line->clear();
    for (const SettlementLine &each : lines) {
        if (!isByWeight(each.unit))
            continue;
        m_offered += each;
        m_line->addItem(QStringLiteral("%1 · %2").arg(
                            each.title, kit::display::text(each.orderedQuantity, kit::display::text(each.unit))),
                        each.lineId.text());
    }
    m_line->setCurrentIndex(qMax(0, m_line->findData(chosen)));
    check();
}

const SettlementLine *Hand::line() const
{
    const int at = m_line->currentIndex();
    return at >= 0 && at < m_offered.size() ? &m_offered.at(at) : nullptr;
}

const SettlementLine *Hand::lineOf(const Id<OrderLine> &id) const
{
    const auto found =
        std::find_if(m_offered.begin(), m_offered.end(), [&](const auto &each) { return each.lineId == id; });
    return found == m_offered.end() ? nullptr : &*found;
}

QString Hand::titleOf(const RecordWeighTicket &wish) const
{
    const SettlementLine *of = lineOf(wish.lineId);
    return of ? of->title : QString();
}

Unit Hand::unitOf(const RecordWeighTicket &wish) const
{
    const SettlementLine *of = lineOf(wish.lineId);
    return of ? of->unit : Unit::Kg;
}

void Hand::goToNextLine()
{
    if (m_line->count() > 0)
        m_line->setCurrentIndex((m_line->currentIndex() + 1) % m_line->count());
}

bool Hand::isByHand() const
{
    return m_byHand->isChecked();
}

Quantity Hand::inUnit(Quantity kilograms) const
{
    return weighing::inUnit(kilograms, line() ? line()->unit : Unit::Kg);
}

std::optional<Quantity> Hand::typed(const QLineEdit *edit) const
{
    return Quantity::parse(edit->text().trimmed());
}

// One more Enter must not take the same load twice: it has to move first.
bool Hand::isSpent() const
{
    return !isByHand() && m_spent && m_scale.reading() && m_scale.reading()->kilograms == *m_spent;
}

void Hand::hear()
{
    const auto &reading = m_scale.reading();
    if (reading && (!reading->isStable || (m_spent && reading->kilograms != *m_spent)))
        m_spent.reset();
    check();
}

std::optional<Load> Hand::load() const
{
    if (isByHand()) {
        const auto gross = typed(m_gross);
        return gross ? std::optional(Load{*gross, inUnit(m_tare)}) : std::nullopt;
    }
    const auto &reading = m_scale.reading();
    const bool isGood = reading && reading->isStable && reading->isWithin && !isSpent();
    return isGood && line() ? std::optional(loadOf(reading->kilograms, m_tare, line()->unit)) : std::nullopt;
}

// What would be taken now; nothing while something is missing.
std::optional<RecordWeighTicket> Hand::reading() const
{
    const auto weight = load();
    if (!line() || !weight || m_operator->text().trimmed().size() < 2)
        return std::nullopt;
    RecordWeighTicket wish{.lineId = line()->lineId,
                           .gross = weight->gross,
                           .tare = weight->tare,
                           .source = isByHand() ? WeighSource::Manual : WeighSource::Scale,
                           .operatorName = m_operator->text().trimmed(),
                           .weighedAt = m_kit.clock.now()};
    Quantity net = wish.gross - wish.tare;
    const auto deductions = m_deductions->of(net);
    if (!deductions)
        return std::nullopt;
    wish.deductions = *deductions;
    for (const WeighDeduction &each : wish.deductions)
        net = net - each.quantity;
    if (isByHand()) {
        if (!m_photo->file() || !m_secondPhoto->file())
            return std::nullopt;
        wish.photoId = m_photo->file()->id;
        wish.secondPhotoId = m_secondPhoto->file()->id;
    } else if (m_serial->text().trimmed().isEmpty()) {
        return std::nullopt;
    } else {
        wish.scaleSerial = m_serial->text().trimmed();
    }
    return net > Quantity{} ? std::optional(wish) : std::nullopt;
}

void Hand::check()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_gross), static_cast<QWidget *>(m_photo), static_cast<QWidget *>(m_secondPhoto)})
        part->setVisible(isByHand());
    const auto &reading = m_scale.reading();
    m_takeTare->setEnabled(!isByHand() && reading && reading->isStable && reading->isWithin);
    m_clearTare->setVisible(m_tare != Quantity{});
    m_take->setEnabled(!m_isBusy && this->reading().has_value());
    m_take->setToolTip(missing().toHtmlEscaped());
    showDigits();
    showHint();
}

void Hand::takeTare()
{
    const auto &reading = m_scale.reading();
    if (isByHand() || !reading || !reading->isStable || !reading->isWithin || reading->kilograms < Quantity{})
        return;
    m_tare = reading->kilograms;
    check();
}

void Hand::take()
{
    if (m_address->hasFocus())
        return useAddress(); // Enter ends what is typed there
    if (m_isBusy)
        return;
    if (const auto wish = reading())
        return Q_EMIT taken(*wish);
    m_told = missing();
    showHint();
}

QList<FieldError> Hand::showProblems(const QList<FieldError> &problems)
{
    QList<FieldError> strangers;
    for (const FieldError &each : problems) {
        kit::FileDrop *drop = each.field == QLatin1StringView("photo_id")          ? m_photo
                              : each.field == QLatin1StringView("second_photo_id") ? m_secondPhoto
                                                                                   : nullptr;
        if (drop && isByHand())
            drop->refuse(kit::display::problem(each.problem));
        else
            strangers += each;
    }
    return strangers;
}

void Hand::wait()
{
    m_isBusy = true;
    check();
}

void Hand::goOn()
{
    m_isBusy = false;
    check();
}

void Hand::finish()
{
    if (m_scale.reading())
        m_spent = m_scale.reading()->kilograms;
    m_isBusy = false;
    putDown();
}

void Hand::putDown()
{
    m_gross->clear();
    m_deductions->clear();
    m_photo->clear();
    m_secondPhoto->clear();
    m_told.clear();
    check();
}

} // namespace weighing
