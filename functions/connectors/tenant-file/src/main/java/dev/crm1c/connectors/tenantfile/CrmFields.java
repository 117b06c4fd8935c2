package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.CrmConnection.ProductField;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.SecretName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The portal, and which of its fields show what. */
final class CrmFields {
    private static final Map<String, DealField> DEAL_FIELDS = Map.ofEntries(
            Map.entry("invoiceNumber", DealField.INVOICE_NUMBER),
            Map.entry("invoiceDate", DealField.INVOICE_DATE),
            Map.entry("invoiceSum", DealField.INVOICE_SUM),
            Map.entry("invoiceLink", DealField.INVOICE_LINK),
            Map.entry("orderNumber", DealField.ORDER_NUMBER),
            Map.entry("orderLink", DealField.ORDER_LINK),
            Map.entry("shipmentNumber", DealField.SHIPMENT_NUMBER),
            Map.entry("shipmentDate", DealField.SHIPMENT_DATE),
            Map.entry("shipmentSum", DealField.SHIPMENT_SUM),
            Map.entry("shipmentLink", DealField.SHIPMENT_LINK),
            Map.entry("taxInvoiceNumber", DealField.TAX_INVOICE_NUMBER),
            Map.entry("handedOver", DealField.HANDED_OVER),
            Map.entry("state", DealField.STATE),
            Map.entry("files", DealField.FILES));

    private static final Map<String, ProductField> PRODUCT_FIELDS =
            Map.of("article", ProductField.ARTICLE, "barcode", ProductField.BARCODE);

    private final Said crm;
    private final Faults faults;

    CrmFields(Said crm, Faults faults) {
        this.crm = crm;
        this.faults = faults;
    }

    Optional<CrmConnection> connection() {
        return Addresses.read(crm.at("address"), faults)
                .map(address -> new CrmConnection(
                        new CrmSystem(crm.at("system").text()),
                        address,
                        new SecretName(crm.at("secret").text()),
                        crm.at("memberIds").texts(),
                        codes(crm.at("fields"), DEAL_FIELDS),
                        codes(crm.at("productFields"), PRODUCT_FIELDS)));
    }

    private static <T> Map<T, String> codes(Said fields, Map<String, T> known) {
        var codes = new HashMap<T, String>();
        fields.textByField().forEach((name, code) -> codes.put(known.get(name), code));
        return codes;
    }
}
