"""Records made by a twin are the same records, frozen like the others."""

from dataclasses import FrozenInstanceError, dataclass, field, fields

import pytest
from nursedesk.record.encounter import Administration, Amount, Encounter, Route, Segment, Setting
from nursedesk.record.quick import maker

MADE = [
    (Administration, {"id": "1", "drug": "iron", "route": Route.IM, "order_on_file": True}),
    (Encounter, {"id": "E", "setting": Setting.OFFICE, "diagnoses": ("D50.9",)}),
    (Segment, {"start": None}),
    (Amount, {"amount": 1, "unit": "mg"}),
]


@pytest.mark.parametrize(("kind", "given"), MADE, ids=[kind.__name__ for kind, _ in MADE])
def test_the_same_record_and_frozen(kind: type, given: dict[str, object]) -> None:
    made = maker(kind)(**given)
    assert type(made) is kind
    assert made == kind(**given)
    assert repr(made) == repr(kind(**given))
    assert hash(made) == hash(kind(**given))
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(kind)[0].name, "other")


def test_what_is_missing_or_unknown_is_refused_as_ever() -> None:
    with pytest.raises(TypeError, match="drug"):
        maker(Administration)(id="1", route=Route.IM)
    with pytest.raises(TypeError, match="colour"):
        maker(Segment)(start=None, colour="red")


@dataclass(frozen=True, slots=True)
class WithFactory:
    parts: list[int] = field(default_factory=list)


def test_a_default_that_is_made_anew_is() -> None:
    make = maker(WithFactory)
    assert make().parts == []
    assert make().parts is not make().parts
