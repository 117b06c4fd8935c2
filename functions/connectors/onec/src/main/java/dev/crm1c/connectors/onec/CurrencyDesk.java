package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Currencies by their letter code, with the rate of a day. Source: reference "onec", 2.2, "Currency rates". */
@ApplicationScoped
class CurrencyDesk {
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final ODataClient client;
    private final ProfileShelf profiles;

    CurrencyDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<DocumentCurrency> find(Tenant tenant, OneCBase base, String code, LocalDate on) {
        if (code.equals(Terms.RUBLE)) {
            return Reply.of(new DocumentCurrency.Own());
        }
        Section currencies = profiles.of(tenant).section("foreign-currency");
        Problem missing = new Problem.NoCurrencyRate(code, on);
        return key(tenant, currencies, code)
                .then(found -> found.map(currency -> base.isOwnCurrency(currency)
                                ? Reply.<DocumentCurrency>of(new DocumentCurrency.Own())
                                : foreign(tenant, base, currencies.besides("rates"), currency, on)
                                        .then(rate -> rate.map(Reply::<DocumentCurrency>of)
                                                .orElseGet(() -> Reply.askPeople(missing))))
                        .orElseGet(() -> Reply.askPeople(missing)));
    }

    private Reply<Optional<UUID>> key(Tenant tenant, Section currencies, String code) {
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), currencies.set())
                .filter(ODataFilter.equal(currencies.text("name"), code))
                .select(currencies.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(currency -> Field.of(currency, "Ref_Key").key())
                        .findFirst());
    }

    /** Rates are dated to the beginning of their day: the last second of it shows its own and not the next one's. */
    private Reply<Optional<DocumentCurrency>> foreign(
            Tenant tenant, OneCBase base, Section rates, UUID currency, LocalDate on) {
        VirtualTable slice = VirtualTable.sliceLast(rates.set())
                .at(on.atTime(LocalTime.of(23, 59, 59)))
                .where(rates.match(Values.of(base).with("foreign", currency)));
        return client.calculate(tenant, slice)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .flatMap(row -> foreign(row, rates, currency)));
    }

    /** A divisor with a fraction is made whole, and the rate grows with it. */
    private static Optional<DocumentCurrency> foreign(JsonNode row, Section rates, UUID currency) {
        BigDecimal rate = Field.of(row, rates.text("rate")).number();
        BigDecimal units = Field.of(row, rates.text("units")).number().stripTrailingZeros();
        int places = Math.max(0, units.scale());
        BigDecimal whole = units.movePointRight(places);
        return rate.signum() > 0 && whole.signum() > 0 && whole.compareTo(MOST_UNITS) <= 0
                ? Optional.of(new DocumentCurrency.Foreign(
                        currency, rate.movePointRight(places).stripTrailingZeros(), whole.intValueExact()))
                : Optional.empty();
    }
}
