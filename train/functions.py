"""What words do in their sentences (subject, object, possessor ...), told by the Stanford parser (Chen and Manning 2014),
which no page could carry, for the tagger to learn.

The parser and its models are CoreNLP's (GPL 3), fetched by train/run from Maven Central; what the tagger keeps of them is
numbers.
"""
import json
import pathlib
import subprocess

import numpy

# The values of core/src/passes/tags.h, in order.
FUNCTIONS = ["other", "subject", "object", "oblique", "modifier", "possessor", "apposition", "inside", "main", "complement",
             "adverbial", "relative", "open", "predicate"]
NUMBER = {name: i for i, name in enumerate(FUNCTIONS)}
NOMINAL = {"nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "iobj": "object", "nmod:poss": "possessor",
           "appos": "apposition", "compound": "inside", "flat": "inside"}
VERBAL = {"root": "main", "ccomp": "complement", "csubj": "complement", "csubj:pass": "complement",
          "parataxis": "complement", "advcl": "adverbial", "acl": "relative", "acl:relcl": "relative", "xcomp": "open"}
MARKS = {"“": "``", "”": "''", "‘": "`", "’": "'", "—": "--", "–": "--", "…": "...", "’s": "'s", "’S": "'s"}
SHORTEST, LONGEST, FILE = 2, 120, 3000  # pieces of a sentence; sentences of a file
UNKNOWN = -1


def of_sentence(heads, relations):
    """The functions of the words of a parsed sentence. heads: rows, -1 for the root's."""
    copula = {heads[i]: i for i, relation in enumerate(relations) if relation == "cop"}
    out = [0] * len(heads)
    for i in range(len(heads)):
        first, steps = i, 0
        while relations[first] == "conj" and steps < 6:
            first, steps = heads[first], steps + 1
        relation = relations[first]
        if relation in NOMINAL:
            out[i] = NUMBER[NOMINAL[relation]]
        elif relation.startswith("obl"):
            out[i] = NUMBER["oblique"]
        elif relation.startswith("nmod"):
            out[i] = NUMBER["modifier"]
        elif relation in VERBAL:
            out[copula.get(i, i)] = NUMBER[VERBAL[relation]]
            if i in copula:
                out[i] = NUMBER["predicate"]
    return out


def words(text, pieces):
    """A sentence's pieces as the parser knows them."""
    out, opened = [], False
    for start, end, *_ in pieces:
        word = MARKS.get(text[start:end], text[start:end]).replace("’", "'")
        if word == '"':
            word, opened = ("''" if opened else "``"), not opened
        out.append("".join(c if c.isprintable() and not c.isspace() else "_" for c in word) or "_")
    return " ".join(out)


def sentences_of(documents, lines):
    for row, (document, line) in enumerate(zip(documents, lines)):
        for first, last in line["sentences"]:
            if SHORTEST <= last - first <= LONGEST:
                yield row, first, words(document["text"], line["pieces"][first:last])


def parse(sentences, jars, folder):
    """CoNLL-U files of the sentences, made once."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for at in range(0, len(sentences), FILE):
        files.append(folder / f"{at // FILE}.txt")
        files[-1].write_text("".join(s + "\n" for _, _, s in sentences[at:at + FILE]), encoding="utf-8")
    left = [f for f in files if not f.with_suffix(".txt.conllu").exists()]
    if left:
        (folder / "files").write_text("".join(f"{f}\n" for f in left))
        subprocess.run(["java", "-Xmx5g", "-cp", f"{jars}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators",
                        "tokenize,pos,depparse", "-tokenize.whitespace", "-ssplit.eolonly", "-outputFormat", "conllu",
                        "-filelist", folder / "files", "-outputDirectory", folder], check=True)
    return [f.with_suffix(".txt.conllu") for f in files]


def read(path):
    """(heads, relations) of each sentence of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line]
        if rows:
            yield [int(r[6]) - 1 for r in rows], [r[7] for r in rows]


def teach(documents, lines, jars, folder):
    """For each document the functions of its pieces by where they start, UNKNOWN where it was not parsed."""
    sentences = list(sentences_of(documents, lines))
    parsed = (sentence for path in parse(sentences, jars, pathlib.Path(folder)) for sentence in read(path))
    out = [dict() for _ in documents]
    for (row, first, _), (heads, relations) in zip(sentences, parsed, strict=True):
        for piece, function in zip(lines[row]["pieces"][first:], of_sentence(heads, relations)):
            out[row][piece[0]] = function
    return out


def lay(functions, starts):
    """The functions of pieces that start there: of any variant of a document, whose letters stand where they stood."""
    return numpy.array([functions.get(int(start), UNKNOWN) for start in starts], dtype=numpy.int64)
