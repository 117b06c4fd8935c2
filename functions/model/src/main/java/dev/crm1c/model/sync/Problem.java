package dev.crm1c.model.sync;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What people have to mend. Lives in memory only: it may carry names for the message in the CRM, while the table keeps just {@link #code()}.
 */
public sealed interface Problem {

    /** Technical name for the table, the log and the metrics; holds no data of anybody. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** The CRM objects whose change should make us look again; the deal itself always does. */
    default Set<CrmRef> curedBy() {
        return Set.of();
    }

    sealed interface InCompany extends Problem {
        CrmRef company();

        @Override
        default Set<CrmRef> curedBy() {
            return Set.of(company());
        }
    }

    sealed interface InLine extends Problem {
        int line();

        String name();
    }

    sealed interface InContact extends Problem {
        CrmRef contact();

        @Override
        default Set<CrmRef> curedBy() {
            return Set.of(contact());
        }
    }

    /** A document of ours that stands in 1C keeps things from going on. */
    sealed interface AboutDocument extends Problem {
        OneCKind kind();

        String number();
    }

    /** The base or the connection to it: mended by those who look after 1C or have set up the exchange, never in the deal. */
    sealed interface InSetUp extends Problem {}

    /** Neither a company nor a contact. */
    record NoBuyer() implements Problem {}

    record NoPersonName(CrmRef contact) implements InContact {}

    record PersonNameTooLong(CrmRef contact, int limit) implements InContact {}

    /** People asked for the deal, and no scenario says what becomes of the deals of its pipeline. */
    record NoScenarioForPipeline(String pipeline) implements Problem {}

    record NoRequisites(CrmRef company) implements InCompany {}

    record InnMissing(CrmRef company) implements InCompany {}

    record InnWrong(CrmRef company) implements InCompany {}

    record KppMissing(CrmRef company) implements InCompany {}

    record KppWrong(CrmRef company) implements InCompany {}

    /** The check digit of the ОГРН or ОГРНИП does not fit, or it is none of this kind of buyer. */
    record RegistrationNumberWrong(CrmRef company) implements InCompany {}

    record BikWrong(CrmRef company) implements InCompany {}

    record AccountWrong(CrmRef company) implements InCompany {}

    record NoCompanyName(CrmRef company) implements InCompany {}

    record CompanyNameTooLong(CrmRef company, int limit) implements InCompany {}

    record NoLines() implements Problem {}

    record TooManyLines(int limit) implements Problem {}

    record NoPrice(int line, String name) implements InLine {}

    record PriceNotPositive(int line, String name) implements InLine {}

    record SumTooLarge(int line, String name) implements InLine {}

    record QuantityDoesNotFit(int line, String name) implements InLine {}

    record NoName(int line, String name) implements InLine {}

    record NameTooLong(int line, String name, int limit) implements InLine {}

    record UnknownVatRate(int line, String name, String rate) implements InLine {}

    /** The rate is not in force on the document's date. */
    record VatRateNotInForce(int line, String name, String rate, LocalDate on) implements InLine {}

    /** No code of ОКЕИ. */
    record UnitUnknown(int line, String name, String unit) implements InLine {}

    /** 1C's dictionary of units has no such code, so an item could not be made. */
    record UnitNotInOneC(int line, String name, String unit) implements InLine {}

    /** Both are codes of ОКЕИ. */
    record UnitDiffers(int line, String name, String inDeal, String inOneC) implements InLine {}

    record ItemNotFound(int line, String name) implements InLine {}

    /** 1C has several items with this article, barcode or name. */
    record ItemDoubled(int line, String name, ItemKey by) implements InLine {}

    /** 1C's item is a set, which no document takes as a line. */
    record KitAsLine(int line, String name) implements InLine {}

    /** More was handed over than the row sells, or less than before. */
    record HandedOverWrong(int line, String name, String handedOver, String sold) implements InLine {}

    /** Goods in a document that has a place for services only. */
    record GoodsNotForDocument(int line, String name, OneCKind kind) implements InLine {}

    record CurrencyNotSupported(String currency) implements Problem {}

    /** The base has no such currency, or no rate of it for the day. */
    record NoCurrencyRate(String currency, LocalDate on) implements Problem {}

    /** None of the tenant's own companies sells in such a deal. */
    record NoSellerForDeal() implements Problem {}

    /** What stands in the field of what was handed over cannot be read. */
    record HandedOverUnreadable(String text) implements Problem {}

    /** Won, and 1C has nothing of it. */
    record WonWithoutDocuments() implements Problem {}

    /** The deal is lost, and this document cannot be taken back any more. */
    record CannotWithdraw(OneCKind kind, String number, Barrier barrier) implements AboutDocument {
        public enum Barrier {
            PAID,
            SHIPPED,
            EDITED
        }
    }

    /** 1C keeps the period closed; its own words say until when. */
    record PeriodClosed(String words) implements Problem {}

    record OrganizationNotFound(LegalIdentity organization) implements InSetUp {}

    record OrganizationHasNoBankAccount(LegalIdentity organization) implements InSetUp {}

    record DictionaryEntryMissing(String dictionary, String entry) implements InSetUp {}

    record NotPublished(String set) implements InSetUp {}

    record OneCAccessRefused(Access access) implements InSetUp {
        public enum Access {
            WRONG_PASSWORD,
            NO_RIGHT,
            ADDRESS_FORBIDDEN,
            WRONG_ADDRESS
        }
    }

    /** 1C's own words about why it refused; written for people by the configuration's authors. */
    record OneCSaysNo(String words) implements Problem {}

    /** The CRM's own words about why it did not take what we wrote; a field that its administrator made mandatory, for one. */
    record CrmSaysNo(String words) implements Problem {}

    /** The CRM did not take the deal's fields, in its own words; entries it did take. */
    record FieldsRefused(String words) implements Problem {}

    record TotalsDiffer(Money inDeal, Money inOneC) implements Problem {}

    record LineDiffers(int line, String name, String inDeal, String inOneC) implements InLine {}

    /** The base has several entries of a dictionary and the tenant has not said which one is meant. */
    record EntryNotChosen(String dictionary, String setting) implements InSetUp {}

    /** A field that the configuration's own forms insist on would stay empty, and 1C would not say a word. */
    record RequiredFieldEmpty(String object, String field) implements InSetUp {}

    /** The base's release has no such value: a VAT rate that came later. */
    record ValueNotInBase(String object, String value) implements InSetUp {}

    /** @param differences what the deal says otherwise */
    record DocumentPaid(OneCKind kind, String number, List<Problem> differences) implements AboutDocument {
        public DocumentPaid {
            differences = List.copyOf(differences);
        }
    }

    /** @param differences what the deal says otherwise */
    record DocumentShipped(OneCKind kind, String number, List<Problem> differences) implements AboutDocument {
        public DocumentShipped {
            differences = List.copyOf(differences);
        }
    }

    record DocumentEditedInOneC(OneCKind kind, String number) implements AboutDocument {}

    record DocumentMarkedForDeletion(OneCKind kind, String number) implements AboutDocument {}
}
