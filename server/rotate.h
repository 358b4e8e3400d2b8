#pragma once

#include "server/core/config.h"

// A new master secret, and everything that an older one sealed is sealed anew. Cut off at any point it can be begun
// again: what a rotation left is finished before another one makes a secret. The old secrets stay in the file, because
// the audit log was sealed with them.
int rotateKeys(const Config &config);
