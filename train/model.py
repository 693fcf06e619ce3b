"""The tagger in PyTorch. core/src/model/ runs the same in C++; train/parity.py proves it.

    word    vector (quantized GloVe) + vector of a frequent word + letters (convolution, maximum) + bits  -> 128, ReLU
    piece   word + bits of its place -> LSTM, 128 a side -> hidden, 256
    name    mean over the document's pieces of the same name of tanh(hidden -> 64)
    heads   entity and CoNLL types: ReLU(hidden + name -> 64) -> emissions -> CRF
            attribution: ReLU(hidden -> 64) -> emissions -> a CRF for each of SOURCE, CUE, CONTENT
            functions: ReLU(hidden -> 64) -> emissions, each piece by itself

The encoder (up to "hidden") reads one paragraph; only the mean looks across them.
"""
import torch
from torch import nn

import features
import functions
import words as vocabulary

CHARACTERS, CHARACTER_KINDS, WORD_BITS, PLACE_BITS = 16, 98, 64, 24


class Sizes:
    """Of the tagger that ships."""
    frequent = 16
    letters = 64
    word = 128
    hidden = 128
    name = 64
    head = 64


class FirstSizes(Sizes):
    """Of the tagger that only teaches."""
    head = 96


class Dropout(nn.Module):
    """Dropout whose masks are cut from one pool of random numbers, drawn anew by `refill` (fresh ones cost a tenth of all
    time)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate
        self.register_buffer("pool", torch.empty(0), persistent=False)

    def refill(self, size=1 << 23):
        self.pool = (torch.rand(size) >= self.rate).float() / (1 - self.rate)

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        if not len(self.pool):
            self.refill()
        at = int(torch.randint(len(self.pool) - x.numel(), (1,)))
        return x * self.pool[at:at + x.numel()].view(x.shape).to(x.dtype)


class WordEncoder(nn.Module):
    def __init__(self, codes, centroids, sizes, dropout):
        super().__init__()
        self.register_buffer("codes", torch.as_tensor(codes, dtype=torch.long))
        self.centroids = nn.Parameter(torch.as_tensor(centroids))
        self.unknown = nn.Parameter(torch.zeros(vocabulary.DIMENSIONS))
        self.frequent = nn.Parameter(torch.randn(vocabulary.FREQUENT, sizes.frequent) * 0.1)
        # A convolution over three neighbouring characters, as one table for each of the three places.
        self.before, self.at, self.after = (
            nn.Parameter(torch.randn(CHARACTER_KINDS, sizes.letters) * 0.15) for _ in range(3))
        self.project = nn.Linear(vocabulary.DIMENSIONS + sizes.frequent + sizes.letters + WORD_BITS, sizes.word)
        self.dropout = Dropout(dropout)

    def vectors(self, line):
        known = line < len(self.codes)
        codes = self.codes[line.clamp(max=len(self.codes) - 1)]
        places = torch.arange(vocabulary.SUBSPACES)[None, :] * vocabulary.CENTROIDS
        vectors = nn.functional.embedding(codes + places, self.centroids.flatten(0, 1)).flatten(1)
        return torch.where(known[:, None], vectors, self.unknown[None, :])

    def letters(self, characters):
        padded = nn.functional.pad(characters, (1, 1))
        look_up = nn.functional.embedding
        sums = look_up(padded[:, :-2], self.before) + look_up(characters, self.at) + look_up(padded[:, 2:], self.after)
        sums = sums.masked_fill((characters == 0)[:, :, None], 0.0)  # the ReLU's zero
        return torch.relu(sums).amax(1)

    def forward(self, line, characters, bits):
        frequent = nn.functional.embedding(line.clamp(max=vocabulary.FREQUENT - 1), self.frequent)
        frequent = torch.where((line < vocabulary.FREQUENT)[:, None], frequent, torch.zeros(()))
        row = torch.cat([self.vectors(line), frequent, self.letters(characters), bits], 1)
        return self.dropout(torch.relu(self.project(self.dropout(row))))


@torch.no_grad()
def forward_backward(emissions, transitions, start, counts):
    """log of the sum over all paths, marginals [T, B, n], expected transitions [n, n]. emissions [T, B, n], rows in order
    of falling length; counts[t] rows reach step t."""
    kind, emissions = emissions.dtype, emissions.double()  # f32 would underflow where a strange path must be taken
    transitions, start = transitions.double(), start.double()
    top = emissions.amax(2, keepdim=True)
    emit, matrix = (emissions - top).exp(), transitions.exp()
    alpha, scale = torch.zeros_like(emit), torch.ones_like(top)
    last = emit[0] * start.exp()
    for t, k in enumerate(counts):
        if t:
            last = (last[:k] @ matrix) * emit[t, :k]
        sums = last.sum(1, keepdim=True).clamp_min(1e-280)
        last = last / sums
        alpha[t, :k] = last
        scale[t, :k] = sums
    beta, weighted = torch.ones_like(emit), torch.zeros_like(emit)
    for t in range(len(counts) - 1, 0, -1):
        k = counts[t]
        now = emit[t, :k] * beta[t, :k] / scale[t, :k]
        weighted[t, :k] = now
        beta[t - 1, :k] = now @ matrix.T
    pairs = matrix * (alpha[:-1].flatten(0, 1).T @ weighted[1:].flatten(0, 1))
    steps = torch.arange(len(counts))[:, None] < torch.tensor(lengths_of(counts))[None, :]
    return ((scale.log() + top).squeeze(2) * steps).sum().to(kind), (alpha * beta).to(kind), pairs.to(kind)


class Partition(torch.autograd.Function):
    """log of the sum over all paths, with the gradient written out: far fewer steps than autograd's."""

    @staticmethod
    def forward(context, emissions, transitions, start, counts):
        value, marginals, pairs = forward_backward(emissions, transitions, start, counts)
        context.save_for_backward(marginals, pairs)
        return value

    @staticmethod
    def backward(context, gradient):
        marginals, pairs = context.saved_tensors
        return gradient * marginals, gradient * pairs, gradient * marginals[0].sum(0), None


def lengths_of(counts):
    """[3, 2, 2] -> [3, 3, 1]: how long each row is"""
    lengths = [0] * counts[0]
    for k in counts:
        for row in range(k):
            lengths[row] += 1
    return lengths


class Crf(nn.Module):
    """Transitions among BIO tags; impossible ones stay impossible."""

    def __init__(self, tags):
        super().__init__()
        n = len(tags)
        self.tags = tags
        self.transitions = nn.Parameter(torch.zeros(n, n))
        self.start = nn.Parameter(torch.zeros(n))
        allowed = torch.ones(n, n, dtype=torch.bool)
        first = torch.ones(n, dtype=torch.bool)
        for j, tag in enumerate(tags):
            if tag.startswith("I"):
                first[j] = False
                for i, before in enumerate(tags):
                    allowed[i, j] = before[1:] == tag[1:] and before[0] in "BI"
        self.register_buffer("allowed", allowed)
        self.register_buffer("first", first)

    def scores(self):
        return (self.transitions.masked_fill(~self.allowed, -1e4), self.start.masked_fill(~self.first, -1e4))

    def loss(self, emissions, mask, counts, tags=None, allowed=None):
        """Of the gold path or, with allowed [T, B, n], of all paths through allowed tags; all [T, B, ...]."""
        transitions, start = self.scores()
        everything = Partition.apply(emissions, transitions, start, counts)
        if allowed is not None:
            return everything - Partition.apply(emissions.masked_fill(~allowed, -1e4), transitions, start, counts)
        gold = (emissions.gather(2, tags[:, :, None]).squeeze(2) * mask).sum() + start[tags[0]].sum()
        flat = transitions.flatten()[tags[:-1] * len(self.tags) + tags[1:]]
        return everything - gold - (flat * mask[1:]).sum()

    def soft_loss(self, emissions, counts, marginals):
        """Cross entropy against a teacher's marginals [T, B, n] (0 for padding), neighbours taken as independent."""
        transitions, start = self.scores()
        pairs = marginals[:-1].flatten(0, 1).T @ marginals[1:].flatten(0, 1)
        return (Partition.apply(emissions, transitions, start, counts) - (marginals * emissions).sum()
                - (pairs * self.transitions * self.allowed).sum()
                - (marginals[0].sum(0) * self.start * self.first).sum())

    @torch.no_grad()
    def decode(self, emissions, lengths):
        transitions, start = self.scores()
        score, back = start + emissions[:, 0], []
        for t in range(1, emissions.shape[1]):
            best, origin = (score[:, :, None] + transitions[None]).max(1)
            score = torch.where((t < lengths)[:, None], best + emissions[:, t], score)
            back.append(torch.where((t < lengths)[:, None], origin, torch.arange(score.shape[1])[None, :]))
        paths = [score.argmax(1)]
        for origin in reversed(back):
            paths.append(origin.gather(1, paths[-1][:, None]).squeeze(1))
        return torch.stack(paths[::-1], 1)


class Tagger(nn.Module):
    def __init__(self, codes, centroids, sizes=Sizes, dropout=0.3):
        super().__init__()
        self.word = WordEncoder(codes, centroids, sizes, dropout)
        self.lstm = nn.LSTM(sizes.word + PLACE_BITS, sizes.hidden, bidirectional=True, batch_first=True)
        with torch.no_grad():  # a cell remembers at first
            for name, bias in self.lstm.named_parameters():
                if name.startswith("bias_ih"):
                    bias[sizes.hidden:2 * sizes.hidden] = 1.0
        self.name = nn.Linear(2 * sizes.hidden, sizes.name)
        self.entity_head = nn.Linear(2 * sizes.hidden + sizes.name, sizes.head)
        self.attribution_head = nn.Linear(2 * sizes.hidden, sizes.head)
        self.function_head = nn.Linear(2 * sizes.hidden, sizes.head)
        self.function_emit = nn.Linear(sizes.head, len(functions.FUNCTIONS))
        self.emit = nn.ModuleDict({task: nn.Linear(sizes.head, len(tags)) for task, tags in features.TAGS.items()})
        self.crf = nn.ModuleDict({task: Crf(tags) for task, tags in features.TAGS.items()})
        self.dropout = Dropout(dropout)

    def encode(self, batch, rng=None):
        """hidden [N, 256] of all pieces of a batch; with rng, some of what is known of words is withheld"""
        rows = self.word(*batch.inputs(rng))
        pieces = torch.cat([rows.index_select(0, batch.which), batch.places], 1)
        return self.read(batch, torch.cat([pieces, pieces.new_zeros(1, pieces.shape[1])]))

    def read(self, batch, pieces):
        order, values = [], []
        for index, lengths in batch.buckets(self.likeness):
            x = pieces.index_select(0, index.flatten()).view(*index.shape, -1)
            values.append(self.run_lstm(self.with_context(batch, index, lengths, x), lengths).flatten(0, 1))
            order.append(index.flatten())
        hidden = pieces.new_zeros(batch.size + 1, 2 * self.lstm.hidden_size)
        return hidden.index_copy(0, torch.cat(order), torch.cat(values))[:-1]

    likeness = 0.75  # how short beside the longest a row of a bucket may be

    def with_context(self, batch, index, lengths, x):
        """For the teacher to add what it knows."""
        return x

    def run_lstm(self, x, lengths):
        """Both directions over padded rows; the backward one begins at each row's own end."""
        steps = torch.arange(x.shape[1])[None, :]
        turned = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
        expand = lambda width: turned[:, :, None].expand(-1, -1, width)
        w = self.lstm
        zero = x.new_zeros(1, x.shape[0], w.hidden_size)
        forward = torch.lstm(x, (zero, zero), [w.weight_ih_l0, w.weight_hh_l0, w.bias_ih_l0, w.bias_hh_l0],
                             True, 1, 0.0, self.training, False, True)[0]
        backward = torch.lstm(x.gather(1, expand(x.shape[2])), (zero, zero),
                              [w.weight_ih_l0_reverse, w.weight_hh_l0_reverse, w.bias_ih_l0_reverse,
                               w.bias_hh_l0_reverse], True, 1, 0.0, self.training, False, True)[0]
        return torch.cat([forward, backward.gather(1, expand(w.hidden_size))], 2)

    def heads(self, hidden, names, name_count):
        """Emissions [N, tags] of every task. names [N]: number of the name in the batch, -1 for none."""
        hidden = self.dropout(hidden)
        named = names >= 0
        number = named.nonzero().squeeze(1)
        mine = torch.tanh(self.name(hidden.index_select(0, number)))
        sums = mine.new_zeros(name_count, mine.shape[1]).index_add(0, names[number], mine)
        counts = mine.new_zeros(name_count).index_add(0, names[number], mine.new_ones(len(mine)))
        means = sums / counts.clamp_min(1)[:, None]
        shared = hidden.new_zeros(len(hidden), mine.shape[1])
        shared = shared.index_copy(0, number, means.index_select(0, names[number]))
        entity = self.dropout(torch.relu(self.entity_head(torch.cat([hidden, shared], 1))))
        attribution = self.dropout(torch.relu(self.attribution_head(hidden)))
        function = self.dropout(torch.relu(self.function_head(hidden)))
        return {task: emit(attribution if task in ("SOURCE", "CUE", "CONTENT") else entity)
                for task, emit in self.emit.items()} | {"function": self.function_emit(function)}
