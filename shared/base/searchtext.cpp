#include "shared/base/searchtext.h"

namespace {

// Accents of Latin letters and the nukta carry no meaning for a search; vowel signs of Indian scripts do.
bool isDropped(QChar c)
{
    constexpr char16_t nukta = 0x093C;
    return c.unicode() == nukta || (c.unicode() >= 0x0300 && c.unicode() <= 0x036F);
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

QStringList searchtext::words(QStringView text)
{
    QStringList out;
    QString word;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : folded) {
        if (isDropped(c))
            continue;
        if (isWordPart(c)) {
            word += c;
        } else if (!word.isEmpty()) {
            out += word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        out += word;
    return out;
}

QString searchtext::normalised(QStringView text)
{
    return u' ' + words(text).join(u' ') + u' ';
}

QStringList searchtext::patterns(QStringView question)
{
    QStringList out;
    for (const QString &word : words(question).mid(0, termsMax))
        out += u'%' + word + u'%';
    return out;
}
