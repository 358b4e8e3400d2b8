"""A wave of sign-ins, and how long everybody else waits meanwhile (N8 of the promises: p99 of other GETs < 50 ms)."""
import http.client, json, select, socket, statistics, sys, time

WAVE = 200
MOST_MS = 50


def request(number):
    body = json.dumps({"identifier": f"nobody-{number}-{time.time_ns()}", "password": "Wrong#2026"}).encode()
    return (b"POST /api/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body)) + body


class Wave:
    """Sign-ins at once, each with a bcrypt of its own whether the name is known or not; who is told to wait comes again."""

    def __init__(self, port):
        self.lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(WAVE)]
        self.again = []
        self.checked = self.turned_away = 0
        for number, line in enumerate(self.lines):
            line.sendall(request(number))

    def look(self):
        for line in select.select(self.lines, [], [], 0)[0]:
            head = line.recv(65536).decode("latin-1").lower()
            status = head.split(" ", 2)[1]
            if status not in ("401", "503"):
                sys.exit("a sign-in was answered with " + head[:200])
            if status == "401":
                self.checked += 1
                line.sendall(request(self.checked))
            else:
                if "retry-after: " not in head:
                    sys.exit("who is turned away is not told for how long")
                self.turned_away += 1
                self.again.append((time.perf_counter() + int(head.split("retry-after: ")[1].split("\r")[0]), line))
        while self.again and self.again[0][0] <= time.perf_counter():
            self.again.pop(0)[1].sendall(request(self.turned_away))

    def end(self):
        for line in self.lines:
            line.close()


def waits(port, token, seconds, between):
    """Milliseconds of GETs one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    out, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        between()
        began = time.perf_counter()
        connection.request("GET", "/api/v1/users/me", headers={"Authorization": "Bearer " + token})
        answer = connection.getresponse()
        answer.read()
        out.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            sys.exit(f"a GET beside the sign-ins was answered with {answer.status}")
        time.sleep(0.001)
    return out


def p99(times):
    return statistics.quantiles(times, n=100)[98]


def measure(server, token, admin, seconds):
    server.call("PUT", "/api/v1/admin/settings/auth.ip_failures", {"value": "100000"}, admin)
    quiet = waits(server.port, token, seconds, lambda: None)
    wave = Wave(server.port)
    busy = waits(server.port, token, 2 * seconds, wave.look)
    wave.end()
    print(f"| GET /users/me while nobody signs in, p99 of {len(quiet)} | {p99(quiet):.1f} ms |")
    print(f"| the same beside {WAVE} sign-ins at once, p99 of {len(busy)} | {p99(busy):.1f} ms |")
    print(f"| sign-ins checked, and told to come again | {wave.checked}, {wave.turned_away} |")
    if wave.checked == 0 or wave.turned_away == 0:
        sys.exit("the wave of sign-ins was none")
    if p99(busy) >= MOST_MS:
        sys.exit(f"sign-ins hold up the others: p99 {p99(busy):.1f} ms, promised are {MOST_MS} ms")
