"""What the fault checks share: a server with money and stock in it, and clients that never give up."""
import glob, http.client, json, mmap, os, random, re, select, shutil, signal, socket, struct, subprocess, sys, tempfile
import time

from books import DATABASE, HOLDS, Cluster, PostgresBooks, SqliteBooks

LOCAL = "127.0.0.1"
PASSWORD = "Demo@2026"
RATES = ("ip_per_minute", "anonymous_per_hour", "buyer_per_hour", "buyer_per_minute", "money_per_minute",
         "auth_per_minute", "otp_per_minute")


def quick_folder():
    """Where a sync costs nothing: what a killed process has written is there, whatever the disk does."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def free_port():
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return probe.getsockname()[1]


def fail(text):
    sys.exit("FAILED: " + text)


class Server:
    """The real program on a folder of its own; it is killed and started again as often as one likes."""

    def __init__(self, program, data, env=None):
        self.program, self.data, self.port = program, data, free_port()
        self.env = dict(os.environ, KABAADWALA_LIMITS_CONNECTIONS_PER_IP="20000", KABAADWALA_LOG_LEVEL="warning",
                        **(env or {}))
        self.process = None

    def start(self):
        """Returns when it is ready, with the seconds that took."""
        began = time.monotonic()
        with open(self.data + "/server.log", "ab") as log:
            self.process = subprocess.Popen([self.program, "serve", "--port", str(self.port), "--data", self.data],
                                            env=self.env, stderr=log, stdout=log)
        while time.monotonic() - began < 60:
            if self.process.poll() is not None:
                fail("the server ended at once: " + open(self.data + "/server.log").read()[-500:])
            try:
                if self.ask("GET", "/ready")[0] == 200:
                    return time.monotonic() - began
            except OSError:
                pass
            time.sleep(0.002)
        fail("the server did not become ready")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def ask(self, method, path, body=None, token=None, key=None):
        peer = http.client.HTTPConnection(LOCAL, self.port, timeout=30)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        if key:
            headers["Idempotency-Key"] = key
        peer.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = peer.getresponse()
        return answer.status, answer.read()

    def call(self, *wish, **more):
        status, text = self.ask(*wish, **more)
        if status >= 300:
            fail(f"{wish[0]} {wish[1]}: {status} {text[:300]!r}")
        return json.loads(text)["data"]

    def sign_in(self, user):
        before = set(glob.glob(self.data + "/mails/*.eml"))
        challenge = self.call("POST", "/api/v1/auth/login", {"identifier": user, "password": PASSWORD})
        for _ in range(1000):
            for mail in sorted(set(glob.glob(self.data + "/mails/*.eml")) - before):
                with open(mail, encoding="utf-8") as text:
                    code = re.search(r"(?m)^Subject: (\d{6}) ", text.read())
                if code:
                    return self.call("POST", "/api/v1/auth/verify-otp",
                                     {"challenge_id": challenge["challenge_id"], "code": code.group(1)})
            time.sleep(0.01)
        fail("no one-time code arrived")

    def has_sound_books(self):
        place = {name: value for name, value in self.env.items() if name == "KABAADWALA_DATABASE_URL"}
        checked = subprocess.run([self.program, "ledger", "verify", "--data", self.data], capture_output=True,
                                 text=True, env=dict(os.environ, **place))
        return checked.returncode == 0, (checked.stdout + checked.stderr).strip()[:200]


class Market:
    """A folder with the demo market, a buyer who can pay and a shelf that does not run out."""
    token = property(lambda self: self.session["access_token"])

    def __init__(self, program, folder, cluster=None):
        self.program, self.data, self.cluster = program, folder + "/market", cluster
        os.makedirs(self.data)
        if cluster:
            cluster.create("market")
        subprocess.run([program, "demo", "--small", "--data", self.data], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, **self.env(self.data)))
        port, gateway_port = free_port(), free_port()
        env = {"KABAADWALA_GATEWAY_KEY_ID": "rzp_test_fault", "KABAADWALA_GATEWAY_KEY_SECRET": "fault-key",
               "KABAADWALA_GATEWAY_WEBHOOK_SECRET": "fault-webhook",
               "KABAADWALA_GATEWAY_URL": f"http://{LOCAL}:{gateway_port}", **self.env(self.data)}
        server = Server(program, self.data, env)
        server.port = port
        paygate = subprocess.Popen([os.path.dirname(program) + "/kabaadwala-paygate", "--port", str(gateway_port),
                                    "--webhook-url", f"http://{LOCAL}:{port}/api/v1/webhooks/razorpay"],
                                   env=server.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            server.start()
            self.furnish(server, gateway_port)
        finally:
            server.stop()
            paygate.terminate()
            paygate.wait()
        books = self.books(self.data)
        self.shelf, self.held = books.shelf(self.product), books.held()

    def furnish(self, server, gateway_port):
        admin = server.sign_in("admin")["access_token"]
        for rate in RATES:
            server.call("PUT", "/api/v1/admin/settings/rate." + rate, {"value": "10000000"}, admin)
        server.call("PUT", "/api/v1/admin/settings/payments.recharge_max", {"value": "10000000.00"}, admin)
        vendor = server.sign_in("greenscrap")["access_token"]
        own = server.call("GET", "/api/v1/vendor/products?q=newspaper", token=vendor)
        server.call("PUT", f"/api/v1/products/{own[0]['id']}/stock", {"delta": "900000000"}, vendor, "fault-stock")
        self.session = server.sign_in("meera_nair")
        for number in range(5):
            payment = server.call("POST", "/api/v1/wallet/recharge", {"amount": "10000000.00"}, self.token,
                                  f"fault-{number}")
            gateway = http.client.HTTPConnection(LOCAL, gateway_port, timeout=10)
            gateway.request("POST", f"/checkout/{payment['gateway_order_id']}/pay")
            if gateway.getresponse().status != 200:
                fail("the gateway refused the payment")
            for _ in range(400):
                if server.call("GET", f"/api/v1/payments/{payment['id']}/status", token=self.token)["status"] == "paid":
                    break
                time.sleep(0.02)
            else:
                fail("the recharge was not credited")
        self.address = server.call("GET", "/api/v1/users/me/addresses", token=self.token)[0]["id"]
        found = server.call("GET", "/api/v1/products?limit=100&q=newspaper", token=self.token)
        product = max(found, key=lambda each: float(each["stock_quantity"]))
        self.product, self.quantity = product["id"], product["minimum_order_quantity"]
        self.order_milli = round(float(self.quantity) * 1000)
        self.order_paise = round(float(product["price"]) * 100 * float(self.quantity))

    def renew_token(self, server):
        """An access token ends after a while, and long runs last longer. The session stays, so no mail has to come."""
        server.start()
        self.session = server.call("POST", "/api/v1/auth/refresh", {"refresh_token": self.session["refresh_token"]})
        server.stop()

    def env(self, data):
        """What a server on this folder has to be told of its database."""
        return {"KABAADWALA_DATABASE_URL": self.cluster.address(os.path.basename(data))} if self.cluster else {}

    def books(self, data):
        return PostgresBooks(self.cluster.address(os.path.basename(data))) if self.cluster else SqliteBooks(data)

    def copy(self, where):
        if self.cluster:
            self.cluster.create(os.path.basename(where), "market")
        shutil.copytree(self.data, where)
        for mail in glob.glob(where + "/mails/*.eml"):
            os.unlink(mail)
        return where

    def body(self, name):
        """The order that is known by this name; the name comes back in its notes."""
        return json.dumps({"address_id": self.address, "notes": name,
                           "lines": [{"product_id": self.product, "quantity": self.quantity}]})


class Client:
    """Asks for one order after the other; the same again, with its key, until that is answered with 201."""

    def __init__(self, number):
        self.number, self.peer, self.order, self.got, self.rest = number, None, None, b"", b""
        self.wake = 0.0


class Crowd:
    """Clients over sockets that do not wait for each other. acked: the name of an order -> the id in its answer."""

    def __init__(self, market, port, clients, rng, name="o", impatience=0.02, fresh_keys=False):
        self.market, self.port, self.rng, self.name = market, port, rng, name
        self.impatience = impatience   # the share of requests whose answer is not waited for
        self.fresh_keys = fresh_keys   # as a client that does not know what a key is for
        self.acked, self.statuses, self.complaints = {}, {}, []
        self.clients = [Client(number) for number in range(clients)]
        self.made, self.repeats, self.keys, self.lost = 0, 0, 0, 0
        self.tolerated = {503}         # what is no complaint and asked again
        self.is_open = True            # whether new orders are begun
        self.poll = select.epoll()
        self.by_number = {}

    def run(self, seconds, until=None):
        """until: a question that ends it sooner."""
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            if now >= end or (until and until()):
                return
            for client in self.clients:
                if client.peer is None and client.wake <= now:
                    self.begin(client)
            for number, events in self.poll.poll(0.005):
                client = self.by_number.get(number)
                if client:
                    self.serve(client, events)

    def finish(self, seconds=60):
        """Until every order that was begun is answered."""
        self.is_open = False
        self.impatience = 0
        self.run(seconds, lambda: all(client.order is None for client in self.clients))
        left = sum(client.order is not None for client in self.clients)
        self.is_open = True
        return left

    def begin(self, client):
        if client.order is None:
            if not self.is_open:
                return
            self.made += 1
            client.order = f"{self.name}-{self.made}"
        try:
            client.peer = socket.create_connection((LOCAL, self.port), timeout=5)
        except OSError:
            client.peer, client.wake = None, time.monotonic() + 0.01
            return
        client.peer.setblocking(False)
        self.by_number[client.peer.fileno()] = client
        self.poll.register(client.peer.fileno(), select.EPOLLIN)
        self.send(client)

    def send(self, client):
        key = client.order
        if self.fresh_keys:
            self.keys += 1
            key += f"-{self.keys}"
        body = self.market.body(client.order).encode()
        head = (f"POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.market.token}\r\n"
                f"Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {len(body)}\r\n\r\n")
        client.got = b""
        try:
            client.peer.sendall(head.encode() + body)
        except OSError:
            return self.drop(client)
        if self.impatience and self.rng.random() < self.impatience:
            self.repeats += 1
            self.drop(client, 0.003)

    def drop(self, client, wait=0.01):
        self.lost += 1
        del self.by_number[client.peer.fileno()]
        client.peer.close()
        client.peer, client.wake = None, time.monotonic() + wait

    def drop_all(self):
        for client in self.clients:
            if client.peer:
                self.drop(client, 0)

    def serve(self, client, events):
        try:
            came = client.peer.recv(65536) if events & (select.EPOLLIN | select.EPOLLHUP) else b""
        except OSError:
            came = b""
        if not came:
            return self.drop(client)
        client.got += came
        head, mark, body = client.got.partition(b"\r\n\r\n")
        if not mark:
            return
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        if length is None or len(body) < int(length.group(1)):
            return
        self.hear(client, int(head[9:12]), body)

    def hear(self, client, status, body):
        self.statuses[status] = self.statuses.get(status, 0) + 1
        if status == 201:
            order = json.loads(body)["data"]["orders"][0]["id"]
            self.acked[client.order] = order
            client.order = None
            if self.is_open:
                self.made += 1
                client.order = f"{self.name}-{self.made}"
                return self.send(client)
            return self.drop(client, 0)
        if status not in self.tolerated and len(self.complaints) < 10:
            self.complaints.append(f"{status} {body[:200]!r}")
        self.drop(client, 0.05)


def missing(books, acked, prefix):
    """What is wrong with the orders of these names: acknowledged and not there, or there twice."""
    by_name = {}
    rows = books.orders(prefix)
    for name, order in rows:
        by_name.setdefault(name, []).append(order)
    lost = [name for name, order in acked.items() if order.replace("-", "") not in by_name.get(name, [])]
    twice = [name for name, orders in by_name.items() if len(orders) > 1]
    return lost, twice, len(rows)


def wrong_sums(books, market, orders):
    """Beside the verification: holds, stock and wallet say the same number of orders."""
    taken, held = market.shelf - books.shelf(market.product), books.held() - market.held
    return [f"{orders} orders {words} {found}" for words, found, expected in
            (("have this number of holds:", books.number(HOLDS), orders),
             ("took other stock than theirs:", taken, orders * market.order_milli),
             ("hold another sum than theirs:", held, orders * market.order_paise)) if found != expected]


class Disk:
    """The page that shim.cpp reads: what fails when."""
    MODE, KINDS, ERROR, COUNTDOWN, SWALLOWED, FAILURES, RECORDING, FAILED_FILE, FILES = range(9)
    WRITES, SYNCS = 1, 2
    DATABASE, LOG = 1, 2

    def __init__(self, folder, shim, data, trace=None):
        self.path = folder + "/control"
        with open(self.path, "wb") as page:
            page.write(bytes(4096))
        with open(self.path, "r+b") as page:
            self.page = mmap.mmap(page.fileno(), 4096)
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
        self.env = {"LD_PRELOAD": shim, "ASAN_OPTIONS": sanitizer, "FAULT_CONTROL": self.path,
                    "FAULT_DATABASE": data + "/" + DATABASE}
        if trace:
            self.env["FAULT_TRACE"] = trace

    def put(self, place, value):
        struct.pack_into("<i", self.page, place * 4, value)

    def read(self, place):
        return struct.unpack_from("<i", self.page, place * 4)[0]

    def arm(self, kinds, files, error, number, is_sticky):
        """The call with this number from now on fails; with error 0 it pretends to have been done."""
        self.put(self.FAILURES, 0)
        self.put(self.KINDS, kinds)
        self.put(self.FILES, files)
        self.put(self.ERROR, error)
        self.put(self.COUNTDOWN, number)
        self.put(self.MODE, 2 if is_sticky else 1)

    def mend(self):
        self.put(self.MODE, 0)


class Rig:
    """A folder, a seed and the market in it, as the command line wants them."""

    def __init__(self, parser, with_shim=False, with_postgres=False):
        parser.add_argument("program", help="kabaadwala-server")
        if with_shim:
            parser.add_argument("shim", type=os.path.abspath, help="faultshim.so")
        parser.add_argument("--seed", type=int, default=None)
        if with_postgres:
            parser.add_argument("--postgres", action="store_true", help="on PostgreSQL instead of SQLite")
        self.wish = parser.parse_args()
        self.wish.program = os.path.abspath(self.wish.program)
        self.seed = self.wish.seed if self.wish.seed is not None else random.SystemRandom().randrange(10**6)
        self.rng = random.Random(self.seed)
        print(f"seed {self.seed}", flush=True)
        self.folder = tempfile.mkdtemp(prefix="kabaadwala-fault-", dir=quick_folder())
        self.servers = []
        self.cluster = Cluster(self.folder) if with_postgres and self.wish.postgres else None
        self.market = Market(self.wish.program, self.folder, self.cluster)

    def server(self, data, env=None):
        server = Server(self.wish.program, data, dict(self.market.env(data), **(env or {})))
        self.servers.append(server)
        return server

    def close(self):
        for server in self.servers:
            if server.process and server.process.poll() is None:
                server.kill()
        if self.cluster:
            self.cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
