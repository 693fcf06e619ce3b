"""The corpora as plain documents: text as a user would paste it, and what is marked in it by code point offsets.

A document is {"id", "corpus", "text", "labels"}; "\\n\\n" stands between paragraphs. Labels are, by task:
  worldwide    [start, end, type] with the nine types of the Worldwide corpus
  conll        [start, end, type] with CoNLL's four
  coarse       [start, end, type] with PER ORG LOC and MISC, for corpora whose finer types are their own
  attribution  [start, end, "SOURCE" | "CUE" | "CONTENT"], each piece of an attribution one span

Tokenized corpora are joined again. Each has several variants, of which training draws one an epoch, so that the tagger
meets text as corpora spell it, as people type it, and as headlines shout it.
"""
import json
import pathlib
import random
import re

TYPES = ["Person", "Organization", "Location", "Facility", "NORP", "Product", "Misc", "Money", "Date"]
CONLL_TYPES = ["PER", "ORG", "LOC", "MISC"]
ATTRIBUTION_TYPES = ["SOURCE", "CUE", "CONTENT"]

# What the finer types of the extra corpora are; what is not named here is MISC.
COARSE = {t: "PER" for t in "PER person Person politician writer musicalartist scientist researcher".split()} | {
    t: "ORG" for t in "ORG group corporation organisation Organisation politicalparty band university".split()} | {
    t: "LOC" for t in "LOC location Location country".split()}
NOT_NAMES = {"Temporal", "Quantity", "Money", "DocumentReference"}

NO_SPACE_BEFORE = set(". , ; : ? ! ) ] % ’ ” … '' n't 's ’s 're 've 'll 'd 'm n’t".split())
NO_SPACE_AFTER = set("( [ $ £ € “ ‘ ` ``".split())


def read_conll(path):
    """[[(tokens, tags), ...] a document]"""
    documents, sentence = [[]], []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if not line.strip():
            if sentence:
                documents[-1].append(([t for t, _ in sentence], [tag for _, tag in sentence]))
            sentence = []
        elif line.startswith("-DOCSTART-"):
            documents.append([])
        else:
            token, tag = line.split("\t")[:2]
            sentence.append((token, tag or "O"))
    return [d for d in documents if d]


def spans_of(tags):
    """BIO tags -> [(first, last, type)]"""
    spans, start = [], None
    for i, tag in enumerate(tags + ["O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            spans.append((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = i
    return spans


def join(tokens):
    """Tokens -> the text as it was before it was tokenized, and where in it each of them stands."""
    text, places, marked, glue = "", [], False, True
    for i, token in enumerate(tokens):
        space = not glue and token not in NO_SPACE_BEFORE
        glue = token in NO_SPACE_AFTER
        if token in ('"', "``", "''"):
            marked = not marked
            space, glue = space and marked, marked
        elif token in ("-", "/") and 0 < i < len(tokens) - 1 and tokens[i - 1][-1].isalnum() and tokens[i + 1][0].isalnum():
            space, glue = False, True  # corpora part "Al - Maskari"
        if space:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def typed(sentence):
    """The tokens as a person types them: "’ s" becomes "’s"."""
    tokens, tags = sentence
    out, out_tags = [], []
    for token, tag in zip(tokens, tags):
        if out and out[-1] in ("’", "'") and token in ("s", "t", "re", "ve", "ll", "d", "m") and len(out) > 1:
            out[-1] += token
        else:
            out.append(token)
            out_tags.append(tag)
    return out, out_tags


CURLY = {'"': "“”", "'": "‘’"}


def other_marks(text, rng):
    """Straight marks for curly ones or the other way round; every character stays one character."""
    if any(c in text for c in "“”’"):
        return text.translate({ord(a): b for a, b in zip("“”‘’", "\"\"''")})
    out = []
    for i, c in enumerate(text):
        opens = i == 0 or text[i - 1] in " \n([—-"
        out.append(CURLY[c][0 if opens and i + 1 < len(text) else 1] if c in CURLY else c)
    return "".join(out)


def shout(text, rng):
    """A headline: in CAPITALS or in Title Case. None where letters would not stay one to one."""
    if rng.random() < 0.5:
        out = text.upper()
    else:
        out = re.sub(r"(?<![^\W_]|['’.])[^\W\d_]", lambda m: m.group().upper(), text)
    return out if len(out) == len(text) else text


def build(id, corpus, task, sentences, rng, marks=False, merge=False, noise=0.0):
    """One document out of tokenized sentences."""
    text, labels = "", []
    i = 0
    while i < len(sentences):
        count = rng.choice([1, 2, 2, 3, 4]) if merge else 1
        paragraph = sentences[i:i + count]
        i += count
        for k, (tokens, tags) in enumerate(paragraph):
            if text:
                text += " " if k else "\n\n"
            joined, places = join(tokens)
            if marks:
                joined = other_marks(joined, rng)
            if noise and rng.random() < (noise if len(tokens) <= 16 else noise / 10):
                joined = shout(joined, rng)
            for first, last, type in spans_of(tags):
                labels.append([len(text) + places[first][0], len(text) + places[last - 1][1], type])
            text += joined
    return {"id": id, "corpus": corpus, "text": text, "labels": {task: labels}}


def tokenized(path, corpus, task, seed, map_type=None, document_size=None):
    """[[variant, ...] a document]"""
    documents = read_conll(path)
    if document_size:  # sets without documents: runs of sentences
        sentences = [s for d in documents for s in d]
        documents = [sentences[i:i + document_size] for i in range(0, len(sentences), document_size)]
    out = []
    for n, sentences in enumerate(documents):
        rng = random.Random(f"{seed} {corpus} {n}")
        if map_type:
            sentences = [(tokens, [map_type(tag) for tag in tags]) for tokens, tags in sentences]
        people = [typed(s) for s in sentences]
        id = f"{corpus}-{n}"
        merge = corpus != "worldwide"
        variants = [
            build(id, corpus, task, sentences, rng),
            build(id, corpus, task, people, rng, marks=rng.random() < 0.5, merge=merge),
            build(id, corpus, task, people, rng, marks=rng.random() < 0.3, merge=merge, noise=0.5),
        ]
        out.append(variants if corpus in ("worldwide", "conll") else variants[1:2])
    return out


def coarse(tag):
    bio, _, type = tag.partition("-")
    return "O" if not type or type in NOT_NAMES else f"{bio}-{COARSE.get(type, 'MISC')}"


def attributions(record):
    """[start, end, type] for each piece, cut at paragraph borders"""
    spans = set()
    for a in record["attributions"]:
        for type in ATTRIBUTION_TYPES:
            for start, end in a[type.lower()]:
                for m in re.finditer(r"\S(?:[^\n]*\S)?", record["text"][start:end]):
                    spans.add((start + m.start(), start + m.end(), type))
    return [list(s) for s in sorted(spans)]


def polnear(path, corpus, seed):
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        rng = random.Random(f"{seed} {record['id']}")
        labels = {"attribution": attributions(record)}
        document = {"id": record["id"], "corpus": corpus, "text": record["text"], "labels": labels}
        out.append([document, {**document, "text": other_marks(record["text"], rng)}])
    return out


def unlabelled(path, corpus):
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("text"):
            out.append([{"id": f"{corpus}-{record['id']}", "corpus": corpus, "text": record["text"], "labels": {}}])
    return out


def gold(path, corpus):
    """A development file of ../shared/eval/dev."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "attributions" in record:
            labels = {"attribution": attributions(record)}
        else:
            labels = {corpus.partition(".")[0]: record["ents"]}
        out.append({"id": record["id"], "corpus": corpus, "text": record["text"], "labels": labels})
    return out


EXTRA = ["wnut17", "broad-twitter", "ewt-dev-test", "crossner-politics", "crossner-other", "re3d", "wikigold"]
SOCIAL = ["wnut17", "broad-twitter"]  # which no parser reads well
NAMES = ["worldwide", "conll", "polnear", *EXTRA, "timebank", "gum"]


def training(shared, seed, without=()):
    """Every corpus but those named, as lists of variants."""
    folder = pathlib.Path(shared) / "corpora"
    readers = {
        "worldwide": lambda: tokenized(folder / "worldwide/train.conll", "worldwide", "worldwide", seed),
        "conll": lambda: tokenized(folder / "conll2003/train.conll", "conll", "conll", seed),
        "polnear": lambda: polnear(folder / "polnear/train.jsonl", "polnear", seed),
        "timebank": lambda: unlabelled(folder / "timebank/train.jsonl", "timebank"),
        "gum": lambda: unlabelled(folder / "gum/other-genres.jsonl", "gum"),
    }
    for name in EXTRA:
        readers[name] = lambda name=name: tokenized(folder / f"extra/{name}.conll", name, "coarse", seed, coarse, 12)
    return [d for name in NAMES if name not in without for d in readers[name]()]


def development(shared):
    folder = pathlib.Path(shared) / "eval" / "dev"
    return (gold(folder / "entities.worldwide.jsonl", "worldwide.dev") + gold(folder / "entities.conll.jsonl", "conll.dev")
            + gold(folder / "quotations.polnear.jsonl", "polnear.dev"))
