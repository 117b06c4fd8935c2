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
            case Link.Withdrawn(OneCRef ref, DocumentFacts facts) ->
                facts(reference(item, ref), facts).with("linkState", "WITHDRAWN");
            case Link.ComingBack(OneCRef ref, DocumentFacts facts) ->
                facts(reference(item, ref), facts)
                        .with("linkState", "WITHDRAWN")
                        .with("comingBack", "yes");
            case Link.ReadBack known -> readBack(item, known);
            case Link.Changing(Link.ReadBack former, Fingerprint asked, Fingerprint meant, var since) ->
                readBack(item, former)
                        .with("changeAsked", asked.hex())
                        .with("changeMeant", meant.hex())
                        .with("changingSince", since);
        };
    }

    /** A release that knows less reads these as what they were before. */
    private static Item readBack(Item item, Link.ReadBack known) {
        facts(reference(item, known.ref()), known.facts())
                .with("asked", known.asked().hex())
                .with("found", known.found().hex());
        return switch (known) {
            case Link.Written _ -> item.with("linkState", "CREATED");
            case Link.Verified verified ->
                item.with("linkState", "VERIFIED")
                        .with(
                                "remarks",
                                verified.remarks().stream().map(Remark::stored).toList());
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
            case "CREATED" -> created(key, item);
            // Written by former releases only, which did not keep what they had posted.
            case "POSTED" -> new Link.Created(reference(key, item));
            case "WITHDRAWN" ->
                item.optionalText("comingBack").isPresent()
                        ? new Link.ComingBack(reference(key, item), facts(item))
                        : new Link.Withdrawn(reference(key, item), facts(item));
            case "VERIFIED" ->
                perhapsChanging(
                        item,
                        new Link.Verified(
                                reference(key, item),
                                fingerprint(item, "asked"),
                                fingerprint(item, "found"),
                                facts(item),
                                item.texts("remarks").stream()
                                        .map(Remark::fromStored)
                                        .toList()));
            default -> throw new IllegalStateException("a link of a state that this release does not know");
        };
    }

    /** Only of documents, and not by former releases, it is kept what 1C held. */
    private static Link created(LinkKey key, Item item) {
        OneCRef ref = reference(key, item);
        if (item.optionalText(UNIT).isPresent()) {
            return new Link.OnFile(ref, item.text(UNIT), goodOn(item));
        }
        return item.optionalText("found").isEmpty()
                ? new Link.Created(ref, goodOn(item))
                : perhapsChanging(
                        item,
                        new Link.Written(ref, fingerprint(item, "asked"), fingerprint(item, "found"), facts(item)));
    }

    private static Link perhapsChanging(Item item, Link.ReadBack former) {
        return item.optionalInstant("changingSince")
                .<Link>map(since -> new Link.Changing(
                        former, fingerprint(item, "changeAsked"), fingerprint(item, "changeMeant"), since))
                .orElse(former);
    }

    private static Fingerprint fingerprint(Item item, String name) {
        return new Fingerprint(item.text(name));
    }

    private static OneCRef reference(LinkKey key, Item item) {
        return new OneCRef(key.kind(), UUID.fromString(item.text("refKey")));
    }
}
