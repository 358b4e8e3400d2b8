#pragma once

// Inputs and outputs of calls that a browser makes by itself, beyond those of endpoint.h: pages that are counted,
// pictures that everybody may keep, and ways out.

#include "shared/base/endpoint.h"

// What the caller's program says of itself. Nothing of it is to be believed.
struct Onlooker
{
    QByteArray agent;           // what the program calls itself, cut
    bool isSpeculative = false; // HEAD or prefetching: nobody looks at the answer yet
};

// A call that is counted by who looks. Query: what else is said, Nothing when nothing is.
template <class QueryType>
struct Visiting
{
    using Query = QueryType;

    Query query;
    Onlooker onlooker;
};

// A file that caches which serve many may keep, too; its address has to change with its content.
struct PublicFile
{
    FileBody file;
};

// The reply leads to another address (302). The address is one that we stored, never one that a caller sent.
struct Redirect
{
    QString url; // complete and encoded
};
