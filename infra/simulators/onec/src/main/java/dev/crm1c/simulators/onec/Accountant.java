package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.base.ClosedPeriod;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.http.Maintenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The person at the 1C window: what is done here goes past OData, by the same rules of the base. The words are the same
 * in every configuration; what is entered differs.
 */
public final class Accountant {
    private final Window window;
    private final Directories directories;
    private final Papers papers;
    private final ClosedPeriod closedPeriod;
    private final Maintenance maintenance;

    Accountant(Window window, boolean pricing25, ClosedPeriod closedPeriod, Maintenance maintenance) {
        this.window = window;
        boolean trade = window.has("Document_ЗаказКлиента");
        this.directories = trade ? new TradeDirectories(window) : new AccountingDirectories(window);
        this.papers = trade ? new TradePapers(window, pricing25) : new AccountingPapers(window);
        this.closedPeriod = closedPeriod;
        this.maintenance = maintenance;
    }

    /** An account in a bank; the bank's code in 1C is its БИК. */
    public record BankAccount(String number, String bik, String bankName, String correspondentAccount) {}

    public enum ItemSort {
        GOODS,
        SERVICE
    }

    Directories directories() {
        return directories;
    }

    boolean knows(String set) {
        return window.has(set);
    }

    /** The names of the values, in the release the base runs. */
    List<String> enumeration(String name) {
        return window.enumeration(name);
    }

    public UUID currency(String code, String name) {
        return directories.currency(code, name);
    }

    public UUID country(String code, String name) {
        return directories.country(code, name);
    }

    public UUID unit(String okei, String name) {
        return directories.unit(okei, name);
    }

    public UUID organization(String name, String inn, String kpp, BankAccount account, UUID currency) {
        return directories.organization(name, inn, kpp, account, currency);
    }

    public UUID item(String name, String article, UUID unit) {
        return directories.item(name, article, unit);
    }

    public UUID service(String name, String article, UUID unit) {
        return directories.service(name, article, unit);
    }

    /** In УТ and ERP with a partner of its own. */
    public UUID counterparty(String name, String inn, String kpp) {
        return directories.counterparty(name, inn, kpp);
    }

    /** An individual entrepreneur: an ИНН of twelve digits and no КПП. */
    public UUID soleTrader(String name, String inn) {
        return directories.soleTrader(name, inn);
    }

    public UUID privatePerson(String name) {
        return directories.privatePerson(name);
    }

    /** Of a head office that is there: its ИНН, and a КПП of its own. */
    public UUID branch(UUID head, String name, String kpp) {
        return directories.branch(head, name, kpp);
    }

    /** A contract of sale. */
    public UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return directories.contract(counterparty, organization, name, currency);
    }

    public void closeContract(UUID contract) {
        directories.closeContract(contract);
    }

    /** In force from the first day to the last. */
    public void limitContract(UUID contract, LocalDate from, LocalDate until) {
        directories.limitContract(contract, from, until);
    }

    /** An entry of ВидыНоменклатуры. */
    public UUID itemKind(String name, ItemSort sort) {
        return directories.itemKind(name, sort);
    }

    /** A group of Номенклатура. */
    public UUID itemFolder(String name) {
        return directories.itemFolder(name);
    }

    public void barcode(UUID item, String barcode) {
        directories.barcode(item, barcode);
    }

    /** So many units of a currency cost this much in the base's own, from this day on; a second rate of a day replaces the first. */
    public void rate(UUID currency, LocalDate day, BigDecimal rate, int units) {
        directories.rate(currency, day, rate, units);
    }

    public UUID warehouse(String name) {
        return directories.warehouse(name);
    }

    public UUID priceKind(String name, UUID currency) {
        return directories.priceKind(name, currency);
    }

    /** An account of the chart, where there is one. */
    public UUID account(String code, String name, boolean quantitative) {
        return directories.account(code, name, quantitative);
    }

    /** What only УТ and ERP have: partners, agreements, rates as rows, access groups, priorities. */
    public TradeDirectories trade() {
        if (directories instanceof TradeDirectories trade) {
            return trade;
        }
        throw new IllegalStateException("no partners and agreements in this configuration");
    }

    public void renameCounterparty(UUID counterparty, String name) {
        directories.rename(counterparty, name);
    }

    /**
     * Enters and posts a receipt of money for an invoice of Бухгалтерия, or for an order of УТ and ERP or an invoice made
     * from it.
     */
    public UUID pay(UUID sale, BigDecimal sum) {
        return papers.pay(sale, sum);
    }

    /** Enters and posts a receipt of money that names a counterparty and no sale. */
    public UUID payUnallocated(UUID counterparty, UUID organization, BigDecimal sum) {
        return papers.payUnallocated(counterparty, organization, sum);
    }

    /** Gives money back that was paid for this sale. */
    public UUID refund(UUID sale, BigDecimal sum) {
        return papers.refund(sale, sum);
    }

    /** Enters and posts a РеализацияТоваровУслуг of all that the invoice or the order has. */
    public UUID ship(UUID sale) {
        return papers.ship(sale);
    }

    /** Enters and posts a purchase: so much of an item comes to a warehouse at this cost. */
    public UUID receiveStock(UUID item, UUID warehouse, BigDecimal quantity, BigDecimal cost) {
        return papers.receiveStock(item, warehouse, quantity, cost, window.now());
    }

    /** Enters and posts an УстановкаЦенНоменклатуры of this one price. */
    public UUID setPrice(UUID item, UUID priceKind, BigDecimal price, UUID currency) {
        return papers.setPrice(item, priceKind, price, currency, window.now());
    }

    /** What was there before anybody looked: prices and stock of a month ago, in a release that has the documents. */
    void open(DemoBase demo, Map<String, BigDecimal> prices, Map<String, BigDecimal> stock) {
        LocalDateTime then = window.now().truncatedTo(ChronoUnit.DAYS).minusDays(30);
        DemoTerms terms = demo.terms();
        if (!papers.complete()) {
            return;
        }
        prices.forEach((article, price) ->
                papers.setPrice(demo.items().get(article), terms.priceKind(), price, demo.currency(), then));
        stock.forEach((article, quantity) -> papers.receiveStock(
                demo.items().get(article),
                terms.warehouse(),
                quantity,
                prices.get(article).divide(BigDecimal.TWO),
                then));
    }

    public void unpost(String set, UUID key) {
        window.setPosted(set, key, false);
    }

    public void post(String set, UUID key) {
        window.setPosted(set, key, true);
    }

    /** As the window does it: a posted document is unposted first. */
    public void markForDeletion(String set, UUID key) {
        if (window.document(set)) {
            unpost(set, key);
        }
        edit(set, key, Entity.DELETION_MARK, true);
    }

    public void deletePhysically(String set, UUID key) {
        window.deletePhysically(set, key);
    }

    /** @param value a String, Boolean, Number, UUID or LocalDateTime, for a property as OData names it */
    public void edit(String set, UUID key, String property, Object value) {
        window.edit(set, key, property, value);
    }

    /** Any object at all, from properties as OData names them. */
    public UUID create(String set, Map<String, Object> properties) {
        return window.create(set, properties);
    }

    /** Documents dated up to this day, and on it, can be written no more. */
    public void closePeriod(LocalDate upTo) {
        closedPeriod.closeUpTo(upTo);
    }

    public void openPeriod() {
        closedPeriod.open();
    }

    /** Forbids sessions: every call is answered by 403 and the platform's own exception. */
    public void lockBase(String message) {
        maintenance.begin(message);
    }

    public void unlockBase() {
        maintenance.end();
    }
}
