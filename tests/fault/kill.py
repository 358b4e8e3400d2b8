#!/usr/bin/env python3
"""Kills the server again and again while clients order, each order with an Idempotency-Key of its own (ORD-23, LED-01).

    tests/fault/kill.py build/release/bin/kabaadwala-server [--kills 10] [--orders 3000]
        [--clients 16] [--seed N] [--postgres]

A client that got no answer asks again with the same key and body until it is answered with 201. Then every order that
was acknowledged is there once, nothing is there that nobody was told of, holds, shelf and wallet say the same number,
and the books verify. Two mistakes are planted to show that they would be seen: clients that use a new key when they ask
again, and a database that is put back to what it was a kill before.
"""
import argparse, json, os, shutil, time

import rig

LEAST_MS, MOST_MS = 30, 350
PLANTED_KILLS_MOST = 20
ASKED_AGAIN = 100


class Run:
    def __init__(self, bench, name, clients, **habits):
        self.bench, self.data = bench, bench.market.copy(f"{bench.folder}/{name}")
        self.server = bench.server(self.data)
        self.crowd = rig.Crowd(bench.market, self.server.port, clients, bench.rng, **habits)
        self.kills = 0

    def round(self):
        """One life of the server, ended at a random moment while the clients work."""
        self.server.start()
        self.crowd.run(self.bench.rng.uniform(LEAST_MS, MOST_MS) / 1000)
        self.server.kill()
        self.kills += 1
        self.crowd.drop_all()
        for mail in os.scandir(self.data + "/mails"):
            os.unlink(mail.path)

    def settle(self):
        """Lets every client have its answer; returns what is wrong."""
        self.server.start()
        left = self.crowd.finish()
        others = self.ask_again()
        self.server.kill()
        self.crowd.drop_all()
        complaints = list(self.crowd.complaints)
        if left:
            complaints.append(f"{left} orders were never answered")
        if others and not self.crowd.fresh_keys:
            complaints.append(f"{others} of {ASKED_AGAIN} keys were answered with another order when asked again")
        return complaints + self.look()

    def ask_again(self):
        """How many keys of acknowledged orders are answered with another order, some lives of the server later."""
        names = self.bench.rng.sample(sorted(self.crowd.acked), min(ASKED_AGAIN, len(self.crowd.acked)))
        others = 0
        for name in names:
            order = json.loads(self.bench.market.body(name))
            status, text = self.server.ask("POST", "/api/v1/orders", order, self.bench.market.token, name)
            others += status != 201 or json.loads(text)["data"]["orders"][0]["id"] != self.crowd.acked[name]
        return others

    def look(self):
        lost, twice, there = rig.missing(self.bench.market.books(self.data), self.crowd.acked, "o")
        complaints = []
        if lost:
            complaints.append(f"{len(lost)} acknowledged orders are lost, such as {lost[0]}")
        if twice:
            complaints.append(f"{len(twice)} orders are there twice, such as {twice[0]}")
        if there != len(self.crowd.acked):
            complaints.append(f"{there} orders are there and {len(self.crowd.acked)} were acknowledged")
        complaints += rig.wrong_sums(self.bench.market.books(self.data), self.bench.market, len(self.crowd.acked))
        is_sound, words = self.server.has_sound_books()
        return complaints + ([] if is_sound else [words])


def with_fresh_keys(bench, clients):
    """Whoever asks again with another key orders twice. There has to be one who did."""
    run = Run(bench, "fresh", clients, fresh_keys=True, impatience=0.2)
    while run.kills < PLANTED_KILLS_MOST:
        run.round()
        complaints = run.settle()
        if any("twice" in each for each in complaints):
            return complaints
    return []


def with_a_loss(bench, clients):
    """The database as it was a kill before, as if what was written since had never reached it."""
    run = Run(bench, "loss", clients)
    run.round()
    before = bench.folder + "/before"
    shutil.copytree(run.data, before)
    run.round()
    for part in ("", "-wal"):
        shutil.copy(f"{before}/{rig.DATABASE}{part}", f"{run.data}/{rig.DATABASE}{part}")
    if os.path.exists(f"{run.data}/{rig.DATABASE}-shm"):
        os.unlink(f"{run.data}/{rig.DATABASE}-shm")
    return run.settle()


def check(bench, wish):
    began = time.monotonic()
    run = Run(bench, "killed", wish.clients)
    while run.kills < wish.kills or len(run.crowd.acked) < wish.orders:
        if run.kills >= 50 * wish.kills:
            rig.fail("the clients get too little done")
        if run.kills % 100 == 99:
            bench.market.renew_token(run.server)
        run.round()
    complaints = run.settle()
    crowd = run.crowd
    print(f"{run.kills} kills, {len(crowd.acked)} orders acknowledged, {crowd.lost} answers lost or not waited for,"
          f" {crowd.statuses.get(503, 0)} times told to wait, in {time.monotonic() - began:.0f} s")
    if crowd.lost < run.kills:
        complaints.append("the kills met nobody at work")
    for complaint in complaints:
        print("  WRONG: " + complaint)
    return not complaints


def check_plants(bench, clients):
    is_good = True
    plants = [("new keys when asking again", with_fresh_keys, "twice"), ("a database put back", with_a_loss, "lost")]
    for name, plant, words in plants[:1] if bench.cluster else plants:
        found = [each for each in plant(bench, clients) if words in each]
        print(f"planted: {name}: {found[0] if found else 'NOT FOUND'}")
        is_good = is_good and bool(found)
    return is_good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--orders", type=int, default=3000)
    parser.add_argument("--clients", type=int, default=16)
    bench = rig.Rig(parser, with_postgres=True)
    try:
        is_good = check(bench, bench.wish)
        is_good = check_plants(bench, bench.wish.clients) and is_good
    finally:
        bench.close()
    raise SystemExit(0 if is_good else 1)


if __name__ == "__main__":
    main()
