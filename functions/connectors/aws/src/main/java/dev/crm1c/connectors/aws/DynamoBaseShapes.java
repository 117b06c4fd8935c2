package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.BaseShapes;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps one {@code SHAPE} item for each tenant: names of fields and values, no data. */
@ApplicationScoped
class DynamoBaseShapes implements BaseShapes {
    private static final String SHAPE = "SHAPE";

    private final Table table;

    DynamoBaseShapes(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Shape> find(Tenant tenant) {
        return table.get(tenant.id().value(), SHAPE)
                .map(item -> new Shape(
                        new Fingerprint(item.text("hash")),
                        item.texts("lacks"),
                        item.optionalInstant("readAt").orElseThrow()));
    }

    @Override
    public void put(Tenant tenant, Shape shape) {
        table.put(Item.at(tenant.id().value(), SHAPE)
                .with("hash", shape.hash().hex())
                .with("lacks", shape.lacks())
                .with("readAt", shape.readAt()));
    }
}
