package dev.crm1c.crmtoonec;

import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.CannotWithdraw.Barrier;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each kind of problem at least once, by its code and what tells its variants apart. */
final class ProblemSamples {
    static final CrmRef COMPANY = new CrmRef(CrmKind.COMPANY, "77");
    static final CrmRef CONTACT = new CrmRef(CrmKind.CONTACT, "12");
    private static final String CHAIR = "Стул";
    private static final String NUMBER = "00БП-000001";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LegalIdentity SELLER =
            new LegalIdentity.Organization(new Inn("7700000016"), new Kpp("773601001"));
    static final Problem TOTALS = new Problem.TotalsDiffer(new Money(1_234_567), new Money(1_234_568));
    static final Problem LINE = new Problem.LineDiffers(3, CHAIR, "НДС 180,33", "НДС 180,32");

    private final Map<String, Problem> samples = new LinkedHashMap<>();

    static Map<String, Problem> all() {
        var all = new ProblemSamples();
        all.ofBuyer();
        all.ofDeal();
        all.ofLines();
        all.ofDocuments();
        all.ofSetUp();
        return all.samples;
    }

    private void ofBuyer() {
        add(new Problem.NoBuyer());
        add(new Problem.NoPersonName(CONTACT));
        add(new Problem.PersonNameTooLong(CONTACT, 250));
        add(new Problem.NoRequisites(COMPANY));
        add(new Problem.InnMissing(COMPANY));
        add(new Problem.InnWrong(COMPANY));
        add(new Problem.KppMissing(COMPANY));
        add(new Problem.KppWrong(COMPANY));
        add(new Problem.RegistrationNumberWrong(COMPANY));
        add(new Problem.BikWrong(COMPANY));
        add(new Problem.AccountWrong(COMPANY));
        add(new Problem.NoCompanyName(COMPANY));
        add(new Problem.CompanyNameTooLong(COMPANY, 550));
    }

    private void ofDeal() {
        add(new Problem.NoScenarioForPipeline("4"));
        add(new Problem.NoSellerForDeal());
        add(new Problem.NoLines());
        add(new Problem.TooManyLines(500));
        add(new Problem.CurrencyNotSupported("USD"));
        add(new Problem.NoCurrencyRate("USD", DAY));
        add(new Problem.HandedOverUnreadable("пять штук"));
        add(new Problem.WonWithoutDocuments());
    }

    private void ofLines() {
        add(new Problem.NoPrice(3, CHAIR));
        add(new Problem.PriceNotPositive(3, CHAIR));
        add(new Problem.SumTooLarge(3, CHAIR));
        add(new Problem.QuantityDoesNotFit(3, CHAIR));
        add(new Problem.NoName(3, ""));
        add(new Problem.NameTooLong(3, CHAIR, 1000));
        add(new Problem.UnknownVatRate(3, CHAIR, "19"));
        add(new Problem.VatRateNotInForce(3, CHAIR, "НДС 20 %", DAY));
        add(new Problem.UnitUnknown(3, CHAIR, "7777"));
        add(new Problem.UnitNotInOneC(3, CHAIR, "055"));
        add(new Problem.UnitDiffers(3, CHAIR, "796", "166"));
        add(new Problem.ItemNotFound(3, CHAIR));
        for (ItemKey by : ItemKey.values()) {
            add(by, new Problem.ItemDoubled(3, CHAIR, by));
        }
        add(new Problem.KitAsLine(3, CHAIR));
        add(new Problem.HandedOverWrong(3, CHAIR, "6", "5"));
        add(new Problem.GoodsNotForDocument(3, CHAIR, OneCKind.ACT));
        add(LINE);
    }

    private void ofDocuments() {
        add(TOTALS);
        add("LINES", new Problem.TotalsDiffer(new Money(100), new Money(100)));
        add(new Problem.DocumentPaid(OneCKind.INVOICE, NUMBER, List.of(TOTALS, LINE)));
        add(new Problem.DocumentShipped(OneCKind.ORDER, NUMBER, List.of()));
        add(OneCKind.REALIZATION, new Problem.DocumentShipped(OneCKind.REALIZATION, NUMBER, List.of(TOTALS)));
        add(new Problem.DocumentEditedInOneC(OneCKind.INVOICE, NUMBER));
        add(new Problem.DocumentMarkedForDeletion(OneCKind.INVOICE, NUMBER));
        for (Barrier barrier : Barrier.values()) {
            add(barrier, new Problem.CannotWithdraw(OneCKind.INVOICE, NUMBER, barrier));
        }
    }

    private void ofSetUp() {
        add(new Problem.PeriodClosed("Данные до 30.09.2026 запрещено изменять"));
        add(new Problem.OneCSaysNo("Не заполнено поле «Склад»"));
        add(new Problem.CrmSaysNo("Поле «Источник» обязательно"));
        add(new Problem.FieldsRefused("Поле «Источник» обязательно"));
        add(new Problem.OrganizationNotFound(SELLER));
        add(new Problem.OrganizationHasNoBankAccount(SELLER));
        add(new Problem.DictionaryEntryMissing("Валюты", "643"));
        add(new Problem.EntryNotChosen("Склады", "onec.use.warehouse"));
        add(new Problem.NotPublished("Document_ЗаказКлиента"));
        add(new Problem.RequiredFieldEmpty("Document_ЗаказКлиента/Товары", "Склад_Key"));
        add(new Problem.ValueNotInBase("СтавкиНДС", "НДС22"));
        for (Access access : Access.values()) {
            add(access, new Problem.OneCAccessRefused(access));
        }
    }

    private void add(Problem problem) {
        samples.put(problem.code(), problem);
    }

    private void add(Object variant, Problem problem) {
        samples.put(problem.code() + "/" + variant, problem);
    }
}
