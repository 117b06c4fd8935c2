package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.connectors.bitrix24.PhpForm.Parsed.Fields;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Secret;

/**
 * A browser shows our tab in a deal: the portal gave it this form to bring to us, and whoever sits before the browser may have changed it.
 * Source: reference "bitrix24", 3.2.
 *
 * @param accessToken the visitor's own
 * @param serverEndpoint as it came; not believed
 */
record TabCall(String accessToken, String serverEndpoint, Secret applicationToken, String memberId, CrmRef deal) {
    private static final String PLACEMENT = "CRM_DEAL_DETAIL_TAB";

    sealed interface Reading {
        record Understood(TabCall call) implements Reading {}

        record NotUnderstood(String why) implements Reading {}
    }

    static Reading read(Fields fields) {
        if (!fields.get("PLACEMENT").equals(PLACEMENT)) {
            return new Reading.NotUnderstood("это не вкладка сделки");
        }
        String accessToken = fields.get("AUTH_ID");
        if (!accessToken.matches("[!-~]{1,1000}")) {
            return new Reading.NotUnderstood("в теле нет токена посетителя");
        }
        String id = dealId(fields.get("PLACEMENT_OPTIONS"));
        if (!id.matches("[1-9][0-9]{0,17}")) {
            return new Reading.NotUnderstood("в поле PLACEMENT_OPTIONS нет номера сделки");
        }
        return new Reading.Understood(new TabCall(
                accessToken,
                fields.get("SERVER_ENDPOINT"),
                new Secret(fields.get("APPLICATION_TOKEN")),
                fields.get("member_id"),
                new CrmRef(CrmKind.DEAL, id)));
    }

    private static String dealId(String options) {
        try {
            return new ObjectMapper().readTree(options).path("ID").asText();
        } catch (JsonProcessingException _) {
            return "";
        }
    }
}
