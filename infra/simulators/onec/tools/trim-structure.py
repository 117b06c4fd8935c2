#!/usr/bin/env python3
"""Cuts the objects a stand-in serves out of a full configuration model.

    trim-structure.py accounting-3 bp-3.0.151.27.model.json  > src/main/resources/structures/accounting-3.json
    trim-structure.py trade-11     ut-11.5.18.41.model.json  > src/main/resources/structures/trade-11.json
    trim-structure.py erp-2        erp-2.5.17.219.model.json > src/main/resources/structures/erp-2.json

Kept: what shapes the wire (types, lengths, numbering, parts, dimensions, recorders), the enums those attributes use,
and fill checks ("fill" of an attribute, "stdFill" of the standard ones): OData does not run them (onec.md §1.6) and
neither does the stand-in; they are there for whoever writes a validator. Dropped: indexes, ValueStorage (not served).
A dump leaves out what is a default of the platform; here the defaults are written out.
"""
import json
import sys

COMMON = """Catalog.Контрагенты Catalog.ДоговорыКонтрагентов Catalog.Организации Catalog.Номенклатура
Catalog.ВидыНоменклатуры Catalog.Валюты Catalog.СтраныМира Catalog.Склады Catalog.ВидыКонтактнойИнформации
Catalog.Пользователи Catalog.КлассификаторБанков Catalog.СтатьиДвиженияДенежныхСредств Catalog.СтруктураПредприятия
Document.РеализацияТоваровУслуг Document.СчетФактураВыданный Document.КорректировкаРеализации
Document.УстановкаЦенНоменклатуры Document.ПриходныйКассовыйОрдер
InformationRegister.ЦеныНоменклатуры InformationRegister.КурсыВалют InformationRegister.ШтрихкодыНоменклатуры"""
ACCOUNTING = """Catalog.НоменклатурныеГруппы Catalog.КлассификаторЕдиницИзмерения Catalog.БанковскиеСчета Catalog.Банки
Catalog.ТипыЦенНоменклатуры Catalog.КонтактныеЛица Catalog.ПодразделенияОрганизаций
Document.СчетНаОплатуПокупателю Document.ПоступлениеНаРасчетныйСчет Document.ОплатаПлатежнойКартой
Document.ОказаниеУслуг Document.АктОбОказанииПроизводственныхУслуг Document.ВозвратТоваровОтПокупателя
Document.АктСверкиВзаиморасчетов ChartOfAccounts.Хозрасчетный
InformationRegister.СтатусыДокументов InformationRegister.СрокиОплатыДокументов
InformationRegister.ЦеныНоменклатурыДокументов AccumulationRegister.ОплатаСчетов AccountingRegister.Хозрасчетный"""
TRADE = """Catalog.Партнеры Catalog.СоглашенияСКлиентами Catalog.УпаковкиЕдиницыИзмерения Catalog.ВидыЦен
Catalog.СтавкиНДС Catalog.БанковскиеСчетаОрганизаций Catalog.БанковскиеСчетаКонтрагентов
Catalog.ХарактеристикиНоменклатуры Catalog.КонтактныеЛицаПартнеров Catalog.ОбъектыРасчетов
Catalog.КлючиАналитикиУчетаПоПартнерам
Document.ЗаказКлиента Document.СчетНаОплатуКлиенту Document.АктВыполненныхРабот Document.РеализацияУслугПрочихАктивов
Document.СчетФактураВыданныйАванс Document.ПоступлениеБезналичныхДенежныхСредств Document.ВозвратТоваровОтКлиента
Document.СверкаВзаиморасчетов Document.СверкаВзаиморасчетов2_5_11
InformationRegister.ЦеныНоменклатуры25 InformationRegister.СостоянияЗаказовКлиентов
InformationRegister.ОтносительныеКурсыВалют AccumulationRegister.ТоварыНаСкладах
AccumulationRegister.ЗапасыИПотребности AccumulationRegister.РасчетыСКлиентами
AccumulationRegister.РасчетыСКлиентамиПоСрокам"""
ERP = TRADE + """ Catalog.ПодразделенияОрганизаций AccumulationRegister.ЗаказыКлиентов
ChartOfAccounts.Хозрасчетный AccountingRegister.Хозрасчетный"""
OBJECTS = {"accounting-3": COMMON + " " + ACCOUNTING, "trade-11": COMMON + " " + TRADE, "erp-2": COMMON + " " + ERP}

# By hand: the models have no such objects, but mandatory fields refer to them; goods come to a warehouse and
# money goes back to a client with the documents. Only what the stand-in itself needs is there; lengths are those of their neighbours.
CATALOG = {"handmade": True, "CodeLength": "9", "DescriptionLength": "100", "Autonumbering": "true",
           "CheckUnique": "true"}
UNCODED = {"handmade": True, "DescriptionLength": "100"}


def reference(name, target):
    return {"name": name, "types": [target]}


def money(name):
    return {"name": name, "types": ["Number"], "digits": 15, "frac": 2}


def spending(attributes, rows):
    return {"handmade": True, "NumberLength": "11", "NumberPeriodicity": "Year", "Autonumbering": "true",
            "CheckUnique": "true", "attributes": attributes,
            "tabular": [{"name": "РасшифровкаПлатежа", "attributes": rows}]}


def purchase(attributes, rows):
    return {"handmade": True, "NumberLength": "11", "NumberPeriodicity": "Year", "Autonumbering": "true",
            "CheckUnique": "true",
            "attributes": [reference("Организация", "CatalogRef.Организации"),
                           reference("Склад", "CatalogRef.Склады"),
                           reference("Контрагент", "CatalogRef.Контрагенты"), money("СуммаДокумента")] + attributes,
            "tabular": [{"name": "Товары", "attributes": [
                reference("Номенклатура", "CatalogRef.Номенклатура"),
                {"name": "Количество", "types": ["Number"], "digits": 15, "frac": 3}, money("Цена"), money("Сумма")]
                + rows}]}


ACCOUNT = "ChartOfAccountsRef.Хозрасчетный"
HANDMADE = {
    "accounting-3": {
        "Catalog.ФизическиеЛица": CATALOG,
        "Document.СписаниеСРасчетногоСчета": spending(
            [reference("Организация", "CatalogRef.Организации"),
             reference("СчетОрганизации", "CatalogRef.БанковскиеСчета"), reference("СчетБанк", ACCOUNT),
             reference("Контрагент", "CatalogRef.Контрагенты"),
             reference("ДоговорКонтрагента", "CatalogRef.ДоговорыКонтрагентов"), money("СуммаДокумента"),
             reference("ВалютаДокумента", "CatalogRef.Валюты")],
            [reference("ДоговорКонтрагента", "CatalogRef.ДоговорыКонтрагентов"), money("СуммаПлатежа"),
             money("СуммаВзаиморасчетов"), reference("СчетНаОплату", "DocumentRef.СчетНаОплатуПокупателю"),
             reference("СчетУчетаРасчетовСКонтрагентом", ACCOUNT),
             reference("СчетУчетаРасчетовПоАвансам", ACCOUNT)]),
        "Document.ПоступлениеТоваровУслуг": purchase(
            [reference("ДоговорКонтрагента", "CatalogRef.ДоговорыКонтрагентов"),
             reference("ВалютаДокумента", "CatalogRef.Валюты"),
             reference("СчетУчетаРасчетовСКонтрагентом", ACCOUNT)],
            [reference("СчетУчета", ACCOUNT)]),
    },
}
HANDMADE["trade-11"] = HANDMADE["erp-2"] = {
    "Catalog.ГруппыДоступаПартнеров": UNCODED,
    "Catalog.ГруппыДоступаНоменклатуры": UNCODED,
    "Catalog.Приоритеты": UNCODED,
    "Catalog.ГрафикиОплаты": UNCODED,
    "Catalog.ЦеновыеГруппы": CATALOG,
    "Catalog.ПричиныОтменыЗаказовКлиентов": UNCODED,
    "Catalog.Кассы": UNCODED,
    "Catalog.ФизическиеЛица": CATALOG,
    "Document.СписаниеБезналичныхДенежныхСредств": spending(
        [reference("Организация", "CatalogRef.Организации"),
         reference("БанковскийСчет", "CatalogRef.БанковскиеСчетаОрганизаций"),
         reference("ХозяйственнаяОперация", "EnumRef.ХозяйственныеОперации"), money("СуммаДокумента"),
         reference("Валюта", "CatalogRef.Валюты"), reference("Контрагент", "CatalogRef.Контрагенты"),
         reference("Партнер", "CatalogRef.Партнеры")],
        [reference("Партнер", "CatalogRef.Партнеры"), reference("ОбъектРасчетов", "CatalogRef.ОбъектыРасчетов"),
         money("Сумма"), reference("ВалютаВзаиморасчетов", "CatalogRef.Валюты"), money("СуммаВзаиморасчетов")]),
    "Document.ПриобретениеТоваровУслуг": purchase(
        [reference("Партнер", "CatalogRef.Партнеры"), reference("Валюта", "CatalogRef.Валюты")],
        [reference("Характеристика", "CatalogRef.ХарактеристикиНоменклатуры")]),
}

OBJECT_FACTS = """handmade CodeLength DescriptionLength Hierarchical HierarchyType Autonumbering CheckUnique
CodeAllowedLength NumberLength NumberPeriodicity NumberAllowedLength InformationRegisterPeriodicity WriteMode
RegisterType MaxExtDimensionCount owners recorders stdFill AccountingFlag""".split()
ATTRIBUTE_FACTS = "name types len digits frac dateparts fill balance".split()
DEFAULTS = {
    "Catalog": {"Hierarchical": "false", "HierarchyType": "HierarchyFoldersAndItems", "CodeAllowedLength": "Variable"},
    "Document": {"NumberPeriodicity": "Nonperiodical", "NumberAllowedLength": "Variable"},
    "InformationRegister": {"InformationRegisterPeriodicity": "Nonperiodical", "WriteMode": "Independent"},
    "AccumulationRegister": {"RegisterType": "Balance"},
    "ChartOfAccounts": {"MaxExtDimensionCount": "3"},
}


def attribute(a):
    return {k: a[k] for k in ATTRIBUTE_FACTS if k in a}


def attributes(items):
    return [attribute(a) for a in items if "ValueStorage" not in a["types"]]


def trimmed(kind, full):
    facts = DEFAULTS.get(kind, {}) | full
    out = {k: facts[k] for k in OBJECT_FACTS if k in facts}
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
    configuration = sys.argv[1]
    model = json.load(open(sys.argv[2], encoding="utf-8"))
    names = [n for n in OBJECTS[configuration].split() if n in model]
    absent = [n for n in OBJECTS[configuration].split() if n not in model]
    if absent:
        print("not in the model:", absent, file=sys.stderr)
    out = {name: trimmed(name.split(".")[0], model[name]) for name in names}
    for name, facts in HANDMADE[configuration].items():
        if name not in out:
            out[name] = trimmed(name.split(".")[0], facts)
    enums = sorted({t.replace("EnumRef.", "Enum.") for t in types_of(out) if t.startswith("EnumRef.")})
    missing = [e for e in enums if e not in model]
    if missing:
        print("enums without values:", missing, file=sys.stderr)
    out.update({e: {"values": model[e]["values"]} for e in enums if e in model})
    lines = (json.dumps(k, ensure_ascii=False) + ": " + json.dumps(v, ensure_ascii=False) for k, v in out.items())
    print("{\n" + ",\n".join(lines) + "\n}")


main()
