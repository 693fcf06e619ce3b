#!/usr/bin/env python3
"""Proves that core/src/model/ computes what model.py defines: the same texts through both, their emissions beside each
other and their best tags.

    python3 train/parity.py --program build/native/train/pressmark_features --work DIR --model FILE.pmk

DIR holds words.npz and model.pt, FILE.pmk was packed from it. Fails where an emission differs by more than 0.001, or a tag
where its choice was no tie.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import numpy
import torch

import export
import features
from batches import Batch
from model import Tagger

MOST = 1e-3
TASKS = ["worldwide", "SOURCE", "CUE", "CONTENT"]  # whose tags a CRF decodes
FUNCTION = len(TASKS)  # the column of functions behind them

TEXTS = [
    "Oslo.",
    "Foreign Minister Jonas Wetterling met Angela Brandt in Oslo on Tuesday, the Ministry of Fisheries said.\n\n"
    "“We have agreed on nothing,” Brandt said. “But Mr. Wetterling’s offer—$1.2 billion over five years—was new.”",
    "FISHERS WARN OF EMPTY NETS\n\nBy Żaneta Kowalczyk\n\nGDAŃSK, Poland — Polish-German talks over cod quotas broke "
    "down early on Friday. Łukasz Ćwikła, who heads the fishers’ union Bałtyk, called the outcome “a scandal”. The "
    "European Commission’s spokeswoman, Inês Gonçalves, declined to comment.",
    "According to the study, sea levels at Port Harrow rose by 3.4 mm a year; \"that's twice what we expected,\" said its "
    "lead author, Prof. D. O'Rourke-Singh of Mirren University (see https://example.org/a-b?c=d). He added: 'No-one "
    "listened.'\n\n- The harbour wall: 120m\n- The old quay: 80m",
    "Ørsted A/S shares fell 4 % in Copenhagen. Orsted's chief, Søren Ågård-Nyström, told reporters that the state-owned "
    "company would “not, under any circumstances, leave Hornsea”. ØRSTED later deleted the post. 😀",
    "The Varda Bridge was closed, officials said. " + " ".join(
        f"On day {i} the engineers of Lakeside Council looked at pillar {i}, and said it was “fine”." for i in range(1, 6)),
    "“I do not know,” she said. “" + "Nobody knows what Anna Berg of Harbour Bank knew, or when she knew it, " * 4
    + "and nobody asks.”",
]


class Texts:
    """The program's features as documents of one batch, as train.py has them, but no paragraph cut."""

    def __init__(self, program, model):
        requests = [{"id": str(i), "text": text, "clean": True} for i, text in enumerate(TEXTS)]
        self.input = "".join(json.dumps(r) + "\n" for r in requests).encode()
        *documents, words = self.run(program, model)
        self.words = features.Words(words["words"])
        self.documents = []
        for request, read in zip(requests, documents):
            document = features.Document({**request, "corpus": "", "labels": {}}, read)
            document.sequences = document.paragraphs
            self.documents.append(document)
        self.emissions = self.run(program, "--emissions", model)

    def run(self, *command):
        done = subprocess.run(command, input=self.input, stdout=subprocess.PIPE, check=True)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]


def load(work):
    saved = numpy.load(work / "words.npz")
    model = Tagger(saved["codes"], saved["centroids"])
    model.load_state_dict(torch.load(work / "model.pt"))
    model.load_state_dict(export.rounded(model))
    return model.eval()


@torch.no_grad()
def run(model, batch):
    hidden = model.encode(batch)
    return model.heads(hidden, batch.names, batch.name_count)


@torch.no_grad()
def path_score(crf, emissions, tags):
    transitions, start = crf.scores()
    score = start[tags[0]] + emissions[torch.arange(len(tags)), tags].sum()
    return float(score + transitions[tags[:-1], tags[1:]].sum())


@torch.no_grad()
def compare_tags(crf, emissions, got):
    """How many tags differ from PyTorch's best path, though that is better by more than rounding."""
    best = crf.decode(emissions[None], torch.tensor([len(got)]))[0]
    if path_score(crf, emissions, best) - path_score(crf, emissions, got) <= MOST:
        return 0
    return int((best != got).sum())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/native/train/pressmark_features")
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--model", default="core/model/en.pmk")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = load(args.work)
    texts = Texts(args.program, args.model)
    worst, wrong, tags = 0.0, 0, 0
    batch = Batch(texts.documents, texts.words)
    expected = run(model, batch)
    for document, at, got in zip(texts.documents, batch.offsets, texts.emissions):
        rows = torch.tensor(got["emissions"]).view(len(document), -1)
        column = 0
        for k, task in enumerate([*TASKS, "function"]):
            mine = expected[task][at:at + len(document)]
            worst = max(worst, float((rows[:, column:column + mine.shape[1]] - mine).abs().max()))
            column += mine.shape[1]
            if k == FUNCTION:
                found = torch.tensor(got["tags"])[:, k]
                wrong += int((mine.amax(1) - mine.gather(1, found[:, None]).squeeze(1) > MOST).sum())
                tags += len(found)
                continue
            for first, last in document.paragraphs:
                found = torch.tensor(got["tags"])[first:last, k]
                wrong += compare_tags(model.crf[task], mine[first:last], found)
                tags += last - first
        assert column == rows.shape[1]
    spread = float(torch.cat([e.flatten() for e in expected.values()]).std())
    print(f"{batch.size} pieces in {len(TEXTS)} texts: emissions differ by {worst:.2e} at most (their spread {spread:.2f}), "
          f"{wrong} of {tags} tags differ")
    sys.exit(0 if worst <= MOST and wrong == 0 else 1)


if __name__ == "__main__":
    main()
