"""Attacks by patience: heads and bodies that never end, clients that never read, and connections that say nothing."""
import contextlib, select, socket, time

from harness import await_cut, close_all, connect, get, Pulse, sources, status_of

QUICK = {"limits-head-seconds": 2, "limits-body-seconds": 2, "limits-idle-seconds": 4, "limits-unsent-seconds": 2}

# Room for all of them, and time enough that the first is still there when the last has come.
CROWDED = {"limits-connections": 10500, "limits-idle-seconds": 5}


def _many(target, addresses, each, first):
    peers = []
    for address in addresses:
        for _ in range(each):
            peer = connect(target, address)
            peer.sendall(first)
            peers.append(peer)
    return peers


def slow_heads(target, found):
    """N1: a thousand heads of which a byte comes four times in a second."""
    pulse = Pulse(target)
    peers = _many(target, sources(5), 200, b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
    cut, after = await_cut(peers, 6, b"a")
    found.others(pulse)
    close_all(peers)
    found.figure(f"{cut} of {len(peers)} cut after {after:.1f} s")
    found.expect(cut == len(peers), f"{len(peers) - cut} slow heads were waited for")


def slow_bodies(target, found):
    """N1: a thousand bodies of the same kind."""
    pulse = Pulse(target)
    peers = _many(target, sources(5), 200, b"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\n"
                                           b"Content-Type: application/json\r\nContent-Length: 50000\r\n\r\n{")
    cut, after = await_cut(peers, 6, b" ")
    found.others(pulse)
    close_all(peers)
    found.figure(f"{cut} of {len(peers)} cut after {after:.1f} s")
    found.expect(cut == len(peers), f"{len(peers) - cut} slow bodies were waited for")


def never_reading(target, found):
    """N5: twenty clients ask for much and read nothing."""
    pulse = Pulse(target)
    before = target.rss()
    peers = []
    asked = get("/openapi.json") * 200
    for address in sources(20):
        peer = socket.socket()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        peer.bind((address, 0))
        peer.connect(("127.0.0.1", target.port))
        peer.setblocking(False)
        peers.append(peer)
    end = time.monotonic() + 5
    gone, highest = set(), 0
    while time.monotonic() < end and len(gone) < len(peers):
        for peer in peers:
            if peer in gone:
                continue
            try:
                peer.send(asked)
            except BlockingIOError:
                pass
            except OSError:
                gone.add(peer)
        highest = max(highest, target.rss() - before)
        time.sleep(0.02)
    found.others(pulse)
    close_all(peers)
    found.figure(f"RSS +{highest / 1024:.1f} MiB, {len(gone)} of {len(peers)} cut")
    found.expect(highest < 8 * 1024 * len(peers) // 4, f"the replies filled {highest / 1024:.0f} MiB")
    found.expect(len(gone) == len(peers), f"{len(peers) - len(gone)} clients that never read were kept")


def slow_reading(target, found):
    """N1: twenty clients ask for much and take a few bytes of it in a second, so that there always is some progress."""
    pulse = Pulse(target)
    peers = []
    for address in sources(20):
        peer = socket.socket()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        peer.bind((address, 0))
        peer.connect(("127.0.0.1", target.port))
        peer.setblocking(False)
        peer.send(get("/openapi.json") * 2000)
        peers.append(peer)
    poll = select.poll()
    for peer in peers:
        poll.register(peer.fileno(), 0)  # what is left to be read would hide the end from a reader
    began, gone = time.monotonic(), set()
    while time.monotonic() - began < 9 and len(gone) < len(peers):
        time.sleep(0.2)
        for number, _ in poll.poll(0):
            gone.add(number)
            poll.unregister(number)
        for peer in peers:
            if peer.fileno() not in gone:
                with contextlib.suppress(OSError):
                    peer.recv(60)
    took = time.monotonic() - began
    found.others(pulse)
    close_all(peers)
    found.figure(f"{len(gone)} of {len(peers)} cut after {took:.1f} s")
    found.expect(len(gone) == len(peers), f"{len(peers) - len(gone)} clients that read drop by drop were kept")


def untaken_replies(target, found):
    """N5: replies that fit into the kernel's memory, and that nobody takes out of it."""
    pulse = Pulse(target)
    peers = []
    for address in sources(20):
        peer = socket.socket()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        peer.bind((address, 0))
        peer.connect(("127.0.0.1", target.port))
        peer.sendall(get("/openapi.json"))
        peers.append(peer)
    poll = select.poll()
    for peer in peers:
        poll.register(peer.fileno(), 0)  # only what ends a connection is told
    began, reset = time.monotonic(), set()
    while time.monotonic() - began < 8 and len(reset) < len(peers):
        for number, _ in poll.poll(100):
            reset.add(number)
            poll.unregister(number)
    took = time.monotonic() - began
    found.others(pulse)
    close_all(peers)
    found.figure(f"{len(reset)} of {len(peers)} forgotten after {took:.1f} s")
    found.expect(len(reset) == len(peers), f"{len(peers) - len(reset)} replies are still kept for nobody")


def idle(target, found):
    """N2: five thousand connections that ask once and then say nothing (ten thousand take as much each)."""
    pulse = Pulse(target)
    before = target.rss()
    began = time.monotonic()
    peers, answered = [], 0
    for _ in range(20):  # a crowd that comes at once is another attack
        crowd = _many(target, sources(50), 5, get("/health"))
        answered += sum(peer.recv(4096).startswith(b"HTTP/1.1 200") for peer in crowd)
        peers += crowd
    opened = time.monotonic() - began
    grown = target.rss() - before
    began = time.monotonic()
    with connect(target, "127.0.0.9") as peer:
        peer.sendall(get("/health"))
        fresh = status_of(peer.recv(4096))
    fresh_ms = (time.monotonic() - began) * 1000
    cut, after = await_cut(peers, 8)
    found.others(pulse)
    close_all(peers)
    found.figure(f"{answered} answered in {opened:.1f} s, RSS +{grown / len(peers):.1f} KiB each, a new one in {fresh_ms:.0f} ms, "
                 f"{cut} closed after {after:.1f} s")
    found.expect(answered == len(peers), f"{len(peers) - answered} were not answered")
    found.expect(grown < 24 * len(peers), f"they cost {grown / len(peers):.0f} KiB each")
    found.expect(fresh == 200 and fresh_ms < 50 + 3 * found.slack_ms, f"a new one got {fresh} in {fresh_ms:.0f} ms")
    found.expect(cut == len(peers), f"{len(peers) - cut} idle connections were kept")


def crowding(target, found):
    """One address takes every connection that it can get."""
    pulse = Pulse(target)
    peers = _many(target, ["127.0.0.5"], 300, get("/health"))
    statuses = []
    for peer in peers:
        try:
            statuses.append(status_of(peer.recv(4096)))
        except OSError:
            statuses.append(0)
    with connect(target, "127.0.0.6") as peer:
        peer.sendall(get("/health"))
        neighbour = status_of(peer.recv(4096))
    found.others(pulse)
    close_all(peers)
    found.figure(f"{statuses.count(200)} of 300 served, the neighbour got {neighbour}")
    found.expect(statuses.count(200) <= 200, f"one address holds {statuses.count(200)} connections")
    found.expect(neighbour == 200, f"another address got {neighbour}")


CHECKS = [
    # what is looked at, the server's settings, and what must fail: other settings, or the naive server
    (slow_heads, QUICK, {"limits-head-seconds": 600}),
    (slow_bodies, QUICK, {"limits-body-seconds": 600}),
    (never_reading, QUICK, {"limits-unsent-seconds": 600}),
    (slow_reading, QUICK, {"limits-unsent-seconds": 600}),
    (untaken_replies, QUICK, {"limits-idle-seconds": 600}),
    (idle, CROWDED, {"limits-idle-seconds": 600}),
    (crowding, {}, {"limits-connections-per-ip": 10000}),
]
