#!/usr/bin/env python3
"""Trains what tells the article from the page around it: from ../shared and pages.jsonl to the section "blocks" of the model file.

    python3 train/blocks.py [--program FILE] [--model FILE.pmk]

pages.jsonl holds what we noted of pages as select-all-and-copy gives them: which stretch is the headline, the byline, the body ...
(ids and offsets in code points; the rest is chrome). People also paste a part of a page, or the article alone, with other blank
lines: each page is seen in several such forms, and each form is one sequence of blocks. pressmark_blocks tells of every block the
bits of core/src/passes/block_bits.h; a weight for each
bit of a block and of its two neighbours, and a linear-chain CRF over the page, give its kind. Which block is the headline is asked of
the whole page: other weights of the same bits give each a score, and of these, with 0 for "none", the softmax.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import statistics
import subprocess

import numpy
import torch

import pack_model

ROOT = pathlib.Path(__file__).resolve().parent.parent
# In the order of core/include/pressmark/article.h.
KINDS = ["title", "subtitle", "kicker", "byline", "dateline", "date", "body", "section", "list", "pull_quote", "caption",
         "copyright", "chrome"]
CHROME, TITLE = KINDS.index("chrome"), KINDS.index("title")
BODY = {"body", "section", "pull_quote", "list"}
# The chain's states: the page before the article is "chrome", within it and behind it it has states of its own, so that the chain
# knows that an article that has ended does not go on.
WITHIN, BEHIND = len(KINDS), len(KINDS) + 1
STATES = len(KINDS) + 2
# What sites put between an article's paragraphs: links to others (by their titles), advertising, letters to sign up for.
READ_MORE = [[f"{lead}{{}}"] for lead in ("READ MORE: ", "Read more: ", "Read more about ", "READ ALSO: ", "Also read: ", "RELATED: ",
                                          "Related: ", "Related story: ", "MORE: ", "Recommended: ", "See also: ", "Watch: ",
                                          "READ: ", "Don't miss: ", "► ", "")]
READ_MORE += [["Related", "{}", "{}"], ["Read more", "{}"], ["More on this", "{}", "{}", "{}"], ["Also read", "{}"]]
OTHER_LINES = [["Advertisement"], ["ADVERTISEMENT"], ["Advertisement - story continues below"], ["Story continues below advertisement"],
               ["Article continues after advertisement"], ["Skip advertisement"], ["Continue reading the main story"],
               ["Sign up for our newsletter and get the news every morning"], ["Sign up", "Enter your email address", "Subscribe"],
               ["Get our daily newsletter, straight to your inbox.", "Sign up"], ["Subscribe to our newsletter"],
               ["Share this", "Facebook", "Twitter", "Email"], ["This content is not available due to your privacy preferences."],
               ["Loading..."], ["Follow us on Twitter and like us on Facebook"], ["Support our work: become a member today."]]
WINDOW = 3
CHUNK = 100


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


class Page:
    """A paste and the spans of its kinds; `hints` and `metadata` where it was read from HTML."""

    def __init__(self, name, text, spans, hints=(), metadata=None, clean=False):
        self.id, self.text, self.spans, self.hints, self.metadata, self.clean = name, text, spans, hints, metadata, clean

    def request(self):
        request = {"id": self.id, "text": self.text, "offsets": "codepoint", "clean": self.clean}
        if self.hints:
            request |= {"hints": self.hints, "metadata": self.metadata}
        return request

    def lines(self):
        for match in re.finditer(r"[^\n]+", self.text):
            if match.group().strip():
                yield match.span()

    def kind_at(self, start, end):
        votes = collections.Counter()
        for s, e, kind in self.spans:
            if s < end and start < e:
                votes[kind] += min(e, end) - max(s, start)
        kind, most = votes.most_common(1)[0] if votes else ("chrome", 0)
        return kind if 2 * most > end - start else "chrome"

    def cut(self, name, keep, joiner=None, clean=False, inserts=None):
        """The page with those of its lines for which keep(number, kind) holds; `joiner` in the place of all line ends; `inserts`: more
        lines, which are chrome, by the number of the line that they stand before."""
        text, spans, before = "", [], 0
        for number, (start, end) in enumerate(self.lines()):
            kind = self.kind_at(start, end)
            if not keep(number, kind):
                continue
            gap = joiner or ("\n\n" if self.text.count("\n", before, start) > 1 else "\n")
            before = end
            for insert in (inserts or {}).get(number, ()):
                text += gap + insert
            if text:
                text += gap
            spans.append((len(text), len(text) + end - start, kind))
            text += self.text[start:end]
        return Page(f"{self.id} {name}", text, [s for s in spans if s[2] != "chrome"], clean=clean)


def kept_lines(page):
    return [n for n, (s, e) in enumerate(page.lines()) if page.kind_at(s, e) not in ("chrome", "copyright")]


def inserted(page, random_, titles):
    """Lines that sites put between paragraphs, by the number of the line they stand before."""
    body = [n for n, (s, e) in enumerate(page.lines()) if page.kind_at(s, e) in BODY]
    between = [n for before, n in zip(body, body[1:]) if n == before + 1]
    some = random_.sample(between, min(len(between), random_.choice([1, 2, 3, 5])))
    kind = random_.choice([READ_MORE, OTHER_LINES])
    return {n: [line.format(random_.choice(titles)) for line in random_.choice(kind)] for n in some}


def forms(page, random_, titles):
    """The page as people may paste it."""
    yield page
    kept = kept_lines(page)
    if not kept or page.hints:
        return
    first, last, count = kept[0], kept[-1], sum(1 for _ in page.lines())
    yield page.cut("dense", lambda n, k: True, "\n")
    yield page.cut("loose", lambda n, k: True, "\n\n")
    for name in ("a", "b"):
        begin, end = first - random_.choice([0, 0, 1, 3, 8]), last + random_.choice([0, 0, 1, 2, 5, 20])
        yield page.cut(f"part {name}", lambda n, k: begin <= n <= end, random_.choice([None, None, "\n", "\n\n"]))
    for name in ("inserts a", "inserts b", "inserts c"):
        inserts = inserted(page, random_, titles)
        if inserts:
            yield page.cut(name, lambda n, k: True, random_.choice([None, None, "\n", "\n\n"]), inserts=inserts)
    begin, end = random_.choice([(0, last + 2), (first, count), (max(0, first - 40), last + 40)])
    yield page.cut("half", lambda n, k: begin <= n <= end)
    yield page.cut("clean", lambda n, k: k not in ("chrome", "copyright"), random_.choice([None, "\n\n"]), clean=True)
    yield page.cut("article", lambda n, k: k not in ("chrome", "copyright"), random_.choice([None, "\n\n"]))
    body = [n for n, (s, e) in enumerate(page.lines()) if page.kind_at(s, e) in BODY]
    if len(body) > 3:
        at, size = random_.randrange(len(body) - 2), random_.choice([1, 2, 3, 5, 8])
        some = set(body[at:at + size])
        yield page.cut("piece", lambda n, k: n in some, random_.choice([None, "\n\n"]))


class Sequence:
    """`rows` holds the bits of each block with those of its neighbours."""

    def __init__(self, page, record, bits):
        self.page, self.blocks = page, record["blocks"]
        rows = numpy.zeros((len(self.blocks) + 2, bits), dtype=bool)
        for i, (_, _, on) in enumerate(self.blocks):
            rows[i + 1, on] = True
        self.rows = torch.from_numpy(numpy.concatenate([rows[:-2], rows[1:-1], rows[2:]], 1))
        self.kinds = torch.tensor([KINDS.index(page.kind_at(s, e)) for s, e, _ in self.blocks])
        self.states = self.kinds.clone()
        inside = [i for i, kind in enumerate(self.kinds.tolist()) if KINDS[kind] in BODY]
        for i, kind in enumerate(self.kinds.tolist()):
            if kind == CHROME and inside and i > inside[0]:
                self.states[i] = WITHIN if i < inside[-1] else BEHIND
        # The headline, also where it stands once more.
        words = [" ".join(re.findall(r"\w+", page.text[s:e].lower())) for s, e, _ in self.blocks]
        titles = {w for w, kind in zip(words, self.kinds.tolist()) if kind == TITLE}
        self.titles = torch.tensor([w in titles for w in words])

    def chunks(self, size):
        """(rows, states, state before or -1, blocks of the whole): as the state before is known, none of them waits for another."""
        for at in range(0, len(self.kinds), size):
            before = int(self.states[at - 1]) if at else -1
            yield self.rows[at:at + size], self.states[at:at + size], before, len(self.kinds)


def read_blocks(program, model, pages, bits):
    lines = "".join(json.dumps(page.request()) + "\n" for page in pages)
    done = subprocess.run([program, model], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return [Sequence(page, record, bits) for page, record in zip(pages, records) if record["blocks"]]


class Net(torch.nn.Module):
    """Linear in the bits: a weight for each bit and state, and for each bit and the headline."""

    def __init__(self, bits):
        super().__init__()
        self.out = torch.nn.Linear(WINDOW * bits, STATES + 1)  # the last one: that it is the headline
        torch.nn.init.zeros_(self.out.weight)
        torch.nn.init.zeros_(self.out.bias)
        self.start = torch.nn.Parameter(torch.zeros(STATES))
        self.transitions = torch.nn.Parameter(torch.zeros(STATES, STATES))

    def scores(self, rows):
        return self.out(rows.float())

    def penalty(self):
        """Few pages have many blocks, but each only one end of its article: so much more is to be said against transitions."""
        return (self.out.weight ** 2).sum() / 2 + (self.transitions ** 2).sum() * 5

    def emissions(self, rows):
        return self.scores(rows)[..., :-1]

    def title_loss(self, sequences):
        scores = self.scores(torch.cat([s.rows for s in sequences]))[:, -1]
        loss = 0.0
        for sequence, page in zip(sequences, scores.split([len(s.kinds) for s in sequences])):
            nothing = page.new_zeros(1)
            right = page[sequence.titles] if sequence.titles.any() else nothing
            loss = loss + torch.logsumexp(torch.cat([page, nothing]), 0) - torch.logsumexp(right, 0)
        return loss / len(sequences)

    @torch.no_grad()
    def title(self, rows):
        """The likeliest headline and how likely it is."""
        weight = numpy.exp(numpy.minimum(self.scores(rows)[:, -1].double().numpy(), 80)) * (self.shares(rows)[:, TITLE] + 1e-3)
        best = int(weight.argmax())
        return best, weight[best] / (weight.sum() + 0.1)

    def loss(self, rows, kinds, before, mask):
        emissions = self.emissions(rows)
        begin = torch.cat([self.transitions, self.start.unsqueeze(0)])[before]  # the last row for -1
        score = (begin + emissions[:, 0]).gather(1, kinds[:, :1]).squeeze(1)
        forward = begin + emissions[:, 0]
        for t in range(1, kinds.shape[1]):
            on = mask[:, t]
            step = self.transitions[kinds[:, t - 1], kinds[:, t]] + emissions[:, t].gather(1, kinds[:, t:t + 1]).squeeze(1)
            score = score + step * on
            after = torch.logsumexp(forward.unsqueeze(2) + self.transitions, 1) + emissions[:, t]
            forward = torch.where(on.unsqueeze(1) > 0, after, forward)
        return torch.logsumexp(forward, 1) - score

    @torch.no_grad()
    def shares(self, rows):
        """The probability of each kind of each block of one sequence."""
        e = self.emissions(rows).double().numpy()
        start, transitions = self.start.double().numpy(), self.transitions.double().numpy()
        n = len(e)
        forward, backward = numpy.zeros_like(e), numpy.zeros_like(e)
        forward[0] = start + e[0]
        for t in range(1, n):
            m = forward[t - 1].max()
            forward[t] = numpy.log(numpy.exp(forward[t - 1] - m) @ numpy.exp(transitions)) + m + e[t]
        for t in range(n - 2, -1, -1):
            x = e[t + 1] + backward[t + 1]
            m = x.max()
            backward[t] = numpy.log(numpy.exp(transitions) @ numpy.exp(x - m)) + m
        x = forward + backward
        x = numpy.exp(x - x.max(1, keepdims=True))
        x /= x.sum(1, keepdims=True)
        x[:, CHROME] += x[:, WITHIN] + x[:, BEHIND]
        return x[:, :len(KINDS)]


def batches(chunks, size, random_):
    """Chunks of like length together."""
    order = sorted(range(len(chunks)), key=lambda i: len(chunks[i][1]) * random_.uniform(0.8, 1.25))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    random_.shuffle(groups)
    pad = torch.nn.utils.rnn.pad_sequence
    for group in groups:
        rows, kinds, before, whole = zip(*(chunks[i] for i in group))
        mask = pad([torch.ones(len(k)) for k in kinds], batch_first=True)
        yield (pad(rows, batch_first=True), pad(kinds, batch_first=True), torch.tensor(before), mask,
               torch.tensor(whole, dtype=torch.float))


def fit(sequences, args, report=None):
    torch.manual_seed(args.seed)
    random_ = random.Random(args.seed)
    net = Net(sequences[0].rows.shape[1] // WINDOW)
    chunks = [chunk for sequence in sequences for chunk in sequence.chunks(CHUNK)]
    optimizer = torch.optim.Adam(net.parameters(), lr=args.rate)
    total = args.epochs * -(-len(chunks) // args.batch)
    step = 0
    for epoch in range(args.epochs):
        net.train()
        sum_ = 0.0
        for rows, kinds, before, mask, whole in batches(chunks, args.batch, random_):
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1, (step + 1) / 50) * max(0.01, 1 - step / total)
            # A long page is not worth as many short ones as it has lines.
            loss = (net.loss(rows, kinds, before, mask) / whole ** args.even).sum() / args.batch
            loss = loss + args.title * net.title_loss(random_.sample(sequences, min(args.batch, len(sequences))))
            loss = loss + args.decay * net.penalty()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            sum_ += float(loss.detach())
            step += 1
        if report and (epoch + 1) % 2 == 0:
            report(epoch + 1, sum_ * args.batch / len(sequences), net.eval())
    return net.eval()


def shingles(text, size=4):
    t = re.findall(r"\w+", text or "")
    return collections.Counter(tuple(t[i:i + size]) for i in range(max(1, len(t) - size + 1))) if t else collections.Counter()


def body_f1(net, sequences, golds):
    """As ../shared/eval/score.py counts it."""
    precision, recall = [], []
    for sequence, gold in zip(sequences, golds):
        shares = net.shares(sequence.rows)
        inside = sum(shares[:, KINDS.index(k)] for k in BODY)
        text = "\n".join(sequence.page.text[s:e] for (s, e, _), p in zip(sequence.blocks, inside) if p > 0.5)
        a, b = shingles(gold), shingles(text)
        same = sum((a & b).values())
        precision.append(same / max(1, sum(b.values())) if b else 0.0)
        recall.append(same / max(1, sum(a.values())))
    p, r = statistics.mean(precision), statistics.mean(recall)
    return p, r, 2 * p * r / (p + r)


def whole(name, weight):
    """In the numbers that ship: bytes, one scale for all rows."""
    values = weight.detach().numpy()
    scale = numpy.float32(abs(values).max() / 127)
    return pack_model.tensor(name, *values.shape, numpy.rint(values / scale).astype(numpy.int8).tobytes(),
                             numpy.full(len(values), scale, dtype=numpy.float32).tobytes())


def floats(name, values):
    values = values.detach().numpy().astype(numpy.float32)
    rows, columns = values.shape if values.ndim == 2 else (1, len(values))
    return pack_model.tensor(name, rows, columns, values.tobytes())


def section(net):
    parts = [whole("out.weight", net.out.weight), floats("out.bias", net.out.bias), floats("start", net.start),
             floats("transitions", net.transitions)]
    return len(parts).to_bytes(4, "little") + b"".join(parts)


def put(model, content):
    sections = pack_model.unpack(model.read_bytes()) | {"blocks": content}
    model.write_bytes(pack_model.pack([(name, sections[name]) for name in pack_model.ORDER]))


def noted_pages(shared):
    """The pages of pages.jsonl whose texts are at hand."""
    texts = {}
    for corpus, path in (("trafilatura-segments", "corpora/pages/trafilatura-segments.jsonl"),
                         ("structure.articles", "eval/dev/structure.articles.jsonl")):
        for page in read_lines(shared / path):
            texts[corpus, page["id"]] = page["pasted"]
    for note in read_lines(ROOT / "train/pages.jsonl"):
        yield Page(f"{note['corpus']} {note['id']}", texts[note["corpus"], note["id"]], note["kinds"])


def is_measured(page):
    return page["id"][-1] in "02468ace"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/train/train/pressmark_blocks")
    parser.add_argument("--model", type=pathlib.Path, default=ROOT / "core/model/en.pmk")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-2)
    parser.add_argument("--decay", type=float, default=1e-3)
    parser.add_argument("--even", type=float, default=0.5, help="1: each page counts as much; 0: each block")
    parser.add_argument("--title", type=float, default=0.5, help="the weight of choosing the headline")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    bits = int(subprocess.run([args.program, "--bits"], stdout=subprocess.PIPE, check=True).stdout)
    random_ = random.Random(args.seed)
    noted = list(noted_pages(args.shared))
    titles = [page.text[s:e] for page in noted for s, e, kind in page.spans if kind == "title" and e - s < 120]
    pages = [form for page in noted for form in forms(page, random_, titles)]
    sequences = read_blocks(args.program, args.model, pages, bits)
    measured = [p for p in read_lines(args.shared / "eval/dev/structure.articles.jsonl") if is_measured(p)]
    others = read_blocks(args.program, args.model, [Page(p["id"], p["pasted"], []) for p in measured], bits)
    golds = [p["articleBody"] for p in measured]
    print(f"{len(sequences)} sequences, {sum(len(s.kinds) for s in sequences)} blocks, {bits} bits", flush=True)

    def report(epoch, loss, net):
        p, r, f1 = body_f1(net, others, golds)
        print(f"epoch {epoch}: loss {loss:.3f}; body of the measured pages P {p:.3f} R {r:.3f} F1 {f1:.3f}", flush=True)

    net = fit(sequences, args, report)
    put(args.model, section(net))


if __name__ == "__main__":
    main()
