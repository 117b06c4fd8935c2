package dev.crm1c.connectors.aws;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps {@code LINK#} items: keys, states, hashes and document numbers. */
@ApplicationScoped
class DynamoLinks implements Links {
    private static final String LINK = "LINK#";
    /** Of an item whose unit is known; a former release reads the link without it. */
    private static final String UNIT = "unit";

    private final Table table;

    DynamoLinks(Table table) {
        this.table = table;
    }

    @Override
    public Link find(TenantId tenant, LinkKey key) {
        return table.get(tenant.value(), sort(key)).map(item -> link(key, item)).orElseGet(Link.Absent::new);
    }

    @Override
    public Map<LinkKey, Link> findAll(TenantId tenant, Set<LinkKey> keys) {
        Map<String, LinkKey> bySort = keys.stream().collect(Collectors.toMap(DynamoLinks::sort, Function.identity()));
        return table.getAll(tenant.value(), bySort.keySet().stream().sorted().toList()).stream()
                .collect(Collectors.toUnmodifiableMap(
                        item -> bySort.get(item.sort()), item -> link(bySort.get(item.sort()), item)));
    }

    @Override
    public Claiming claim(TenantId tenant, LinkKey key, Link.Claim claim) {
        return claiming(table.putIf(item(tenant, key, new Link.Planned(claim)), "attribute_not_exists(pk)", Map.of()));
    }

    @Override
    public Claiming takeOver(TenantId tenant, LinkKey key, Link.Claim former, Link.Claim next) {
        return claiming(table.putIf(
                item(tenant, key, new Link.Planned(next)),
                "linkState = :planned and claimedBy = :by and claimedAt = :at",
                Map.of(
                        ":planned", AttributeValue.fromS("PLANNED"),
                        ":by", AttributeValue.fromS(former.by().key()),
                        ":at", AttributeValue.fromN(Long.toString(former.at().toEpochMilli())))));
    }

    @Override
    public Claiming claimInstead(TenantId tenant, LinkKey key, OneCRef former, Link.Claim claim) {
        return claiming(table.putIf(
                item(tenant, key, new Link.Planned(claim)),
                "linkState = :created and refKey = :former",
                Map.of(
                        ":created", AttributeValue.fromS("CREATED"),
                        ":former", AttributeValue.fromS(former.key().toString()))));
    }

    @Override
    public void put(TenantId tenant, LinkKey key, Link link) {
        table.put(item(tenant, key, link));
    }

    @Override
    public void forget(TenantId tenant, LinkKey key) {
        table.delete(tenant.value(), sort(key));
    }

    private static Claiming claiming(Table.Condition condition) {
        return switch (condition) {
            case Table.Condition.Held() -> Claiming.WON;
            case Table.Condition.Failed _ -> Claiming.LOST;
        };
    }

    private static String sort(LinkKey key) {
        return LINK + key.key();
    }

    private static Item item(TenantId tenant, LinkKey key, Link link) {
        Item item = Item.at(tenant.value(), sort(key));
        return switch (link) {
            case Link.Absent() -> throw new IllegalArgumentException("an absent link is not stored");
            case Link.Planned(Link.Claim claim) -> claim(item.with("linkState", "PLANNED"), claim);
            case Link.Created(OneCRef ref, LocalDate goodOn) ->
                goodOn(reference(item, ref), goodOn).with("linkState", "CREATED");
            case Link.OnFile(OneCRef ref, String unit, LocalDate goodOn) ->
                goodOn(reference(item, ref), goodOn)
                        .with("linkState", "CREATED")
                        .with(UNIT, unit);
            case Link.Posted(OneCRef ref) -> reference(item, ref).with("linkState", "POSTED");
            case Link.Withdrawn(OneCRef ref, DocumentFacts facts) ->
                facts(reference(item, ref), facts).with("linkState", "WITHDRAWN");
            case Link.Verified(OneCRef ref, Fingerprint asked, Fingerprint found, DocumentFacts facts, var remarks) ->
                facts(reference(item, ref), facts)
                        .with("linkState", "VERIFIED")
                        .with("asked", asked.hex())
                        .with("found", found.hex())
                        .with("remarks", remarks.stream().map(Remark::stored).toList());
        };
    }

    private static Item claim(Item item, Link.Claim claim) {
        item.with("claimedBy", claim.by().key()).with("claimedAt", claim.at());
        return claim.insteadOf().equals(Link.Claim.NOTHING)
                ? item
                : item.with("insteadOf", claim.insteadOf().toString());
    }

    private static LocalDate goodOn(Item item) {
        return item.optionalText("goodOn").map(LocalDate::parse).orElse(Link.Created.NEVER);
    }

    private static Item goodOn(Item item, LocalDate goodOn) {
        return goodOn.equals(Link.Created.NEVER) ? item : item.with("goodOn", goodOn.toString());
    }

    private static Item reference(Item item, OneCRef ref) {
        return item.with("refKey", ref.key().toString());
    }

    private static Item facts(Item item, DocumentFacts facts) {
        return item.with("documentNumber", facts.number())
                .with("documentDate", facts.date().toString())
                .with("totalKopecks", facts.total().kopecks());
    }

    private static DocumentFacts facts(Item item) {
        return new DocumentFacts(
                item.text("documentNumber"),
                LocalDateTime.parse(item.text("documentDate")),
                new Money(item.number("totalKopecks")));
    }

    private static Link link(LinkKey key, Item item) {
        return switch (item.text("linkState")) {
            case "PLANNED" ->
                new Link.Planned(new Link.Claim(
                        CrmRef.fromKey(item.text("claimedBy")).orElseThrow(),
                        item.optionalInstant("claimedAt").orElseThrow(),
                        item.optionalText("insteadOf").map(UUID::fromString).orElse(Link.Claim.NOTHING)));
            case "CREATED" ->
                item.optionalText(UNIT)
                        .<Link>map(unit -> new Link.OnFile(reference(key, item), unit, goodOn(item)))
                        .orElseGet(() -> new Link.Created(reference(key, item), goodOn(item)));
            case "POSTED" -> new Link.Posted(reference(key, item));
            case "WITHDRAWN" -> new Link.Withdrawn(reference(key, item), facts(item));
            case "VERIFIED" ->
                new Link.Verified(
                        reference(key, item),
                        new Fingerprint(item.text("asked")),
                        new Fingerprint(item.text("found")),
                        facts(item),
                        item.texts("remarks").stream().map(Remark::fromStored).toList());
            default -> throw new IllegalStateException("a link of a state that this release does not know");
        };
    }

    private static OneCRef reference(LinkKey key, Item item) {
        return new OneCRef(key.kind(), UUID.fromString(item.text("refKey")));
    }
}
