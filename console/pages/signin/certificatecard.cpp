#include "console/pages/signin/certificatecard.h"

#include "console/kit/display.h"

#include <QCryptographicHash>
#include <QGridLayout>
#include <QSslKey>

namespace signin {

namespace {

constexpr int shownMax = 120; // of a name that a stranger chose
constexpr int namesMax = 3;
constexpr int bytesInLine = 8;

QString tidied(const QString &text)
{
    QString out = text.left(shownMax).simplified();
    out.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return out;
}

QString nameOf(const QSslCertificate &certificate, QSslCertificate::SubjectInfo what)
{
    const QStringList names = certificate.subjectInfo(what);
    return names.isEmpty() ? QString() : tidied(names.first());
}

QString subjectOf(const QSslCertificate &certificate)
{
    QStringList out = certificate.subjectAlternativeNames().values().mid(0, namesMax);
    const QString name = nameOf(certificate, QSslCertificate::CommonName);
    if (!name.isEmpty() && !out.contains(name))
        out.prepend(name);
    for (QString &each : out)
        each = tidied(each);
    return out.join(QStringLiteral(", "));
}

QString issuerOf(const QSslCertificate &certificate)
{
    QStringList out = certificate.issuerInfo(QSslCertificate::CommonName).mid(0, 1) +
                      certificate.issuerInfo(QSslCertificate::Organization).mid(0, 1);
    out.removeDuplicates();
    return tidied(out.join(QStringLiteral(", ")));
}

} // namespace

CertificateCard::CertificateCard(const kit::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("certificate"));
    kit::wear(this, "sunken");
    m_rows->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    m_rows->setHorizontalSpacing(theme.px(12));
    m_rows->setVerticalSpacing(theme.px(6));
    m_rows->setColumnStretch(1, 1);
    setLayout(m_rows);
    hide();
}

QString CertificateCard::nameOf(const QList<QSslCertificate> &chain)
{
    return chain.isEmpty() ? QString() : subjectOf(chain.first());
}

QString CertificateCard::fingerprint(const QSslCertificate &certificate)
{
    QString out = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    // In even lines, as people compare them.
    for (qsizetype end = bytesInLine * 3 - 1; end < out.size(); end += bytesInLine * 3)
        out[end] = u'\n';
    return out;
}

void CertificateCard::show(const QList<QSslCertificate> &chain, Instant now)
{
    m_chain = chain;
    m_now = now;
    retranslate();
}

void CertificateCard::retranslate()
{
    kit::empty(m_rows);
    setVisible(!m_chain.isEmpty());
    if (m_chain.isEmpty())
        return;
    const QSslCertificate &own = m_chain.first();
    const Instant until{own.expiryDate().toMSecsSinceEpoch()};
    const qint64 daysLeft = (until.ms - m_now.ms) / 86'400'000;
    add(QStringLiteral("certificateSubject"), tr("Issued to"), subjectOf(own));
    add(QStringLiteral("certificateIssuer"), tr("Issued by"), own.isSelfSigned() ? tr("Itself") : issuerOf(own));
    add(QStringLiteral("certificateExpiry"), tr("Valid until"),
        until.ms < m_now.ms ? tr("%1, expired").arg(kit::display::date(until))
                            : tr("%1, %Ln more day(s)", nullptr, int(daysLeft)).arg(kit::display::date(until)));
    if (m_chain.size() > 1) {
        QStringList above;
        for (const QSslCertificate &each : m_chain.mid(1))
            above += signin::nameOf(each, QSslCertificate::CommonName);
        add(QStringLiteral("certificateChain"), tr("Chain"), above.join(QStringLiteral(" ← ")));
    }
    add(QStringLiteral("certificateFingerprint"), tr("SHA-256"), fingerprint(own));
}

void CertificateCard::add(const QString &objectName, const QString &name, const QString &value)
{
    const int row = m_rows->rowCount();
    auto *title = new kit::Label(m_theme, kit::Type::Caption, "text2", this);
    auto *text = new kit::Label(m_theme, kit::Type::Caption, "", this);
    text->wrapping();
    text->setObjectName(objectName);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    title->say(name);
    title->setBuddy(text);
    text->say(value.isEmpty() ? QStringLiteral("–") : value);
    text->setAccessibleName(name);
    text->setAccessibleDescription(value);
    m_rows->addWidget(title, row, 0, Qt::AlignTop);
    m_rows->addWidget(text, row, 1);
}

} // namespace signin
