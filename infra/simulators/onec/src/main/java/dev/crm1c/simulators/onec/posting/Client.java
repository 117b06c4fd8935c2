package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.posting.Entry.Side;
import java.util.List;
import java.util.UUID;

/** With whom an account of settlements is kept: a counterparty and a contract, and then a document. */
record Client(Value.Composite counterparty, Value.Composite contract) {
    static Client of(Entity document, UUID contract) {
        return new Client(
                Value.Composite.reference("Catalog_Контрагенты", AccountingDocuments.counterparty(document)),
                Value.Composite.reference("Catalog_ДоговорыКонтрагентов", contract));
    }

    List<Value.Composite> analytics() {
        return List.of(counterparty, contract);
    }

    Side on(UUID account, Value.Composite document) {
        return Side.of(account, counterparty, contract, document);
    }
}
