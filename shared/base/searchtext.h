#pragma once

// The form in which texts are searched: the same for what is stored and for what is asked, so that "LOHA", "loha" and
// "अख़बार" with or without its dot find each other.

#include <QString>
#include <QStringList>

namespace searchtext {

constexpr int termsMax = 8; // of one question; the rest is ignored

QStringList words(QStringView text);

// All words with a blank around each, for LIKE '%word%'.
QString normalised(QStringView text);

// The words of a question as patterns for LIKE. Words hold neither of its two special characters.
QStringList patterns(QStringView question);

} // namespace searchtext
