#!/usr/bin/env python3
"""Packs the states of a GeoJSON file into states.bin, the form that the console's map reads.

Usage: convert.py india-states.geojson states.bin

Points are snapped to a grid of 1/1000 degree and rings are thinned. A border that two states share is thinned once and
used by both, so that no gap opens between them: rings are cut where borders meet, and each piece is thinned by itself,
always in the same direction.
"""
import json
import struct
import sys

GRID = 1000
TOLERANCE = 12  # grid units: about 1.3 km
RING_MIN = 4    # points; what is smaller is not to be seen at any scale of the map

CODES = {"Andaman and Nicobar Islands": "AN", "Andhra Pradesh": "AP", "Arunachal Pradesh": "AR", "Assam": "AS",
         "Bihar": "BR", "Chandigarh": "CH", "Chhattisgarh": "CG", "Dadra and Nagar Haveli": "DH",
         "Daman and Diu": "DH", "Delhi": "DL", "Goa": "GA", "Gujarat": "GJ", "Haryana": "HR",
         "Himachal Pradesh": "HP", "Jammu and Kashmir": "JK", "Jharkhand": "JH", "Karnataka": "KA", "Kerala": "KL",
         "Ladakh": "LA", "Lakshadweep": "LD", "Madhya Pradesh": "MP", "Maharashtra": "MH", "Manipur": "MN",
         "Meghalaya": "ML", "Mizoram": "MZ", "Nagaland": "NL", "Odisha": "OD", "Puducherry": "PY", "Punjab": "PB",
         "Rajasthan": "RJ", "Sikkim": "SK", "Tamil Nadu": "TN", "Telangana": "TS", "Tripura": "TR",
         "Uttar Pradesh": "UP", "Uttarakhand": "UK", "West Bengal": "WB"}


def snapped(ring):
    out = []
    for point in ring:
        at = (round(point[0] * GRID), round(point[1] * GRID))
        if not out or out[-1] != at:
            out.append(at)
    if len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


def rings_of(geometry):
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for polygon in polygons for ring in map(snapped, polygon) if len(ring) >= RING_MIN]


def distance(point, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = 0 if length == 0 else max(0, min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return ((point[0] - a[0] - along * dx) ** 2 + (point[1] - a[1] - along * dy) ** 2) ** 0.5


def thinned(points):
    """Douglas and Peucker's way: the point that is farthest from the line stays, as long as it is far enough."""
    if len(points) < 3:
        return points
    far, at = max((distance(p, points[0], points[-1]), i) for i, p in enumerate(points[1:-1], 1))
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return thinned(points[:at + 1])[:-1] + thinned(points[at:])


def thinned_ring(ring, meeting):
    cuts = [i for i, point in enumerate(ring) if point in meeting]
    if len(cuts) < 2:
        # A ring that meets nobody is cut in two at its extremes.
        cuts = sorted({min(range(len(ring)), key=ring.__getitem__), max(range(len(ring)), key=ring.__getitem__)})
    out = []
    for n, start in enumerate(cuts):
        end = cuts[(n + 1) % len(cuts)]
        piece = ring[start:end + 1] if end > start else ring[start:] + ring[:end + 1]
        turned = piece[0] > piece[-1]
        kept = thinned(piece[::-1] if turned else piece)
        out += (kept[::-1] if turned else kept)[:-1]
    return out


def meeting_points(states):
    """Where the set of states that a point belongs to changes along a ring: the ends of shared borders."""
    owners = {}
    for code, rings in states.items():
        for ring in rings:
            for point in ring:
                owners.setdefault(point, set()).add(code)
    meeting = set()
    for rings in states.values():
        for ring in rings:
            for i, point in enumerate(ring):
                if owners[point] != owners[ring[i - 1]]:
                    meeting.add(point)
                    meeting.add(ring[i - 1])
    return meeting


states = {}
for feature in json.load(open(sys.argv[1]))["features"]:
    states.setdefault(CODES[feature["properties"]["name"]], []).extend(rings_of(feature["geometry"]))
meeting = meeting_points(states)
points = 0
with open(sys.argv[2], "wb") as out:
    out.write(struct.pack("<H", len(states)))
    for code in sorted(states):
        rings = [ring for ring in (thinned_ring(ring, meeting) for ring in states[code]) if len(ring) >= 3]
        out.write(struct.pack("<2sH", code.encode(), len(rings)))
        for ring in rings:
            points += len(ring)
            out.write(struct.pack("<H", len(ring)))
            for east, north in ring:
                out.write(struct.pack("<ii", east, north))
print(len(states), "states,", points, "points")
