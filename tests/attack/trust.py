"""Attacks by claim: of another address, of another name, of another origin."""
import time

from harness import connect, exchange, get, Pulse, status_of

FORWARDED = ["X-Forwarded-For: 203.0.113.{}", "X-Real-IP: 203.0.113.{}", "X-Client-IP: 203.0.113.{}",
             "True-Client-IP: 203.0.113.{}", "CF-Connecting-IP: 203.0.113.{}", "Forwarded: for=203.0.113.{}"]


def forged_addresses(target, found):
    """SEC-16: three hundred requests of one address that all say they come from another one."""
    pulse = Pulse(target)
    statuses = []
    began = time.monotonic()
    with connect(target, "127.0.0.7") as peer:
        reader = peer.makefile("rb")
        for i in range(300):
            claim = FORWARDED[0 if i < 150 else i % len(FORWARDED)].format(i % 250)
            peer.sendall(get("/nothing-here", headers=claim + f"\r\nX-Forwarded-Proto: https\r\n"))
            line = reader.readline()
            statuses.append(int(line[9:12]))
            length = 0
            while (field := reader.readline()) not in (b"\r\n", b""):
                if field.lower().startswith(b"content-length:"):
                    length = int(field[15:])
            reader.read(length)
    took = time.monotonic() - began
    found.others(pulse)
    heard = 300 - statuses.count(429)
    most = 200 + int(took * 200 / 60) + 1
    found.figure(f"{heard} of 300 heard in {took:.1f} s, 200 a minute are allowed")
    found.expect(heard <= most, f"{heard} requests were heard, {most} are allowed")


def foreign_hosts(target, found):
    """SEC-19: no path answers to a name that is not ours, also not one that looks like it."""
    pulse = Pulse(target)
    hosts = ["evil.example", "market.example.evil.example", "evilmarket.example", "market.example@evil.example",
             "market.example#evil", "127.0.0.1", "localhost", "[::1]", "evil.example:80", "market.example:80:80",
             "market.example/evil", "market.example,evil.example", "xn--market.example", ""]
    paths = ["/api/v1/categories", "/openapi.json", "/docs", "/nothing-here", "/api/v1/auth/login"]
    asked = 0
    for host in hosts:
        for path in paths:
            status = status_of(exchange(target, get(path, host, "Connection: close\r\n"), 3))
            found.expect(status == 400, f"{path} as {host!r}: {status}")
            asked += 1
    for claim in ("X-Forwarded-Host: evil.example", "X-Host: evil.example", "Forwarded: host=evil.example"):
        got = exchange(target, get("/openapi.json", "market.example", claim + "\r\nConnection: close\r\n"), 3)
        found.expect(status_of(got) == 200 and b"evil.example" not in got, f"{claim} is believed")
    relayed = exchange(target, get("/health", "evil.example", "X-Forwarded-For: 9.9.9.9\r\nConnection: close\r\n"), 3)
    found.expect(status_of(relayed) == 400, f"/health through a proxy as evil.example: {status_of(relayed)}")
    found.others(pulse)
    found.figure(f"{asked} questions under {len(hosts)} names")


def foreign_origins(target, found):
    """SEC-08: only the listed origin is ever echoed, and never with credentials."""
    pulse = Pulse(target)
    ours = "https://market.example"
    origins = ["null", ours + ".evil.example", "https://evilmarket.example", "http://market.example", ours + ":444",
               "https://MARKET.example", ours + "/", "https://a.market.example", "*", "file://", ours + "%00",
               ours + "," + ours]
    for origin in origins:
        for request in (get("/api/v1/categories", headers=f"Origin: {origin}\r\nConnection: close\r\n"),
                        get("/api/v1/orders", headers=f"Origin: {origin}\r\nAccess-Control-Request-Method: POST\r\n"
                                                      "Connection: close\r\n").replace(b"GET", b"OPTIONS", 1)):
            got = exchange(target, request, 3, "127.0.0.8").lower()
            found.expect(status_of(got.replace(b"http/", b"HTTP/", 1)) > 0, f"{origin}: no answer")
            found.expect(b"access-control-allow-origin" not in got, f"{origin} may call")
            found.expect(b"access-control-allow-credentials" not in got, f"{origin} may call with credentials")
    listed = exchange(target, get("/api/v1/categories", headers=f"Origin: {ours}\r\nConnection: close\r\n"), 3)
    found.expect(b"Access-Control-Allow-Origin: " + ours.encode() + b"\r\n" in listed, "the listed origin may not call")
    found.others(pulse)
    found.figure(f"{len(origins)} origins")


CHECKS = [
    (forged_addresses, {}, {"http-trusted-proxies": "127.0.0.0/8"}),
    (foreign_hosts, {"http-allowed-hosts": "market.example"}, {"http-allowed-hosts": ""}),
    (foreign_origins, {"http-cors-origins": "https://market.example"}, "http"),
]
