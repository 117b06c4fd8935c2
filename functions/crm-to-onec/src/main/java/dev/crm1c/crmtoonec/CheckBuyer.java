package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.legal.AccountNumber;
import dev.crm1c.model.legal.Bik;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.legal.RegistrationNumber;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether 1C could write a document for this buyer. */
final class CheckBuyer {
    private static final int LONGEST_COMPANY_NAME = 550;
    /** What the shortest of the three configurations' fields for a full name takes. */
    private static final int LONGEST_PERSON_NAME = 250;

    private final Lacks lacks;

    CheckBuyer(Lacks lacks) {
        this.lacks = lacks;
    }

    Optional<CounterpartyCard> card(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Nobody() -> lacks.note(new Problem.NoBuyer());
            case Buyer.CompanyOnly(CrmRef company) -> lacks.note(new Problem.NoRequisites(company));
            case Buyer.CompanyWithRequisites requisites -> company(requisites);
            case Buyer.Person person -> person(person);
        };
    }

    /** Accounts that 1C may be given. One without a number says nothing yet and is passed over. */
    List<BankDetails> accounts(Buyer buyer) {
        return switch (buyer) {
            case Buyer.CompanyWithRequisites requisites ->
                requisites.accounts().stream()
                        .filter(account ->
                                !account.bik().isBlank() || !account.number().isBlank())
                        .flatMap(account -> account(requisites.company(), account).stream())
                        .distinct()
                        .toList();
            case Buyer.Nobody _, Buyer.CompanyOnly _, Buyer.Person _ -> List.of();
        };
    }

    private Optional<CounterpartyCard> company(Buyer.CompanyWithRequisites requisites) {
        CrmRef company = requisites.company();
        Optional<LegalIdentity> identity = identity(requisites);
        Optional<String> name = name(requisites);
        String registration = requisites.registrationNumber().strip();
        if (!registration.isEmpty() && !isRegistration(registration, identity)) {
            lacks.note(new Problem.RegistrationNumberWrong(company));
        }
        return identity.flatMap(known -> name.map(called -> new CounterpartyCard(
                new BuyerIdentity.Registered(known),
                called,
                OneLine.of(requisites.fullName()),
                registration,
                requisites.reach())));
    }

    private Optional<LegalIdentity> identity(Buyer.CompanyWithRequisites requisites) {
        String digits = requisites.inn().strip();
        if (digits.isEmpty()) {
            return lacks.note(new Problem.InnMissing(requisites.company()));
        }
        Optional<Inn> inn = Inn.parse(digits);
        if (inn.isEmpty()) {
            return lacks.note(new Problem.InnWrong(requisites.company()));
        }
        return inn.get().ofPerson()
                ? Optional.of(new LegalIdentity.SoleTrader(inn.get()))
                : kpp(requisites).map(kpp -> new LegalIdentity.Organization(inn.get(), kpp));
    }

    private Optional<Kpp> kpp(Buyer.CompanyWithRequisites requisites) {
        String code = requisites.kpp().strip();
        return code.isEmpty()
                ? lacks.note(new Problem.KppMissing(requisites.company()))
                : Kpp.parse(code).or(() -> lacks.note(new Problem.KppWrong(requisites.company())));
    }

    private Optional<String> name(Buyer.CompanyWithRequisites requisites) {
        String name = OneLine.of(requisites.name());
        if (name.isEmpty()) {
            return lacks.note(new Problem.NoCompanyName(requisites.company()));
        }
        boolean tooLong = name.length() > LONGEST_COMPANY_NAME
                || OneLine.of(requisites.fullName()).length() > LONGEST_COMPANY_NAME;
        return tooLong
                ? lacks.note(new Problem.CompanyNameTooLong(requisites.company(), LONGEST_COMPANY_NAME))
                : Optional.of(name);
    }

    /** Of a buyer who is not known yet any well-formed number may be right. */
    private static boolean isRegistration(String text, Optional<LegalIdentity> identity) {
        return RegistrationNumber.parse(text)
                .filter(number -> identity.isEmpty() || number.fits(identity.get()))
                .isPresent();
    }

    private Optional<BankDetails> account(CrmRef company, Buyer.Account typed) {
        Optional<Bik> bik = Bik.parse(typed.bik().strip());
        if (bik.isEmpty()) {
            return lacks.note(new Problem.BikWrong(company));
        }
        String number = typed.number().strip();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return AccountNumber.parse(bik.get(), number)
                .map(account -> new BankDetails(account.bik().digits(), account.digits()))
                .or(() -> lacks.note(new Problem.AccountWrong(company)));
    }

    private Optional<CounterpartyCard> person(Buyer.Person person) {
        String last = OneLine.of(person.lastName());
        String first = OneLine.of(person.firstName());
        if (last.isEmpty() && first.isEmpty()) {
            return lacks.note(new Problem.NoPersonName(person.contact()));
        }
        String name = Stream.of(last, first, OneLine.of(person.secondName()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.length() > LONGEST_PERSON_NAME
                ? lacks.note(new Problem.PersonNameTooLong(person.contact(), LONGEST_PERSON_NAME))
                : Optional.of(new CounterpartyCard(
                        new BuyerIdentity.PrivatePerson(person.contact()), name, name, "", person.reach()));
    }
}
