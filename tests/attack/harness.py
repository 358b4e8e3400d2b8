"""What the attacks share: the server under attack, the stand-in that must fail, and who measures meanwhile."""
import contextlib, glob, http.client, json, multiprocessing, os, re, resource, select, signal, socket, subprocess
import sys, tempfile, time

LOCAL = "127.0.0.1"
PASSWORD = "Attack@2026x"


class Target:
    """Something that listens: its port and its process."""

    def __init__(self, port, process, tls=False):
        self.port, self.process, self.tls, self.token = port, process, tls, None

    def rss(self):
        """KiB that the process holds."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            return int(re.search(r"VmRSS:\s+(\d+) kB", lines.read()).group(1))

    def is_alive(self):
        return self.process.poll() is None

    def stop(self):
        if self.is_alive():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return probe.getsockname()[1]


def start_server(program, folder, settings):
    """The real server. settings: "limits-head-seconds" -> value."""
    port = free_port()
    data = tempfile.mkdtemp(dir=folder)
    if settings.pop("with-admin", False):
        with open(data + "/password", "w") as secret:
            secret.write(PASSWORD)
        subprocess.run([program, "admin", "create", "--username", "attacker", "--email", "attacker@example.org",
                        "--password-file", data + "/password", "--data", data], check=True, capture_output=True)
        signs_in = True
    else:
        signs_in = False
    options = [word for name, value in settings.items() for word in ("--" + name, str(value))]
    log = open(data + "/server.log", "wb")
    process = subprocess.Popen([program, "serve", "--data", data, "--port", str(port)] + options, stderr=log)
    target = Target(port, process, "http-tls-key" in settings)
    target.log = log.name
    await_port(target, "GET /ready")
    if signs_in:
        target.token = sign_in(target, data)
    return target


def start_naive(kind, folder):
    port = free_port()
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "naive.py")
    target = Target(port, subprocess.Popen([sys.executable, script, kind, str(port), folder]), kind == "tls")
    await_port(target, None)
    return target


def await_port(target, request):
    """Until it answers; with a request until that is answered with 200."""
    end = time.monotonic() + 60
    while time.monotonic() < end and target.is_alive():
        try:
            with socket.create_connection((LOCAL, target.port), timeout=2) as peer:
                if request is None or target.tls:
                    return
                peer.sendall((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").encode())
                if peer.recv(64).startswith(b"HTTP/1.1 200"):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    sys.exit("nothing listens at the port of " + str(target.process.args))


def call(target, path, body):
    peer = http.client.HTTPConnection(LOCAL, target.port, timeout=30)
    peer.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    answer = peer.getresponse()
    text = answer.read()
    if answer.status >= 300:
        sys.exit(f"{path}: {answer.status} {text[:200]!r}")
    return json.loads(text)["data"]


def sign_in(target, data):
    challenge = call(target, "/api/v1/auth/login", {"identifier": "attacker", "password": PASSWORD})
    for _ in range(1000):
        for mail in glob.glob(data + "/mails/*.eml"):
            code = re.search(r"(?m)^Subject: (\d{6}) ", open(mail, encoding="utf-8").read())
            if code:
                return call(target, "/api/v1/auth/verify-otp", {"challenge_id": challenge["challenge_id"],
                                                                "code": code.group(1)})["access_token"]
        time.sleep(0.02)
    sys.exit("no one-time code arrived")


def connect(target, source=LOCAL, timeout=5.0):
    return socket.create_connection((LOCAL, target.port), timeout=timeout, source_address=(source, 0))


def sources(count):
    """Addresses of this machine, because one address gets only its share of connections."""
    return [f"127.0.0.{10 + i}" for i in range(count)]


def exchange(target, request, seconds=5.0, source=LOCAL, sink=None):
    """Sends everything, also while the other end answers, and returns what came until the end or for so long."""
    got = bytearray()
    end = time.monotonic() + seconds
    with connect(target, source) as peer:
        peer.setblocking(False)
        pieces, rest = iter(request if not isinstance(request, bytes) else [request]), b""
        is_sending = True
        while time.monotonic() < end:
            if is_sending and not rest:
                rest = next(pieces, None)
                is_sending = rest is not None
            readable, writable, _ = select.select([peer], [peer] if is_sending else [], [], 0.05)
            try:
                if readable:
                    bytes_ = peer.recv(65536)
                    if not bytes_:
                        break
                    got += bytes_
                    if sink:
                        sink(got)
                if writable and rest:
                    rest = rest[peer.send(rest):]
            except OSError:  # reset: they do not want to hear more
                break
            if sink:
                sink(got)
    return bytes(got)


def status_of(reply):
    return int(reply[9:12]) if reply.startswith(b"HTTP/1.1 ") else 0


def get(path, host="localhost", headers=""):
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n".encode()


def await_cut(peers, seconds, feed=None, pause=0.25):
    """How many of these connections the other end has ended in this time, and when the last one was."""
    open_ = {peer.fileno(): peer for peer in peers}
    poll = select.poll()
    for number, peer in open_.items():
        peer.setblocking(False)
        poll.register(number, select.POLLIN | select.POLLHUP | select.POLLERR | select.POLLRDHUP)
    began = last = time.monotonic()
    next_feed = began
    while open_ and time.monotonic() - began < seconds:
        for number, _ in poll.poll(50):
            try:
                ended = open_[number].recv(65536) == b""
            except BlockingIOError:
                ended = False
            except OSError:
                ended = True
            if ended:
                poll.unregister(number)
                del open_[number]
                last = time.monotonic()
        if feed and time.monotonic() >= next_feed:
            next_feed = time.monotonic() + pause
            for peer in list(open_.values()):
                with contextlib.suppress(OSError):
                    peer.send(feed)
    return len(peers) - len(open_), last - began


def close_all(peers):
    for peer in peers:
        peer.close()


BEATS_AFTER = 10  # answers that are waited for when an attack is over, which may take a few milliseconds only
PATIENCE_S = 10


def _beat(port, tls, pipe):
    """In a process of its own: what an ordinary client feels. Sends how long each answer took, after the first that
    there is one."""
    import ssl
    taken = []
    peer = None
    wanted, end = None, float("inf")
    while wanted is None or (len(taken) < wanted and time.monotonic() < end):
        if wanted is None and pipe.poll():
            wanted, end = len(taken) + BEATS_AFTER, time.monotonic() + PATIENCE_S
        began = time.perf_counter()
        try:
            if peer is None:
                peer = socket.create_connection((LOCAL, port), timeout=20, source_address=("127.0.0.250", 0))
                if tls:
                    context = ssl.create_default_context()
                    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
                    peer = context.wrap_socket(peer)
            peer.sendall(get("/health"))
            if not peer.recv(65536):
                raise OSError
        except OSError:
            peer = None
            time.sleep(0.005)
            continue
        taken.append((time.perf_counter() - began) * 1000)
        if len(taken) == 1:
            pipe.send([])
        time.sleep(0.01)
    pipe.send(taken)


class Pulse:
    """Asks all the while, from before the attack until after it, and says then how long the slowest hundredth took."""

    beating = None  # one at a time

    def __init__(self, target):
        Pulse.beating = self
        self.pipe, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_beat, args=(target.port, target.tls, theirs), daemon=True)
        self.process.start()
        self.has_begun = self.pipe.poll(PATIENCE_S) and self.pipe.recv() == []

    def p99(self):
        self.pipe.send(None)
        taken = sorted(self.pipe.recv()) if self.has_begun and self.pipe.poll(30) else []
        self.process.join(5)
        Pulse.beating = None
        return taken[min(len(taken) - 1, int(len(taken) * 0.99))] if taken else float("inf")


def end_pulse():
    if Pulse.beating:
        Pulse.beating.process.kill()
        Pulse.beating = None


class Enough(Exception):
    """A weak server has failed; there is no need to see how often."""


class Findings:
    """What a check saw: figures to print, and complaints that make it fail."""

    def __init__(self, slack_ms, stops=False):
        self.figures, self.complaints, self.stops = [], [], stops
        self.slack_ms = slack_ms  # how slow this machine is at rest

    def figure(self, text):
        self.figures.append(text)

    def expect(self, holds, complaint):
        if not holds:
            self.complaints.append(complaint)
            if self.stops:
                raise Enough

    def others(self, pulse):
        p99 = pulse.p99()
        self.figure(f"others p99 {p99:.0f} ms")
        # That a weak server is slow does not show that its weakness was seen.
        self.expect(self.stops or p99 < 100 + 3 * self.slack_ms, f"others waited {p99:.0f} ms")


def raise_limit():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(20000, hard), hard))
