"""Frozen classes of named values, as `dataclasses` makes them, without their cost at each start.

`dataclasses` writes and compiles up to eight methods for each class when its module is loaded, and
loads `inspect` for that: most of the time of a short command. Here all classes share the methods,
and ``__init__`` alone, which must be fast, is written for a class once it has made some objects.
To type checkers, and to `dataclasses.replace` and its like, a record is a dataclass.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from reprlib import recursive_repr

__all__ = ["as_dict", "as_tuple", "field", "field_names", "record", "replaced"]

TYPE_CHECKING = False  # Type checkers take it for true; `typing` need not be loaded for it.
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from dataclasses import Field as DataclassField
    from dataclasses import field
    from dataclasses import replace as replaced
    from typing import Any, TypeVar, dataclass_transform, overload

    T = TypeVar("T")

    @overload
    def record(cls: type[T], /) -> type[T]: ...
    @overload
    def record(
        *, frozen: bool = True, kw_only: bool = False, eq: bool = True, weakref_slot: bool = False
    ) -> Callable[[type[T]], type[T]]: ...
    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    def record(cls: type[T] | None = None, /, **options: bool) -> object:
        """Make a class a record: its annotated names become slots and arguments.

        Args:
            cls: The class, where the decorator stands without options.
            options: ``frozen`` (true unless said): no value can be set afterwards, and equal
                records have one hash; ``kw_only``: the arguments must be named; ``eq`` (true
                unless said): records of one class are equal if their values are;
                ``weakref_slot``: there can be weak references to it.

        """

else:

    def record(cls=None, /, **options):  # noqa: ANN001, ANN003, ANN201, D103
        return _record_of(cls) if cls else lambda later: _record_of(later, **options)

    def field(*, compare=True, **default):  # noqa: ANN001, ANN003, ANN201
        """Return what a field has unless it is given: ``default``, or ``default_factory``."""
        return _Field(compare=compare, **default)

    def replaced(changed, /, **values):  # noqa: ANN001, ANN003, ANN201
        """Return a record with other values for some of its fields."""
        for name in _fields(type(changed)):
            if name not in values:
                values[name] = getattr(changed, name)
        return type(changed)(**values)


_ABSENT = object()
"""Stands for a default that is not there, and for an argument that was not given."""
_FEW = 24
"""Objects of a class that are set field by field: writing and compiling an ``__init__`` takes as
long as that does for some thirty of them, and of most classes a command makes fewer."""


class _Field:
    """What is known of a field: its default or what makes one, its part in calls and in ``==``."""

    __slots__ = ("compare", "default", "default_factory", "kw_only")

    def __init__(
        self,
        default: object = _ABSENT,
        default_factory: Callable[[], object] | None = None,
        compare: bool = True,
    ) -> None:
        self.default, self.default_factory, self.compare = default, default_factory, compare
        self.kw_only = False

    def as_of_dataclass(self) -> object:
        """Return what `dataclasses.field` makes of it."""
        import dataclasses

        if self.default_factory is not None:
            return dataclasses.field(
                default_factory=self.default_factory, compare=self.compare, kw_only=True
            )
        default = dataclasses.MISSING if self.default is _ABSENT else self.default
        field: object = dataclasses.field(default=default, compare=self.compare, kw_only=True)
        return field


_REQUIRED, _REQUIRED_BY_NAME = _Field(), _Field()
"""Those of all fields that must be given."""
_REQUIRED_BY_NAME.kw_only = True


def _fields(kind: type) -> dict[str, _Field]:
    fields: dict[str, _Field] = kind.__record_fields__  # type: ignore[attr-defined]
    return fields


def field_names(kind: type) -> tuple[str, ...]:
    """Return the names of a record's fields, those of its bases first."""
    return tuple(_fields(kind))


def as_tuple(held: object) -> tuple[Any, ...]:
    """Return a record's values in the order of its fields, as they are."""
    return tuple(getattr(held, name) for name in _fields(type(held)))


def as_dict(held: object) -> Mapping[str, Any]:
    """Return a record's values by their names, as they are."""
    return {name: getattr(held, name) for name in _fields(type(held))}


def _record_of(
    cls: type,
    *,
    frozen: bool = True,
    kw_only: bool = False,
    eq: bool = True,
    weakref_slot: bool = False,
) -> type:
    """Return the class once more, as a record: slots cannot be given to one that is there."""
    members = dict(cls.__dict__)
    inherited: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get("__record_fields__", {})
    added = _taken_fields(cls, members, kw_only)
    slots = tuple(name for name in added if name not in inherited)
    members = {**_methods(inherited | added, frozen, eq), **members}
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    members["__slots__"] = (*slots, "__weakref__") if weakref_slot else slots
    remade: type = type(cls)(cls.__name__, cls.__bases__, members)
    remade.__qualname__ = cls.__qualname__
    if "__init__" not in members:
        remade.__init__ = _late_init(remade, frozen)  # type: ignore[misc]
    return remade


def _taken_fields(cls: type, members: dict[str, object], kw_only: bool) -> dict[str, _Field]:
    """Return the fields that a class adds; their defaults go out of its members."""
    fields = {}
    required = _REQUIRED_BY_NAME if kw_only else _REQUIRED
    for name, kind in cls.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        if name in members:
            default = members.pop(name)
            fields[name] = each = default if isinstance(default, _Field) else _Field(default)
            each.kw_only = kw_only
        else:
            fields[name] = required
    return fields


def _comparison(names: list[str]) -> tuple[Callable[..., object], Callable[[object], int]]:
    """Return ``__eq__`` and ``__hash__`` by some of the values."""
    values: Callable[[object], object] = attrgetter(*names) if names else type

    def __eq__(self: object, other: object) -> object:  # noqa: N807
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return __eq__, __hash__


def _methods(fields: dict[str, _Field], frozen: bool, eq: bool) -> dict[str, object]:
    """Return the members that a record has unless its class says otherwise."""
    members: dict[str, object] = {
        "__record_fields__": fields,
        "__dataclass_fields__": _DATACLASS_FIELDS,
        "__match_args__": tuple(name for name, each in fields.items() if not each.kw_only),
        "__repr__": _repr,
        "__getstate__": as_tuple,
        "__setstate__": _setstate,
    }
    if frozen:
        members |= {"__setattr__": _setattr, "__delattr__": _delattr}
    if eq:
        equal, digest = _comparison([name for name, each in fields.items() if each.compare])
        members |= {"__eq__": equal, "__hash__": digest if frozen else None}
    return members


def _late_init(cls: type, frozen: bool) -> Callable[..., None]:
    """Return an ``__init__`` that sets few objects by itself, then has the fast one written."""
    fields = _fields(cls)
    setters: Sequence[tuple[str, _Field, Callable[[object, object], None]]] = ()
    objects = 0

    def __init__(self: object, *args: object, **values: object) -> None:  # noqa: N807
        nonlocal objects, setters
        objects += 1
        if not setters:  # put in place at once: another thread may make an object meanwhile
            setters = [(name, each, getattr(cls, name).__set__) for name, each in fields.items()]
        if objects > _FEW or not _set_all(self, args, values, setters):
            cls.__init__ = _written_init(cls, frozen)  # type: ignore[misc]
            cls.__init__(self, *args, **values)  # type: ignore[misc]
        elif hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _set_all(
    held: object,
    args: tuple[object, ...],
    values: dict[str, object],
    setters: Sequence[tuple[str, _Field, Callable[[object, object], None]]],
) -> bool:
    """Set all fields of an object through its slots; return False where arguments do not fit."""
    places, named = iter(args), 0
    for name, each, put in setters:
        value = _ABSENT if each.kw_only else next(places, _ABSENT)
        if name in values:
            if value is not _ABSENT:
                return False
            value, named = values[name], named + 1
        if value is _ABSENT and each.default_factory is not None:
            value = each.default_factory()
        elif value is _ABSENT:
            value = each.default
        if value is _ABSENT:
            return False
        put(held, value)
    return named == len(values) and next(places, _ABSENT) is _ABSENT


def _written_init(cls: type, frozen: bool) -> object:
    """Return the ``__init__`` of a class; through the slots it may set what is frozen."""
    names: dict[str, object] = {"_ABSENT": _ABSENT}
    arguments, keywords = ["self"], list[str]()
    body = []
    for name, each in _fields(cls).items():
        argument = value = name
        if each.default_factory is not None:
            names[f"_make_{name}"] = each.default_factory
            argument, value = f"{name}=_ABSENT", f"_make_{name}() if {name} is _ABSENT else {name}"
        elif each.default is not _ABSENT:
            names[f"_default_{name}"] = each.default
            argument = f"{name}=_default_{name}"
        (keywords if each.kw_only else arguments).append(argument)
        names[f"_set_{name}"] = getattr(cls, name).__set__
        body.append(f"_set_{name}(self, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join([*arguments, *(["*", *keywords] if keywords else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), names)
    init: Any = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@recursive_repr()
def _repr(self: object) -> str:
    values = ", ".join(f"{name}={value!r}" for name, value in as_dict(self).items())
    return f"{type(self).__qualname__}({values})"


def _setattr(self: object, name: str, value: object) -> None:
    raise AttributeError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise AttributeError(f"cannot delete field {name!r}")


def _setstate(self: object, values: tuple[Any, ...]) -> None:
    for name, value in zip(_fields(type(self)), values, strict=True):
        object.__setattr__(self, name, value)


class _DataclassFields:
    """Gives ``__dataclass_fields__``, worked out when something asks for it."""

    def __get__(self, held: object, cls: type) -> Mapping[str, DataclassField[Any]]:
        return _dataclass_fields(cls)


@cache
def _dataclass_fields(cls: type) -> Mapping[str, DataclassField[Any]]:
    import dataclasses

    named = [(name, object, each.as_of_dataclass()) for name, each in _fields(cls).items()]
    twin: Any = dataclasses.make_dataclass(cls.__name__, named)
    fields: Mapping[str, DataclassField[Any]] = twin.__dataclass_fields__
    return fields


_DATACLASS_FIELDS = _DataclassFields()
