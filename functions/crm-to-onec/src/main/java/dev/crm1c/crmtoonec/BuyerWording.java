package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Problem;

/** What is wrong with a buyer, and what to do. */
final class BuyerWording {
    private BuyerWording() {}

    static String of(Problem.InCompany problem) {
        return switch (problem) {
            case Problem.NoRequisites _ -> "Заполните реквизиты компании: ИНН, КПП, наименование.";
            case Problem.InnMissing _ -> "Укажите ИНН в реквизитах компании.";
            case Problem.InnWrong _ -> "Проверьте ИНН в реквизитах компании: контрольные цифры не сходятся.";
            case Problem.KppMissing _ -> "Укажите КПП в реквизитах компании: у организации он обязателен.";
            case Problem.KppWrong _ -> "Проверьте КПП в реквизитах компании: в нём должно быть 9 знаков.";
            case Problem.RegistrationNumberWrong _ ->
                "Проверьте ОГРН в реквизитах компании: у организации 13 цифр, у предпринимателя (ОГРНИП) 15, последняя контрольная. "
                        + "Неизвестный номер можно не указывать.";
            case Problem.BikWrong _ -> "Проверьте БИК в банковских реквизитах компании: в нём должно быть 9 цифр.";
            case Problem.AccountWrong _ ->
                "Проверьте расчётный счёт в банковских реквизитах компании: в нём 20 цифр, и он должен подходить к БИК.";
            case Problem.NoCompanyName _ -> "Укажите наименование в реквизитах компании.";
            case Problem.CompanyNameTooLong(var _, int limit) ->
                "Сократите наименование компании: 1С вмещает %d знаков.".formatted(limit);
        };
    }

    static String of(Problem.InContact problem) {
        return switch (problem) {
            case Problem.NoPersonName _ -> "Укажите фамилию и имя контакта: на него оформляется продажа.";
            case Problem.PersonNameTooLong(var _, int limit) ->
                "Сократите имя контакта: 1С вмещает %d знаков.".formatted(limit);
        };
    }
}
