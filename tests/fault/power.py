#!/usr/bin/env python3
"""Cuts the power: builds the disks that a cut could have left, and looks for what was acknowledged (LED-01, ORD-23).

    tests/fault/power.py build/release/bin/kabaadwala-server build/release/bin/faultshim.so
        [--images 60] [--orders 1500] [--clients 8] [--seed N]

shim.cpp writes down what the server does to its database and when it answers, while clients order. An image is the disk
at a moment of that: what was synced is there; of what was not, some writes are there and some are not (power), some
sectors of 512 bytes (torn), or some sectors and rubbish in place of the others (rubbish). Each image is opened by the
server's own "ledger verify"; then SQLite's integrity_check must say ok and every order that was acknowledged until then
must be there. Disks that lie about the sync of the log (what PRAGMA synchronous=NORMAL would amount to), of the
database or of both must be found: there is no switch for that in the server, so the shim leaves the syncs out. Not
modelled: that a new or removed file is not in its folder after the cut.
"""
import argparse, bisect, errno, json, os, random, shutil, sqlite3, struct, time

import rig

WRITE, SYNC, CUT, REMOVAL, ANSWER, SYNC_BEGUN, SYNC_FAILED = range(1, 8)
DATABASE, LOG, JOURNAL = 1, 2, 3
NAMES = {DATABASE: "", LOG: "-wal", JOURNAL: "-journal"}
SECTOR = 512
BEFORE_FAILING = 20  # orders, so that there is something to lose
HEAD = struct.Struct("<IIqq")
MODES = ("power", "torn", "rubbish")


class Recording:
    """What happened, in order: (kind, file, offset, bytes, content)."""

    def __init__(self, bench, name, orders, clients, swallowed=0, failing=None):
        self.bench, self.data = bench, bench.market.copy(f"{bench.folder}/{name}")
        self.base = {}
        for file, suffix in NAMES.items():
            path = f"{self.data}/{rig.DATABASE}{suffix}"
            if os.path.exists(path):
                with open(path, "rb") as content:
                    self.base[file] = content.read()
        trace = f"{bench.folder}/{name}.trace"
        disk = rig.Disk(bench.folder, bench.wish.shim, self.data, trace)
        disk.put(disk.RECORDING, 1)
        disk.put(disk.SWALLOWED, swallowed)
        server = bench.server(self.data, disk.env)
        server.start()
        crowd = rig.Crowd(bench.market, server.port, clients, bench.rng, impatience=0)
        if failing:
            crowd.run(60, lambda: len(crowd.acked) >= BEFORE_FAILING)
            crowd.tolerated.add(500)  # which the orders of the failed commit are told
            disk.arm(disk.SYNCS, *failing, is_sticky=False)
        crowd.run(60, lambda: len(crowd.acked) >= orders or crowd.statuses.get(503, 0) >= clients)
        server.kill()
        crowd.drop_all()
        self.complaints = list(crowd.complaints)
        self.failures = disk.read(disk.FAILURES)
        self.records = self.read(trace)
        os.unlink(trace)
        self.answers = []  # (place in the records, id)
        for place, (kind, _, _, _, content) in enumerate(self.records):
            if kind == ANSWER:
                body = json.loads(content.partition(b"\r\n\r\n")[2])
                self.answers.append((place, body["data"]["orders"][0]["id"]))
        if len(self.answers) < len(crowd.acked):
            self.complaints.append("the shim has not seen every answer")

    @staticmethod
    def read(trace):
        with open(trace, "rb") as file:
            text = file.read()
        records, at = [], 0
        while at + HEAD.size <= len(text):
            kind, file, offset, count = HEAD.unpack_from(text, at)
            at += HEAD.size
            content = b""
            if kind in (WRITE, ANSWER):
                content = text[at:at + count]
                at += count
                if len(content) < count:
                    break  # it was killed while it wrote this
            records.append((kind, file, offset, count, content))
        return records

    def count(self, kind):
        return sum(record[0] == kind for record in self.records)


def put(content, offset, bytes_):
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset:offset + len(bytes_)] = bytes_


def cut(content, size):
    if size < len(content):
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))


class Disk:
    """The files as they surely are, and what is on its way to them."""

    def __init__(self, base):
        self.sure = {file: bytearray(base.get(file, b"")) for file in NAMES}
        self.pending = {file: [] for file in NAMES}
        self.begun = {file: 0 for file in NAMES}

    def take(self, record):
        kind, file, offset, size, content = record
        if kind in (WRITE, CUT):
            self.pending[file].append((kind, offset, content))
        elif kind == SYNC_BEGUN:
            self.begun[file] = len(self.pending[file])
        elif kind == SYNC:
            for each in self.pending[file][:self.begun[file]]:
                self.apply(self.sure[file], each)
            del self.pending[file][:self.begun[file]]
        elif kind == SYNC_FAILED:
            # The kernel holds these pages for clean now and never writes them again.
            del self.pending[file][:self.begun[file]]
        elif kind == REMOVAL:
            self.sure[file], self.pending[file] = bytearray(), []

    @staticmethod
    def apply(content, change):
        kind, offset, bytes_ = change
        if kind == CUT:
            cut(content, offset)
        else:
            put(content, offset, bytes_)

    def after_cut(self, file, mode, rng):
        """What a cut could leave of this file."""
        content = bytearray(self.sure[file])
        luck = rng.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for change in self.pending[file]:
            kind, offset, bytes_ = change
            if kind == CUT or mode == "power":
                if rng.random() < luck:
                    self.apply(content, change)
                continue
            for at in range(0, len(bytes_), SECTOR):
                if rng.random() < luck:
                    put(content, offset + at, bytes_[at:at + SECTOR])
                elif mode == "rubbish" and rng.random() < 0.05:
                    put(content, offset + at, rng.randbytes(min(SECTOR, len(bytes_) - at)))
        return content


class Bench(rig.Rig):
    def image(self, disk, mode, data):
        """Puts a disk after the cut into this folder, with the anchors of before: a check of the last image moved them."""
        for anchor in ("ledger.head", "audit.head"):
            shutil.copy(f"{self.market.data}/{anchor}", data)
        for file, suffix in NAMES.items():
            path = f"{data}/{rig.DATABASE}{suffix}"
            content = disk.after_cut(file, mode, self.rng)
            if content or file == DATABASE:
                with open(path, "wb") as out:
                    out.write(content)
            elif os.path.exists(path):
                os.unlink(path)
        if os.path.exists(f"{data}/{rig.DATABASE}-shm"):
            os.unlink(f"{data}/{rig.DATABASE}-shm")

    def trouble(self, data, promised):
        """What is wrong with the image; nothing when it is what was promised."""
        is_sound, words = rig.Server(self.wish.program, data).has_sound_books()
        if not is_sound:
            return "the books: " + words
        try:
            books = sqlite3.connect(f"{data}/{rig.DATABASE}")
            state = books.execute("PRAGMA integrity_check").fetchone()[0]
            there = {row[0].hex() for row in books.execute("SELECT id FROM orders")}
            books.close()
        except sqlite3.DatabaseError as error:
            return f"the file: {error}"
        if state != "ok":
            return "the file: " + state
        lost = [order for order in promised if order.replace("-", "") not in there]
        return f"{len(lost)} of {len(promised)} acknowledged orders are lost" if lost else None


def points(recording, images, rng):
    """Moments of the cut: half of them anywhere, half right after an answer."""
    first = len(recording.records) // 50
    answers = [place + 1 for place, _ in recording.answers]
    chosen = [rng.randrange(first, len(recording.records) + 1) for _ in range(images - images // 2)]
    return sorted(chosen + [rng.choice(answers) for _ in range(images // 2)])


def check(bench, recording, images, stop_at_first=False):
    """Returns how many images were looked at and what was wrong with them."""
    disk, at, complaints, looked = Disk(recording.base), 0, [], 0
    data = f"{bench.folder}/image"
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    shutil.copy(bench.market.data + "/secret.key", data)
    places = [place for place, _ in recording.answers]
    chosen = points(recording, images, bench.rng)
    if stop_at_first:
        chosen.sort(key=lambda place: -place // 1000)  # what is lost is soonest seen at the end
        chosen = sorted(chosen[:max(8, images // 4)])
    for place in chosen:
        for record in recording.records[at:place]:
            disk.take(record)
        at = place
        mode = bench.rng.choice(MODES)
        bench.image(disk, mode, data)
        promised = [order for _, order in recording.answers[:bisect.bisect_left(places, place)]]
        looked += 1
        if trouble := bench.trouble(data, promised):
            complaints.append(f"after record {place} of {len(recording.records)}, {mode}: {trouble}")
            if stop_at_first:
                break
    return looked, complaints


def check_honest(bench, wish):
    began = time.monotonic()
    recording = Recording(bench, "honest", wish.orders, wish.clients)
    looked, complaints = check(bench, recording, wish.images)
    print(f"{looked} images of {len(recording.answers)} acknowledged orders, {recording.count(WRITE)} writes,"
          f" {recording.count(SYNC)} syncs, {recording.count(CUT)} cuts: {len(complaints)} bad,"
          f" in {time.monotonic() - began:.0f} s")
    complaints += recording.complaints
    if len(recording.answers) < wish.orders:
        complaints.append("too few orders were acknowledged")
    if not any(kind == SYNC and file == DATABASE for kind, file, *_ in recording.records):
        complaints.append("the log was never copied into the database")
    for complaint in complaints[:20]:
        print("  WRONG: " + complaint)
    return not complaints


def check_failing(bench, wish):
    """After a sync that failed nobody knows what the disk holds; what was acknowledged before is there all the same."""
    is_good = True
    for number in range(wish.failures):
        name, file, most = (("log", LOG, 200), ("database", DATABASE, 2))[number % 2]
        nth = bench.rng.randint(1, most)
        recording = Recording(bench, f"failing-{number}", wish.orders, wish.clients, failing=(file, errno.EIO, nth))
        looked, complaints = check(bench, recording, max(4, wish.images // 10))
        complaints += recording.complaints
        if recording.failures != 1 or not recording.answers:
            complaints.append("no sync has failed, or nothing was acknowledged before")
        print(f"sync {nth} of the {name} fails: {looked} images of {len(recording.answers)} acknowledged orders,"
              f" {len(complaints)} bad")
        for complaint in complaints[:20]:
            print("  WRONG: " + complaint)
        is_good = is_good and not complaints
        shutil.rmtree(recording.data)
    return is_good


def check_plants(bench, wish):
    is_good = True
    for name, swallowed in (("the log", 2), ("the database", 1), ("both", 3)):
        recording = Recording(bench, f"lying-{swallowed}", wish.orders, wish.clients, swallowed)
        looked, complaints = check(bench, recording, 400, stop_at_first=True)
        print(f"planted: a disk that lies about the syncs of {name}: "
              + (f"{complaints[0]} (image {looked})" if complaints else "NOT FOUND"))
        is_good = is_good and bool(complaints)
        shutil.rmtree(recording.data)
    return is_good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=60)
    parser.add_argument("--orders", type=int, default=1500)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--failures", type=int, default=2)
    bench = Bench(parser, with_shim=True)
    try:
        is_good = check_honest(bench, bench.wish)
        is_good = check_failing(bench, bench.wish) and is_good
        is_good = check_plants(bench, bench.wish) and is_good
    finally:
        bench.close()
    raise SystemExit(0 if is_good else 1)


if __name__ == "__main__":
    main()
