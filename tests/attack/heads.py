"""Attacks by form and by size: heads that two readers understand differently, and too much of everything."""
import time

from harness import exchange, get, Pulse, status_of

END = b"\r\n\r\n"
INNER = get("/api/v1/categories", "smuggled")
POST = b"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\n"

AMBIGUOUS = {
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked" + END + b"0" + END,
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: 34" + END,
    "the same length twice": POST + b"Content-Length: 5\r\nContent-Length: 5" + END + b"aaaaa",
    "a list of lengths": POST + b"Content-Length: 5, 5" + END + b"aaaaa",
    "a negative length": POST + b"Content-Length: -5" + END,
    "a hexadecimal length": POST + b"Content-Length: 0x5" + END + b"aaaaa",
    "a length with a plus": POST + b"Content-Length: +5" + END + b"aaaaa",
    "a length above 2^63": POST + b"Content-Length: 9223372036854775808" + END,
    "a length above 2^64": POST + b"Content-Length: 18446744073709551621" + END + b"aaaaa",
    "an unknown coding": POST + b"Transfer-Encoding: xchunked" + END,
    "two codings": POST + b"Transfer-Encoding: gzip, chunked" + END,
    "chunks twice": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity" + END,
    "chunks in HTTP/1.0": POST.replace(b"1.1", b"1.0") + b"Transfer-Encoding: chunked" + END + b"0" + END,
    "a blank before the colon": POST + b"Content-Length : 5" + END + b"aaaaa",
    "a folded line": POST + b"X: a\r\n Content-Length: 5" + END,
    "a name with a tab": POST + b"X\tY: a" + END,
    "a line without a colon": POST + b"nothing" + END,
    "a bare line feed": b"GET /health HTTP/1.1\nHost: a\n\n",
    "a bare line feed in a field": POST + b"X: a\nContent-Length: 5" + END,
    "a bare carriage return": POST + b"X: a\rContent-Length: 5" + END,
    "a zero byte": POST + b"X: a\0b" + END,
    "no host": b"GET /health HTTP/1.1" + END,
    "two hosts": b"GET /health HTTP/1.1\r\nHost: a\r\nHost: b" + END,
    "an absolute target": b"GET http://evil/health HTTP/1.1\r\nHost: a" + END,
    "two slashes": b"GET //evil/health HTTP/1.1\r\nHost: a" + END,
    "an encoded line end": b"GET /health%0d%0aX:1 HTTP/1.1\r\nHost: a" + END,
    "an unknown version": b"GET /health HTTP/9.9\r\nHost: a" + END,
    "an old question": b"GET /health\r\n\r\n",
    "a bad chunk size": POST + b"Transfer-Encoding: chunked" + END + b"zz\r\n",
    "a negative chunk size": POST + b"Transfer-Encoding: chunked" + END + b"-5\r\n",
    "a chunk size above 2^64": POST + b"Transfer-Encoding: chunked" + END + b"10000000000000005\r\naaaaa\r\n",
}


def ambiguous_heads(target, found):
    """N4: each is refused, alone, and what came behind it is not heard."""
    pulse = Pulse(target)
    for name, head in AMBIGUOUS.items():
        got = exchange(target, head + INNER, 3)
        status = status_of(got)
        found.expect(400 <= status <= 417 or status in (431, 501, 505), f"{name}: {status}")
        found.expect(got.count(b"HTTP/1.1 ") <= 1, f"{name}: the request behind it was answered")
    found.others(pulse)
    found.figure(f"{len(AMBIGUOUS)} heads")


def _pieces(first, piece, count):
    yield first
    for _ in range(count):
        yield piece


def huge(target, found):
    """N3: refused within a second, and without keeping it."""
    mega = 1 << 20
    cases = {
        "a line of 64 MiB": (_pieces(b"GET / HTTP/1.1\r\nHost: a\r\nX: ", b"a" * mega, 64), {431}),
        "200,000 fields": (_pieces(b"GET / HTTP/1.1\r\nHost: a\r\n", b"A: b\r\n" * 10000, 20), {431}),
        "100 fields": (_pieces(b"GET / HTTP/1.1\r\nHost: a\r\n", b"A: b\r\n" * 100 + b"\r\n", 1), {431}),
        "an address of 1 MiB": (_pieces(b"GET /", b"a" * mega + b" HTTP/1.1\r\nHost: a" + END, 1), {414, 431}),
        "a head of 60 KiB": (_pieces(b"GET / HTTP/1.1\r\nHost: a\r\n", b"X: " + b"a" * 6000 + b"\r\n", 10), {431}),
        "a body of 100 MiB": (_pieces(POST + b"Content-Length: 104857600" + END, b"a" * mega, 100), {413}),
        "100 MiB in chunks": (_pieces(POST + b"Transfer-Encoding: chunked" + END,
                                      b"100000\r\n" + b"a" * mega + b"\r\n", 100), {413, 429, 400}),
        "a promise of 2^49 bytes": (_pieces(POST + b"Content-Length: 562949953421312" + END, b"a", 1), {413}),
    }
    pulse = Pulse(target)
    before = target.rss()
    slowest, highest = 0.0, 0
    for name, (pieces, wanted) in cases.items():
        began, first = time.monotonic(), []

        def sink(got):
            nonlocal highest
            if got and not first:
                first.append(time.monotonic() - began)
            highest = max(highest, target.rss() - before)

        status = status_of(exchange(target, pieces, 4, sink=sink))
        took = first[0] if first else 4.0
        slowest = max(slowest, took)
        found.expect(status in wanted, f"{name}: {status}")
        found.expect(took < 1 + 3 * found.slack_ms / 1000, f"{name}: refused after {took:.1f} s")
    found.others(pulse)
    found.figure(f"slowest refusal {slowest * 1000:.0f} ms, RSS +{highest / 1024:.1f} MiB")
    found.expect(highest < 5 * 1024, f"{highest / 1024:.0f} MiB were kept")


CHECKS = [
    (ambiguous_heads, {}, "http"),
    (huge, {}, "http"),
]
