"""Some 90 articles of the English Wikipedia, as gensim's wheel on PyPI carries them for its tests (2008; CC BY-SA): texts without
labels, in the manner of encyclopedias, for antecedents.py."""
import bz2
import html
import re
import zipfile

MEMBER = "gensim/test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
SHORTEST_PARAGRAPH, SHORTEST_ARTICLE = 200, 2000  # characters


def plain(markup):
    """Paragraphs without markup, tables, lists, notes."""
    text = re.sub(r"<!--.*?-->", "", markup, flags=re.S)
    for _ in range(6):  # templates in templates
        text = re.sub(r"\{\{[^{}]*\}\}", "", text)
        text = re.sub(r"\{\|[^{}]*?\|\}", "", text, flags=re.S)
    text = re.sub(r"<ref[^>/]*/>", "", text)
    text = re.sub(r"<(ref|gallery|math|code|source|table|timeline)[^>]*>.*?</\1>", "", text, flags=re.S)
    text = re.sub(r"<[^>]+>", "", text)
    for _ in range(3):
        text = re.sub(r"\[\[(?:File|Image|Category|[a-z-]{2,10}):[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]", "", text)
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[https?://\S+ ([^\]]*)\]", r"\1", text)
    text = re.sub(r"\[https?://\S+\]", "", text)
    text = re.sub(r"'{2,}", "", text)
    lines = (re.sub(r"\s+", " ", line.strip()).replace(" ,", ",") for line in text.split("\n"))
    return "\n\n".join(line for line in lines if len(line) >= SHORTEST_PARAGRAPH and line[0] not in "*#:;|!={")


def read(wheel):
    """[{"corpus", "id": the title, "text"}]"""
    with zipfile.ZipFile(wheel) as archive:
        dump = bz2.decompress(archive.read(MEMBER)).decode("utf-8")
    out = []
    for page in re.findall(r"<page>.*?</page>", dump, re.S):
        title = re.search(r"<title>(.*?)</title>", page).group(1)
        markup = re.search(r"<text[^>]*>(.*?)</text>", page, re.S)
        text = plain(html.unescape(html.unescape(markup.group(1)))) if markup else ""
        if len(text) >= SHORTEST_ARTICLE:
            out.append({"corpus": "wikipedia", "id": title, "text": text})
    return out
