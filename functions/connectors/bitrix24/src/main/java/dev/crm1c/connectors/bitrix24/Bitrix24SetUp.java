package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Fields for everybody, bindings for applications. */
@ApplicationScoped
class Bitrix24SetUp implements CrmSetUp {
    private final DealFieldDesk fields;
    private final ApplicationBinding binding;
    private final Callers callers;

    Bitrix24SetUp(DealFieldDesk fields, ApplicationBinding binding, Callers callers) {
        this.fields = fields;
        this.binding = binding;
        this.callers = callers;
    }

    @Override
    public Reply<List<Piece>> fields(Tenant tenant) {
        return fields.make(tenant);
    }

    @Override
    public Reply<List<Piece>> application(Tenant tenant, URI ourAddress) {
        return callers.of(tenant) instanceof Caller.Application
                ? binding.bind(tenant, ourAddress)
                : Reply.of(List.of());
    }
}
