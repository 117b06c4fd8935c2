package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Payments;
import dev.crm1c.simulators.bitrix24.crm.Payments.Payment;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;

/** crm.item.payment.* of deals and smart invoices (bitrix24.md §5.8). A new payment is of 0: its products make its sum. */
final class PaymentMethods {

    private final Portal portal;
    private final Payments payments;

    PaymentMethods(Portal portal) {
        this.portal = portal;
        this.payments = portal.payments();
    }

    Answer list(Caller caller, Params params) {
        ArrayNode rows = Json.NODES.arrayNode();
        payments.of(owner(params)).forEach(payment -> rows.add(json(payment)));
        return Answer.of(rows);
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(json(find(params)));
    }

    Answer add(Caller caller, Params params) {
        return Answer.of(payments.add(owner(params)).id());
    }

    Answer pay(Caller caller, Params params) {
        payments.pay(caller.userId(), find(params));
        return Answer.yes();
    }

    Answer unpay(Caller caller, Params params) {
        payments.unpay(find(params));
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        payments.delete(find(params));
        return Answer.yes();
    }

    private Owner owner(Params params) {
        ItemType type = ItemType.of(params.required("entityTypeId"));
        if (type != ItemType.DEAL && type != ItemType.SMART_INVOICE) {
            throw ItemType.notSupported().refusal();
        }
        Item item = portal.items(type)
                .find(params.required("entityId"))
                .orElseThrow(() -> RestError.numbered(0, "Недостаточно прав").refusal());
        return new Owner(type, item.id());
    }

    /** What is not there is told as what one has no right to (sample crm.item.payment.get). */
    private Payment find(Params params) {
        return payments.find(params.required("id"))
                .orElseThrow(() -> RestError.numbered(0, "Недостаточно прав").refusal());
    }

    private ObjectNode json(Payment payment) {
        ObjectNode row = Json.object()
                .put("id", payment.id())
                .put("accountNumber", payment.owner().id() + "/" + payment.number())
                .put("paid", payment.paid().isPresent() ? "Y" : "N");
        payment.paid()
                .ifPresentOrElse(
                        paid -> row.put("datePaid", portal.time().render(paid.at()))
                                .put("empPaidId", paid.by()),
                        () -> row.putNull("datePaid").putNull("empPaidId"));
        row.put("paySystemId", 6);
        row.set("sum", PhpNumber.json(payment.sum()));
        return row.put("currency", "RUB").put("paySystemName", "Наличные");
    }
}
