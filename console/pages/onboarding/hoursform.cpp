#include "console/pages/onboarding/hoursform.h"

#include "console/kit/hours.h"

#include <QGridLayout>
#include <QLocale>

namespace onboarding {

using kit::Type;

namespace {

constexpr int daysPerWeek = 7;

} // namespace

HoursForm::HoursForm(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new kit::Label(theme, Type::BodyStrong, "", this))
    , m_hint(new kit::Label(theme, Type::Small, "text2", this))
    , m_problem(new kit::Label(theme, Type::Small, "danger", this))
{
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(theme.px(6));
    grid->setHorizontalSpacing(theme.px(12));
    grid->setColumnStretch(1, 1);
    for (int day = 0; day < daysPerWeek; ++day) {
        m_names += new kit::Label(theme, Type::Body, "text2", this);
        m_lines += new QLineEdit(this);
        m_lines.last()->setObjectName(QStringLiteral("hours.") + QString(names::text(Weekday(day))));
        m_lines.last()->setPlaceholderText(QStringLiteral("09:00-18:00"));
        grid->addWidget(m_names.last(), day, 0);
        grid->addWidget(m_lines.last(), day, 1);
    }
    auto *layout = kit::column(theme.px(6));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_hint->wrapping());
    layout->addLayout(grid);
    layout->addWidget(m_problem->wrapping());
    setLayout(layout);
    m_problem->hide();
    retranslate();
}

void HoursForm::retranslate()
{
    m_title->say(tr("Opening hours"));
    m_hint->say(tr("Such as 09:00-13:00, 15:00-18:00. A line left empty is a closed day."));
    for (int day = 0; day < daysPerWeek; ++day) {
        const QString name = QLocale().standaloneDayName(day + 1);
        m_names.at(day)->say(name);
        m_lines.at(day)->setAccessibleName(name);
    }
}

void HoursForm::fill(const std::optional<StoreHours> &hours)
{
    m_wasSaid = hours.has_value();
    for (int day = 0; day < daysPerWeek; ++day)
        m_lines.at(day)->setText(hours ? kit::timesText(*hours, Weekday(day)) : QString());
    showProblem({});
}

bool HoursForm::isTouched() const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [](const QLineEdit *line) { return line->isModified(); });
}

void HoursForm::showProblem(const QString &text)
{
    m_problem->say(text);
    m_problem->setVisible(!text.isEmpty());
}

std::optional<StoreHours> HoursForm::value()
{
    StoreHours out;
    showProblem({});
    for (int day = 0; day < daysPerWeek; ++day) {
        const auto times = kit::timesFrom(m_lines.at(day)->text());
        if (!times) {
            showProblem(tr("%1: this is not read as times.").arg(m_names.at(day)->text()));
            m_lines.at(day)->setFocus();
            return std::nullopt;
        }
        if (!times->isEmpty())
            out.days += DayHours{Weekday(day), *times};
    }
    if (out.days.isEmpty() && !m_wasSaid)
        return std::nullopt;
    return out;
}

} // namespace onboarding
