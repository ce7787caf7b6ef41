"""A site's policy on boundaries at the chair: shown, only after they are crossed, or hidden."""

from dataclasses import replace
from enum import StrEnum

from nursedesk.watch.look import Kind, LineLook, Look

COMING = (Kind.UNDER, Kind.BOUNDARY)
"""Notices about a minute still to come."""


class Policy(StrEnum):
    SHOWN = "shown"
    AFTER = "after"
    """Only after crossing."""
    HIDDEN = "hidden"


def apply_policy(look: Look, policy: Policy) -> Look:
    """The same look without what the site does not want seen; the ticket and the other notices stay."""
    if policy is Policy.SHOWN:
        return look
    unseen = COMING if policy is Policy.AFTER else (*COMING, Kind.JUST_CROSSED)
    return replace(
        look,
        next_change=None,
        lines=tuple(_line(line, policy) for line in look.lines),
        notices=tuple(notice for notice in look.notices if notice.kind not in unseen),
    )


def _line(line: LineLook, policy: Policy) -> LineLook:
    crossed = tuple(step for step in line.steps if step.minute <= line.minutes)
    return replace(line, next_change=None, steps=crossed if policy is Policy.AFTER else ())
