"""F1 of spans, counted as ../shared/eval/score.py counts them."""
import collections

import torch

import corpora
import features
import functions
from batches import Batch, grouped

# What the product says of CoNLL's types; MISC is not scored.
AS_CONLL = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC"}


def f1(found, wanted, right):
    p, r = right / max(found, 1), right / max(wanted, 1)
    return 200 * p * r / max(p + r, 1e-9)


@torch.no_grad()
def predict(model, documents, words, size=6000):
    """{id: {task: [(start, end, type)]}} by code point offsets, and how many functions are the parser's, percent"""
    model.eval()
    out, right, parsed = {}, 0, 0
    for group in grouped(documents, size):
        batch = Batch(group, words)
        hidden = model.encode(batch)
        emissions = model.heads(hidden, batch.names, batch.name_count)
        tags = {task: torch.zeros(batch.size, dtype=torch.long) for task in features.TAGS}
        for task in features.TAGS:
            rows = torch.cat([emissions[task], emissions[task].new_zeros(1, emissions[task].shape[1])])
            for index, lengths in batch.buckets(model.likeness):
                path = model.crf[task].decode(rows[index], lengths)
                mask = index < batch.size
                tags[task][index[mask]] = path[mask]
        function = emissions["function"].argmax(1).numpy()
        for d, at in zip(group, batch.offsets):
            if d.functions is not None:
                known = d.functions != functions.UNKNOWN
                right += int((function[at:at + len(d)] == d.functions)[known].sum())
                parsed += int(known.sum())
            out[d.id] = {task: spans(d, [features.TAGS[task][t] for t in tags[task][at:at + len(d)].tolist()])
                         for task in features.TAGS}
    return out, 100 * right / max(parsed, 1)


def spans(document, tags):
    found = []
    for first, last in document.paragraphs:
        found += [(int(document.starts[first + a]), int(document.ends[first + b - 1]), type)
                  for a, b, type in corpora.spans_of([t if t[1:] else t + "-" if t != "O" else t for t in tags[first:last]])]
    return found


def score(model, documents, words):
    """{figure: F1 or, of functions, percent}"""
    found, functions_right = predict(model, documents, words)
    counts = collections.defaultdict(lambda: [0, 0, 0])

    def count(name, mine, gold):
        n = counts[name]
        n[0] += len(mine)
        n[1] += len(gold)
        n[2] += len(mine & gold)

    for d in documents:
        mine = found[d.id]
        if d.corpus == "worldwide.dev":
            gold = {tuple(s) for s in d.spans["worldwide"] if s[2] != "Date"}
            count("worldwide", {s for s in mine["worldwide"] if s[2] != "Date"}, gold)
        elif d.corpus == "conll.dev":
            gold = {tuple(s) for s in d.spans["conll"] if s[2] != "MISC"}
            count("conll head", {s for s in mine["conll"] if s[2] != "MISC"}, gold)
            count("conll, product", {(a, b, AS_CONLL[t]) for a, b, t in mine["worldwide"] if t in AS_CONLL}, gold)
        else:
            for type in corpora.ATTRIBUTION_TYPES:
                count(type, {s[:2] for s in mine[type]}, {tuple(s[:2]) for s in d.spans["attribution"] if s[2] == type})
    return {name: f1(*n) for name, n in counts.items()} | {"functions": functions_right}
