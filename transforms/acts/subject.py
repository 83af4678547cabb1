"""What the rules of each order of words tell: who acts, or why nobody is found.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence

from transforms.acts.parties import Group

NEAR_WORDS = 2
"""Words that may stand between a verb and its subject without telling of somebody else."""


class Missing(enum.Enum):
    """Why no party was found as a subject."""

    ELIDED = "nobody stands there, or a pronoun: whoever spoke last"
    SHARED = "the subject of the act before it in its sentence"
    UNKNOWN = "somebody who is no party"


ELIDED, SHARED, UNKNOWN = Missing  # found quicker by these names

Subject = Group | Missing
Arguments = tuple[Subject, Sequence[Group]]
"""The subject of a cue, and the groups left of those that may be addressed."""
