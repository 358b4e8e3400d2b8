#pragma once

// Credentials for tests that are about something else: they never run out, and nobody renews them.

#include "console/kit/credentials.h"

struct OneToken : kit::Credentials
{
    QByteArray bearer() const override { return "token-7"; }
    QFuture<bool> renew() override { return QtFuture::makeReadyFuture(false); }
    void expire() override {}
};
