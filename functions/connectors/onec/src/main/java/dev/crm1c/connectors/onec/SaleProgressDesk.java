package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.onec.SaleProgress.Portion;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;

/** How far a sale is paid and shipped: Бухгалтерия keeps words, Управление торговлей keeps percents that follow with a delay. */
@ApplicationScoped
class SaleProgressDesk {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final ODataClient client;
    private final ProfileShelf profiles;

    SaleProgressDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<SaleProgress> of(Tenant tenant, OneCRef document) {
        Section section = profiles.of(tenant).section(document.kind());
        if (!section.has("progress")) {
            return Reply.of(SaleProgress.NOTHING_YET);
        }
        Section progress = section.inner("progress");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), progress.set())
                .filter(ODataFilter.equal(progress.text("document"), document.key(), section.set()));
        return client.list(tenant, address)
                .map(states -> new SaleProgress(
                        farthest(states, progress.inner("paid")), farthest(states, progress.inner("shipped"))));
    }

    private static Portion farthest(JsonNode states, Section rule) {
        return StreamSupport.stream(states.spliterator(), false)
                .map(state -> portion(state, rule))
                .max(Portion::compareTo)
                .orElse(Portion.NONE);
    }

    private static Portion portion(JsonNode state, Section rule) {
        if (rule.has("percent")) {
            return Field.of(state, rule.text("sum")).number().signum() <= 0
                    ? Portion.NONE
                    : Field.of(state, rule.text("percent")).number().compareTo(ALL) < 0 ? Portion.PART : Portion.WHOLE;
        }
        String word = Field.of(state, rule.text("field")).text();
        if (rule.texts("whole").contains(word)) {
            return Portion.WHOLE;
        }
        return rule.texts("part").contains(word) ? Portion.PART : Portion.NONE;
    }
}
