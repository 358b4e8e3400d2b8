"""Attacks on the handshake."""
import ssl, time

from harness import await_cut, close_all, connect, sources


def _context(**options):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    for name, value in options.items():
        setattr(context, name, value)
    return context


def _handshake_ms(target):
    began = time.monotonic()
    try:
        with _context().wrap_socket(connect(target, "127.0.0.200", 3)):
            return (time.monotonic() - began) * 1000
    except OSError:
        return float("inf")


def half_open(target, found):
    """N7: a hundred connections that never say hello; who does is served at once, and they are cut."""
    rest = min(_handshake_ms(target) for _ in range(5))
    peers = [connect(target, address) for address in sources(5) for _ in range(20)]
    taken = []
    for _ in range(5):
        taken.append(_handshake_ms(target))
        if taken[-1] == float("inf"):
            break
    usual = max(taken) if max(taken) == float("inf") else sorted(taken)[len(taken) // 2]
    cut, after = await_cut(peers, 8)
    close_all(peers)
    found.figure(f"a handshake takes {rest:.0f} ms at rest and {usual:.0f} ms beside 100 half-open ones, of which "
                 f"{cut} were cut after {after:.1f} s")
    found.expect(usual < 50 + 3 * max(rest, found.slack_ms), f"an honest handshake took {usual:.0f} ms")
    found.expect(cut == len(peers), f"{len(peers) - cut} half-open connections were kept")


def weak_ciphers(target, found):
    """N7: no old version, no cipher without forward secrecy and authentication."""
    offers = {
        "TLS 1.1": dict(minimum_version=ssl.TLSVersion.TLSv1, maximum_version=ssl.TLSVersion.TLSv1_1),
    }
    for name, options in offers.items():
        context = _context(**options)
        context.set_ciphers("ALL:@SECLEVEL=0")
        found.expect(not _accepts(target, context), f"{name} is accepted")
    for cipher in ("AES128-SHA", "AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384"):
        context = _context(maximum_version=ssl.TLSVersion.TLSv1_2)
        context.set_ciphers(cipher + ":@SECLEVEL=0")
        found.expect(not _accepts(target, context), f"{cipher} is accepted")
    good = _context(maximum_version=ssl.TLSVersion.TLSv1_2)
    good.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
    found.expect(_accepts(target, good), "a good cipher of TLS 1.2 is refused")
    found.figure("TLS 1.1 and 4 weak ciphers offered")


def _accepts(target, context):
    try:
        with context.wrap_socket(connect(target)) as secure:
            return secure.version() is not None
    except (OSError, ssl.SSLError):
        return False


CHECKS = [
    (half_open, {"tls": True}, "tls"),
    (weak_ciphers, {"tls": True}, "tls"),
]
