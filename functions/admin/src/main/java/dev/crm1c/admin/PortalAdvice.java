package dev.crm1c.admin;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.portal.PortalDiagnosis.Vitals;
import dev.crm1c.model.portal.PortalDiagnosis.Way;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.portal.PortalFinding.Part;
import dev.crm1c.model.portal.PortalFinding.Reason;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the examination of a portal means for people, in plain Russian: who has to do what. */
final class PortalAdvice {
    private static final String ADMINISTRATOR = "Администратору Битрикс24: ";
    private static final String INTEGRATOR = "Тому, кто настраивает обмен: ";

    private PortalAdvice() {}

    static List<String> lines(PortalDiagnosis diagnosis) {
        Stream<String> health = diagnosis.findings().isEmpty()
                ? Stream.of("Портал подключён исправно: права, поля, воронки и реквизиты на месте.")
                : Stream.empty();
        return Stream.of(health, diagnosis.findings().stream().map(PortalAdvice::of), vitals(diagnosis.vitals()))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> vitals(Vitals vitals) {
        return switch (vitals) {
            case Vitals.Unknown() -> Stream.empty();
            case Vitals.Known(Way way, var scopes, var pace) ->
                Stream.of("Подключение: %s. Права: %s. Портал принимает %s запр. в секунду после запаса в %d."
                        .formatted(
                                way == Way.APPLICATION ? "приложение" : "входящий вебхук",
                                String.join(", ", scopes.stream().sorted().toList()),
                                1000 / pace.interval().toMillis(),
                                pace.burst()));
        };
    }

    static String of(PortalFinding finding) {
        return switch (finding) {
            case PortalFinding.NotCallable(Reason reason) -> of(reason);
            case PortalFinding.EmployeeDismissed _ ->
                ADMINISTRATOR
                        + "сотрудник, от имени которого создан вебхук, уволен. Создайте вебхук от имени работающего"
                        + " администратора, а адрес передайте тому, кто настраивает обмен.";
            case PortalFinding.ScopesMissing(var scopes) ->
                ADMINISTRATOR
                        + "вебхуку или приложению не хватает прав: %s. Отметьте их в его настройках."
                                .formatted(joined(scopes));
            case PortalFinding.NotAnAdministrator _ ->
                ADMINISTRATOR
                        + "вебхук или приложение работает от имени сотрудника без прав администратора: поля и привязки"
                        + " сделать нельзя, а часть сделок может быть не видна. Создайте его от имени администратора.";
            case PortalFinding.FieldsMissing(var fields) ->
                INTEGRATOR + "в сделке нет полей %s. Их создаёт задание set-up-crm.".formatted(joined(fields));
            case PortalFinding.FieldOfOtherType(String field, String wanted, String found) ->
                INTEGRATOR
                        + "поле %s другого типа: нужен %s, а оно %s. Укажите в файле клиента другое поле."
                                .formatted(field, wanted, found);
            case PortalFinding.PipelineUnknown(String pipeline) ->
                INTEGRATOR + "в портале нет воронки %s из файла клиента или она не видна вебхуку.".formatted(pipeline);
            case PortalFinding.StageUnknown(var stage) ->
                INTEGRATOR + "в воронке %s нет стадии %s из файла клиента.".formatted(stage.pipeline(), stage.stage());
            case PortalFinding.SellerMissing(LegalIdentity organization) ->
                ADMINISTRATOR
                        + "среди «Реквизитов ваших компаний» нет организации с %s, от имени которой выставляются счета."
                                .formatted(legal(organization));
            case PortalFinding.SellerDoubled(LegalIdentity organization, int companies) ->
                ADMINISTRATOR
                        + "среди «Реквизитов ваших компаний» %d компании с %s. Оставьте одну."
                                .formatted(companies, legal(organization));
            case PortalFinding.PresetsMissing(var kinds) ->
                ADMINISTRATOR
                        + "нет стандартных шаблонов реквизитов: %s. Компаниям без шаблона ИНН и КПП вписать некуда."
                                .formatted(joined(
                                        kinds.stream().map(PortalAdvice::of).toList()));
            case PortalFinding.VatRateStrange(String name) ->
                ADMINISTRATOR
                        + "в каталоге есть ставка НДС «%s», которой нет в законе: строки с ней в 1С не пройдут."
                                .formatted(name);
            case PortalFinding.MeasureStrange(String symbol, String code) ->
                ADMINISTRATOR
                        + "у единицы измерения «%s» код %s, такого в ОКЕИ нет. Исправьте код в настройках единиц."
                                .formatted(symbol, code);
            case PortalFinding.EventsNotBound(var events) ->
                INTEGRATOR
                        + "приложение не слышит событий: %s. Их привязывает задание set-up-crm."
                                .formatted(joined(events));
            case PortalFinding.RobotMissing _ ->
                INTEGRATOR + "робота «Отправить в 1С» нет. Его создаёт задание set-up-crm.";
            case PortalFinding.TabMissing _ -> INTEGRATOR + "вкладки «1С» в сделке нет. Её создаёт задание set-up-crm.";
            case PortalFinding.ChangeListUnused _ ->
                INTEGRATOR
                        + "тариф позволяет порталу хранить список изменений, из которого ничего не теряется; его включает"
                        + " задание set-up-crm.";
            case PortalFinding.Moved(var now) ->
                INTEGRATOR + "портал переехал на %s. Всё работает; впишите новый адрес в файл клиента.".formatted(now);
            case PortalFinding.PartUnreadable(Part part) ->
                ADMINISTRATOR + "не удалось прочитать: %s. Проверьте права вебхука или приложения.".formatted(of(part));
        };
    }

    private static String of(Reason reason) {
        return switch (reason) {
            case NO_SECRET -> INTEGRATOR + "в хранилище нет секрета портала или в нём нет ни вебхука, ни приложения.";
            case ADDRESS_FORBIDDEN_OR_WRONG ->
                INTEGRATOR
                        + "по адресу из файла клиента нет портала, или он ведёт во внутреннюю сеть, или он не https.";
            case UNREACHABLE ->
                INTEGRATOR + "с порталом нет связи: имя сервера неизвестно или соединение не устанавливается.";
            case SILENT -> INTEGRATOR + "портал принял запрос и не ответил. Повторите проверку через несколько минут.";
            case NOT_UNDERSTOOD ->
                INTEGRATOR + "по этому адресу отвечает не Битрикс24, или портал сообщил о внутренней ошибке.";
            case PORTAL_CLOSED -> ADMINISTRATOR + "портал закрыт или удалён.";
            case NOT_IN_PLAN ->
                ADMINISTRATOR + "REST не входит в тариф портала: нужен платный тариф с подпиской на Маркетплейс.";
            case WEBHOOK_DEAD ->
                ADMINISTRATOR + "портал не узнаёт вебхук: он удалён, истёк, перевыпущен другим администратором, или его"
                        + " сотрудник уволен. Создайте новый и передайте адрес тому, кто настраивает обмен.";
            case APPLICATION_NOT_INSTALLED ->
                ADMINISTRATOR + "приложение не установлено, удалено, или его доступ устарел. Установите его заново.";
            case NO_ACCESS_TO_APPLICATION ->
                ADMINISTRATOR + "сотруднику не разрешено это приложение: откройте ему доступ.";
            case NO_RIGHT ->
                ADMINISTRATOR + "портал отказал в правах. Создайте вебхук от имени администратора с правом crm.";
            case BLOCKED ->
                ADMINISTRATOR
                        + "Битрикс24 заблокировал REST этого портала из-за перегрузки. Обратитесь в поддержку Битрикс24.";
            case BUSY -> INTEGRATOR + "лимит запросов портала исчерпан. Повторите проверку через несколько минут.";
        };
    }

    private static String of(Part part) {
        return switch (part) {
            case PIPELINES -> "воронки и стадии";
            case SELLERS -> "реквизиты ваших компаний";
            case REQUISITE_PRESETS -> "шаблоны реквизитов";
            case CATALOGUE -> "справочники каталога";
            case BINDINGS -> "привязки приложения";
        };
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> "организация";
            case SOLE_TRADER -> "ИП";
            case PERSON -> "физическое лицо";
            case OTHER -> "прочее";
        };
    }

    private static String legal(LegalIdentity identity) {
        return identity.kppOrBlank().isEmpty()
                ? "ИНН " + identity.inn().digits()
                : "ИНН %s и КПП %s".formatted(identity.inn().digits(), identity.kppOrBlank());
    }

    private static String joined(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
