"""Attacks on WebSockets: frames that RFC 6455 forbids, too many and too large ones, and sockets that never read."""
import base64, os, socket, struct, time

from harness import connect, Pulse, sources

TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9


def frame(opcode, payload=b"", fin=True, rsv=0, masked=True, length=None):
    size = len(payload) if length is None else length
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    bit = 0x80 if masked else 0
    if size < 126:
        head += bytes([bit | size])
    elif size < 65536:
        head += bytes([bit | 126]) + struct.pack(">H", size)
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", size)
    return head + (b"\0\0\0\0" if masked else b"") + payload


def opened(target, source="127.0.0.1", receive_buffer=None):
    peer = socket.socket()
    if receive_buffer:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    peer.bind((source, 0))
    peer.settimeout(5)
    peer.connect(("127.0.0.1", target.port))
    bearer = f"Authorization: Bearer {target.token}\r\n" if target.token else ""
    key = base64.b64encode(os.urandom(16)).decode()
    peer.sendall(f"GET /ws/me HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{bearer}"
                 f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode())
    got = b""
    while b"\r\n\r\n" not in got:
        piece = peer.recv(4096)
        if not piece:
            break
        got += piece
    if not got.startswith(b"HTTP/1.1 101"):
        raise SystemExit(f"no WebSocket: {got[:200]!r}")
    return peer


def end_of(peer, seconds=3.0):
    """The code of the closing frame, 0 for an end without one, None when it stays open."""
    got = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        peer.settimeout(max(0.05, end - time.monotonic()))
        try:
            piece = peer.recv(65536)
        except socket.timeout:
            break
        except OSError:
            piece = b""
        if not piece:
            at = got.rfind(bytes([0x80 | CLOSE]))
            return struct.unpack(">H", got[at + 2:at + 4])[0] if at >= 0 and len(got) >= at + 4 else 0
        got += piece
    return None


FORBIDDEN = {
    **{f"opcode {code}": (frame(code, b"a"), {1002}) for code in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)},
    **{f"reserved bit {bit}": (frame(TEXT, b"a", rsv=bit), {1002}) for bit in (1, 2, 4)},
    "no mask": (frame(TEXT, b"a", masked=False), {1002}),
    "a ping of 126 bytes": (frame(PING, b"a" * 126), {1002}),
    "a ping in pieces": (frame(PING, b"a", fin=False), {1002}),
    "a continuation of nothing": (frame(0, b"a"), {1002}),
    "a beginning inside of a message": (frame(TEXT, b"a", fin=False) + frame(TEXT, b"b"), {1002}),
    "no UTF-8": (frame(TEXT, b"\xff\xfe"), {1007}),
    "binary": (frame(BINARY, b"a"), {1003}),
    "a frame of 1 GiB": (frame(TEXT, b"a", length=1 << 30), {1009}),
    "a frame of 2^63": (frame(TEXT, b"a", length=1 << 63), {1002, 1009}),
    "a frame of 70,000 bytes": (frame(TEXT, b"a" * 70000), {1009}),
    "a message of 128 KiB in pieces": (b"".join(frame(TEXT if i == 0 else 0, b"a" * 32768, fin=False)
                                                for i in range(4)), {1009}),
}


def forbidden_frames(target, found):
    """N6: each ends its own connection with the code that says why."""
    pulse = Pulse(target)
    for name, (bytes_, codes) in FORBIDDEN.items():
        peer = opened(target)
        try:
            peer.sendall(bytes_)
        except OSError:
            pass
        code = end_of(peer, 1.5)
        peer.close()
        found.expect(code in codes, f"{name}: {code}, not {' or '.join(map(str, codes))}")
        if len(found.complaints) > 5:
            break
    found.others(pulse)
    found.figure(f"{len(FORBIDDEN)} kinds of frames")


def _flood(target, found, bytes_, most_mib, codes):
    """Sends as fast as it goes and reads nothing."""
    pulse = Pulse(target)
    before = target.rss()
    peers = [opened(target, address, 4096) for address in sources(5)]
    for peer in peers:
        peer.setblocking(False)
    highest, gone, sent = 0, set(), 0
    end = time.monotonic() + 4
    while time.monotonic() < end and len(gone) < len(peers):
        for peer in peers:
            if peer in gone:
                continue
            try:
                sent += peer.send(bytes_)
            except BlockingIOError:
                pass
            except OSError:
                gone.add(peer)
        highest = max(highest, target.rss() - before)
    found.others(pulse)
    for peer in peers:
        peer.close()
    found.figure(f"{sent / (1 << 20):.1f} MiB sent, RSS +{highest / 1024:.1f} MiB, {len(gone)} of {len(peers)} cut")
    found.expect(highest < most_mib * 1024, f"RSS grew by {highest / 1024:.0f} MiB")
    if codes:
        found.expect(len(gone) == len(peers), f"{len(peers) - len(gone)} sockets may go on")


def fragments(target, found):
    """N6: a message of endless empty pieces."""
    _flood(target, found, frame(TEXT, b"a", fin=False) + frame(0, b"", fin=False) * 20000, 16, True)


def pings(target, found):
    """N5: pings whose pongs nobody reads."""
    _flood(target, found, frame(PING, b"a" * 125) * 2000, 16, True)


def messages(target, found):
    """N6: more messages than anybody can type."""
    _flood(target, found, frame(TEXT, b'{"verb":"ping"}') * 500, 16, True)


CHECKS = [
    (forbidden_frames, {"with-admin": True}, "http"),
    (fragments, {"with-admin": True}, "http"),
    (pings, {"with-admin": True}, "http"),
    (messages, {"with-admin": True}, "http"),
]
