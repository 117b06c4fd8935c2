package dev.crm1c.simulators.bitrix24.method;

import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.Map;

/** The frozen crm.deal.get, list and update: upper-case names and strings (bitrix24.md §5.3). */
final class DealMethods {
    private final Portal portal;
    private final Items deals;

    DealMethods(Portal portal) {
        this.portal = portal;
        this.deals = portal.deals();
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(view().render(deal(params)));
    }

    /** User fields come when they are asked for only. */
    Answer list(Caller caller, Params params) {
        ItemView view = view();
        Selection selection =
                Selection.of(params.anyCase("select"), view.standardNames(), view.standardNames(), view.userNames());
        return OldLists.of(params)
                .answer(view.columns(), deals.all().stream().map(view::render).toList(), Wrapped.bare(selection));
    }

    /** The pipeline cannot be changed here, and what is unknown is passed over. */
    Answer update(Caller caller, Params params) {
        Item deal = deal(params);
        Map<String, Object> values = view().read(params.oldFields());
        values.remove("categoryId");
        try {
            deals.overwrite(caller.userId(), deal.id(), values);
        } catch (RestRefusal refusal) {
            // The old family has no codes: only the text tells.
            throw RestError.old(refusal.error().description()).refusal();
        }
        return Answer.yes();
    }

    private Item deal(Params params) {
        return deals.find(params.oldId())
                .orElseThrow(() -> RestError.old("Not found").refusal());
    }

    private ItemView view() {
        return ItemView.old(deals, portal.time());
    }
}
