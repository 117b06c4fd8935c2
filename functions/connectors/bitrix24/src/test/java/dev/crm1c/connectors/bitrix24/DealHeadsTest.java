package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealHead.Phase;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Admission;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** bitrix24.md §5.2, §5.4: what a deal says of itself. */
class DealHeadsTest {
    private static final Tenant DEMO = DemoTenant.of("bitrix24", Unknown.DESCRIBE);

    private static DealHead head(Tenant tenant, String item) {
        return DealHeads.of(
                tenant,
                new DealParts(
                        new CrmRef(CrmKind.DEAL, "5"),
                        StubPortal.json(item.replace('\'', '"')),
                        List.<JsonNode>of(),
                        new BatchAnswer(StubPortal.json("{\"result\": []}"))));
    }

    private static DealHead head(String item) {
        return head(DEMO, item);
    }

    @ParameterizedTest
    @CsvSource({
        "S, N, C1:WON, WON",
        "F, Y, C1:UC_1, LOST",
        "P, Y, C1:LOSE, OPEN",
        "'', N, C1:LOSE, OPEN",
        "'', Y, C1:LOSE, LOST",
        "'', Y, APOLOGY, LOST",
        "'', Y, C12:WON, WON",
        "'', Y, C1:UC_1, WON"
    })
    void the_phase_is_what_the_stage_means(String semantics, String closed, String stage, Phase phase) {
        assertThat(head("{'stageSemanticId':'%s','closed':'%s','stageId':'%s'}".formatted(semantics, closed, stage))
                        .phase())
                .isEqualTo(phase);
    }

    @Test
    void a_closed_deal_without_a_word_of_its_phase_is_open_unless_it_says_that_it_is_closed() {
        assertThat(head("{'stageId':'LOSE'}").phase()).isEqualTo(Phase.OPEN);
        assertThat(head("{'stageId':'NEW','stageSemanticId':'P','isRecurring':'N'}")
                        .phase())
                .isEqualTo(Phase.OPEN);
        assertThat(head("{'stageId':'NEW','stageSemanticId':'P','isRecurring':'Y'}")
                        .phase())
                .isEqualTo(Phase.TEMPLATE);
        assertThat(head("{'stageSemanticId':null,'closed':'Y','stageId':'LOSE'}")
                        .phase())
                .isEqualTo(Phase.LOST);
    }

    @Test
    void the_time_has_its_offset() {
        assertThat(head("{'createdTime':'2026-01-01T02:00:00+03:00'}").createdAt())
                .isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"01.02.2026 10:00", "''", "2026-02-01"})
    void a_deal_whose_time_cannot_be_read_is_the_oldest_of_all(String time) {
        DealHead head = head("{'createdTime':'%s'}".formatted(time));

        assertThat(new Admission(Instant.parse("2001-01-01T00:00:00Z"), Set.of(), Map.of()).on(head))
                .isEqualTo(Admission.Verdict.TOO_OLD);
        assertThat(Admission.EVERYBODY.on(head)).isEqualTo(Admission.Verdict.ADMITTED);
    }

    @Test
    void title_person_and_sum_may_be_missing() {
        DealHead full = head("{'title':' Сделка ','assignedById':7,'opportunity':'1000000.00'}");
        assertThat(full.title()).isEqualTo("Сделка");
        assertThat(full.responsible()).isEqualTo(new Responsible.Somebody(new PortalUser("7")));
        assertThat(full.sum()).isEqualTo(new DealSum.Said(new BigDecimal("1000000.00")));

        DealHead empty = head("{'title':null,'assignedById':0,'opportunity':null}");
        assertThat(empty.title()).isEmpty();
        assertThat(empty.responsible()).isEqualTo(new Responsible.Nobody());
        assertThat(empty.sum()).isEqualTo(new DealSum.NotSaid());
    }

    private static DealCondition when(String field) {
        return new DealCondition(Set.of(), Set.of(), Map.of(field, Set.of("x")));
    }

    private static Tenant ruled() {
        return AgainstTheSimulator.with(
                DEMO,
                terms -> new Terms(
                        List.of(new OwnCompany(DemoTenant.SELLER, Naming.BY_CONDITION, when("UF_REGION"), Map.of())),
                        List.of(new ContractRule(
                                when("typeId"), "Договор", ContractRule.Choice.ANY_OPEN, ContractRule.Term.STANDING)),
                        terms.items(),
                        new Admission(Instant.MIN, Set.of(), Map.of("UF_TRIAL", Set.of("Y"))),
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        terms.mode()));
    }

    @Test
    void only_the_fields_that_rules_name_are_read() {
        assertThat(head(ruled(), """
                        {'UF_REGION':[45,' 47 ',null],'typeId':'SALE','UF_TRIAL':true,'UF_CRM_C1_HANDED_OVER':'1=5; 3=2,5',
                         'comments':'never ours to know','UF_OTHER':1}""").fields())
                .isEqualTo(Map.of(
                        "UF_REGION", "45, 47",
                        "typeId", "SALE",
                        "UF_TRIAL", "Y",
                        "UF_CRM_C1_HANDED_OVER", "1=5; 3=2,5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"false | N", "5.0 | 5", "100 | 100", "0 | 0", "{'id':1} | ~~", "[] | ~~", "null | ~~"})
    void values_are_read_as_people_see_them(String value, String text) {
        assertThat(head(ruled(), "{'UF_REGION':" + value + "}").field("UF_REGION"))
                .isEqualTo(text);
    }
}
