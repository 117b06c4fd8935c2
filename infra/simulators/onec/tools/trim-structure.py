#!/usr/bin/env python3
"""Cuts the objects a stand-in serves out of a full configuration model.

    trim-structure.py bp-3.0.151.27.model.json > src/main/resources/structures/accounting-3.json

Kept: what shapes the wire (types, lengths, numbering, parts, dimensions) and the enums those attributes use.
Dropped: fill checks (OData does not run them, onec.md §1.6), indexes, movements, ValueStorage (not served by the stand-in).
"""
import json
import sys

CATALOGS = """Контрагенты ДоговорыКонтрагентов Организации Номенклатура ВидыНоменклатуры НоменклатурныеГруппы
КлассификаторЕдиницИзмерения БанковскиеСчета Банки Валюты СтраныМира Склады ТипыЦенНоменклатуры
ВидыКонтактнойИнформации""".split()
DOCUMENTS = "СчетНаОплатуПокупателю ПоступлениеНаРасчетныйСчет РеализацияТоваровУслуг".split()
REGISTERS = "СтатусыДокументов СрокиОплатыДокументов КурсыВалют".split()
OBJECT_FACTS = """CodeLength DescriptionLength Hierarchical HierarchyType Autonumbering CheckUnique CodeAllowedLength
NumberLength NumberPeriodicity NumberAllowedLength InformationRegisterPeriodicity WriteMode owners""".split()
ATTRIBUTE_FACTS = "name types len digits frac dateparts".split()


def attribute(a):
    return {k: a[k] for k in ATTRIBUTE_FACTS if k in a}


def attributes(items):
    return [attribute(a) for a in items if "ValueStorage" not in a["types"]]


def trimmed(full):
    out = {k: full[k] for k in OBJECT_FACTS if k in full}
    for section in ("attributes", "dimensions", "resources"):
        if section in full:
            out[section] = attributes(full[section])
    if "tabular" in full:
        out["tabular"] = [{"name": t["name"], "attributes": attributes(t["attributes"])} for t in full["tabular"]]
    return out


def types_of(node):
    if isinstance(node, dict):
        yield from node.get("types", [])
        for value in node.values():
            yield from types_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from types_of(value)


def main():
    model = json.load(open(sys.argv[1], encoding="utf-8"))
    names = [f"Catalog.{n}" for n in CATALOGS] + [f"Document.{n}" for n in DOCUMENTS]
    names += [f"InformationRegister.{n}" for n in REGISTERS]
    out = {name: trimmed(model[name]) for name in names}
    enums = sorted({t.replace("EnumRef.", "Enum.") for t in types_of(out) if t.startswith("EnumRef.")})
    missing = [e for e in enums if e not in model]
    if missing:
        print("enums without values:", missing, file=sys.stderr)
    out.update({e: {"values": model[e]["values"]} for e in enums if e in model})
    lines = (json.dumps(k, ensure_ascii=False) + ": " + json.dumps(v, ensure_ascii=False) for k, v in out.items())
    print("{\n" + ",\n".join(lines) + "\n}")


main()
