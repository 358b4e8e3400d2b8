#include "server/notifications/letters.h"

// This header takes eight seconds to compile; nobody else includes it.
#include <kainjow/mustache.hpp>

#include <QFile>
#include <QHash>

#include <mutex>

namespace notifications {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

namespace {

std::optional<QString> read(const QString &name)
{
    QFile file(QStringLiteral(":/mail/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll());
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

// The parsed letters. Filling one in writes into the parser's state, so one at a time; it takes microseconds.
struct Letters::Shelf
{
    std::mutex mutex;
    QHash<QString, std::shared_ptr<mustache>> parsed; // shared: QHash copies its values

    mustache *find(const QString &letter, const QString &language, QLatin1StringView part)
    {
        return find(letter + u'.' + language + u'.' + part, letter + QStringLiteral(".en.") + part);
    }
    // otherwise: what is taken when there is nothing of this name
    mustache *find(const QString &name, const QString &otherwise)
    {
        auto found = parsed.constFind(name);
        if (found == parsed.cend()) {
            auto source = read(name);
            if (!source)
                source = read(otherwise);
            if (!source)
                return nullptr;
            found = parsed.insert(name, std::make_shared<mustache>(source->toStdString()));
        }
        return found.value()->is_valid() ? found.value().get() : nullptr;
    }
};

Letters::Letters(QString siteUrl)
    : m_siteUrl(std::move(siteUrl))
    , m_shelf(std::make_unique<Shelf>())
{}

Letters::~Letters() = default;

Result<QString> Letters::fillOne(const MailJob &job, QLatin1StringView part)
{
    data words;
    for (const Word &word : job.words)
        words.set(word.name.toStdString(), word.value.toStdString());
    for (const QString &section : job.sections)
        words.set(section.toStdString(), data(data::type::bool_true));
    const std::lock_guard lock(m_shelf->mutex);
    mustache *letter = m_shelf->find(job.letter, job.language, part);
    if (!letter)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no letter %1.").arg(job.letter));
    return QString::fromStdString(letter->render(words));
}

Result<Letter> Letters::fill(const MailJob &job)
{
    LET(subject, fillOne(job, QLatin1StringView("subject")));
    LET(text, fillOne(job, QLatin1StringView("txt")));
    LET(content, fillOne(job, QLatin1StringView("html")));
    data words;
    words.set("content", content.toStdString());
    words.set("language", job.language.toStdString());
    words.set("site_url", m_siteUrl.toStdString());
    const QString name = QStringLiteral("layout.html");
    const std::lock_guard lock(m_shelf->mutex);
    mustache *layout = m_shelf->find(name, name);
    return Letter{oneLine(subject), text, layout ? QString::fromStdString(layout->render(words)) : content};
}

Result<Headline> Letters::headline(const MailJob &job)
{
    LET(subject, fillOne(job, QLatin1StringView("subject")));
    LET(text, fillOne(job, QLatin1StringView("txt")));
    QString first = oneLine(text.section(QStringLiteral("\n\n"), 1, 1, QString::SectionSkipEmpty));
    if (!first.isEmpty())
        first[0] = first[0].toUpper();
    return Headline{oneLine(subject), first};
}

} // namespace notifications
