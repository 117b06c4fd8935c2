package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * УстановкаЦенНоменклатуры makes prices: to the day in Бухгалтерия, to the second in УТ and ERP, where one of two
 * registers is in use (onec.md §2.1, §2.2).
 */
final class Prices extends Movements {
    static final String SET = "InformationRegister_ЦеныНоменклатуры";
    private final Way way;

    /** Where prices are kept, and what of a row goes there. */
    private sealed interface Way {
        String table();

        Movement of(Entity setting, PartRow row);

        default boolean valid(Entity setting) {
            return true;
        }

        record Daily() implements Way {
            @Override
            public String table() {
                return "Товары";
            }

            @Override
            public Movement of(Entity setting, PartRow row) {
                return common(setting.date().truncatedTo(ChronoUnit.DAYS), row)
                        .with("ТипЦен_Key", setting.reference("ТипЦен_Key"));
            }
        }

        /** A setting of prices nobody agreed to is posted and moves nothing. */
        record InTime(String table, List<String> more) implements Way {
            @Override
            public Movement of(Entity setting, PartRow row) {
                Movement price = common(setting.date(), row);
                for (String name : more) {
                    price = price.with(name, row.reference(name));
                }
                return price;
            }

            @Override
            public boolean valid(Entity setting) {
                return setting.text("Статус").equals("Согласован");
            }
        }
    }

    private Prices(Infobase base, String set, Way way) {
        super(new RecordSets(base, set), Set.of(AccountingDocuments.PRICES));
        this.way = way;
    }

    static Prices daily(Infobase base) {
        return new Prices(base, SET, new Way.Daily());
    }

    static Prices inTime(Infobase base, boolean pricing25) {
        return pricing25
                ? new Prices(
                        base,
                        SET + "25",
                        new Way.InTime(
                                "Товары2_5",
                                List.of(
                                        "ХарактеристикаЦО_Key",
                                        "СерияЦО_Key",
                                        "УпаковкаЦО_Key",
                                        "ВидЦены_Key",
                                        "Упаковка_Key")))
                : new Prices(
                        base,
                        SET,
                        new Way.InTime("Товары", List.of("Характеристика_Key", "ВидЦены_Key", "Упаковка_Key")));
    }

    private static Movement common(LocalDateTime period, PartRow row) {
        return Movement.on(period)
                .with("Номенклатура_Key", row.reference("Номенклатура_Key"))
                .with("Цена", row.number("Цена"))
                .with("Валюта_Key", row.reference("Валюта_Key"));
    }

    @Override
    protected List<Movement> of(Entity setting) {
        return way.valid(setting)
                ? setting.rows(way.table()).stream()
                        .filter(row -> !row.reference("Номенклатура_Key").equals(Value.EMPTY_REFERENCE))
                        .map(row -> way.of(setting, row))
                        .toList()
                : List.of();
    }

    /** Two documents cannot say two prices for the same moment: the key of a record is its period and dimensions. */
    @Override
    protected void write(Entity setting, List<Movement> movements) {
        super.write(setting, movements);
        List<? extends Row> mine = records.of(RecordSets.recorder(setting));
        long different = mine.stream().map(Row::key).distinct().count();
        boolean taken = !mine.isEmpty()
                && records.all().stream()
                        .filter(row -> !row.value(RecordSets.RECORDER).equals(RecordSets.recorder(setting)))
                        .anyMatch(row -> mine.stream().anyMatch(own -> own.key().equals(row.key())));
        if (taken || different < mine.size()) {
            throw ODataFailure.handler("ПриЗаписи", "Запись с такими ключевыми полями уже существует!");
        }
    }
}
