package dev.crm1c.crmtoonec;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;

/** What is wrong with the base or the connection to it, and who mends it. */
final class SetUpWording {
    private SetUpWording() {}

    static String of(Problem.InSetUp problem) {
        return switch (problem) {
            case Problem.OrganizationNotFound(LegalIdentity organization) ->
                "В 1С нет организации с %s. Это исправляет тот, кто настраивал обмен.".formatted(legal(organization));
            case Problem.OrganizationHasNoBankAccount(LegalIdentity organization) ->
                "В 1С не указан основной банковский счёт организации с %s. Попросите бухгалтера указать его."
                        .formatted(legal(organization));
            case Problem.DictionaryEntryMissing(String dictionary, String entry) ->
                "В справочнике 1С «%s» нет элемента %s. Попросите бухгалтера добавить его."
                        .formatted(Defused.name(dictionary), Defused.name(entry));
            case Problem.EntryNotChosen(String dictionary, String setting) ->
                "В справочнике 1С «%s» несколько элементов, и не указано, какой брать (настройка %s). Это исправляет тот, кто настраивал обмен."
                        .formatted(Defused.name(dictionary), Defused.name(setting));
            case Problem.NotPublished(String set) ->
                "1С не отдаёт через OData объект %s. Администратор 1С включает его в составе стандартного интерфейса OData."
                        .formatted(Defused.name(set));
            case Problem.RequiredFieldEmpty(String object, String field) ->
                "1С требует заполнить поле «%s» (%s), а взять его неоткуда. Это исправляет тот, кто настраивал обмен."
                        .formatted(Defused.path(field), Defused.path(object));
            case Problem.ValueNotInBase(String object, String value) ->
                "В этой базе 1С нет значения %s (%s). Обновите конфигурацию 1С или выберите в сделке другое."
                        .formatted(Defused.name(value), Defused.path(object));
            case Problem.OneCAccessRefused(Access access) -> access(access);
        };
    }

    private static String access(Access access) {
        return switch (access) {
            case WRONG_PASSWORD -> "1С не принимает имя или пароль обмена. Это исправляет тот, кто настраивал обмен.";
            case NO_RIGHT ->
                "Пользователю обмена в 1С не хватает прав. Администратор 1С выдаёт ему роль «Удаленный доступ OData» и права на документы.";
            case ADDRESS_FORBIDDEN ->
                "Адрес 1С ведёт во внутреннюю сеть или не защищён (нужен https). Это исправляет тот, кто настраивал обмен.";
            case WRONG_ADDRESS ->
                "По указанному адресу нет опубликованной базы 1С. Это исправляет тот, кто настраивал обмен.";
        };
    }

    private static String legal(LegalIdentity identity) {
        return identity.kppOrBlank().isEmpty()
                ? "ИНН " + identity.inn().digits()
                : "ИНН %s и КПП %s".formatted(identity.inn().digits(), identity.kppOrBlank());
    }
}
