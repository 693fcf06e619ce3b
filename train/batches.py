"""Documents -> batches of tensors."""
import numpy
import torch

import features

WORD_DROP, BIT_DROP = 0.06, 0.12  # how often a word's vector, and what is known of it, is withheld


class Batch:
    """Some documents, their pieces one after the other, and in which padded rows (buckets) the encoder reads them."""

    def __init__(self, documents, words):
        self.documents = documents
        which = numpy.concatenate([d.words for d in documents])
        self.word_rows = torch.as_tensor(which)
        rows, self.which = map(torch.as_tensor, numpy.unique(which, return_inverse=True))
        self.line = torch.as_tensor(words.line[rows])
        self.characters = torch.as_tensor(words.characters[rows])
        self.bits = torch.as_tensor(words.bits[rows])
        self.places = torch.as_tensor(features.unpack(numpy.concatenate([d.places for d in documents]), 24))
        names, sequences, count, at = [], [], 0, 0
        self.offsets = []
        for d in documents:
            names.append(numpy.where(d.names >= 0, d.names + count, -1))
            count += int(d.names.max(initial=-1)) + 1
            sequences += [(last - first, first + at) for first, last in d.sequences]
            self.offsets.append(at)
            at += len(d)
        self.size = at
        self.names, self.name_count = torch.as_tensor(numpy.concatenate(names)), max(count, 1)
        self.spans = sorted(sequences)

    def buckets(self, likeness):
        """[(index [B, T], lengths [B])]: rows of like length, so that little of a bucket is padding."""
        left, out = list(self.spans), []
        while left:
            count = sum(1 for length, _ in left if length >= likeness * left[-1][0] - 4)
            out.append(padded(left[-count:], self.size, 8))  # few shapes: oneDNN compiles anew for each
            del left[-count:]
        return out

    def inputs(self, rng=None):
        """What the word encoder reads; with rng, some of it withheld."""
        line, bits = self.line, self.bits
        if rng is not None:
            line = torch.where(torch.rand(len(line), generator=rng) < WORD_DROP, torch.full_like(line, 1 << 30), line)
            keep = (torch.rand(len(bits), 1, generator=rng) >= BIT_DROP).float()
            known = torch.ones(64)
            known[:29] = 0  # gazetteer and common words may be withheld, case and grammar never
            bits = bits * torch.maximum(keep, known[None, :])
        return line, self.characters, bits

    def sequences(self, placed):
        """Of some (document, offset): index [T, B] of their sequences, longest first, and how many reach each step."""
        spans = sorted(((last - first, first + at) for d, at in placed for first, last in d.sequences), reverse=True)
        index, lengths = padded(spans, self.size)
        counts = (torch.arange(index.shape[1])[:, None] < lengths[None, :]).sum(1).tolist()
        return index.T, counts

    def rows(self, task):
        """The sequences whose documents are labelled for the task: index, counts, labels [T, B]; None without any."""
        mine = [(d, at) for d, at in zip(self.documents, self.offsets) if task in d.labels]
        if not mine:
            return None
        labels = torch.zeros(self.size + 1, dtype=torch.long)
        for d, at in mine:
            labels[at:at + len(d)] = torch.as_tensor(d.labels[task])
        index, counts = self.sequences(mine)
        return index, counts, labels[index]


def padded(sequences, fill, multiple=1):
    """index [B, T] and lengths [B] of sequences (length, first); B and T as multiples, filled up with empty rows of
    length 1."""
    lengths, firsts = (torch.tensor(column) for column in zip(*sequences))
    more = -len(lengths) % multiple
    lengths = torch.cat([lengths, lengths.new_ones(more)])
    firsts = torch.cat([firsts, firsts.new_full((more,), fill)])
    longest = int(lengths.max())
    steps = torch.arange(longest + -longest % multiple)[None, :]
    return torch.where(steps < lengths[:, None], firsts[:, None] + steps, fill).clamp(max=fill), lengths


def grouped(documents, size, rng=None):
    """Documents in groups of about `size` pieces."""
    order = rng.permutation(len(documents)) if rng is not None else range(len(documents))
    group, pieces = [], 0
    for i in order:
        group.append(documents[i])
        pieces += len(documents[i])
        if pieces >= size:
            yield group
            group, pieces = [], 0
    if group:
        yield group
