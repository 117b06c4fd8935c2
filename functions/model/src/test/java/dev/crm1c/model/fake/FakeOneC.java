package dev.crm1c.model.fake;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.InvoiceDraft;
import dev.crm1c.model.onec.InvoiceLine;
import dev.crm1c.model.onec.InvoiceOnFile;
import dev.crm1c.model.onec.InvoiceSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.PaymentState;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** A 1C base in memory. It may give keys of its own, spoil what it is given, and lose answers before or after the effect. */
public final class FakeOneC implements OneC {
    public final Map<UUID, CounterpartyCard> counterparties = new LinkedHashMap<>();
    public final Map<UUID, OneCRef> contracts = new LinkedHashMap<>();
    public final Map<UUID, InvoiceSheet> invoices = new LinkedHashMap<>();
    public final Map<UUID, Marker> markers = new HashMap<>();
    public final Map<String, UUID> items = new HashMap<>();
    public final Set<UUID> paid = new HashSet<>();
    public int calls;

    private final KeyPolicy keys;
    private UnaryOperator<InvoiceSheet> spoiling = UnaryOperator.identity();
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

    public FakeOneC(KeyPolicy keys) {
        this.keys = keys;
    }

    public void loseCall(int fromNow, Outcome outcome, Effect effect) {
        lost = Optional.of(new Lost(calls + fromNow, outcome, effect));
    }

    public void spoil(UnaryOperator<InvoiceSheet> how) {
        spoiling = how;
    }

    public void putInvoice(InvoiceSheet sheet) {
        invoices.put(sheet.ref().key(), sheet);
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
    public Reply<OneCBase> findBase(Tenant tenant) {
        return call(() -> new OneCBase(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4)));
    }

    @Override
    public Reply<List<OneCRef>> findCounterparties(Tenant tenant, LegalIdentity identity) {
        return call(() -> counterparties.entrySet().stream()
                .filter(entry -> entry.getValue().identity().equals(identity))
                .map(entry -> new OneCRef(OneCKind.COUNTERPARTY, entry.getKey()))
                .toList());
    }

    @Override
    public Reply<OneCRef> create(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            counterparties.put(key, card);
            return new OneCRef(OneCKind.COUNTERPARTY, key);
        });
    }

    @Override
    public Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        return call(() -> counterparty);
    }

    @Override
    public Reply<List<ContractOnFile>> findContracts(Tenant tenant, OneCBase base, OneCRef counterparty) {
        return call(() -> contracts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(counterparty))
                .map(entry -> new ContractOnFile(
                        new OneCRef(OneCKind.CONTRACT, entry.getKey()), LocalDate.of(2026, 1, contracts.size())))
                .toList());
    }

    @Override
    public Reply<OneCRef> createContract(
            Tenant tenant, OneCBase base, OneCRef counterparty, LocalDate date, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            contracts.put(key, counterparty);
            return new OneCRef(OneCKind.CONTRACT, key);
        });
    }

    @Override
    public Reply<Map<String, UUID>> findItems(Tenant tenant, Set<String> names) {
        return call(() -> {
            var found = new HashMap<>(items);
            found.keySet().retainAll(names);
            return Map.copyOf(found);
        });
    }

    @Override
    public Reply<List<InvoiceSheet>> findInvoices(Tenant tenant, Marker marker, LocalDate since) {
        return call(() -> invoices.values().stream()
                .filter(sheet -> markers.get(sheet.ref().key()).equals(marker))
                .toList());
    }

    @Override
    public Reply<InvoiceSheet> create(Tenant tenant, InvoiceDraft draft, ProposedKey proposed) {
        return call(() -> {
            UUID key = key(proposed);
            var ref = new OneCRef(OneCKind.INVOICE, key);
            markers.put(key, draft.marker());
            return store(ref, draft, "00БП-%06d".formatted(invoices.containsKey(key) ? 1 : invoices.size() + 1));
        });
    }

    @Override
    public Reply<InvoiceSheet> change(Tenant tenant, OneCRef invoice, InvoiceDraft draft) {
        return call(() -> store(invoice, draft, invoices.get(invoice.key()).number()));
    }

    private InvoiceSheet store(OneCRef ref, InvoiceDraft draft, String number) {
        var lines = new ArrayList<InvoiceSheet.Line>();
        for (InvoiceLine line : draft.lines()) {
            String item = line.item() instanceof ItemChoice.Linked(UUID key) ? key.toString() : "";
            lines.add(new InvoiceSheet.Line(
                    item,
                    line.content(),
                    line.quantity().value(),
                    line.gross(),
                    line.vat(),
                    line.vatRate().key()));
        }
        var sheet = spoiling.apply(
                new InvoiceSheet(ref, number, draft.date(), InvoiceSheet.State.UNPOSTED, draft.total(), lines));
        invoices.put(ref.key(), sheet);
        return sheet;
    }

    @Override
    public Reply<OneCRef> post(Tenant tenant, OneCRef invoice) {
        return call(() -> {
            InvoiceSheet sheet = invoices.get(invoice.key());
            invoices.put(invoice.key(), withState(sheet, InvoiceSheet.State.POSTED));
            return invoice;
        });
    }

    public static InvoiceSheet withState(InvoiceSheet sheet, InvoiceSheet.State state) {
        return new InvoiceSheet(sheet.ref(), sheet.number(), sheet.date(), state, sheet.total(), sheet.lines());
    }

    public static InvoiceSheet withTotal(InvoiceSheet sheet, Money total) {
        return new InvoiceSheet(sheet.ref(), sheet.number(), sheet.date(), sheet.state(), total, sheet.lines());
    }

    @Override
    public Reply<InvoiceOnFile> read(Tenant tenant, OneCRef invoice) {
        return call(() -> invoices.containsKey(invoice.key())
                ? new InvoiceOnFile.Found(invoices.get(invoice.key()))
                : new InvoiceOnFile.Missing());
    }

    @Override
    public Reply<PaymentState> paymentState(Tenant tenant, OneCRef invoice) {
        return call(() -> paid.contains(invoice.key()) ? PaymentState.PAID_OR_PARTLY : PaymentState.NOTHING_PAID);
    }

    @Override
    public String linkTo(Tenant tenant, OneCRef invoice) {
        return "https://1c.example/#" + invoice.key();
    }
}
