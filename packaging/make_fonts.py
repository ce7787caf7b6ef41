"""Make the desk fonts of resources/fonts from the variable Inter (needs fonttools; not part of any set-up).

Three things differ from Inter as published, each because a time or a code must read the same everywhere:
figures are tabular from the start (a ticking label does not shiver), a colon between figures stays the plain
colon, and no two characters share a glyph. The last two keep the text of a PDF whole: Qt looks up the one
character behind each glyph, and "11:05 h" came out as "1105<tab>h". The family has its own name, so that another
version of Inter on the machine cannot take its place.
"""

import argparse
from copy import deepcopy
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FAMILY = "Inter Desk"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}
TEXT_SIZE = 14  # the optical size Inter draws for text; 32 is for headlines
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Characters that would otherwise come out in place of a space and of two quotation marks.
SHADOWS = {0x09: "space", 0x2BC: "quoteright", 0x2EE: "quotedblright"}
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def make(source: Path, style: str, weight: int) -> TTFont:
    """Return one fixed weight of the variable font at source."""
    font = instancer.instantiateVariableFont(TTFont(source), {"opsz": TEXT_SIZE, "wght": weight})
    tabular_figures(font)
    drop_feature(font, "calt")
    own_glyphs(font)
    rename(font, style)
    return font


def tabular_figures(font: TTFont) -> None:
    """Give the figures one width by default; `pnum` gives the others, `tnum` changes nothing any more."""
    for table in font["cmap"].tables:
        for figure in FIGURES:
            if table.cmap.get(0x30 + FIGURES.index(figure)) == figure:
                table.cmap[0x30 + FIGURES.index(figure)] = f"{figure}.tf"
    for lookup in lookups_of(font, "tnum"):
        for subtable in lookup.SubTable:
            single = getattr(subtable, "ExtSubTable", subtable)
            single.mapping = {old: new for old, new in single.mapping.items() if old in FIGURES}


def lookups_of(font: TTFont, tag: str) -> list:
    """Return the substitutions that the feature named tag runs."""
    gsub = font["GSUB"].table
    used = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == tag for i in r.Feature.LookupListIndex}
    return [gsub.LookupList.Lookup[i] for i in sorted(used)]


def drop_feature(font: TTFont, tag: str) -> None:
    """Leave the feature named tag in place but with nothing to do, so that no index moves."""
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0


def own_glyphs(font: TTFont) -> None:
    """Give each character of SHADOWS a copy of its glyph; a tab has to have one, or Qt draws it with the space."""
    for character, name in SHADOWS.items():
        copy = f"uni{character:04X}"
        metrics = font["hmtx"][name]
        font["glyf"][copy] = deepcopy(font["glyf"][name])
        font["hmtx"][copy] = metrics
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[character] = copy


def rename(font: TTFont, style: str) -> None:
    """Name the font as one member of the family, in the way Windows and the others each expect."""
    names, regular = font["name"], style == "Regular"
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    texts = {
        1: FAMILY if regular else f"{FAMILY} {style}",
        2: "Regular",
        3: f"{names.getDebugName(5)};{postscript}",
        4: f"{FAMILY} {style}",
        6: postscript,
    }
    if not regular:
        texts |= {16: FAMILY, 17: style}
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    del font["STAT"]  # it would go on speaking of a variable family


def main() -> None:
    """Write the fonts of every weight into resources/fonts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="the variable font, Inter[opsz,wght].ttf, version 4.1")
    source = parser.parse_args().source
    for style, weight in WEIGHTS.items():
        path = FOLDER / f"InterDesk-{style}.ttf"
        make(source, style, weight).save(path)
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
