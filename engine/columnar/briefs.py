"""The answers about many projects, in brief, from columns: those of `engine.assess.brief`, where a verdict can be given.

A project whose verdict an answer could still change, with decisions, or whose facts are not plainly right is left to
`engine.assess.brief`: which answers a verdict waits for is found out project by project.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from ..assess.brief import Brief, Found
from ..assess.findings import rank
from ..assess.model import Coverage
from ..assess.road_map import RoadMap
from ..compiled import CompiledKnowledgeBase
from ..project.address import Address
from .batch import Batch
from .judge import judge
from .lines import blocks, read
from .plain import odd
from .plan import Plan
from .schema import document_schema

_BAD = (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError)
_FEW = 16
"""Documents of which one has a value of another kind, and which are no longer halved to find it."""


class Briefs:
    """Judges batches of projects."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Prepare to judge.

        Raises:
            NotExpressibleError: Something in the knowledge base cannot be judged in columns.
        """
        self.kb, self.plan = kb, Plan(kb)
        self.schema = document_schema(kb.vocabulary)
        self._maps: dict[str | None, RoadMap] = {}

    def of_documents(self, documents: Sequence[Mapping[str, Any]]) -> list[Brief | None]:
        """Judge projects, given as plain data that has no keys but those of the vocabulary.

        Returns:
            What is found of each; None where it must be judged by itself.
        """
        try:
            rows = pa.RecordBatch.from_pylist([dict(one) for one in documents], self.schema)
        except _BAD:
            if len(documents) <= _FEW:
                return [None] * len(documents)
            half = len(documents) // 2
            return self.of_documents(documents[:half]) + self.of_documents(documents[half:])
        return self._judged(rows)

    def of_lines(self, lines: Sequence[bytes]) -> list[Brief | None]:
        """Judge projects, each the bytes of a JSON object; a text `id` at its top says nothing about it.

        Returns:
            What is found of each; None where it must be judged by itself.
        """
        found: list[Brief | None] = [None] * len(lines)
        content = b"\n".join(lines)
        for block in blocks(io.BytesIO(content), len(content) + 1):
            if len(block.starts) != len(lines):
                return found
            taken = read(block, self.schema.append(pa.field("id", pa.string())))
            batches = taken.rows.drop_columns(["id"]).combine_chunks().to_batches()
            for batch in batches:
                for place, brief in zip(taken.places.tolist(), self._judged(batch), strict=True):
                    found[place] = brief
        return found

    def _judged(self, rows: pa.RecordBatch) -> list[Brief | None]:
        batch = Batch(rows, self.kb.vocabulary)
        others = odd(self.plan, batch)
        ids = pa.array(np.arange(batch.size).astype(str))
        tables = judge(self.plan, batch, ids, others)
        found: list[Brief | None] = [None] * batch.size
        parts: dict[str, list[dict[str, Any]]] = {}
        for row in tables["findings"].to_pylist():
            parts.setdefault(row["project"], []).append(row)
        missing: dict[str, list[Address]] = {}
        for row in tables["missing"].to_pylist():
            missing.setdefault(row["project"], []).append(Address(row["fact"], row["subject"]))
        names = _names(batch)
        place = self.kb.presentation.project.place
        column = batch.array(place) if place is not None else None
        places = column.to_pylist() if column is not None else [None] * batch.size
        for row in tables["projects"].to_pylist():
            if row["verdict"] != "insufficient_information":
                at = int(row["id"])
                found[at] = self._brief(
                    row, parts.get(row["id"], ()), missing.get(row["id"], ()), places[at], names.get(at, {})
                )
        return found

    def _brief(
        self,
        row: Mapping[str, Any],
        found: Sequence[Mapping[str, Any]],
        missing: Sequence[Address],
        place: str | None,
        names: Mapping[str, str],
    ) -> Brief:
        phase = row["phase"]
        if phase not in self._maps:
            self._maps[phase] = RoadMap(self.kb.areas.values(), phase)
        road_map = self._maps[phase]
        order = sorted(
            (
                rank(
                    road_map, one["kind"], one["severity"], self.kb.rule(one["code"]).area, one["code"], one["subject"]
                ),
                at,
            )
            for at, one in enumerate(found)
        )
        findings = tuple(
            Found(one["code"], one["subject"], one["kind"], one["severity"]) for one in (found[at] for _, at in order)
        )
        labels = {
            one: names[one] for one in (finding.subject for finding in findings) if one is not None and one in names
        }
        return Brief(
            name=row["name"],
            phase=phase,
            place=place,
            verdict=row["verdict"],
            verdict_range=(row["worst"], row["best"]),
            coverage=Coverage(row["due"], row["told"]),
            findings=findings,
            cannot_tell=row["cannot_tell"],
            missing=tuple(missing),
            pressing={},
            labels=labels,
        )


def _names(batch: Batch) -> dict[int, dict[str, str]]:
    """Return what each project calls the elements of its lists, by their subjects."""
    found: dict[int, dict[str, str]] = {}
    for path, listed in batch.vocabulary.lists.items():
        if listed.members or path.startswith("$") or batch.array(path) is None:
            continue
        elements = batch.listed(path)
        names = elements.array("name")
        if names is not None:
            rows = zip(elements.project.tolist(), elements.subjects.to_pylist(), names.to_pylist(), strict=True)
            for project, subject, name in rows:
                if name is not None and name.strip():
                    found.setdefault(project, {})[subject] = name.strip()
    return found
