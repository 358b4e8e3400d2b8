#include "tests/access/asking.h"

QByteArray wireName(ErrorCode code)
{
    return QString(names::text(code)).toUpper().toLatin1();
}

QByteArray requestOf(Stage &stage, const Subject &subject, const Asker &person, const QByteArray &object,
                     const Sent &sent)
{
    QByteArray path = subject.path;
    if (const qsizetype open = path.indexOf('{'); open >= 0)
        path.replace(open, path.lastIndexOf('}') - open + 1, object); // whose name may have two parts
    QByteArray headers = sent.headers + "X-Request-Id: request-of-a-test\r\n";
    if (!person.token.isEmpty())
        headers += "Authorization: Bearer " + person.token + "\r\n";
    if (subject.repeat == Repeat::Keyed)
        headers += "Idempotency-Key: " + stage.unused("key").toLatin1() + "\r\n";
    const bool hasBody = subject.method == "POST" || subject.method == "PUT";
    if (hasBody && sent.body.isEmpty())
        headers += "Content-Length: 0\r\n";
    return House::request(subject.method, path + sent.query, headers, hasBody ? sent.body : QByteArray());
}

Ask prepared(Stage &stage, const Case &each, Who who, Whose whose)
{
    const Subject &subject = each.subject;
    Asker &person = stage.person(who, subject);
    const QByteArray object = subject.thing == Thing::None ? QByteArray() : stage.shown(subject, who, whose);
    proveFor(stage, subject, person);
    Situation situation{stage, person, object};
    const bool isUnknown = whose == Whose::Unknown && subject.thing != Thing::Setting && subject.thing != Thing::Report;
    if (isUnknown)
        situation.object = stage.kept(subject.thing, Who::Buyer);
    return {who, whose, refusalOf(subject, who, whose),
            requestOf(stage, subject, person, object, each.sample(situation)), &person};
}
