#!/usr/bin/env python3
"""Trains what chooses a pronoun's antecedent: from ../shared/corpora to the section "antecedents" of the model file.

    python3 train/antecedents.py --wikipedia FILE [--program FILE] [--model FILE.pmk] [--rounds 3]

Three kinds of examples. GUM's chains, and pronouns.jsonl, where we wrote down of some articles' pronouns whom they mean. Of all
other texts nobody knows; but where of the people who may be meant only some are known to be women, "she" is one of these:
so grammar is learned as if nothing were known of gender ("blind" choices). What the program chose before is a feature of
what it chooses next, so the program is run anew after each round.
"""
import argparse
import json
import pathlib
import subprocess

import numpy
import torch

import corpora
import pack_model
import wikipedia

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNITS = 24
NOBODY = -1


def run(program, model, documents):
    """A record for each document."""
    lines = "".join(json.dumps({"id": d["id"], "text": d["text"], "clean": True}) + "\n" for d in documents)
    done = subprocess.run([program, model], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Chains:
    """The chains of a document of GUM, and which of the program's referents belong to which."""

    def __init__(self, document, record):
        self.mentions = [(s, e, chain, kind) for chain, c in enumerate(document["chains"]) for s, e, kind in c["mentions"]]
        self.entity = [self.majority(names) for names in record["entities"]]

    def majority(self, spans):
        votes = [chain for s, e in spans for a, b, chain, kind in self.mentions
                 if kind == "name" and max(s, a) < min(e, b)]
        return max(set(votes), key=votes.count) if votes else None

    def of_pronoun(self, at):
        return next((chain for s, e, chain, kind in self.mentions if [s, e] == at and kind == "pronoun"), None)

    def of_referent(self, referent, start, end):
        if referent < len(self.entity):
            return self.entity[referent]
        # The head of "the woman" is its last word.
        return next((chain for s, e, chain, kind in self.mentions if kind == "nominal" and s <= end - 1 < e), None)


def taught(document, record):
    """Examples of a document of GUM: (bits of each choice, which of them are right)"""
    chains = Chains(document, record)
    for pronoun in record["pronouns"]:
        chain = chains.of_pronoun(pronoun["at"])
        choices = pronoun["choices"]
        if chain is None:
            # The chain has no name: something unnamed, or nothing.
            right = [r == NOBODY or (r >= len(chains.entity) and chains.of_referent(r, s, e) is None)
                     for r, _, s, e, _ in choices]
        else:
            right = [r != NOBODY and chains.of_referent(r, s, e) == chain for r, _, s, e, _ in choices]
        if any(right) and not all(right):
            yield [c[4] for c in choices], right


def noted(record, pronouns):
    """Examples of a document of pronouns.jsonl."""
    means = {tuple(p["at"]): p["means"] for p in pronouns}
    named = len(record["entities"])
    for pronoun in record["pronouns"]:
        spans = means.get(tuple(pronoun["at"]))
        if spans is None:
            continue

        def right(referent, start, end):
            if referent == NOBODY or not spans:
                return not spans and (referent == NOBODY or referent >= named)
            if len(spans) > 1:  # "Smith and Jones"
                return referent >= named and all(max(start, a) < min(end, b) for a, b in spans)
            (a, b), = spans
            return referent < named and any(max(s, a) < min(e, b) for s, e in record["entities"][referent])

        answers = [right(r, s, e) for r, _, s, e, _ in pronoun["choices"]]
        if any(answers) and not all(answers):
            yield [c[4] for c in pronoun["choices"]], answers


def unlabelled(text, record):
    """Examples of a document without labels, by gender."""
    for pronoun in record["pronouns"]:
        word = text[slice(*pronoun["at"])].lower()
        sign = 1 if word in ("he", "him", "his", "himself") else -1 if word in ("she", "her", "hers", "herself") else 0
        known = [(c[4], c[1] * sign > 0) for c in pronoun["blind"] if c[1] * sign != 0]
        if any(right for _, right in known) and not all(right for _, right in known):
            yield [bits for bits, _ in known], [right for _, right in known]


class Examples:
    def __init__(self, examples, bits, weight):
        self.bits, self.right, self.size = bits, [], []
        rows = []
        for choices, right in examples:
            rows += choices
            self.right += right
            self.size.append(len(right))
        self.rows = torch.zeros(len(rows), bits)
        for i, row in enumerate(rows):
            self.rows[i, row] = 1
        self.right = torch.tensor(self.right, dtype=torch.bool)
        self.which = torch.repeat_interleave(torch.arange(len(self.size)), torch.tensor(self.size, dtype=torch.long))
        self.weight = torch.full((len(self.size),), weight)


def together(parts):
    all = Examples([], parts[0].bits, 0.0)
    all.rows = torch.cat([p.rows for p in parts])
    all.right = torch.cat([p.right for p in parts])
    all.weight = torch.cat([p.weight for p in parts])
    at, which = 0, []
    for p in parts:
        which.append(p.which + at)
        at += len(p.weight)
    all.which = torch.cat(which)
    return all


class Net(torch.nn.Module):
    def __init__(self, bits, dropout):
        super().__init__()
        self.rows = torch.nn.Linear(bits, UNITS)
        self.out = torch.nn.Linear(UNITS, 1, bias=False)
        self.dropout = torch.nn.Dropout(dropout)

    def forward(self, rows):
        return self.out(self.dropout(torch.relu(self.rows(rows)))).squeeze(1)


def log_share(scores, which, count, mask=None):
    """log of the sum of exp(scores) of each example, of all or of those in the mask"""
    top = torch.full((count,), -1e9).index_reduce(0, which, scores.detach(), "amax")
    terms = (scores - top[which]).exp()
    if mask is not None:
        terms = terms * mask
    return torch.zeros(count).index_add(0, which, terms).clamp_min(1e-30).log() + top


def fit(examples, args):
    torch.manual_seed(args.seed)
    net = Net(examples.bits, args.dropout)
    optimizer = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=args.decay)
    count = len(examples.weight)
    order = torch.argsort(examples.which, stable=True)
    starts = torch.searchsorted(examples.which[order], torch.arange(count + 1))
    total = args.epochs * (count // args.batch + 1)
    step = 0
    for _ in range(args.epochs):
        for some in torch.randperm(count).split(args.batch):
            rows = torch.cat([torch.arange(int(starts[i]), int(starts[i + 1])) for i in some.tolist()])
            which = torch.repeat_interleave(torch.arange(len(some)), starts[some + 1] - starts[some])
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1, (step + 1) / 50) * max(0.01, 1 - step / total)
            scores = net(examples.rows[rows])
            loss = log_share(scores, which, len(some)) - log_share(scores, which, len(some), examples.right[rows].float())
            loss = (loss * examples.weight[some]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return net.eval()


@torch.no_grad()
def accuracy(net, examples):
    count = len(examples.weight)
    scores = net(examples.rows)
    top = torch.full((count,), -1e9).index_reduce(0, examples.which, scores, "amax")
    best = scores >= top[examples.which]
    right = torch.zeros(count).index_add(0, examples.which, (best & examples.right).float()) > 0
    return 100 * float(right.float().mean())


def tensors(name, net):
    """In the numbers that ship: bytes, one scale for all rows."""
    rows, out = net.rows.weight.detach().numpy(), net.out.weight.detach().numpy()
    scale, scale_out = numpy.float32(abs(rows).max() / 127), numpy.float32(abs(out).max() / 127)
    return [
        pack_model.tensor(f"{name}.weight", *rows.shape, numpy.rint(rows / scale).astype(numpy.int8).tobytes(),
                          numpy.full(UNITS, scale, dtype=numpy.float32).tobytes()),
        pack_model.tensor(f"{name}.bias", 1, UNITS, net.rows.bias.detach().numpy().astype(numpy.float32).tobytes()),
        pack_model.tensor(f"{name}.emit", 1, UNITS, numpy.rint(out / scale_out).astype(numpy.int8).tobytes(),
                          numpy.array([scale_out], dtype=numpy.float32).tobytes())]


def section(person, thing):
    both = tensors("person", person) + tensors("thing", thing)
    return len(both).to_bytes(4, "little") + b"".join(both)


def put(model, content):
    sections = pack_model.unpack(model.read_bytes()) | {"antecedents": content}
    model.write_bytes(pack_model.pack([(name, sections[name]) for name in pack_model.ORDER]))


def is_person(example):
    return 0 in example[0][0]  # the bit he_or_she


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/train/train/pressmark_antecedents")
    parser.add_argument("--model", type=pathlib.Path, default=ROOT / "core/model/en.pmk")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--wikipedia", type=pathlib.Path, help="wikipedia.py")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--decay", type=float, default=0.02)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--by-gender", type=float, default=0.5, help="the weight of examples by gender")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    gum = [json.loads(line) for line in (args.shared / "corpora/gum/other-genres.jsonl").open(encoding="utf-8")]
    others = [v[0] for v in corpora.training(args.shared, args.seed, without=["gum", *corpora.SOCIAL])]
    if args.wikipedia:
        others += wikipedia.read(args.wikipedia)
    whole = {(d["corpus"], d["id"]): d for d in others}
    ours = [json.loads(line) for line in (ROOT / "train/pronouns.jsonl").open(encoding="utf-8")]
    ours = [(whole[p["corpus"], p["id"]], p["pronouns"]) for p in ours if (p["corpus"], p["id"]) in whole]
    bits = int(subprocess.run([args.program, "--bits"], stdout=subprocess.PIPE, check=True).stdout)
    torch.manual_seed(args.seed)
    put(args.model, section(Net(bits, 0), Net(bits, 0)))  # any will do
    for number in range(args.rounds):
        records = run(args.program, args.model, gum + others)
        of = {(d["corpus"], d["id"]): r for d, r in zip(others, records[len(gum):])}
        examples = [e for d, r in zip(gum, records) for e in taught(d, r)]
        examples += [e for d, pronouns in ours for e in noted(of[d["corpus"], d["id"]], pronouns)]
        by_gender = Examples([e for d, r in zip(others, records[len(gum):]) for e in unlabelled(d["text"], r)], bits,
                             args.by_gender)
        people = Examples([e for e in examples if is_person(e)], bits, 1.0)
        things = Examples([e for e in examples if not is_person(e)], bits, 1.0)
        person, thing = fit(together([people, by_gender]), args), fit(things, args)
        print(f"round {number + 1}: he and she {len(people.weight)}, {accuracy(person, people):.1f} % right; by gender "
              f"{len(by_gender.weight)}, {accuracy(person, by_gender):.1f} %; it and they {len(things.weight)}, "
              f"{accuracy(thing, things):.1f} %", flush=True)
        put(args.model, section(person, thing))


if __name__ == "__main__":
    main()
