#pragma once

// The views of a list that are the states of its things: which state the chosen tab asks for, and which tab is meant
// when a figure that counted one state leads here.
//     kit::StatusTabs<RefundStatus> m_tabs{views(), {RefundStatus::Requested, …, std::nullopt}};

#include "console/kit/kit.h"
#include "console/kit/viewtabs.h"
#include "shared/base/names.h"

#include <QSignalBlocker>

namespace kit {

template <class Status>
class StatusTabs
{
public:
    using States = QList<std::optional<Status>>; // nothing: all

    StatusTabs(ViewTabs *tabs, States states)
        : m_tabs(tabs)
        , m_states(std::move(states))
    {}

    const States &states() const { return m_states; }
    std::optional<Status> chosen() const { return m_states.at(qMax(0, m_tabs->currentIndex())); }

    // Without asking for rows: who narrows a list starts it over once all is set.
    void choose(const std::optional<Status> &status)
    {
        const QSignalBlocker quiet(m_tabs);
        if (const qsizetype at = m_states.indexOf(status); at >= 0)
            m_tabs->setCurrentIndex(int(at));
    }
    void narrow(const Narrowing &by)
    {
        if (const auto status = names::fromText<Status>(by.value(QStringLiteral("status"))))
            choose(status);
    }

private:
    ViewTabs *m_tabs;
    States m_states;
};

} // namespace kit
