#include "server/core/postgreshandle.h"

#include "server/core/sqltext.h"

#include <libpq-fe.h>

#include <memory>

namespace {

constexpr std::size_t statementsMax = 1'000; // prepared and kept per connection
constexpr Oid typeInt8 = 20, typeFloat8 = 701, typeBytea = 17, typeUnknown = 0;

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

class PostgresRow final : public sql::Row
{
public:
    PostgresRow(const PGresult *result, int row)
        : m_result(result)
        , m_row(row)
    {}

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    qint64 integer(int column) const override
    {
        const QByteArrayView value = text(column);
        return value == "t" ? 1 : value.toLongLong(); // a truth is a number on SQLite
    }
    double real(int column) const override { return text(column).toDouble(); }
    QByteArrayView text(int column) const override
    {
        return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
    }
    QByteArrayView blob(int column) const override
    {
        m_bytes = isNull(column) ? QByteArray() : QByteArray::fromHex(text(column).sliced(2).toByteArray()); // "\x0a0b"
        return m_bytes;
    }

private:
    const PGresult *m_result;
    const int m_row;
    mutable QByteArray m_bytes;
};

// A server that is gone without a word must not hold up a caller for the hours that TCP would wait. What the address
// says of the same wins, because it is read last.
PGconn *connected(const char *address)
{
    constexpr const char *names[] = {"connect_timeout",
                                     "keepalives_idle",
                                     "keepalives_interval",
                                     "keepalives_count",
                                     "tcp_user_timeout",
                                     "dbname",
                                     nullptr};
    const char *const values[] = {"10", "30", "10", "3", "30000", address, nullptr};
    static_assert(std::size(names) == std::size(values));
    constexpr int addressIsExpanded = 1;
    return PQconnectdbParams(names, values, addressIsExpanded);
}

} // namespace

// The values of one call in the form of libpq. Bytes travel binary, everything else as text.
class PostgresHandle::Parameters
{
public:
    explicit Parameters(sql::Params values)
    {
        m_texts.reserve(values.size());
        for (const sql::Value &value : values)
            add(value);
    }
    int count() const { return int(pointers.size()); }

    std::vector<const char *> pointers;
    std::vector<int> lengths, formats;
    std::vector<Oid> types;

private:
    void add(const sql::Value &value)
    {
        if (const auto *number = std::get_if<qint64>(&value))
            addText(QByteArray::number(*number), typeInt8);
        else if (const auto *real = std::get_if<double>(&value))
            addText(QByteArray::number(*real, 'g', 17), typeFloat8);
        else if (const auto *text = std::get_if<QByteArray>(&value))
            addText(QByteArray(text->constData(), text->size()), typeUnknown); // libpq wants a closing zero
        else if (const auto *blob = std::get_if<sql::Blob>(&value))
            add(blob->bytes.constData(), int(blob->bytes.size()), 1, typeBytea);
        else if (const auto *id = std::get_if<sql::IdBytes>(&value))
            add(id->bytes.data(), int(id->bytes.size()), 1, typeBytea);
        else
            add(nullptr, 0, 0, typeUnknown);
    }
    void addText(QByteArray text, Oid type)
    {
        m_texts.push_back(std::move(text));
        add(m_texts.back().constData(), int(m_texts.back().size()), 0, type);
    }
    void add(const char *pointer, int length, int format, Oid type)
    {
        pointers.push_back(pointer);
        lengths.push_back(length);
        formats.push_back(format);
        types.push_back(type);
    }

    std::vector<QByteArray> m_texts;
};

PostgresHandle::PostgresHandle(const QByteArray &address, int lockMs, int statementMs)
    : m_connection(connected(address.constData()))
    , m_settings("SET client_encoding = 'UTF8'; SET client_min_messages = warning; SET bytea_output = hex;"
                 " SET lock_timeout = " +
                 std::to_string(lockMs) + "; SET statement_timeout = " + std::to_string(statementMs))
{
    try {
        configure();
    } catch (...) {
        PQfinish(m_connection);
        throw;
    }
}

PostgresHandle::~PostgresHandle()
{
    PQfinish(m_connection);
}

bool PostgresHandle::isConnected() const
{
    return PQstatus(m_connection) == CONNECTION_OK;
}

void PostgresHandle::run(const char *text)
{
    const Answer answer(PQexec(m_connection, text), &PQclear);
    check(answer.get(), text);
}

void PostgresHandle::begin(const char *text)
{
    if (isConnected()) {
        try {
            return run(text);
        } catch (const DbBusy &) {
            if (isConnected())
                throw;
        }
    }
    m_statements.clear();
    PQreset(m_connection);
    configure();
    run(text);
}

void PostgresHandle::rollBack()
{
    PQclear(PQexec(m_connection, "ROLLBACK"));
}

qint64 PostgresHandle::execute(std::string_view text, sql::Params values, sql::RowSink sink)
{
    const Parameters parameters(values);
    const std::string &name = prepared(text, parameters);
    const Answer answer(PQexecPrepared(m_connection, name.c_str(), parameters.count(), parameters.pointers.data(),
                                       parameters.lengths.data(), parameters.formats.data(), 0),
                        &PQclear);
    check(answer.get(), text);
    const int rows = PQntuples(answer.get());
    for (int row = 0; sink && row < rows; ++row)
        sink(PostgresRow(answer.get(), row));
    return QByteArrayView(PQcmdTuples(answer.get())).toLongLong();
}

int PostgresHandle::socket() const
{
    return PQsocket(m_connection);
}

bool PostgresHandle::takeNotifications()
{
    PQconsumeInput(m_connection);
    bool came = false;
    while (PGnotify *const news = PQnotifies(m_connection)) {
        PQfreemem(news);
        came = true;
    }
    return came;
}

void PostgresHandle::configure()
{
    if (!isConnected())
        throw DbBusy(PQerrorMessage(m_connection));
    run(m_settings.c_str());
}

const std::string &PostgresHandle::prepared(std::string_view text, const Parameters &parameters)
{
    const auto known = m_statements.find(text);
    if (known != m_statements.end())
        return known->second;
    if (m_statements.size() >= statementsMax) {
        run("DEALLOCATE ALL");
        m_statements.clear();
    }
    const std::string name = "s" + std::to_string(++m_names);
    const std::string numbered = sqltext::numbered(text);
    const Answer answer(
        PQprepare(m_connection, name.c_str(), numbered.c_str(), parameters.count(), parameters.types.data()), &PQclear);
    check(answer.get(), text);
    return m_statements.emplace(text, name).first->second;
}

void PostgresHandle::check(const pg_result *answer, std::string_view text) const
{
    const ExecStatusType status = PQresultStatus(answer);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return;
    const std::string problem = std::string(PQerrorMessage(m_connection)) + " in: " + std::string(text);
    const char *const state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const std::string_view code = state ? state : "";
    if (!isConnected() || code == "40001" || code == "40P01")
        throw TryAgain(problem);
    // Locks and space that were not to be had, and a server that is going down or coming up.
    if (code == "55P03" || code.starts_with("53") || code.starts_with("57P"))
        throw DbBusy(problem);
    throw DbFault(problem);
}
