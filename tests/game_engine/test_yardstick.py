"""A protocol's order: required steps are not passed by, optional ones only by leaving them out."""

import pytest

from game_engine.yardstick import Yardstick, from_json
from tests.game_engine.games import YARDSTICK


@pytest.mark.parametrize(
    ("step", "taken", "broken"),
    [
        pytest.param("signalen", [], (), id="nothing comes before the first"),
        pytest.param("gesprek", ["signalen"], (), id="the optional overleg may be skipped"),
        pytest.param("gesprek", [], (("signalen", "gesprek"),), id="the required signalen may not"),
        pytest.param("overleg", ["signalen", "gesprek"], (("overleg", "gesprek"),), id="optional, but too late"),
        pytest.param("signalen", ["gesprek"], (), id="told when it was passed by, not again"),
        pytest.param("gesprek", ["gesprek"], (), id="taken again"),
        pytest.param("iets-anders", ["signalen"], (), id="not a step of this protocol"),
    ],
)
def test_broken_by(step, taken, broken):
    """Taking a step breaks exactly the rules that say another should have come first."""
    assert YARDSTICK.broken_by(step, taken) == broken


def test_from_json():
    """JSON's lists become the tuples of a yardstick."""
    data = {"steps": ["a", "b"], "required": ["a"], "after": {"b": ["a"]}}
    assert from_json(data) == Yardstick(("a", "b"), ("a",), {"b": ("a",)})
