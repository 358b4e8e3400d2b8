#!/usr/bin/env python3
"""Measures how fast webhooks are answered while 200 of them come each second (L11), each crediting a payment.

    tests/bench/webhooks.py --build build/release [--rate 200] [--seconds 20]

They are Razorpay's, Stripe's and SSLCommerz's in turn; for the last the server asks the provider's validation API once
more, which answers from this script. The clock of an answer starts when its event was to be sent, so that a server
that falls behind cannot hide it. Ends with an error when the slowest hundredth takes 200 ms, an event is refused or a
payment is not credited exactly once.
"""
import argparse, hashlib, hmac, http.client, http.server, json, multiprocessing, os, sqlite3, subprocess, sys, tempfile
import threading, time, urllib.parse, uuid

from bench import Server

SENDERS = 32
PAISE = 50000
SECRET = "bench-webhook-secret-1234"


def signature(message):
    return hmac.new(SECRET.encode(), message.encode(), hashlib.sha256).hexdigest()


def of_razorpay(number):
    entity = {"id": f"pay_{number}", "order_id": f"order_{number}", "amount": PAISE, "currency": "INR",
              "status": "captured"}
    body = json.dumps({"event": "payment.captured", "payload": {"payment": {"entity": entity}}})
    return body, {"X-Razorpay-Signature": signature(body), "X-Razorpay-Event-Id": f"evt_{number}"}


def of_stripe(number):
    intent = {"id": f"order_{number}", "object": "payment_intent", "amount": PAISE, "amount_received": PAISE,
              "currency": "inr", "latest_charge": f"ch_{number}", "status": "succeeded"}
    body = json.dumps({"id": f"evt_{number}", "type": "payment_intent.succeeded", "data": {"object": intent}})
    now = int(time.time())
    return body, {"Stripe-Signature": f"t={now},v1={signature(f'{now}.{body}')}"}


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def rupees(paise):
    return f"{paise // 100}.{paise % 100:02}"


def transaction(number):
    return {"status": "VALID", "tran_id": f"order_{number}", "val_id": f"val_{number}", "amount": rupees(PAISE),
            "currency": "INR", "currency_type": "INR", "currency_amount": rupees(PAISE),
            "bank_tran_id": f"bank_{number}", "store_id": "bench"}


def of_sslcommerz(number):
    fields = transaction(number)
    names = ",".join(sorted(fields))
    whole = dict(fields, store_passwd=md5(SECRET))
    text = "&".join(f"{name}={whole[name]}" for name in sorted(whole))
    fields |= {"verify_key": names, "verify_sign": md5(text),
               "verify_sign_sha2": hashlib.sha256(text.encode()).hexdigest()}
    return urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"}


class Validation(http.server.BaseHTTPRequestHandler):
    """What the provider answers when it is asked whether a payment is valid (PAY-09)."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        body = json.dumps(transaction(asked["val_id"][0].removeprefix("val_"))).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def validate(port):
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Validation).serve_forever()


PROVIDERS = {"razorpay": of_razorpay, "stripe": of_stripe, "sslcommerz": of_sslcommerz}


def provider_of(number):
    return list(PROVIDERS)[number % len(PROVIDERS)]


def open_payments(path, count):
    """As if buyers had opened them; the server stands still meanwhile."""
    base = sqlite3.connect(path)
    account = base.execute("SELECT id FROM accounts WHERE role = 'buyer' AND is_active = 1 LIMIT 1").fetchone()[0]
    now = int(time.time() * 1000)
    base.executemany("INSERT INTO payments (id, account_id, provider, gateway_order_id, amount, currency, instrument,"
                     " status, created_at, updated_at, next_check_at) VALUES (?, ?, ?, ?, ?, 'INR', 'card', 'pending',"
                     " ?, ?, ?)",
                     [(uuid.uuid4().bytes, account, provider_of(i), f"order_{i}", PAISE, now, now, now + 600_000)
                      for i in range(count)])
    base.commit()
    base.close()


def send(port, numbers, began, rate, taken, refused):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for number in numbers:
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        provider = provider_of(number)
        body, headers = PROVIDERS[provider](number)
        connection.request("POST", f"/api/v1/webhooks/{provider}", body,
                           {"Content-Type": "application/json", **headers})
        answer = connection.getresponse()
        text = answer.read()
        taken[provider].append((time.perf_counter() - due) * 1000)
        if answer.status != 200:
            refused.append(f"{answer.status} {text[:200]!r}")


def share(sorted_times, part):
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * part))]


def report(name, times):
    times = sorted(times)
    print(f"{name:<11} {len(times):>6} webhooks: p50 {share(times, 0.5):.1f} ms, p99 {share(times, 0.99):.1f} ms,"
          f" max {times[-1]:.1f} ms")
    return share(times, 0.99)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--lax", action="store_true", help="only report: the machine is busy with something else")
    wish = parser.parse_args()
    program = os.path.join(wish.build, "bin", "kabaadwala-server")
    count = wish.rate * wish.seconds
    with tempfile.TemporaryDirectory(prefix="kabaadwala-webhooks-") as data:
        subprocess.run([program, "demo", "--small", "--data", data], check=True, capture_output=True)
        open_payments(os.path.join(data, "kabaadwala.db"), count)
        server = Server(program, data, wish.port, {
            "KABAADWALA_GATEWAY_KEY_ID": "bench", "KABAADWALA_GATEWAY_KEY_SECRET": SECRET,
            "KABAADWALA_GATEWAY_WEBHOOK_SECRET": SECRET, "KABAADWALA_GATEWAY_URL": "http://127.0.0.1:9",
            "KABAADWALA_STRIPE_PUBLISHABLE_KEY": "bench", "KABAADWALA_STRIPE_SECRET_KEY": SECRET,
            "KABAADWALA_STRIPE_WEBHOOK_SECRET": SECRET, "KABAADWALA_STRIPE_URL": "http://127.0.0.1:9",
            "KABAADWALA_SSLCOMMERZ_STORE_ID": "bench", "KABAADWALA_SSLCOMMERZ_STORE_PASSWORD": SECRET,
            "KABAADWALA_SSLCOMMERZ_URL": f"http://127.0.0.1:{wish.port + 1}"})
        provider = multiprocessing.Process(target=validate, args=(wish.port + 1,), daemon=True)
        provider.start()
        server.start()
        taken, refused = {name: [] for name in PROVIDERS}, []
        began = time.perf_counter() + 0.5
        senders = [threading.Thread(target=send, args=(wish.port, range(i, count, SENDERS), began, wish.rate, taken,
                                                       refused)) for i in range(SENDERS)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        lasted = time.perf_counter() - began
        server.stop()
        base = sqlite3.connect(os.path.join(data, "kabaadwala.db"))
        paid = base.execute("SELECT count(*) FROM payments WHERE gateway_order_id LIKE 'order\\_%' ESCAPE '\\'"
                            " AND status = 'paid' AND amount = ?", (PAISE,)).fetchone()[0]
        provider.terminate()
        for name, times in taken.items():
            report(name, times)
        slowest = report("all", [each for times in taken.values() for each in times])
        print(f"{count} in {lasted:.1f} s ({count / lasted:.0f} a second): {paid} credited ({paid / count:.2%}),"
              f" {len(refused)} refused")
        if refused:
            sys.exit(refused[0])
        if paid < count or (slowest >= 200 and not wish.lax):
            sys.exit("not as it should be")


if __name__ == "__main__":
    main()
