package dev.crm1c.model.sync;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCKind;
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

    record NoCompany() implements Problem {}

    /** People asked for the deal, and no scenario says what becomes of the deals of its pipeline. */
    record NoScenarioForPipeline(String pipeline) implements Problem {}

    record NoRequisites(CrmRef company) implements InCompany {}

    record InnMissing(CrmRef company) implements InCompany {}

    record InnWrong(CrmRef company) implements InCompany {}

    record KppMissing(CrmRef company) implements InCompany {}

    record KppWrong(CrmRef company) implements InCompany {}

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

    record ItemNotFound(int line, String name) implements InLine {}

    /** Goods in a document that has a place for services only. */
    record GoodsNotForDocument(int line, String name, OneCKind kind) implements InLine {}

    record CurrencyNotSupported(String currency) implements Problem {}

    record OrganizationNotFound(LegalIdentity organization) implements Problem {}

    record OrganizationHasNoBankAccount(LegalIdentity organization) implements Problem {}

    record DictionaryEntryMissing(String dictionary, String entry) implements Problem {}

    record NotPublished(String set) implements Problem {}

    record OneCAccessRefused(Access access) implements Problem {
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

    record TotalsDiffer(Money inDeal, Money inOneC) implements Problem {}

    record LineDiffers(int line, String name, String inDeal, String inOneC) implements InLine {}

    /** The base has several entries of a dictionary and the tenant has not said which one is meant. */
    record EntryNotChosen(String dictionary, String setting) implements Problem {}

    /** A field that the configuration's own forms insist on would stay empty, and 1C would not say a word. */
    record RequiredFieldEmpty(String object, String field) implements Problem {}

    /** The base's release has no such value: a VAT rate that came later. */
    record ValueNotInBase(String object, String value) implements Problem {}

    record DocumentPaid(OneCKind kind, String number) implements Problem {}

    record DocumentShipped(OneCKind kind, String number) implements Problem {}

    record DocumentEditedInOneC(OneCKind kind, String number) implements Problem {}

    record DocumentMarkedForDeletion(OneCKind kind, String number) implements Problem {}
}
