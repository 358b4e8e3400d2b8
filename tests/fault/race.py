#!/usr/bin/env python3
"""Many clients want the last piece at the same moment, over as many connections (P69, STK-02, WAL-15).

    tests/fault/race.py build/release/bin/kabaadwala-server [--rounds 2] [--clients 1000] [--seed N]

Every request is sent but for its last byte, and then the last bytes of all of them. One is answered with 201 and all
others with 409; the shelf is empty, the wallet holds one price more, and the books verify. The shelf with two pieces is
the control: two must get one then. Every answer comes within two seconds.
"""
import argparse, select, socket, time

import rig

PATIENCE_S = 30
SLOWEST_S = 2.0


class Race:
    def __init__(self, bench, server):
        self.bench, self.server, self.market = bench, server, bench.market
        self.vendor = server.sign_in("greenscrap")["access_token"]
        self.number = 0

    def stock(self, pieces):
        """Leaves so many pieces on the shelf."""
        self.number += 1
        product = self.server.call("GET", f"/api/v1/products/{self.market.product}", token=self.vendor)
        have, want = float(product["stock_quantity"]), pieces * float(self.market.quantity)
        if have != want:
            self.server.call("PUT", f"/api/v1/products/{self.market.product}/stock", {"delta": f"{want - have:.3f}"},
                             self.vendor, f"race-{self.number}")

    def run(self, clients):
        """How often each status was answered, and the seconds until the last answer."""
        poll, peers, bodies = select.epoll(), {}, []
        for number in range(clients):
            body = self.market.body(f"r-{self.number}-{number}").encode()
            head = (f"POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.market.token}\r\n"
                    f"Content-Type: application/json\r\nIdempotency-Key: r-{self.number}-{number}\r\n"
                    f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n")
            peer = socket.create_connection((rig.LOCAL, self.server.port), timeout=PATIENCE_S)
            peer.sendall(head.encode() + body[:-1])
            peers[peer.fileno()] = peer
            bodies.append(body[-1:])
            poll.register(peer.fileno(), select.EPOLLIN)
        began = time.monotonic()
        for peer, last in zip(list(peers.values()), bodies):
            peer.sendall(last)
        statuses = {}
        while peers and time.monotonic() - began < PATIENCE_S:
            for number, _ in poll.poll(0.1):
                answer = peers[number].recv(65536)
                status = int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0
                statuses[status] = statuses.get(status, 0) + 1
                poll.unregister(number)
                peers.pop(number).close()
        if peers:
            statuses["none"] = len(peers)
        return statuses, time.monotonic() - began

    def round(self, pieces, clients):
        self.stock(pieces)
        held = self.held()
        statuses, seconds = self.run(clients)
        shelf = self.market.books(self.server.data).shelf(self.market.product)
        complaints = []
        if statuses != {201: pieces, 409: clients - pieces}:
            complaints.append(f"the answers were {statuses}")
        if shelf != 0 or self.held() != held + pieces * self.market.order_paise:
            complaints.append(f"{shelf} are left on the shelf, {self.held() - held} more are held")
        if seconds > SLOWEST_S * self.bench.wish.slack:
            complaints.append(f"the last answer took {seconds:.1f} s")
        print(f"{clients} clients, {pieces} left: {statuses}, {seconds:.2f} s")
        for complaint in complaints:
            print("  WRONG: " + complaint)
        return not complaints

    def held(self):
        return self.market.books(self.server.data).held()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--slack", type=float, default=3, help="how much slower than two seconds this machine may be")
    bench = rig.Rig(parser)
    try:
        server = bench.server(bench.market.copy(bench.folder + "/race"))
        server.start()
        race = Race(bench, server)
        is_good = all([race.round(1, bench.wish.clients) for _ in range(bench.wish.rounds)])
        is_good = race.round(2, bench.wish.clients) and is_good
        server.stop()
        is_sound, words = server.has_sound_books()
        print(words)
    finally:
        bench.close()
    raise SystemExit(0 if is_good and is_sound else 1)


if __name__ == "__main__":
    main()
