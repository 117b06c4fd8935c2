package dev.crm1c.model.fake;

import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.onec.SaleProgress.Portion;
import dev.crm1c.model.port.CounterpartyDetails;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A 1C base in memory. It may give keys of its own, spoil what it is given, and lose answers before or after the effect. */
public final class FakeOneC implements OneC, OneCItems, CounterpartyDetails {
    private static final int LONGEST_NAME = 100;

    public final Map<UUID, CounterpartyCard> counterparties = new LinkedHashMap<>();
    public final Map<UUID, OneCRef> contracts = new LinkedHashMap<>();
    public final Map<UUID, OneCRef> partners = new LinkedHashMap<>();
    /** Whose partner a counterparty is, where the base has partners. */
    public final Map<UUID, OneCRef> partnerOf = new HashMap<>();
    /** Orders and documents. */
    public final Map<UUID, DocumentSheet> documents = new LinkedHashMap<>();

    public final Map<UUID, Marker> markers = new HashMap<>();
    /** By what they are found: a name, an article, a barcode. */
    public final Map<ItemKey, Map<String, List<ItemOnFile>>> items = new EnumMap<>(ItemKey.class);

    public final Map<UUID, ItemCard> itemsMade = new LinkedHashMap<>();
    public final Map<UUID, ContractTerms> contractTerms = new HashMap<>();
    public final Map<UUID, BankDetails> accounts = new LinkedHashMap<>();
    public final Map<UUID, Contacts> contacts = new LinkedHashMap<>();
    public final Map<UUID, DocumentDraft> drafts = new HashMap<>();
    public final Map<String, BigDecimal> rates = new HashMap<>();
    public final Set<String> unitsUnknown = new HashSet<>();
    public final Set<UUID> paid = new HashSet<>();
    public final Set<UUID> shipped = new HashSet<>();
    /** Marked for deletion or closed, cards of all kinds. */
    public final Set<UUID> retired = new HashSet<>();

    public int calls;
    public int partnersMade;

    private final KeyPolicy keys;
    private final Set<OneCKind> kinds;
    private UnaryOperator<DocumentSheet> spoiling = UnaryOperator.identity();
    private Optional<Lost> lost = Optional.empty();
    private long nextKey = 1;

    public enum KeyPolicy {
        HONOURED,
        IGNORED
    }

    /** A call that goes wrong: which one from now on (1 is the next), how it looks to the caller, whether 1C has done it all the same. */
    private record Lost(int call, Outcome outcome, Effect effect) {}

    public enum Effect {
        NONE,
        DONE
    }

    public FakeOneC(KeyPolicy keys, Set<OneCKind> kinds) {
        this.keys = keys;
        this.kinds = Set.copyOf(kinds);
    }

    /** The documents of one kind, in the order of their making. */
    public List<DocumentSheet> documents(OneCKind kind) {
        return documents.values().stream()
                .filter(sheet -> sheet.ref().kind() == kind)
                .toList();
    }

    public void loseCall(int fromNow, Outcome outcome, Effect effect) {
        lost = Optional.of(new Lost(calls + fromNow, outcome, effect));
    }

    public void spoil(UnaryOperator<DocumentSheet> how) {
        spoiling = how;
    }

    public void putDocument(DocumentSheet sheet) {
        documents.put(sheet.ref().key(), sheet);
    }

    private <T> Reply<T> call(Supplier<T> effect) {
        calls++;
        if (lost.isPresent() && lost.get().call() == calls) {
            Lost now = lost.get();
            lost = Optional.empty();
            if (now.effect() == Effect.DONE) {
                effect.get();
            }
            return Reply.stop(now.outcome());
        }
        return Reply.of(effect.get());
    }

    private UUID key(ProposedKey proposed) {
        return keys == KeyPolicy.HONOURED ? proposed.uuid() : new UUID(7, nextKey++);
    }

    @Override
    public Set<OneCKind> kindsIn(Tenant tenant) {
        return kinds;
    }

    @Override
    public Reply<OneCBase> findBase(Tenant tenant) {
        return call(() -> new OneCBase(Map.of("organization", new UUID(1, 1)), Set.of()));
    }

    @Override
    public Reply<CounterpartiesFound> findCounterparties(Tenant tenant, BuyerIdentity identity) {
        return call(() -> new CounterpartiesFound(
                counterparties.entrySet().stream()
                        .filter(entry -> entry.getValue().identity().equals(identity))
                        .filter(entry -> !retired.contains(entry.getKey()))
                        .map(entry -> onFile(new OneCRef(OneCKind.COUNTERPARTY, entry.getKey())))
                        .toList(),
                List.of()));
    }

    private CounterpartyOnFile onFile(OneCRef ref) {
        return partnerOf.containsKey(ref.key())
                ? new CounterpartyOnFile.OfPartner(ref, partnerOf.get(ref.key()))
                : new CounterpartyOnFile.Alone(ref);
    }

    @Override
    public Reply<Optional<OneCRef>> findPartner(Tenant tenant, ProposedKey proposed) {
        return call(() -> Optional.ofNullable(partners.get(proposed.uuid())));
    }

    @Override
    public Reply<OneCRef> createPartner(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed) {
        return call(() -> {
            var ref = new OneCRef(OneCKind.PARTNER, key(proposed));
            if (!ref.equals(partners.get(proposed.uuid()))) {
                partnersMade++;
            }
            partners.put(proposed.uuid(), ref);
            return ref;
        });
    }

    @Override
    public Reply<OneCRef> createCounterparty(
            Tenant tenant,
            Parties parties,
            CounterpartyCard card,
            CounterpartyStanding standing,
            ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            counterparties.put(key, card);
            parties.ref(OneCKind.PARTNER).ifPresent(partner -> partnerOf.put(key, partner));
            return new OneCRef(OneCKind.COUNTERPARTY, key);
        });
    }

    @Override
    public Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        return call(() -> counterparty);
    }

    @Override
    public Reply<List<ContractOnFile>> findContracts(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms) {
        return call(() -> contracts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parties.counterparty()))
                .filter(entry -> !retired.contains(entry.getKey()))
                .filter(entry -> !hasRunOut(entry.getKey(), terms.on()))
                .filter(entry -> terms.choice() == Choice.ANY_OPEN
                        || contractTerms.containsKey(entry.getKey())
                                && contractTerms.get(entry.getKey()).name().equals(terms.name()))
                .map(entry -> new ContractOnFile(
                        new OneCRef(OneCKind.CONTRACT, entry.getKey()), LocalDate.of(2026, 1, contracts.size())))
                .toList());
    }

    private boolean hasRunOut(UUID contract, LocalDate on) {
        return contractTerms.containsKey(contract)
                && contractTerms.get(contract).until().isBefore(on);
    }

    @Override
    public Reply<Standing> standing(Tenant tenant, OneCRef known) {
        return call(() -> retired.contains(known.key()) ? Standing.RETIRED : Standing.IN_USE);
    }

    @Override
    public Reply<OneCRef> createContract(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            contracts.put(key, parties.counterparty());
            contractTerms.put(key, terms);
            return new OneCRef(OneCKind.CONTRACT, key);
        });
    }

    @Override
    public Reply<DocumentCurrency> currency(Tenant tenant, OneCBase base, String code, LocalDate on) {
        if (code.equals(Terms.RUBLE)) {
            return Reply.of(new DocumentCurrency.Own());
        }
        return rates.containsKey(code)
                ? call(() -> new DocumentCurrency.Foreign(new UUID(9, code.hashCode()), rates.get(code), 1))
                : Reply.askPeople(new Problem.NoCurrencyRate(code, on));
    }

    /** An item that is known by its name, goods by the piece. */
    public UUID item(String name) {
        return item(ItemKey.NAME, name, ItemNature.GOODS);
    }

    public UUID item(ItemKey by, String value, ItemNature nature) {
        return item(by, value, nature, "796");
    }

    /** Goods by their name, counted in this unit. */
    public UUID itemIn(String unit, String name) {
        return item(ItemKey.NAME, name, ItemNature.GOODS, unit);
    }

    private UUID item(ItemKey by, String value, ItemNature nature, String unit) {
        var item = new ItemOnFile(new UUID(8, nextKey++), nature, unit);
        items.computeIfAbsent(by, _ -> new HashMap<>())
                .computeIfAbsent(value, _ -> new ArrayList<>())
                .add(item);
        return item.key();
    }

    /** Somebody gave all items another unit. */
    public void itemsAreNowIn(String unit) {
        items.values()
                .forEach(byValue -> byValue.replaceAll((_, found) -> found.stream()
                        .map(item -> new ItemOnFile(item.key(), item.nature(), unit))
                        .collect(Collectors.toList())));
    }

    @Override
    public Reply<Map<String, List<ItemOnFile>>> find(Tenant tenant, ItemKey by, Set<String> values) {
        return call(() -> {
            var found = new HashMap<>(items.getOrDefault(by, Map.of()));
            found.keySet().retainAll(values);
            found.replaceAll((_, alike) ->
                    alike.stream().filter(item -> !retired.contains(item.key())).toList());
            found.values().removeIf(List::isEmpty);
            return Map.copyOf(found);
        });
    }

    @Override
    public Reply<Map<UUID, ItemOnFile>> onFile(Tenant tenant, Set<UUID> keys) {
        return call(() -> items.values().stream()
                .flatMap(byValue -> byValue.values().stream())
                .flatMap(List::stream)
                .filter(item -> keys.contains(item.key()) && !retired.contains(item.key()))
                .collect(Collectors.toMap(ItemOnFile::key, item -> item, (one, _) -> one)));
    }

    @Override
    public Reply<Units> unit(Tenant tenant, String okei) {
        return call(() -> unitsUnknown.contains(okei) ? Units.UNKNOWN : Units.KNOWN);
    }

    @Override
    public Reply<OneCRef> create(Tenant tenant, OneCBase base, ItemCard card, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            itemsMade.put(key, card);
            items.computeIfAbsent(ItemKey.NAME, _ -> new HashMap<>())
                    .put(shortened(card.name()), List.of(new ItemOnFile(key, card.nature(), card.unit())));
            return new OneCRef(OneCKind.ITEM, key);
        });
    }

    @Override
    public Reply<Optional<OneCRef>> findMade(Tenant tenant, ItemCard card) {
        return call(() -> itemsMade.entrySet().stream()
                .filter(made -> made.getValue().equals(card))
                .map(made -> new OneCRef(OneCKind.ITEM, made.getKey()))
                .findFirst());
    }

    /** The field by which items are found holds no more. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    @Override
    public Reply<OneCRef> bankAccount(Tenant tenant, Parties parties, BankDetails details, ProposedKey proposed) {
        return call(() -> {
            accounts.put(proposed.uuid(), details);
            return new OneCRef(OneCKind.BANK_ACCOUNT, proposed.uuid());
        });
    }

    @Override
    public Reply<Addition> contacts(Tenant tenant, OneCRef counterparty, Contacts written) {
        if (written.phone().isEmpty() && written.email().isEmpty()) {
            return Reply.of(Addition.NOTHING);
        }
        return call(() -> {
            contacts.put(counterparty.key(), written);
            return Addition.SOMETHING;
        });
    }

    @Override
    public Reply<List<OneCRef>> findDocuments(Tenant tenant, OneCKind kind, Marker marker, LocalDate since) {
        return call(() -> documents(kind).stream()
                .map(DocumentSheet::ref)
                .filter(ref -> markers.get(ref.key()).equals(marker))
                .toList());
    }

    @Override
    public Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            var ref = new OneCRef(draft.kind(), key);
            markers.put(key, draft.marker());
            drafts.put(key, draft);
            return store(
                    ref,
                    draft,
                    "00БП-%06d"
                            .formatted(
                                    documents.containsKey(key)
                                            ? 1
                                            : documents(draft.kind()).size() + 1),
                    DocumentSheet.State.UNPOSTED);
        });
    }

    @Override
    public Reply<DocumentSheet> change(Tenant tenant, OneCRef document, DocumentDraft draft) {
        return call(() -> {
            drafts.put(document.key(), draft);
            DocumentSheet before = documents.get(document.key());
            return store(document, draft, before.number(), before.state());
        });
    }

    private DocumentSheet store(OneCRef ref, DocumentDraft draft, String number, DocumentSheet.State state) {
        var lines = new ArrayList<DocumentSheet.Line>();
        for (DocumentLine line : draft.lines()) {
            String item = line.item() instanceof ItemChoice.Linked(UUID key) ? key.toString() : "";
            lines.add(new DocumentSheet.Line(
                    item,
                    line.content(),
                    line.quantity().value(),
                    line.gross(),
                    line.vat(),
                    line.vatRate().key()));
        }
        var sheet = spoiling.apply(new DocumentSheet(ref, number, draft.date(), state, draft.total(), lines));
        documents.put(ref.key(), sheet);
        return sheet;
    }

    @Override
    public Reply<DocumentOnFile> post(Tenant tenant, OneCBase base, DocumentSheet written) {
        return call(() -> {
            UUID key = written.ref().key();
            if (!documents.containsKey(key)) {
                return new DocumentOnFile.Missing();
            }
            documents.put(key, spoiling.apply(withState(documents.get(key), DocumentSheet.State.POSTED)));
            return new DocumentOnFile.Found(documents.get(key));
        });
    }

    @Override
    public Reply<OneCRef> withdraw(Tenant tenant, OneCRef document) {
        return call(() -> {
            documents.computeIfPresent(
                    document.key(), (_, sheet) -> withState(sheet, DocumentSheet.State.MARKED_FOR_DELETION));
            return document;
        });
    }

    @Override
    public Reply<OneCRef> restore(Tenant tenant, OneCRef document) {
        return call(() -> {
            documents.computeIfPresent(document.key(), (_, sheet) -> withState(sheet, DocumentSheet.State.UNPOSTED));
            return document;
        });
    }

    public static DocumentSheet withState(DocumentSheet sheet, DocumentSheet.State state) {
        return new DocumentSheet(sheet.ref(), sheet.number(), sheet.date(), state, sheet.total(), sheet.lines());
    }

    public static DocumentSheet withTotal(DocumentSheet sheet, Money total) {
        return new DocumentSheet(sheet.ref(), sheet.number(), sheet.date(), sheet.state(), total, sheet.lines());
    }

    @Override
    public Reply<DocumentOnFile> read(Tenant tenant, OneCBase base, OneCRef document) {
        return call(() -> documents.containsKey(document.key())
                ? new DocumentOnFile.Found(documents.get(document.key()))
                : new DocumentOnFile.Missing());
    }

    @Override
    public Reply<SaleProgress> progress(Tenant tenant, OneCRef document) {
        return call(() -> new SaleProgress(portion(paid, document), portion(shipped, document)));
    }

    private static Portion portion(Set<UUID> done, OneCRef document) {
        return done.contains(document.key()) ? Portion.PART : Portion.NONE;
    }

    @Override
    public String linkTo(Tenant tenant, OneCRef document) {
        return "https://1c.example/#" + document.key();
    }
}
