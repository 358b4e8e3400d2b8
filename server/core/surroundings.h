#pragma once

// What programs that are started here get to know of the server's surroundings.

#include <QProcessEnvironment>

namespace surroundings {

// Where libraries, fonts and words are, and nothing else: what the operator tells the server in its environment may be
// a secret, and a program that decodes strangers' files may be taken over by one of them.
QProcessEnvironment bare();

} // namespace surroundings
