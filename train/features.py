"""Documents -> arrays: the features that the core computes (train/features.cc), and the labels laid upon them."""
import hashlib
import json
import pathlib
import subprocess

import numpy

import corpora

LONGEST = 160  # pieces of a sequence; a longer paragraph is cut

TAGS = {
    "worldwide": ["O"] + [f"{b}-{t}" for t in corpora.TYPES for b in "BI"],
    "conll": ["O"] + [f"{b}-{t}" for t in corpora.CONLL_TYPES for b in "BI"],
    "coarse": ["O"] + [f"{b}-{t}" for t in corpora.CONLL_TYPES for b in "BI"],
    "SOURCE": ["O", "B", "I"], "CUE": ["O", "B", "I"], "CONTENT": ["O", "B", "I"],
}


class Words:
    """Each distinct word once: its line in the vocabulary, its characters, its bits."""

    def __init__(self, rows):
        self.text = [r[0] for r in rows]
        self.line = numpy.array([r[1] for r in rows], dtype=numpy.int64)
        self.characters = numpy.array([r[2] for r in rows], dtype=numpy.int64)
        self.bits = unpack([int(r[3]) for r in rows], 64)


def unpack(numbers, width):
    array = numpy.array(numbers, dtype=numpy.uint64)
    return ((array[:, None] >> numpy.arange(width, dtype=numpy.uint64)[None, :]) & numpy.uint64(1)).astype(numpy.float32)


def extract(program, model, documents, cache):
    """Runs the program over the documents; gives its lines, the last one the words."""
    cache = pathlib.Path(cache)
    if not cache.exists():
        lines = "".join(json.dumps({"id": d["id"], "text": d["text"], "clean": True}) + "\n" for d in documents)
        part = cache.with_suffix(".part")
        with part.open("wb") as out:
            subprocess.run([program, model], input=lines.encode(), stdout=out, check=True)
        part.rename(cache)
    with cache.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def label(spans, starts, ends, tags):
    """The tags, as numbers, of pieces that stand in the spans; of overlapping spans the longest counts."""
    out = numpy.zeros(len(starts), dtype=numpy.int64)
    taken = numpy.zeros(len(starts), dtype=bool)
    for start, end, type in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        first = int(numpy.searchsorted(ends, start, side="right"))
        last = int(numpy.searchsorted(starts, end, side="left"))
        if first >= last or taken[first:last].any():
            continue
        taken[first:last] = True
        out[first] = tags.index(f"B-{type}" if f"B-{type}" in tags else "B")
        out[first + 1:last] = out[first] + 1
    return out


class Document:
    """One variant of a document: pieces [n, ...] with the labels of the tasks that it has, sequences [first, last)."""

    def __init__(self, document, features):
        pieces = numpy.array(features["pieces"], dtype=numpy.int64).reshape(-1, 5)
        self.id, self.corpus = document["id"], document["corpus"]
        self.key = hashlib.sha1(document["text"].encode()).hexdigest()  # the same for the same text
        self.starts, self.ends = pieces[:, 0], pieces[:, 1]
        self.words, self.places, self.names = pieces[:, 2], pieces[:, 3], pieces[:, 4]
        self.spans = document["labels"]
        self.functions = None  # of each piece, where a parser told (functions.py)
        self.paragraphs = [(first, last) for first, last in features["paragraphs"]]
        self.sequences = [(at, min(at + LONGEST, last)) for first, last in self.paragraphs
                          for at in range(first, last, LONGEST)]
        self.labels = {}
        for task, spans in document["labels"].items():
            if task == "attribution":
                for type in corpora.ATTRIBUTION_TYPES:
                    self.labels[type] = label([s for s in spans if s[2] == type], self.starts, self.ends, TAGS[type])
            else:
                self.labels[task] = label(spans, self.starts, self.ends, TAGS[task])

    def __len__(self):
        return len(self.starts)


def prepare(program, model, training, development, work):
    """Lists of variants of training documents, development documents, and the words of both."""
    flat = [v for variants in training for v in variants] + development
    lines = extract(program, model, flat, pathlib.Path(work) / "features.jsonl")
    words = Words(lines.pop()["words"])
    made = iter([Document(d, f) for d, f in zip(flat, lines)])
    return [[next(made) for _ in variants] for variants in training], [next(made) for _ in development], words
