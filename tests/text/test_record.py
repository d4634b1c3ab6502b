"""Records: what a class gets by the decorator, and that it costs no compiled method until used."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
import weakref
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from plan_tui.text.record import as_dict, as_tuple, field, field_names, record, replaced

T = TypeVar("T")


@record
class Tree:
    """A record of required values and one with a default."""

    name: str
    """What it is called."""
    height: int
    kind: str = "oak"
    SORTS: ClassVar[tuple[str, ...]] = ("oak", "elm")

    @property
    def is_high(self) -> bool:
        return self.height > 20


@record
class Fruited(Tree):
    """A record with the fields of its base and others."""

    fruits: tuple[str, ...] = ()
    kind: str = "pear"


@record(kw_only=True)
class Wood:
    """A record whose arguments must be named."""

    name: str = "?"
    area: int


@record(frozen=False)
class Pile:
    """A record that can be changed."""

    leaves: list[str] = field(default_factory=list)
    weight: float = 0.0
    place: str = field(default="here", compare=False)


@record(eq=False, weakref_slot=True)
class Nest:
    """A record that equals itself alone."""

    eggs: int


@record
class Leafless:
    """A record of nothing."""


@record
class Branch:
    """A record of one value, which must be right."""

    length: int

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError("too short")


@record
class Box(Generic[T]):
    """A record of any type of value."""

    content: T


@record
class Shape(ABC):
    """A record whose kinds must say more."""

    size: int

    @property
    @abstractmethod
    def area(self) -> int:
        """The area."""


@record
class Square(Shape):
    """A kind of it."""

    @property
    def area(self) -> int:
        return self.size**2


def refused(call: Callable[..., object], *args: object, **values: object) -> str:
    with pytest.raises(TypeError) as error:
        call(*args, **values)
    return str(error.value)


def test_values_are_given_by_place_or_name() -> None:
    for tree in (Tree("a", 30), Tree("a", height=30), Tree(height=30, name="a", kind="oak")):
        assert as_tuple(tree) == ("a", 30, "oak")
        assert tree.is_high
    assert as_dict(Wood(area=3)) == {"name": "?", "area": 3}
    assert Leafless() == Leafless()


def test_wrong_arguments_are_refused_as_by_any_function() -> None:
    assert refused(Tree, "a").startswith("Tree.__init__() missing 1 required positional argument")
    assert "unexpected keyword argument 'depth'" in refused(Tree, "a", 1, depth=3)
    assert "multiple values for argument 'name'" in refused(Tree, "a", 1, name="b")
    assert "positional" in refused(Wood, "a", 1)
    assert "'area'" in refused(Wood, name="a")
    assert "positional" in refused(Leafless, 1)


def test_no_value_of_a_frozen_record_can_be_set_or_deleted() -> None:
    tree: Any = Tree("a", 1)
    for name in ("height", "kind", "other"):
        with pytest.raises(AttributeError, match=name):
            setattr(tree, name, 2)
    with pytest.raises(AttributeError, match="height"):
        del tree.height
    assert as_tuple(tree) == ("a", 1, "oak")


def test_values_of_an_open_record_can_be_set_and_no_others() -> None:
    pile: Any = Pile()
    pile.weight = 2.5
    assert pile == Pile(weight=2.5)
    with pytest.raises(AttributeError):
        pile.height = 3


def test_records_have_slots_and_nothing_else() -> None:
    for held in (Tree("a", 1), Fruited("a", 1), Pile(), Square(2), Leafless(), Wood(area=1)):
        assert not hasattr(held, "__dict__")
    assert Fruited.__dict__["__slots__"] == ("fruits",)
    with pytest.raises(TypeError):
        weakref.ref(Tree("a", 1))


def test_defaults_are_no_members_of_the_class() -> None:
    assert not isinstance(Tree.__dict__["kind"], str)
    assert Tree.SORTS == Fruited.SORTS == ("oak", "elm")


def test_each_record_gets_its_own_value_of_a_factory() -> None:
    first, second = Pile(), Pile()
    first.leaves.append("a")
    assert second.leaves == []
    given: list[str] = []
    assert Pile(given).leaves is given


def test_a_record_has_the_fields_of_its_bases_first() -> None:
    assert field_names(Fruited) == ("name", "height", "kind", "fruits")
    assert as_tuple(Fruited("a", 1)) == ("a", 1, "pear", ())
    assert as_tuple(Tree("a", 1)) == ("a", 1, "oak")
    assert as_tuple(Fruited("a", 1, "fig", ("x",))) == ("a", 1, "fig", ("x",))


def test_records_of_one_class_are_equal_by_their_values() -> None:
    assert Tree("a", 1) == Tree("a", 1)
    assert Tree("a", 1) != Tree("a", 2)
    assert Tree("a", 1, "pear") != Fruited("a", 1)
    assert Tree("a", 1) != object()
    assert len({Tree("a", 1), Tree("a", 1), Fruited("a", 1), Branch(1), Branch(1)}) == 3
    assert Pile(place="there") == Pile()
    assert Branch(1) == Branch(1) != Branch(2)


def test_what_can_change_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Pile())


def test_a_record_without_comparison_equals_itself_alone() -> None:
    nest = Nest(2)
    assert nest == nest
    assert nest != Nest(2)
    assert len({nest, Nest(2)}) == 2
    assert weakref.ref(nest)() is nest


def test_a_class_keeps_the_methods_that_it_writes_itself() -> None:
    @record
    class Odd:
        number: int

        def __init__(self, text: str) -> None:
            object.__setattr__(self, "number", int(text))

        def __repr__(self) -> str:
            return f"<{self.number}>"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    assert repr(Odd("3")) == "<3>"
    assert Odd("3") == 5
    assert hash(Odd("3")) == 7


def test_a_check_runs_once_all_values_are_there() -> None:
    assert Branch(3).length == 3
    with pytest.raises(ValueError, match="too short"):
        Branch(-1)
    with pytest.raises(ValueError, match="too short"):
        replaced(Branch(3), length=-2)


def test_a_plain_class_of_a_record_may_add_to_its_making() -> None:
    class Marked(Tree):
        def __init__(self, name: str) -> None:
            super().__init__(name, 1, kind="mark")

    assert as_tuple(Marked("a")) == ("a", 1, "mark")
    assert as_tuple(Marked("b")) == ("b", 1, "mark")


def test_generic_and_abstract_records() -> None:
    assert Box[int](3) == Box(3)
    assert Square(3).area == 9
    with pytest.raises(TypeError, match="abstract"):
        Shape(3)  # type: ignore[abstract]


def test_repr_names_the_values_and_ends_where_records_hold_each_other() -> None:
    assert repr(Tree("a", 1)) == "Tree(name='a', height=1, kind='oak')"
    assert repr(Leafless()) == "Leafless()"
    box: Box[list[object]] = Box([])
    box.content.append(box)
    assert repr(box) == "Box(content=[...])"


def test_patterns_match_by_place() -> None:
    match Tree("a", 1):
        case Tree(name, height, kind):
            assert (name, height, kind) == ("a", 1, "oak")
    assert Wood.__match_args__ == ()


@pytest.mark.parametrize(
    "held", [Tree("a", 1), Fruited("a", 1, fruits=("b",)), Pile(["a"]), Branch(2), Leafless()]
)
def test_copies_and_pickles_are_equal(held: object) -> None:
    for other in (copy.copy(held), copy.deepcopy(held), pickle.loads(pickle.dumps(held))):
        assert other == held
        assert other is not held


def test_replaced_values() -> None:
    fruited = Fruited("a", 1)
    assert replaced(fruited, height=2) == Fruited("a", 2)
    assert fruited.height == 1
    assert "depth" in refused(replaced, fruited, depth=3)
    assert replaced(Wood(area=1), name="b") == Wood(name="b", area=1)


@pytest.mark.parametrize("held", [Tree("a", 1), Fruited("a", 1), Tree("b", 2, "elm")])
def test_the_functions_of_dataclasses_take_a_record(held: Tree) -> None:
    assert dataclasses.is_dataclass(held)
    assert tuple(each.name for each in dataclasses.fields(held)) == field_names(type(held))
    assert dataclasses.asdict(held) == as_dict(held)
    assert dataclasses.astuple(held) == as_tuple(held)
    assert dataclasses.replace(held, height=7) == replaced(held, height=7)


def test_they_know_of_factories_and_of_what_is_not_compared() -> None:
    leaves, weight, place = dataclasses.fields(Pile)
    assert (leaves.default_factory, weight.default, place.compare) == (list, 0.0, False)
    assert dataclasses.replace(Wood(area=1), area=2) == Wood(area=2)


def test_a_record_writes_its_making_once_it_has_made_some_objects() -> None:
    @record
    class Late:
        number: int

    before = Late.__init__
    made = [Late(number) for number in range(100)]
    written = Late.__init__
    assert written is not before
    assert made == [Late(number) for number in range(100)]
    assert Late.__init__ is written
    assert written.__qualname__.endswith("Late.__init__")


def test_the_first_objects_are_made_as_those_that_follow() -> None:
    checks = []

    @record
    class Shrub:
        name: str
        height: int = 2
        leaves: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            checks.append(self.name)

    for number in range(100):
        name = str(number)
        whole = (
            Shrub(name, 3, ["a"]),
            Shrub(name, leaves=["a"], height=3),
            Shrub(height=3, name=name, leaves=["a"]),
        )
        assert {as_tuple(each)[:2] for each in whole} == {(name, 3)}
        assert Shrub(name).leaves is not Shrub(name).leaves
    assert checks == [str(number) for number in range(100) for _ in range(5)]


@pytest.mark.parametrize("before", [0, 100])
def test_wrong_arguments_are_refused_of_the_first_object_and_of_later_ones(before: int) -> None:
    @record
    class Bush:
        name: str
        height: int = 2

    @record(kw_only=True)
    class Hedge:
        name: str

    make: list[Callable[..., object]] = [Bush, Hedge]
    for number in range(before):
        Bush(str(number))
        Hedge(name=str(number))
    for bush, hedge in (((), ()), (("a", 1, 2), ("a",)), (("a", 1, 2, 3), ("a", 1))):
        for kind, arguments in zip(make, (bush, hedge), strict=True):
            with pytest.raises(TypeError, match="argument"):
                kind(*arguments)
    with pytest.raises(TypeError, match="multiple values"):
        make[0]("a", name="b")
    with pytest.raises(TypeError, match="unexpected keyword"):
        make[0]("a", width=1)


def test_an_object_made_while_another_thread_makes_the_first_is_whole() -> None:
    made: list[object] = []

    class Interrupted(type):
        """Has another object made, as another thread may, while the first looks at its fields."""

        def __getattribute__(cls, name: str) -> object:
            if name == "second" and is_armed and not made:
                made.append(None)
                made.append(Box())
            return super().__getattribute__(name)

    is_armed = False

    @record
    class Box(metaclass=Interrupted):
        first: int = 1
        second: int = 2
        third: int = 3

    is_armed = True
    assert Box() == Box(1, 2, 3)
    assert made[1:] == [Box(1, 2, 3)]


def test_defining_records_loads_neither_dataclasses_nor_what_they_load() -> None:
    code = """
import sys
from plan_tui.text.record import field, record, replaced
@record
class Tree:
    name: str
    leaves: list[str] = field(default_factory=list)
assert replaced(Tree("a"), name="b") == Tree("b", [])
print(*sorted({"dataclasses", "inspect", "typing"} & set(sys.modules)))
"""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"
