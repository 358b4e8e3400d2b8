#pragma once

// Who did what, newest first (AUD-03, AUD-06, CADM-13): narrowed by time, area, who and object; an entry shows what was
// before and after. What the filters show can be saved as CSV.

#include "console/kit/contracttable.h"
#include "console/kit/figures.h"
#include "console/kit/listpage.h"
#include "shared/contract/audit.h"

namespace audit {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    // More is not saved at once; a period makes it less.
    static constexpr qsizetype savedMax = 5'000;

    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // days, action, actor with actor_name, object_type, object

protected:
    void showDetail(const QString &id) override;

private:
    ListAudit query(const std::optional<QString> &cursor) const;
    void addColumns();
    void offerFilters();
    void onlyOf(const AuditEntry &entry);
    void onlyAbout(const AuditEntry &entry);
    void save();
    void saveFrom(ListAudit wish, QList<AuditEntry> rows);
    kit::Figures figuresOf(const QList<AuditEntry> &rows) const;

    kit::ContractTable<AuditEntry> m_table;
    Detail *m_detail;
    kit::ChoiceFilter *m_period, *m_area, *m_object;
    kit::ChoiceFilter *m_actor; // one that an entry named
    kit::Button *m_save;
    bool m_isSaving = false;
};

} // namespace audit
