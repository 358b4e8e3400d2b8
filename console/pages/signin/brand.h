#pragma once

// The coloured half of the sign-in page: the mark, the name and what the marketplace promises.

#include "console/kit/theme.h"

#include <QWidget>

namespace signin {

class Brand : public QWidget
{
    Q_OBJECT

public:
    explicit Brand(const kit::Theme &theme, QWidget *parent = nullptr);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Promise
    {
        QString icon, title, text;
    };

    const kit::Theme &m_theme;
    QString m_claim;
    QList<Promise> m_promises;
};

} // namespace signin
