"""The Arrow schema of project documents, made from the vocabulary: a column for each fact, nested as a document is."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from ..knowledge.model import FactDefinition, Vocabulary
from ..project.outline import Outline, outline

TEXT = pa.string()
WORD = pa.dictionary(pa.int32(), TEXT)
_TYPES = {"bool": pa.bool_(), "number": pa.float64(), "int": pa.float64(), "enum": TEXT, "text": TEXT}
_SETS = pa.list_(TEXT)
_NAMED = [("id", TEXT), ("name", TEXT)]


def arrow_type(fact: FactDefinition) -> pa.DataType:
    """Return the Arrow type of the values of a fact."""
    return _TYPES.get(fact.type, _SETS)


def document_schema(vocabulary: Vocabulary) -> pa.Schema:
    """Return the schema of project documents as a table has them, a row for each.

    An object is a struct, a list a list of structs with `id` and `name`, a set, ids and texts a list of texts. What a
    document keeps for itself (`responses`, `asked`) has no column.
    """
    return pa.schema([("$schema", TEXT), ("lang", TEXT), *_fields(outline(vocabulary))])


def _fields(node: Outline) -> list[tuple[str, pa.DataType]]:
    return [(name, _type(child)) for name, child in node.children.items()]


def _type(node: Outline) -> pa.DataType:
    if node.fact is not None:
        return arrow_type(node.fact)
    if node.listed is not None and node.element is not None:
        return pa.list_(pa.struct([*_NAMED, *_fields(node.element)]))
    return pa.struct(_fields(node))


def typed(rows: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch | None:
    """Return rows with the types of a schema, as far as they have its columns and fields; texts may be a dictionary's.

    Args:
        rows: Documents.
        schema: What `document_schema` makes.

    Returns:
        None where there is a column that the schema does not have, or one whose values are of another kind.
    """
    try:
        columns = [_cast(rows.column(name), schema.field(name).type) for name in rows.schema.names]
    except (KeyError, pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return None
    return pa.RecordBatch.from_arrays(columns, rows.schema.names)


def _cast(array: pa.Array, wanted: pa.DataType) -> pa.Array:
    """Return an array with the values that it has, in the type that is wanted; raises where that is no mere matter of form."""
    given = array.type
    if _fits(given, wanted):
        return array
    if pa.types.is_null(given):
        return pa.nulls(len(array), wanted)
    if pa.types.is_struct(wanted) and pa.types.is_struct(given):
        names = [field.name for field in given]
        fields = [_cast(part, wanted.field(name).type) for name, part in zip(names, array.flatten(), strict=True)]
        return pa.StructArray.from_arrays(fields, names, mask=array.is_null() if array.null_count else None)
    if pa.types.is_list(wanted) and (pa.types.is_list(given) or pa.types.is_large_list(given)):
        sizes = array.value_lengths().fill_null(0)
        offsets = pa.concat_arrays([pa.array([0], pa.int64()), pc.cumulative_sum(sizes.cast(pa.int64()))])
        values = _cast(array.flatten(), wanted.value_type)
        return pa.ListArray.from_arrays(offsets.cast(pa.int32()), values, mask=array.is_null())
    if _kind(given) != _kind(wanted):
        raise pa.ArrowInvalid(f"{given} is no {wanted}")
    return array.cast(wanted)


def _fits(given: pa.DataType, wanted: pa.DataType) -> bool:
    """Tell whether a type is the one that is wanted, but that texts may be a dictionary's."""
    if given in (wanted, WORD):
        return bool(given == wanted or wanted == TEXT)
    if pa.types.is_list(given) and pa.types.is_list(wanted):
        return _fits(given.value_type, wanted.value_type)
    if not (pa.types.is_struct(given) and pa.types.is_struct(wanted)):
        return False
    return all(wanted.get_field_index(one.name) >= 0 and _fits(one.type, wanted.field(one.name).type) for one in given)


def _kind(one: pa.DataType) -> str:
    """Return what sort of value a type holds."""
    if pa.types.is_dictionary(one):
        return _kind(one.value_type)
    if pa.types.is_string(one) or pa.types.is_large_string(one) or pa.types.is_string_view(one):
        return "text"
    if pa.types.is_floating(one) or pa.types.is_integer(one):
        return "number"
    return str(one)
