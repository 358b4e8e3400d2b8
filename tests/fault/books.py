"""What the tables say, asked past the server: in its file, or with psql in a cluster of one's own."""
import os, shutil, sqlite3, subprocess

DATABASE = "kabaadwala.db"
BINARIES = "/usr/lib/postgresql/15/bin/"
HELD = "SELECT coalesce(sum(balance), 0) FROM ledger_accounts WHERE kind = 'buyer_held'"
HOLDS = ("SELECT count(*) FROM orders JOIN ledger_transactions ON subject_id = orders.id AND kind = 'hold'"
         " WHERE notes LIKE 'o-%'")


class Books:
    def number(self, statement):
        return int(self.ask(statement)[0][0])

    def shelf(self, product):
        """Thousandths that are left."""
        return self.number(f"SELECT stock_quantity FROM products WHERE id = {self.key(product)}")

    def held(self):
        return self.number(HELD)

    def orders(self, prefix):
        """The name and the id of each order whose name begins so."""
        return self.ask(f"SELECT notes, {self.HEX} FROM orders WHERE notes LIKE '{prefix}-%'")


class SqliteBooks(Books):
    HEX = "lower(hex(id))"

    def __init__(self, data):
        self.data = data

    @staticmethod
    def key(id_):
        return f"X'{id_.replace('-', '')}'"

    def ask(self, statement):
        books = sqlite3.connect(f"file:{self.data}/{DATABASE}?mode=ro", uri=True)
        try:
            return books.execute(statement).fetchall()
        finally:
            books.close()


class PostgresBooks(Books):
    HEX = "encode(id, 'hex')"

    def __init__(self, address):
        self.address = address

    @staticmethod
    def key(id_):
        return f"'\\x{id_.replace('-', '')}'::bytea"

    def ask(self, statement):
        text = subprocess.run(["psql", "-X", "-A", "-t", "-F", "\t", "-d", self.address, "-c", statement], check=True,
                              capture_output=True, text=True).stdout
        return [line.split("\t") for line in text.splitlines()]


class Cluster:
    """PostgreSQL in a folder, without TCP. It is not what is killed here."""

    def __init__(self, folder):
        self.folder = folder + "/postgres"
        os.makedirs(self.folder)
        if os.geteuid() == 0:
            os.chmod(folder, 0o755)
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self.folder + "/data", "-U", "kabaadwala", "-A", "trust", "-E", "UTF8", "--locale",
                 "C.UTF-8", "-N")
        self.run("pg_ctl", "-D", self.folder + "/data", "-l", self.folder + "/log", "-w", "-o",
                 f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off"
                 " -c max_connections=100", "start")

    def run(self, program, *words):
        """PostgreSQL refuses to run as root."""
        prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*prefix, BINARIES + program, *words], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, cwd="/tmp")

    def address(self, name):
        return f"postgresql://kabaadwala@/{name}?host={self.folder}"

    def create(self, name, template="template1"):
        PostgresBooks(self.address("postgres")).ask(f"CREATE DATABASE {name} TEMPLATE {template}")

    def stop(self):
        self.run("pg_ctl", "-D", self.folder + "/data", "-m", "immediate", "stop")
