package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.onec.Due.Moment;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.tenant.PaymentTerms;
import dev.crm1c.model.tenant.PaymentTerms.Part;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** At which stages which documents come about. What a scenario's own words contradict is found here, what two of them do by {@link ScenarioPlay}. */
final class ScenarioFields {
    private static final Map<String, OneCKind> AGREED = Map.of(
            "counterparty", OneCKind.COUNTERPARTY,
            "contract", OneCKind.CONTRACT,
            "order", OneCKind.ORDER,
            "invoice", OneCKind.INVOICE);

    private static final Map<String, OneCKind> DELIVERED = Map.of(
            "realization", OneCKind.REALIZATION,
            "act", OneCKind.ACT,
            "tax-invoice", OneCKind.TAX_INVOICE,
            "upd", OneCKind.TAX_INVOICE);

    private final Said scenarios;
    private final ConfigurationTraits traits;
    private final Faults faults;

    ScenarioFields(Said file, Faults faults) {
        this.scenarios = file.at("scenarios");
        this.traits = ConfigurationTraits.of(file);
        this.faults = faults;
    }

    List<Scenario> scenarios() {
        var play = new ScenarioPlay(faults);
        scenarios.parts().forEach(said -> play.add(said, scenario(said)));
        return play.scenarios();
    }

    private Scenario scenario(Said said) {
        return new Scenario(
                said.at("when").at("pipeline").text(),
                said.at("when").at("stage").texts(),
                aim(said.at("make"), said.at("pay")),
                onProblem(said.at("onProblem").at("moveTo")));
    }

    private static OnProblem onProblem(Said moveTo) {
        return moveTo.isMissing() ? new OnProblem.Stay() : new OnProblem.MoveTo(moveTo.text());
    }

    private Aim aim(Said make, Said pay) {
        if (DELIVERED.keySet().containsAll(make.texts())) {
            return delivery(make, pay);
        }
        if (Collections.disjoint(DELIVERED.keySet(), make.texts())) {
            return agreement(make, pay);
        }
        faults.add(
                make,
                "счёт и отгрузка — разные сценарии: realization, act, tax-invoice и upd укажите в отдельном, со своей стадией");
        return new Aim.Agree(kinds(make, AGREED), PaymentTerms.WHOLE_AHEAD);
    }

    private Aim agreement(Said make, Said pay) {
        Set<OneCKind> makes = kinds(make, AGREED);
        if (!makes.contains(OneCKind.INVOICE)) {
            faults.add(make, "нужен список из counterparty, contract, order, invoice; invoice обязателен");
        }
        if (traits == ConfigurationTraits.ORDERS && !makes.contains(OneCKind.ORDER)) {
            faults.add(make, "здесь счёт выставляется по заказу клиента: добавьте order");
        }
        if (traits == ConfigurationTraits.NO_ORDERS && makes.contains(OneCKind.ORDER)) {
            faults.add(make, "в этой конфигурации нет заказов клиентов: уберите order");
        }
        return new Aim.Agree(makes, pay.isMissing() ? PaymentTerms.WHOLE_AHEAD : payment(pay));
    }

    private PaymentTerms payment(Said pay) {
        List<Part> parts = pay.parts().stream().map(ScenarioFields::part).toList();
        int together = parts.stream().mapToInt(Part::percent).sum();
        if (together != 100) {
            faults.add(pay, "части оплаты вместе дают %d %%, а нужно 100".formatted(together));
            return PaymentTerms.WHOLE_AHEAD;
        }
        return new PaymentTerms(parts);
    }

    private static Part part(Said part) {
        return new Part(
                part.at("percent").value().asInt(),
                part.at("days").value().asInt(),
                part.at("when").among(Moment.values(), Moment::wireName).orElse(Moment.BEFORE_SHIPMENT));
    }

    private Aim delivery(Said make, Said pay) {
        Set<OneCKind> makes = kinds(make, DELIVERED);
        Set<String> words = make.texts();
        if (!pay.isMissing()) {
            faults.add(pay, "оплату указывают в сценарии счёта, а здесь отгрузка");
        }
        if (makes.equals(Set.of(OneCKind.TAX_INVOICE))) {
            faults.add(make, "счёт-фактура или УПД выписывается по реализации или акту: добавьте realization или act");
        }
        if (words.containsAll(Set.of("tax-invoice", "upd"))) {
            faults.add(make, "УПД и есть счёт-фактура: оставьте что-то одно, tax-invoice или upd");
        }
        if (traits == ConfigurationTraits.NO_ORDERS && makes.contains(OneCKind.ACT)) {
            faults.add(make, "в Бухгалтерии акт — это реализация с услугами: уберите act");
        }
        return new Aim.Deliver(makes, words.contains("upd") ? Paper.UNIVERSAL : Paper.TAX_INVOICE);
    }

    private static Set<OneCKind> kinds(Said make, Map<String, OneCKind> known) {
        return make.texts().stream().filter(known::containsKey).map(known::get).collect(Collectors.toUnmodifiableSet());
    }
}
