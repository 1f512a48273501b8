"""How wide a text is, told from a table: no font is looked at when drawing.

Advance widths of Inter (version 4, SIL Open Font Licence) in thousandths of an em, plus 3 %,
so that a text set in a slightly wider font still fits. Scripts that the table does not know
get a cautious width of their class.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Weight = Literal["regular", "semibold", "bold"]

#: How much wider than Inter the reader's own font may be.
CAUTION = 1.03
_CHARACTERS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrs"
    "tuvwxyz{|}~\u00a0\u202f«»‘’“”–—‑…·•°²³€§×÷±≈≤≥→←↑↓↗↺●○◇□▼△½œŒæÆøØßđĐðÐłŁþÞıĨĩďľťơƠưƯ"
)
#: Thousandths of an em, one for each of them: the wider of plain and tabular figures.
_ADVANCES = {
    "regular": (
        "282 279 404 631 638 813 640 222 363 363 500 660 280 461 276 357 648 648 648 648 648 "
        "648 648 648 648 648 276 280 660 660 660 508 937 677 651 728 719 599 587 743 741 265 "
        "543 652 563 890 753 762 635 762 640 638 643 742 677 949 643 665 625 363 357 363 469 "
        "452 498 564 621 559 621 583 361 610 591 238 238 545 238 870 586 597 610 610 373 523 "
        "364 581 557 813 540 557 542 363 327 363 660 282 182 540 540 199 185 381 381 500 1000 "
        "358 822 276 563 455 421 431 665 552 660 660 660 660 660 660 955 955 955 955 955 955 "
        "915 915 1052 915 1009 1009 927 991 954 925 991 597 762 610 621 719 580 719 238 563 610 "
        "631 238 444 279 677 305 364 599 775 623 866 "
    ),
    "semibold": (
        "249 309 396 644 650 844 663 214 394 394 544 673 296 466 291 379 671 671 671 671 670 "
        "671 671 671 671 671 291 296 673 673 673 545 1000 724 658 744 725 608 586 755 744 275 "
        "561 677 567 907 741 775 644 776 651 650 660 734 724 1007 691 705 653 394 379 394 482 "
        "469 498 575 631 578 631 593 378 626 613 261 261 569 261 898 610 608 625 625 397 550 "
        "380 609 576 838 563 576 562 394 358 394 673 249 164 598 600 228 214 409 408 500 1000 "
        "429 807 291 497 459 423 439 679 579 673 673 673 673 673 673 955 955 955 955 955 955 "
        "915 915 1058 915 1035 1035 920 981 997 918 1017 608 775 646 631 725 594 725 261 578 "
        "612 658 261 449 286 717 353 405 621 801 681 869 "
    ),
    "bold": (
        "232 325 393 650 655 860 675 209 410 410 565 680 303 469 298 390 689 682 682 682 681 "
        "682 682 682 682 682 298 303 680 680 680 563 1031 748 661 753 728 613 585 761 747 281 "
        "570 690 568 915 736 782 648 783 657 655 669 730 748 1036 715 725 667 410 390 410 488 "
        "477 498 581 636 588 636 598 386 634 625 273 273 582 273 912 622 614 633 633 409 562 "
        "389 622 586 851 574 586 572 410 374 410 680 232 155 626 630 243 228 422 421 500 1000 "
        "465 800 298 464 460 425 443 687 594 680 680 680 680 680 680 955 955 955 955 955 955 "
        "915 915 1062 915 1048 1048 916 977 1018 914 1031 614 782 665 636 728 600 728 273 586 "
        "613 671 273 451 289 737 376 425 633 814 710 871 "
    ),
}
#: In ems: East Asian full width; pictures; of a script that is not in the table a capital, a
#: letter, a joined letter written from the right, any other sign.
_FULL_WIDTH, _PICTURE, _CAPITAL, _LETTER, _JOINED, _OTHER = 1.0, 1.3, 0.95, 0.78, 0.65, 1.0
_FIRST_PICTURE = 0x1F000
_SPACES = re.compile(r"[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_HYPHENS = "-‐–—/"
_JOINER = "\u200d"


class _Advances(dict[str, float]):
    """Width of each character in ems, learnt as characters are met."""

    def __init__(self, weight: Weight) -> None:
        numbers = map(int, _ADVANCES[weight].split())
        super().__init__(
            (character, thousandths / 1000 * CAUTION)
            for character, thousandths in zip(_CHARACTERS, numbers, strict=True)
        )

    def __missing__(self, character: str) -> float:
        bare = unicodedata.normalize("NFD", character)[0]
        width = self[bare] if bare != character else _width_of_class(character) * CAUTION
        self[character] = width
        return width


def _width_of_class(character: str) -> float:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(character) >= _FIRST_PICTURE:
        return _PICTURE
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL_WIDTH
    if unicodedata.bidirectional(character) == "AL":
        return _JOINED
    by_category = {"Lu": _CAPITAL, "Lt": _FULL_WIDTH}
    return by_category.get(category, _LETTER if category[0] == "L" else _OTHER)


_TABLES: dict[Weight, _Advances] = {
    "regular": _Advances("regular"), "semibold": _Advances("semibold"), "bold": _Advances("bold")
}  # fmt: skip


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """The width in pixels that a text of one line takes at most, at a size in pixels.

    >>> round(text_width("Déposer le dossier", 12.5, "semibold"), 1)
    116.3
    """
    return sum(map(_TABLES[weight].__getitem__, text)) * size


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, weight: Weight = "regular") -> tuple[str, ...]:
    """A text in lines no wider than `width` pixels; it loses no character, only white space.

    Lines break at spaces; a word wider than a line breaks after its hyphens, then anywhere
    between two letters, with a hyphen. One character may be wider than the line: it then
    stands alone. O(characters).

    Parameters
    ----------
    text
        Any text; line feeds count as spaces, no-break spaces do not break.
    width, size
        Pixels.

    >>> wrap("Équipe médico-sociale", 96, 12, "semibold")
    ('Équipe', 'médico-sociale')
    >>> wrap("médico-sociale", 60, 12)
    ('médico-', 'sociale')
    """
    table = _TABLES[weight]
    room = width / size
    space = table[" "]
    lines: list[str] = []
    line, used = "", 0.0
    for word in _SPACES.split(text):
        long = sum(map(table.__getitem__, word))
        if line and used + space + long <= room:
            line, used = f"{line} {word}", used + space + long
            continue
        if line:
            lines.append(line)
        if long <= room:
            line, used = word, long
            continue
        *whole, line = _cut_word(word, room, table)
        lines.extend(whole)
        used = sum(map(table.__getitem__, line))
    return (*lines, line) if line else tuple(lines)


def _cut_word(word: str, room: float, table: _Advances) -> list[str]:
    """The pieces of a word that is wider than a line: after hyphens first, else anywhere."""
    pieces: list[str] = []
    piece, used = "", 0.0
    for part in _parts(word):
        long = sum(map(table.__getitem__, part))
        if used + long <= room:
            piece, used = piece + part, used + long
            continue
        if piece:
            pieces.append(piece)
        *whole, piece = [part] if long <= room else _cut_part(part, room, table)
        pieces.extend(whole)
        used = sum(map(table.__getitem__, piece))
    return [*pieces, piece]


def _parts(word: str) -> list[str]:
    parts = [""]
    for character in word:
        parts[-1] += character
        if character in _HYPHENS:
            parts.append("")
    return [part for part in parts if part]


def _cut_part(part: str, room: float, table: _Advances) -> list[str]:
    hyphen = table["-"]
    pieces: list[str] = []
    piece, used = "", 0.0
    for cluster in _clusters(part):
        long = sum(map(table.__getitem__, cluster))
        if piece and used + long + hyphen > room:
            pieces.append(piece + "-" if piece[-1].isalpha() and ord(piece[-1]) < 0x2E80 else piece)
            piece, used = "", 0.0
        piece, used = piece + cluster, used + long
    return [*pieces, piece]


def _clusters(text: str) -> list[str]:
    """Characters with the marks and joiners that belong to them."""
    clusters: list[str] = []
    for character in text:
        joins = clusters and (
            unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
            or clusters[-1][-1] == _JOINER
        )
        if joins:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
