#!/usr/bin/env python3
"""Packs pincode,place,state,latitude,longitude lines into pincodes.bin, the form that the server searches in place."""
import struct
import sys

# The order is part of the format: server/accounts/pincodes.cpp has the same list.
STATES = ["", "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DH", "DL", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA",
          "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "UK", "UP", "WB"]
NAMES = {"Andaman And Nicobar Islands": "AN", "Andhra Pradesh": "AP", "Arunachal Pradesh": "AR", "Assam": "AS",
         "Bihar": "BR", "Chandigarh": "CH", "Chhattisgarh": "CG", "Delhi": "DL", "Goa": "GA", "Gujarat": "GJ",
         "Haryana": "HR", "Himachal Pradesh": "HP", "Jammu And Kashmir": "JK", "Jharkhand": "JH", "Karnataka": "KA",
         "Kerala": "KL", "Ladakh": "LA", "Lakshadweep": "LD", "Madhya Pradesh": "MP", "Maharashtra": "MH",
         "Manipur": "MN", "Meghalaya": "ML", "Mizoram": "MZ", "Nagaland": "NL", "Odisha": "OD", "Puducherry": "PY",
         "Punjab": "PB", "Rajasthan": "RJ", "Sikkim": "SK", "Tamil Nadu": "TN", "Telangana": "TS",
         "The Dadra And Nagar Haveli And Daman And Diu": "DH", "Tripura": "TR", "Uttar Pradesh": "UP",
         "Uttarakhand": "UK", "West Bengal": "WB"}


def packed(line):
    pin, _, state, latitude, longitude = line.strip().split(",")
    north = round(float(latitude) * 10000)
    east = round((float(longitude) - 60) * 10000)
    assert 0 <= north < 1 << 19 and 0 <= east < 1 << 19, line
    region = STATES.index(NAMES.get(state, ""))
    return (int(pin) - 100000) << 44 | north << 25 | east << 6 | region


if __name__ == "__main__":
    records = sorted(packed(line) for line in open(sys.argv[1]))
    with open(sys.argv[2], "wb") as out:
        out.write(b"".join(struct.pack("<Q", record) for record in records))
    print(len(records), "pincodes")
