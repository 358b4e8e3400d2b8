#include "shared/base/rupeewords.h"

#include <QStringList>

namespace {

constexpr quint64 hundred = 100, thousand = 1'000, lakh = 100'000, crore = 10'000'000;

struct Numerals
{
    QStringList small; // 0 … 19 in English, 0 … 99 in Hindi
    QStringList tens;  // 20, 30 …; empty where every number below a hundred has a word of its own
    QString hundred, thousand, lakh, crore;
};

const Numerals &english()
{
    static const Numerals all{
        QStringLiteral("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                       "sixteen seventeen eighteen nineteen")
            .split(u' '),
        QStringLiteral("twenty thirty forty fifty sixty seventy eighty ninety").split(u' '),
        QStringLiteral("hundred"),
        QStringLiteral("thousand"),
        QStringLiteral("lakh"),
        QStringLiteral("crore")};
    return all;
}

const Numerals &hindi()
{
    static const Numerals all{QStringLiteral("शून्य एक दो तीन चार पाँच छह सात आठ नौ "
                                             "दस ग्यारह बारह तेरह चौदह "
                                             "पंद्रह सोलह सत्रह अठारह उन्नीस "
                                             "बीस इक्कीस बाईस तेईस चौबीस "
                                             "पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस "
                                             "तीस इकतीस बत्तीस तैंतीस चौंतीस "
                                             "पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस "
                                             "चालीस इकतालीस बयालीस तैंतालीस चौवालीस "
                                             "पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास "
                                             "पचास इक्यावन बावन तिरपन चौवन "
                                             "पचपन छप्पन सत्तावन अट्ठावन उनसठ "
                                             "साठ इकसठ बासठ तिरसठ चौंसठ "
                                             "पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर "
                                             "सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर "
                                             "पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी "
                                             "अस्सी इक्यासी बयासी तिरासी चौरासी "
                                             "पचासी छियासी सत्तासी अट्ठासी नवासी "
                                             "नब्बे इक्यानवे बानवे तिरानवे चौरानवे "
                                             "पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे")
                                  .split(u' '),
                              {},
                              QStringLiteral("सौ"),
                              QStringLiteral("हज़ार"),
                              QStringLiteral("लाख"),
                              QStringLiteral("करोड़")};
    return all;
}

QString belowHundred(const Numerals &words, quint64 number)
{
    if (number < quint64(words.small.size()))
        return words.small[qsizetype(number)];
    const QString tens = words.tens[qsizetype(number / 10) - 2];
    return number % 10 == 0 ? tens : tens + u'-' + words.small[qsizetype(number % 10)];
}

QString spelled(const Numerals &words, quint64 number)
{
    if (number < hundred)
        return belowHundred(words, number);
    const auto [unit, name] = number >= crore      ? std::pair(crore, words.crore)
                              : number >= lakh     ? std::pair(lakh, words.lakh)
                              : number >= thousand ? std::pair(thousand, words.thousand)
                                                   : std::pair(hundred, words.hundred);
    const QString front = spelled(words, number / unit) + u' ' + name;
    return number % unit == 0 ? front : front + u' ' + spelled(words, number % unit);
}

} // namespace

QString rupeesInWords(Money amount, const QString &language)
{
    const bool isHindi = language == u"hi";
    const Numerals &words = isHindi ? hindi() : english();
    const quint64 paise = amount.minor < 0 ? 0 - quint64(amount.minor) : quint64(amount.minor);
    const quint64 rupees = paise / 100, rest = paise % 100;
    QString out = spelled(words, rupees);
    if (isHindi)
        out += rupees == 1 ? QStringLiteral(" रुपया") : QStringLiteral(" रुपये");
    else
        out += rupees == 1 ? QStringLiteral(" rupee") : QStringLiteral(" rupees");
    if (rest > 0)
        out += (isHindi ? QStringLiteral(" और %1 पैसे") : QStringLiteral(" and %1 paise")).arg(spelled(words, rest));
    out += isHindi ? QStringLiteral(" मात्र") : QStringLiteral(" only");
    out[0] = out[0].toUpper();
    return out;
}
