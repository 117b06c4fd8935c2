package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those fields of a deal that the tenant's rules look at, as text, by the fields' own names: nothing else of a deal is ours to know. */
final class RuledFields {
    private RuledFields() {}

    static Map<String, String> of(Tenant tenant, JsonNode item) {
        var fields = new HashMap<String, String>();
        names(tenant).forEach(name -> {
            String value = words(item.path(name));
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static Stream<String> names(Tenant tenant) {
        Terms terms = tenant.terms();
        Stream<DealCondition> conditions = Stream.concat(
                terms.sellers().stream().map(OwnCompany::when),
                terms.contracts().stream().map(ContractRule::when));
        return Stream.of(
                        conditions.flatMap(condition -> condition.fields().keySet().stream()),
                        terms.admission().testFields().keySet().stream(),
                        Optional.ofNullable(tenant.crm().fields().get(DealField.HANDED_OVER)).stream())
                .flatMap(names -> names);
    }

    /** A field of several values reads {@code 45, 47}; a file or another thing of many parts says nothing that a rule could name. */
    private static String words(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.asText().strip();
            case BOOLEAN -> value.asBoolean() ? "Y" : "N";
            case NUMBER -> plain(value.decimalValue());
            case ARRAY ->
                value.valueStream()
                        .map(RuledFields::words)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "));
            case BINARY, MISSING, NULL, OBJECT, POJO -> "";
        };
    }

    /** {@code 5}, not {@code 5.0} and not {@code 1E+2}. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
