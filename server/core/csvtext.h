#pragma once

// Lines of comma separated values after RFC 4180, in UTF-8. What a spreadsheet would take for a formula becomes a text.

#include <QByteArray>
#include <QStringList>

namespace csvtext {

// Spreadsheets then read the file as UTF-8.
constexpr char byteOrderMark[] = "\xef\xbb\xbf";

QByteArray cell(const QString &words);
QByteArray line(const QStringList &cells);

} // namespace csvtext
