#pragma once

// Fills in the letters of resources/mail. The words are data of strangers: in HTML they are escaped.

#include "server/notifications/mailjob.h"
#include "shared/base/result.h"

#include <memory>

namespace notifications {

struct Letter
{
    QString subject;
    QString text;
    QString html;
};

struct Headline
{
    QString title;
    QString text;
};

class Letters
{
public:
    explicit Letters(QString siteUrl);
    ~Letters();

    Result<Letter> fill(const MailJob &job);
    // The short form for the inbox: the subject and the first paragraph behind the greeting.
    Result<Headline> headline(const MailJob &job);

private:
    struct Shelf;

    Result<QString> fillOne(const MailJob &job, QLatin1StringView part);

    const QString m_siteUrl;
    std::unique_ptr<Shelf> m_shelf;
};

} // namespace notifications
