"""A trained tagger -> the sections of the model file, in the numbers that ship: matrices in 8 bits with a scale for each
row. `rounded` gives the same numbers back to PyTorch, so that what is measured is what ships."""
import json

import numpy
import torch

import features
import pack_model
from model import Tagger

HEADS = ["worldwide", "SOURCE", "CUE", "CONTENT"]  # what the product runs


def quantized(matrix):
    """f32 [rows, columns] -> whole numbers [rows, columns], scales [rows]"""
    scales = numpy.abs(matrix).max(1) / 127
    scales[scales == 0] = 1
    return numpy.rint(matrix / scales[:, None]).astype(numpy.int8), scales.astype(numpy.float32)


def is_matrix(name, value):
    return value.dtype == torch.float32 and value.dim() >= 2 and not name.startswith("crf.")


def as_rows(name, value):
    """The rows that share a scale: a centroid table's are its subspaces."""
    return value.flatten(1) if name == "word.centroids" else value


def rounded(model):
    """The state of the model in the numbers that ship."""
    state = {}
    for name, value in model.state_dict().items():
        if is_matrix(name, value):
            numbers, scales = quantized(as_rows(name, value).numpy())
            value = torch.as_tensor(numbers * scales[:, None]).view(value.shape)
        state[name] = value
    return state


def weights(state):
    out = []

    def add(name, value, whole=None):
        array = as_rows(name, value).numpy() if value.dim() > 1 else value.numpy()[None, :]
        whole = is_matrix(name, value) if whole is None else whole
        if whole:
            numbers, scales = quantized(array)
            out.append(pack_model.tensor(SHORT[name], *array.shape, numbers.tobytes(), scales.tobytes()))
        else:
            out.append(pack_model.tensor(SHORT[name], *array.shape, array.astype(numpy.float32).tobytes()))

    SHORT = {"word.centroids": "centroids", "word.unknown": "unknown", "word.frequent": "frequent",
             "word.before": "letters.before", "word.at": "letters.at", "word.after": "letters.after",
             "word.project.weight": "project.weight", "word.project.bias": "project.bias",
             "name.weight": "name.weight", "name.bias": "name.bias",
             "entity_head.weight": "entity.weight", "entity_head.bias": "entity.bias",
             "attribution_head.weight": "attribution.weight", "attribution_head.bias": "attribution.bias",
             "function_head.weight": "function.weight", "function_head.bias": "function.bias",
             "function_emit.weight": "function.emit.weight", "function_emit.bias": "function.emit.bias"}
    for direction, suffix in (("forward", ""), ("backward", "_reverse")):
        bias = state[f"lstm.bias_ih_l0{suffix}"] + state[f"lstm.bias_hh_l0{suffix}"]
        state[f"{direction}.bias"] = bias
        SHORT |= {f"lstm.weight_ih_l0{suffix}": f"{direction}.input", f"lstm.weight_hh_l0{suffix}": f"{direction}.hidden",
                  f"{direction}.bias": f"{direction}.bias"}
    for task in HEADS:
        label = "entity" if task == "worldwide" else task.lower()
        crf = state[f"crf.{task}.transitions"].masked_fill(~state[f"crf.{task}.allowed"], -1e4)
        start = state[f"crf.{task}.start"].masked_fill(~state[f"crf.{task}.first"], -1e4)
        state |= {f"crf.{task}.transitions": crf, f"crf.{task}.start": start}
        SHORT |= {f"emit.{task}.weight": f"{label}.emit.weight", f"emit.{task}.bias": f"{label}.emit.bias",
                  f"crf.{task}.transitions": f"{label}.transitions", f"crf.{task}.start": f"{label}.start"}
    for name in SHORT:
        add(name, state[name], False if name.endswith((".transitions", ".start")) else None)
    return len(out).to_bytes(4, "little") + b"".join(out)


def sections(work):
    saved = numpy.load(work / "words.npz")
    model = Tagger(saved["codes"], saved["centroids"])
    model.load_state_dict(torch.load(work / "model.pt"))
    meta = json.loads((work / "meta.json").read_text())
    meta["tags"] = features.TAGS["worldwide"]
    return {"meta": json.dumps(meta, indent=2).encode(), "vocabulary": pack_model.vocabulary(saved["words"]),
            "vectors": saved["codes"].tobytes(), "weights": weights(dict(model.state_dict()))}
