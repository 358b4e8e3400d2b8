// The good requests about what buyers keep for themselves, and how people hear of news.

#include "tests/access/samples.h"

template <>
Sent sample<PutPreferences>(Situation &)
{
    return said(PutPreferences{.sms = false, .whatsapp = true});
}
