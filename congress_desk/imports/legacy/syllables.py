"""Whether a word can be Vietnamese: the witness by which old encodings are recognised."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_ONSET_LIST = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p q r s t v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu
    im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyp
    uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt
    ươu y yêm yên yêng yêt yêu ynh yt yp yn
"""
_ONSETS = ("", *_ONSET_LIST.split())
_RHYMES = frozenset(_RHYME_LIST.split())
_STOPPED = re.compile("(?:c|ch|p|t)$")
_WORD_BREAK = re.compile(r"[\s0-9,.;:!?()\[\]/\\\"'“”‘’&+*=_|–—-]+")


def foreign_words(text: str) -> list[str]:
    """Return the words of a text that are not plain ASCII: those that tell an encoding."""
    return [word for word in _WORD_BREAK.split(text) if word and not word.isascii()]


def valid_words(words: list[str]) -> int:
    """Return how many of the words can be Vietnamese."""
    return sum(map(is_syllable, words))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Say whether `word` is spelled as a Vietnamese syllable: initial, rhyme, one fitting tone."""
    if not (word.islower() or word.isupper() or word[1:].islower()) and len(word) > 1:
        return False
    tone, letters = _parts(word)
    return any(
        letters.startswith(onset) and _is_rhyme(letters[len(onset) :], tone) for onset in _ONSETS
    ) or (letters == "gi")


def _is_rhyme(rhyme: str, tone: str) -> bool:
    if rhyme not in _RHYMES:
        return False
    return tone in ("s", "j") if _STOPPED.search(rhyme) else len(tone) <= 1


def _parts(word: str) -> tuple[str, str]:
    """Return the tone marks and the letters without them."""
    tone, letters = "", ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone += _TONES[char]
        else:
            letters += char
    return tone, unicodedata.normalize("NFC", letters)
