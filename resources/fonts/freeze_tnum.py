#!/usr/bin/python3
"""Makes "Console Sans": Inter with its tabular digits made the normal ones.

Qt 6.4 cannot switch on an OpenType feature, and columns of money need digits of one width. The script replaces
every character's glyph by its `tnum` alternate, keeps the scripts a console needs, and renames the face, which the
Open Font License asks for.

    ./freeze_tnum.py /usr/share/fonts/opentype/inter .
"""

import copy
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Console Sans"
WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]
# Latin with its extensions, punctuation, currency signs, arrows, mathematical signs, ticks and stars.
UNICODES = "0020-024F,02B0-02FF,0300-036F,1E00-1EFF,2000-206F,2070-209F,20A0-20BF,2100-214F,2190-21FF,2200-22FF,2300-23FF,25A0-25FF,2600-27BF"


def tabular(font: TTFont) -> dict[str, str]:
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            swaps.update(getattr(part, "mapping", {}))
    return swaps


def rename(font: TTFont, weight: str) -> None:
    legacy = FAMILY if weight in ("Regular", "Bold") else f"{FAMILY} {weight}"
    names = {
        1: legacy,
        2: weight if weight in ("Regular", "Bold") else "Regular",
        3: f"{FAMILY} {weight}",
        4: f"{FAMILY} {weight}",
        6: f"ConsoleSans-{weight}",
        16: FAMILY,
        17: weight,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def keep(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(UNICODES))
    cutter.subset(font)


def welcome(font: TTFont) -> None:
    """Says that Devanagari is no stranger: Qt asks the first family of a font whether it knows the script of a text
    and complains in the log when it does not. The letters themselves come from the family after it."""
    scripts = font["GSUB"].table.ScriptList
    latin = next(record for record in scripts.ScriptRecord if record.ScriptTag == "latn")
    for tag in ("dev2", "deva"):
        record = copy.copy(latin)
        record.ScriptTag = tag
        scripts.ScriptRecord.append(record)
    scripts.ScriptRecord.sort(key=lambda record: record.ScriptTag)
    scripts.ScriptCount = len(scripts.ScriptRecord)


def main(source: Path, target: Path) -> None:
    for weight in WEIGHTS:
        font = TTFont(source / f"Inter-{weight}.otf")
        swaps = tabular(font)
        for characters in font["cmap"].tables:
            for code, glyph in characters.cmap.items():
                characters.cmap[code] = swaps.get(glyph, glyph)
        rename(font, weight)
        keep(font)
        welcome(font)
        font["CFF "].cff.fontNames[0] = f"ConsoleSans-{weight}"
        font.save(target / f"ConsoleSans-{weight}.otf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
