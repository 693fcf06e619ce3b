#!/usr/bin/env python3
"""Packs what training made, core/lexicons/gazetteer/*.tsv and the samples below into core/model/en.pmk (its form:
core/src/model/format.h, core/src/model/weights.h).

    python3 train/pack_model.py --work DIR [--output FILE]      after train.py
    python3 train/pack_model.py --tables [--output FILE]        the gazetteer anew, all else as the file has it

Same input, same bytes. The second form needs Python's standard library only.
"""
import argparse
import pathlib
import struct
import unicodedata
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "core" / "lexicons" / "gazetteer"

# The bits of core/src/model/gazetteer.h.
COUNTRY, MAJOR_PLACE, PLACE, FACILITY, ORGANIZATION, NATIONALITY, MISC, PRODUCT = (1 << i for i in range(8))
GIVEN_FEMALE, GIVEN_MALE, GIVEN, LAST, COMMON_WORD, KNOWN_PERSON = (1 << i for i in range(8, 14))
PLACE_KINDS = {"country": COUNTRY | MAJOR_PLACE | PLACE, "state": MAJOR_PLACE | PLACE, "major": MAJOR_PLACE | PLACE,
               "city": PLACE}
GIVEN_KINDS = {"f": GIVEN | GIVEN_FEMALE, "m": GIVEN | GIVEN_MALE, "": GIVEN}
FLAGS = {
    "places": PLACE_KINDS, "regions": PLACE_KINDS,
    "given_names": GIVEN_KINDS, "last_names": {"": LAST}, "people": {**GIVEN_KINDS, "last": LAST | KNOWN_PERSON},
    "organizations": {"": ORGANIZATION}, "nationalities": {"": NATIONALITY}, "events": {"": MISC},
    "products": {"": PRODUCT}, "facilities": {"": FACILITY}, "common_words": {"": COMMON_WORD},
}

ORDER = ["meta", "gazetteer", "samples", "vocabulary", "vectors", "weights", "antecedents", "blocks"]

# The loader finds exactly these names, or refuses the file.
SAMPLES = [
    ("Foreign Minister Jonas Wetterling met Angela Brandt in Oslo on Tuesday, the Ministry of Fisheries said.",
     [("Jonas Wetterling", "PERSON"), ("Angela Brandt", "PERSON"), ("Oslo", "LOC"), ("Ministry of Fisheries", "ORG")]),
    ("Norwegian farmers paid $1.2 billion to Harbour Bank Ltd., which is based in Bergen.",
     [("Norwegian", "NORP"), ("$1.2 billion", "MONEY"), ("Harbour Bank Ltd.", "ORG"), ("Bergen", "LOC")]),
    ("Nothing in this sentence is a name.", []),
]


def rows(table):
    for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, kind = line.partition("\t")
            yield name, kind


def key(name):
    """lower case, but as it is where it is written in capitals only; as the core looks it up"""
    name = " ".join(name.replace("’", "'").split())
    return name if name.upper() == name and name.lower() != name and " " not in name else name.lower()


def unaccented(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def front_coded(entries):
    """Sorted strings, each with what it carries, as core/src/model/sorted_strings.h tells."""
    body, starts, before = bytearray(), [], b""
    for i, (name, carried) in enumerate(entries):
        shared = 0
        if i % 16 == 0:
            starts.append(len(body))
        else:
            while shared < min(len(name), len(before), 255) and name[shared] == before[shared]:
                shared += 1
        body += struct.pack("<BB", shared, len(name) - shared) + carried + name[shared:]
        before = name
    return struct.pack("<II", len(entries), len(starts)) + struct.pack(f"<{len(starts)}I", *starts) + bytes(body)


def gazetteer():
    entries = {}
    for table in sorted(p.stem for p in TABLES.glob("*.tsv")):
        for name, kind in rows(table):
            for form in {key(name), unaccented(key(name))}:
                entries[form.encode("utf-8")] = entries.get(form.encode("utf-8"), 0) | FLAGS[table][kind]
    return front_coded([(name, struct.pack("<H", flags)) for name, flags in sorted(entries.items())])


def vocabulary(words):
    return "".join(f"{word}\n" for word in words).encode("utf-8")


def samples():
    return "\n".join("\t".join([text, *(column for name in names for column in name)])
                     for text, names in SAMPLES).encode("utf-8")


MAGIC = b"PMK\x1a\r\n\x00\x02"


def pack(sections, magic=MAGIC):
    """The whole file: magic, checksum (CRC-32 of all that follows it), table of sections, sections."""
    at = 16 + 24 * len(sections)
    table, body = b"", b""
    for name, content in sections:
        padding = -at % 16
        body += b"\0" * padding + content
        table += struct.pack("<16sII", name.encode("ascii"), at + padding, len(content))
        at += padding + len(content)
    rest = struct.pack("<I", len(sections)) + table + body
    return magic + struct.pack("<I", zlib.crc32(rest)) + rest


def unpack(content):
    """{name: bytes} of a file that `pack` made"""
    count, = struct.unpack_from("<I", content, 12)
    entries = [struct.unpack_from("<16sII", content, 16 + 24 * i) for i in range(count)]
    return {name.rstrip(b"\0").decode(): content[at:at + length] for name, at, length in entries}


def tensor(name, rows, columns, values, scales=None):
    """One matrix: f32, or whole numbers from -127 to 127 with a scale for each row."""
    head = struct.pack("<24sIII", name.encode("ascii"), rows, columns, 0 if scales is None else 1)
    content = values if scales is None else scales + values
    return head + content + b"\0" * (-len(content) % 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--tables", action="store_true")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "core" / "model" / "en.pmk")
    args = parser.parse_args()
    if args.tables == bool(args.work):
        parser.error("either --work DIR or --tables")
    if args.tables:
        sections = unpack(args.output.read_bytes())
    else:
        import export  # needs PyTorch
        sections = export.sections(args.work)
        # What antecedents.py and blocks.py put there; the former must be run again behind a new tagger.
        old = unpack(args.output.read_bytes()) if args.output.exists() else {}
        sections |= {name: old.get(name, b"\0" * 4) for name in ("antecedents", "blocks")}
    sections |= {"gazetteer": gazetteer(), "samples": samples()}

    args.output.parent.mkdir(parents=True, exist_ok=True)
    args.output.write_bytes(pack([(name, sections[name]) for name in ORDER]))
    print(f"{args.output}: {args.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
