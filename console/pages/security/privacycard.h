#pragma once

// What one may ask of the market about oneself: a copy of everything it keeps, and to be forgotten (PRIV-02, PRIV-03).

#include "console/kit/card.h"
#include "console/kit/kit.h"
#include "shared/contract/privacy.h"

namespace security {

class PrivacyCard : public kit::Card
{
    Q_OBJECT

public:
    PrivacyCard(kit::Kit &kit, QWidget *parent);

    void refresh();
    void retranslate();

Q_SIGNALS:
    void refused(const Error &error);

private:
    void build();
    void show(const QList<PersonalCopy> &copies);
    void settle();
    bool isThere() const; // the newest copy can be saved
    void ask();
    void save();
    void receive(const QString &url, const QString &path);
    void askErasure();
    void sayWhatIsOpen(const QList<ErasureBlocker> &blockers);
    void confirmErasure(const QList<KeptRecords> &kept);

    kit::Kit &m_kit;
    kit::Chip *m_state;
    kit::Label *m_text;
    kit::Button *m_ask, *m_save, *m_erase;
    std::optional<PersonalCopy> m_newest;
};

} // namespace security
