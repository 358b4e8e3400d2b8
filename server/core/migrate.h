#pragma once

// Brings the tables of every capability to the version this server knows (DEP-06). Scripts only go forward; a database
// that is newer than the program is refused.
//
// A script is plain SQL with a few words that differ between the engines:
//
// - @id: a UUID or other bytes (BLOB | BYTEA);
// - @int: a 64-bit whole number, also times, money and truths;
// - @real: a double;
// - @serial: a growing primary key;
// - @strict: after a table's closing parenthesis;
// - @clustered: the same for a table whose rows lie in the order of its primary key;
// - @append_only(table): a trigger that refuses UPDATE and DELETE;
// - @sqlite(text), @postgres(text): what only that engine reads.

#include <string_view>
#include <vector>

class Db;

namespace migrate {

struct Script
{
    std::string_view owner; // the capability's folder
    int version;
    std::string_view sql;
};

const std::vector<Script> &scripts();

// Applies what is missing, each script in its own transaction. Returns the number of applied scripts; throws DbFault
// when a script fails or the database is newer.
int run(Db &db);
int run(Db &db, const std::vector<Script> &scripts);

// How many scripts run() would apply. Changes nothing but the list of versions, which is made when it is not there.
int pending(Db &db);

} // namespace migrate
