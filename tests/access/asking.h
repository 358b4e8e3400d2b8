#pragma once

// One cell of the matrix as a request: the endpoint, who asks and about whose object.

#include "tests/access/cases.h"

struct Ask
{
    Who who;
    Whose whose;
    std::optional<ErrorCode> refusal;
    QByteArray request;
    Asker *person;
};

Ask prepared(Stage &stage, const Case &each, Who who, Whose whose);

// The good request of that person with what was sent in its place.
QByteArray requestOf(Stage &stage, const Subject &subject, const Asker &person, const QByteArray &object,
                     const Sent &sent);

QByteArray wireName(ErrorCode code);
