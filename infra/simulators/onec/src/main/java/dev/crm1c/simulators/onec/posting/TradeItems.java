package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.base.WritingEffect;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.Optional;

/**
 * What УТ and ERP do to an item as it is written (onec.md §2.2 [live P8]): a type and a way of sale are filled in, a name
 * that is taken is refused even when the other item is marked for deletion, and so is a group.
 */
final class TradeItems implements WritingEffect {
    static final String SET = "Catalog_Номенклатура";
    private static final String TYPE = "ТипНоменклатуры";
    private static final String SALE_FORM = "ВариантОформленияПродажи";
    private final Infobase base;

    TradeItems(Infobase base) {
        this.base = base;
    }

    @Override
    public void follow(Optional<Entity> before, Optional<Entity> after) {
        after.filter(entity -> entity.structure().set().equals(SET)).ifPresent(this::written);
    }

    private void written(Entity item) {
        if (item.flag("IsFolder")) {
            throw ODataFailure.handler(
                    "ПередЗаписью", "{Справочник.Номенклатура.МодульОбъекта(214)}: Поле объекта не обнаружено");
        }
        String name = item.text("Description");
        boolean taken = base.all(SET).stream()
                .filter(other -> !other.reference().equals(item.reference()))
                .anyMatch(other -> other.text("Description").equalsIgnoreCase(name));
        if (taken) {
            throw ODataFailure.handler("ПередЗаписью", "Номенклатура с наименованием \"" + name + "\" уже существует");
        }
        Entity filled = filled(filled(item, TYPE, "Товар"), SALE_FORM, "РеализацияТоваровУслуг");
        if (filled != item) {
            base.store(filled);
        }
    }

    private static Entity filled(Entity item, String property, String word) {
        return item.text(property).isEmpty() ? item.with(property, new Value.Text(word)) : item;
    }
}
