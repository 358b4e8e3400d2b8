#!/usr/bin/env python3
"""Measures the release build on this machine and prints the figures of the README's table.

    tests/bench/bench.py --build build/release [--seconds 5]

Everything runs on 127.0.0.1 in a temporary folder: a server with the demo market, nginx (2 workers) that serves the same
bytes from files, and wrk as the client of both, with the same headers and the same script for both. A figure is the
median of interleaved rounds in one run, because the machine is shared; ratios matter, not absolute numbers.
"""
import argparse, glob, http.client, json, os, re, resource, shutil, signal, socket, statistics, subprocess, sys, tempfile, time

import consolestart
import logins

PASSWORD = "Demo@2026"
ROUNDS = 3
IDLE_CONNECTIONS = 5000


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as line:
        fields = line.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, program, data, port, extra=None):
        self.program, self.data, self.port = program, data, port
        self.env = dict(os.environ, **(extra or {}))
        self.process = None

    def start(self):
        """Returns the milliseconds from exec to the first 200 of /ready."""
        began = time.perf_counter()
        self.process = subprocess.Popen([self.program, "serve", "--port", str(self.port), "--data", self.data],
                                        env=self.env, stderr=open(os.path.join(self.data, "server.log"), "ab"))
        while time.perf_counter() - began < 20:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", "/ready")
                if connection.getresponse().status == 200:
                    return (time.perf_counter() - began) * 1000
            except OSError:
                pass
            if self.process.poll() is not None:
                sys.exit("the server ended at once: see " + self.data + "/server.log")
            time.sleep(0.002)
        sys.exit("the server did not become ready")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def status(self, name):
        with open(f"/proc/{self.process.pid}/status") as lines:
            return int(re.search(name + r":\s+(\d+) kB", lines.read()).group(1))

    def cpu_seconds(self):
        return cpu_seconds(self.process.pid)

    def call(self, method, path, body=None, token=None, key=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        if key:
            headers["Idempotency-Key"] = key
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {text[:300]!r}")
        return json.loads(text)["data"], text

    def sign_in(self, user):
        before = set(glob.glob(self.data + "/mails/*.eml"))
        challenge, _ = self.call("POST", "/api/v1/auth/login", {"identifier": user, "password": PASSWORD})
        for _ in range(500):
            for mail in sorted(set(glob.glob(self.data + "/mails/*.eml")) - before):
                code = re.search(r"(?m)^Subject: (\d{6}) ", open(mail, encoding="utf-8").read())
                if code:
                    tokens, _ = self.call("POST", "/api/v1/auth/verify-otp",
                                          {"challenge_id": challenge["challenge_id"], "code": code.group(1)})
                    return tokens["access_token"]
            time.sleep(0.01)
        sys.exit("no one-time code arrived")


def wrk(url, seconds, connections, script=None, headers=()):
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    text = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    scale = {"us": 0.001, "ms": 1, "s": 1000}
    return rate, float(p99.group(1)) * scale[p99.group(2)], int(wrong.group(1)) if wrong else 0


class Nginx:
    def __init__(self, folder, port):
        self.folder, self.port = folder, port
        os.makedirs(folder + "/files")
        with open(folder + "/nginx.conf", "w") as conf:
            conf.write(f"""worker_processes 2; pid {folder}/pid; error_log {folder}/error.log; daemon on;
events {{ worker_connections 8192; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; default_type application/json;
  server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}/files; }} }}
""")
        subprocess.run(["nginx", "-c", folder + "/nginx.conf"], check=True, stderr=subprocess.DEVNULL)

    def cpu_seconds(self):
        with open(self.folder + "/pid") as file:
            master = file.read().strip()
        with open(f"/proc/{master}/task/{master}/children") as workers:
            return sum(cpu_seconds(pid) for pid in workers.read().split())

    def serve(self, name, content):
        with open(f"{self.folder}/files/{name}", "wb") as file:
            file.write(content)
        os.chmod(self.folder, 0o755)
        return f"http://127.0.0.1:{self.port}/{name}"

    def stop(self):
        subprocess.run(["nginx", "-c", self.folder + "/nginx.conf", "-s", "stop"], stderr=subprocess.DEVNULL)


def beside_nginx(server, nginx, name, path, seconds, token=None, query=None):
    """Interleaved rounds of ours and nginx's; the ratio of medians and both's CPU per request. query: a Lua expression that
    is a new query for each request; nginx serves its file whatever the query is."""
    headers = ["Authorization: Bearer " + token] if token else []
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", path, headers={"Authorization": "Bearer " + token} if token else {})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{path}: {answer.status} {body[:200]!r}")
    reference = nginx.serve(re.sub(r"\W+", "-", name), body)

    def script(of):
        if not query:
            return None
        with open(f"{nginx.folder}/query.lua", "w") as lua:
            lua.write(f'function request() return wrk.format("GET", "{of.split("?")[0]}?" .. {query}) end')
        return lua.name

    ours, theirs, tails, cpu, their_cpu = [], [], [], [], []
    for _ in range(ROUNDS):
        before = server.cpu_seconds()
        rate, p99, wrong = wrk(f"http://127.0.0.1:{server.port}{path}", seconds, 64, script(path), headers)
        if wrong:
            sys.exit(f"{name}: {wrong} answers were not 2xx")
        cpu.append((server.cpu_seconds() - before) / (rate * seconds) * 1e6)
        ours.append(rate)
        tails.append(p99)
        before = nginx.cpu_seconds()
        theirs.append(wrk(reference, seconds, 64, script("/" + reference.rsplit("/", 1)[1]), headers)[0])
        their_cpu.append((nginx.cpu_seconds() - before) / (theirs[-1] * seconds) * 1e6)
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"| {name} ({len(body)} B) | {a:,.0f}/s | {b:,.0f}/s | {a / b:.2f} | {statistics.median(tails):.1f} ms |"
          f" {statistics.median(cpu):.1f} µs | {statistics.median(their_cpu):.1f} µs |")
    return a / b


def idle_connections(port, count):
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(20000, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    held = []
    for _ in range(count):
        held.append(socket.create_connection(("127.0.0.1", port)))
    for connection in held:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    for connection in held:
        if not connection.recv(4096).startswith(b"HTTP/1.1 200"):
            sys.exit("an idle connection was refused")
    return held


def place_orders(server, folder, token, seconds):
    """Order placements at 1 and 64 connections; each with a key of its own and answered after the commit."""
    addresses, _ = server.call("GET", "/api/v1/users/me/addresses", token=token)
    products, _ = server.call("GET", "/api/v1/products?limit=100&q=newspaper", token=token)
    product = max(products, key=lambda p: float(p["stock_quantity"]))
    script = folder + "/order.lua"
    with open(script, "w") as lua:
        lua.write(f"""
local counter = 0
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
function request()
  counter = counter + 1
  wrk.headers["Idempotency-Key"] = "bench-" .. os.time() .. "-" .. id .. "-" .. counter .. "-" .. math.random(1e9)
  return wrk.format("POST", nil, nil, [[{{"address_id":"{addresses[0]['id']}","lines":[{{"product_id":"{product['id']}","quantity":"{product['minimum_order_quantity']}"}}]}}]])
end
""")
    headers = ["Authorization: Bearer " + token, "Content-Type: application/json"]
    rates = {}
    for connections in (1, 64):
        command = ["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script]
        for header in headers:
            command += ["-H", header]
        before = server.cpu_seconds()
        text = subprocess.run(command + [f"http://127.0.0.1:{server.port}/api/v1/orders"], capture_output=True,
                              text=True, check=True).stdout
        rates[connections] = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
        p99 = re.search(r"99%\s+(\S+)", text).group(1)
        cpu = (server.cpu_seconds() - before) / (rates[connections] * seconds) * 1e6
        print(f"| order placed, {connections} at once | {rates[connections]:,.0f}/s | p99 {p99} | {cpu:.0f} µs CPU |"
              + (f" {wrong.group(1)} refused |" if wrong else ""))
    print(f"| group commit: 64 at once beside 1 | {rates[64] / rates[1]:.1f} × |")


def start_paygate(program, port, env):
    """The stand-in gateway; returns its process and its address."""
    env.update({"KABAADWALA_GATEWAY_KEY_ID": "rzp_test_bench", "KABAADWALA_GATEWAY_KEY_SECRET": "bench-key-secret",
                "KABAADWALA_GATEWAY_WEBHOOK_SECRET": "bench-webhook-secret"})
    process = subprocess.Popen([program, "--port", str(port + 2), "--webhook-url",
                                f"http://127.0.0.1:{port}/api/v1/webhooks/razorpay"],
                               env=dict(os.environ, **env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    env["KABAADWALA_GATEWAY_URL"] = f"http://127.0.0.1:{port + 2}"
    return process, env["KABAADWALA_GATEWAY_URL"]


def recharge(server, paygate_url, buyer, admin):
    """Enough money for every order of the run, through the gateway like everybody's."""
    server.call("PUT", "/api/v1/admin/settings/payments.recharge_max", {"value": "10000000.00"}, admin)
    for number in range(3):
        payment, _ = server.call("POST", "/api/v1/wallet/recharge", {"amount": "10000000.00"}, buyer, f"bench-{number}")
        address = paygate_url.removeprefix("http://")
        connection = http.client.HTTPConnection(address, timeout=10)
        connection.request("POST", f"/checkout/{payment['gateway_order_id']}/pay")
        if connection.getresponse().status != 200:
            sys.exit("the gateway refused the payment")
        for _ in range(200):
            state, _ = server.call("GET", f"/api/v1/payments/{payment['id']}/status", token=buyer)
            if state["status"] == "paid":
                break
            time.sleep(0.05)
        else:
            sys.exit("the recharge was not credited")


def the_year(program, folder):
    """Loads the demo's year and makes its figures and its map anew, as a new user and an admin's command do."""
    data = folder + "/year"
    for name, words in (("demo: 2,000 stores, 20,000 buyers, 150,000 orders", ["demo"]),
                        ("analytics rebuild", ["analytics", "rebuild"]), ("heatmap rebuild", ["heatmap", "rebuild"])):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, *words, "--data", data], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"| {name} | {time.perf_counter() - began:.1f} s, {cpu:.1f} s of CPU |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--port", type=int, default=18400)
    wish = parser.parse_args()
    program = os.path.abspath(wish.build + "/bin/kabaadwala-server")
    folder = tempfile.mkdtemp(prefix="kabaadwala-bench-")
    data = folder + "/data"
    os.makedirs(data)
    env = {"KABAADWALA_LIMITS_CONNECTIONS_PER_IP": "20000", "KABAADWALA_LOG_LEVEL": "warning"}
    paygate, paygate_url = start_paygate(os.path.dirname(program) + "/kabaadwala-paygate", wish.port, env)
    server = Server(program, data, wish.port, env)
    nginx = None
    try:
        subprocess.run([program, "demo", "--small", "--data", data], check=True, env=server.env, stdout=subprocess.DEVNULL)
        starts = []
        for _ in range(5):
            starts.append(server.start())
            server.stop()
        first, again = consolestart.measure(os.path.dirname(program) + "/kabaadwala-console")
        print("| figure | value |\n|---|---|")
        the_year(program, folder)
        server.start()
        time.sleep(5)
        print(f"| ready with demo data, median of 5 | {statistics.median(starts):.0f} ms |")
        print(f"| console: exec to the sign-in window, median of {consolestart.STARTS} | {again:.0f} ms |")
        print(f"| console: the first start | {first:.0f} ms |")
        print(f"| resident when idle | {server.status('VmRSS') / 1024:.1f} MiB |")

        admin = server.sign_in("admin")
        settings, _ = server.call("GET", "/api/v1/admin/settings", token=admin)
        for setting in settings:
            if setting["key"].startswith("rate."):
                server.call("PUT", "/api/v1/admin/settings/" + setting["key"], {"value": str(setting["max"])}, admin)
        buyer = server.sign_in("meera_nair")

        print("\n| sign-ins | value |\n|---|---|")
        logins.measure(server, buyer, admin, wish.seconds)
        print()
        nginx = Nginx(folder + "/nginx", wish.port + 1)
        held = idle_connections(wish.port, IDLE_CONNECTIONS)
        print(f"| figure | value |\n|---|---|\n| resident with {IDLE_CONNECTIONS} idle connections | {server.status('VmRSS') / 1024:.1f} MiB |\n")
        print("| 64 connections | ours | nginx | ratio | p99 | our CPU per request | nginx's |\n"
              "|---|---|---|---|---|---|---|")
        beside_nginx(server, nginx, "health", "/health", wish.seconds)
        beside_nginx(server, nginx, "authenticated GET /users/me", "/api/v1/users/me", wish.seconds, buyer)
        near = "/api/v1/products?latitude=18.52&longitude=73.85"
        beside_nginx(server, nginx, "products by radius, cached", near, wish.seconds)
        place = "string.format('latitude=%.7f&longitude=%.7f', 18.5 + math.random() * 0.1, 73.8 + math.random() * 0.1)"
        beside_nginx(server, nginx, "products by radius, from a new place", near, wish.seconds, None, place)
        # No two of these wishes are alike, so that neither answers nor lists of products are known from before.
        beside_nginx(server, nginx, "products by radius, nothing known", near, wish.seconds, None,
                     place + " .. '&price_max=' .. math.random(100000, 99999999)")
        for connection in held:
            connection.close()
        print("\n| orders | rate | | |\n|---|---|---|---|")
        vendor = server.sign_in("greenscrap")
        own, _ = server.call("GET", "/api/v1/vendor/products?q=newspaper", token=vendor)
        server.call("PUT", f"/api/v1/products/{own[0]['id']}/stock", {"delta": "900000000"}, vendor,
                    "bench-stock")
        recharge(server, paygate_url, buyer, admin)
        place_orders(server, folder, buyer, wish.seconds)
    finally:
        if nginx:
            nginx.stop()
        if server.process and server.process.poll() is None:
            server.stop()
        paygate.terminate()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
