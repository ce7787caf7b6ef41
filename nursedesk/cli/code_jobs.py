"""`nursedesk code --lines --jobs N`: several processes code, one reads and writes, and the order stays."""

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from nursedesk.cli.chosen_rules import chosen_rules
from nursedesk.cli.code_answers import Answer, Coded, TooLong, answer_for, coder

Numbered = tuple[int, bytes | TooLong]

LINES_AT_ONCE = 100
AHEAD = 3
"""Bundles in the hands of each process: enough to keep it busy, few enough to keep memory flat."""

_here: list[tuple[Coded, argparse.Namespace]] = []
"""In a process that codes: how, made once."""


def coded_by(jobs: int, lines: Iterable[Numbered], args: argparse.Namespace) -> Iterator[Answer]:
    """An answer for each line, in their order."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (args,)) as pool:
        waiting: deque[Future[list[Answer]]] = deque()
        try:
            for bundle in _bundles(lines):
                waiting.append(pool.submit(_code, bundle))
                if len(waiting) >= jobs * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for left in waiting:
                left.cancel()


def _bundles(lines: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    rest = iter(lines)
    while bundle := list(islice(rest, LINES_AT_ONCE)):
        yield bundle


def _prepare(args: argparse.Namespace) -> None:
    """Runs once in each process."""
    _here[:] = [(coder(chosen_rules(args), args.text, one=False), args)]


def _code(bundle: list[Numbered]) -> list[Answer]:
    coded, args = _here[0]
    return [answer_for(number, text, coded, args) for number, text in bundle]
