package dev.crm1c.admin;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.Vitals;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Barrier;
import dev.crm1c.model.onec.Finding.Contracts;
import dev.crm1c.model.onec.Finding.Reason;
import dev.crm1c.model.outbound.AddressRule.Verdict;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.SessionMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the examination of a base means for people, in plain Russian: who has to do what. */
final class OneCAdvice {
    private static final String ADMINISTRATOR = "Администратору 1С: ";
    private static final String INTEGRATOR = "Тому, кто настраивает обмен: ";
    private static final String ACCOUNTANT = "Бухгалтеру: ";

    private static final Map<String, String> TITLES = Map.of(
            "Catalog_", "Справочник",
            "Document_", "Документ",
            "InformationRegister_", "Регистр сведений",
            "AccumulationRegister_", "Регистр накопления",
            "AccountingRegister_", "Регистр бухгалтерии",
            "ChartOfAccounts_", "План счетов");

    private OneCAdvice() {}

    static List<String> lines(Diagnosis diagnosis) {
        Stream<String> advice = diagnosis.findings().stream().map(OneCAdvice::of);
        Stream<String> health = diagnosis.findings().isEmpty()
                ? Stream.of("Подключение исправно: всё нужное опубликовано, читается и заполнено.")
                : Stream.empty();
        return Stream.of(health, advice, vitals(diagnosis.vitals()))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> vitals(Vitals vitals) {
        return switch (vitals) {
            case Vitals.NotMeasured() -> Stream.empty();
            case Vitals.Measured(int calls, var fastest, var median, var slowest, SessionMode publication) ->
                Stream.of("Измерено: %d запросов, быстрейший %d мс, обычный %d мс, самый долгий %d мс. Сеансы: %s."
                        .formatted(
                                calls,
                                fastest.toMillis(),
                                median.toMillis(),
                                slowest.toMillis(),
                                publication == SessionMode.AUTO_USE
                                        ? "ими управляет публикация (autouse)"
                                        : "ими управляет обмен (use)"));
        };
    }

    static String of(Finding finding) {
        return switch (finding) {
            case Finding.AddressRefused(Verdict verdict) -> INTEGRATOR + address(verdict);
            case Finding.NoCredential() ->
                INTEGRATOR + "в хранилище секретов нет имени и пароля для этой базы, или запись испорчена.";
            case Finding.NotReached(Barrier barrier) -> barrier(barrier);
            case Finding.Refused(Reason reason) -> refused(reason);
            case Finding.OtherConfiguration(String expected, String seen) ->
                INTEGRATOR
                        + "в файле клиента указана конфигурация %s, а база похожа на %s. Исправьте onec.configuration или адрес."
                                .formatted(expected, seen);
            case Finding.SetsNotPublished(List<String> sets) ->
                ADMINISTRATOR
                        + "в 1С откройте «Настройка автоматического REST-сервиса» и отметьте: "
                        + sets.stream().map(OneCAdvice::title).collect(Collectors.joining(", ")) + ".";
            case Finding.SetForbidden(String set) ->
                ADMINISTRATOR + "дайте пользователю обмена право на чтение: " + title(set) + ".";
            case Finding.RowsHidden(String set) ->
                ADMINISTRATOR
                        + "пользователь обмена видит не всё: %s ограничен по записям. Снимите ограничение, иначе скрытое будет создано второй раз."
                                .formatted(title(set));
            case Finding.FieldsMissing(List<String> fields) ->
                ADMINISTRATOR
                        + "в этой базе нет полей: %s. Обновите конфигурацию или сообщите тому, кто настраивает обмен."
                                .formatted(
                                        fields.stream().map(OneCAdvice::plain).collect(Collectors.joining(", ")));
            case Finding.ValuesMissing(List<String> values) ->
                ADMINISTRATOR
                        + "в этой базе нет значений: %s. Документы с ними не пройдут, пока конфигурация не обновлена."
                                .formatted(String.join(", ", values));
            case Finding.MetadataUnreadable() ->
                ADMINISTRATOR
                        + "база не отдаёт своё описание ($metadata), хотя данные читаются. Проверить поля и ставки НДС нельзя; посмотрите журнал веб-сервера.";
            case Finding.Unready(Problem problem) -> unready(problem);
            case Finding.OfCompany(LegalIdentity organization, Finding ofIt) ->
                "организация с ИНН %s и КПП %s: %s"
                        .formatted(organization.inn().digits(), organization.kppOrBlank(), of(ofIt));
            case Finding.AgreementDisagrees(Contracts agreement) ->
                INTEGRATOR
                        + (agreement == Contracts.USED
                                ? "типовое соглашение требует договоров, а в сценарии нет contract. Добавьте его."
                                : "типовое соглашение не использует договоры, а в сценарии есть contract. Уберите его или выберите другое соглашение (onec.use.agreement).");
            case Finding.ZoneDoubtful(var ahead) ->
                INTEGRATOR
                        + "последний документ базы на %d мин. впереди нашего времени. Проверьте onec.zone и часы сервера 1С."
                                .formatted(ahead.toMinutes());
            case Finding.SessionsDiffer(SessionMode publication) ->
                INTEGRATOR
                        + (publication == SessionMode.CLIENT_DRIVEN
                                ? "публикация ждёт, что сеансами управляет обмен. Укажите onec.sessions: client, иначе каждый запрос начинает новый сеанс."
                                : "публикация управляет сеансами сама. Укажите onec.sessions: autouse.");
            case Finding.Slow(var median) ->
                ADMINISTRATOR
                        + "база отвечает медленно, обычно %d с. Обмен работает, но не быстрее."
                                .formatted(median.toSeconds());
            case Finding.BaseUpdated() ->
                INTEGRATOR + "с прошлой проверки база изменилась (обновление или новый состав OData). Это к сведению.";
        };
    }

    private static String address(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> throw new IllegalArgumentException("an address that is allowed is no finding");
            case NOT_AN_ADDRESS -> "адрес базы 1С не похож на адрес сервера.";
            case HTTPS_REQUIRED -> "адрес базы 1С должен начинаться с https://.";
            case PORT_FORBIDDEN -> "порт базы 1С должен быть 443 или не меньше 1024.";
            case HOST_UNKNOWN -> "имя сервера 1С не найдено в DNS.";
            case NETWORK_FORBIDDEN ->
                "адрес базы 1С ведёт во внутреннюю сеть. Опубликуйте базу наружу или разрешите сеть в CRM1C_PRIVATE_NETWORKS.";
        };
    }

    private static String barrier(Barrier barrier) {
        return switch (barrier) {
            case NAME_UNKNOWN -> INTEGRATOR + "имя сервера 1С не найдено в DNS.";
            case CONNECTION_REFUSED ->
                ADMINISTRATOR + "сервер 1С не принимает соединение: веб-сервер выключен или закрыт порт.";
            case CERTIFICATE ->
                ADMINISTRATOR
                        + "сертификату сервера нельзя доверять: он просрочен, самоподписан или выдан на другое имя. Поставьте сертификат от известного центра.";
            case NO_ANSWER ->
                ADMINISTRATOR
                        + "сервер 1С не ответил или ответил неразборчиво. Проверьте, что база открывается в браузере.";
        };
    }

    private static String refused(Reason reason) {
        return switch (reason) {
            case NOTHING_PUBLISHED_THERE ->
                ADMINISTRATOR
                        + "по этому адресу нет опубликованной базы 1С с OData. Опубликуйте её (флажок «Публиковать стандартный интерфейс OData») или исправьте адрес.";
            case WRONG_PASSWORD -> INTEGRATOR + "1С не принимает имя или пароль обмена. Исправьте секрет.";
            case NO_ODATA_ROLE ->
                ADMINISTRATOR + "дайте пользователю обмена роль «Удаленный доступ OData» (УдаленныйДоступOData).";
            case MAINTENANCE -> ADMINISTRATOR + "начало сеансов в базе запрещено. Снимите блокировку, когда закончите.";
            case NO_LICENCE -> ADMINISTRATOR + "не хватило клиентской лицензии 1С. Обмену нужна одна свободная.";
            case NO_FREE_SESSION ->
                ADMINISTRATOR + "нет свободного сеанса в пуле публикации. Увеличьте poolSize в default.vrd.";
            case PLATFORM_BEING_UPDATED ->
                ADMINISTRATOR
                        + "версии сервера 1С и модуля веб-сервера различаются: обновление не закончено. Переопубликуйте базу.";
            case LOCKED -> ADMINISTRATOR + "данные заблокированы другой операцией. Повторите проверку позже.";
            case NOT_UNDERSTOOD ->
                ADMINISTRATOR + "1С отвечает ошибкой на простое чтение. Посмотрите журнал регистрации базы.";
        };
    }

    private static String unready(Problem problem) {
        return switch (problem) {
            case Problem.OrganizationNotFound(LegalIdentity organization) ->
                INTEGRATOR
                        + "в базе нет организации с %s. Исправьте onec.organization или onec.organizations."
                                .formatted(legal(organization));
            case Problem.OrganizationHasNoBankAccount(LegalIdentity organization) ->
                ACCOUNTANT
                        + "у организации с %s не указан банковский счёт. Заведите его и сделайте основным."
                                .formatted(legal(organization));
            case Problem.DictionaryEntryMissing(String dictionary, String entry) ->
                ACCOUNTANT + "в справочнике «%s» нет элемента: %s. Добавьте его.".formatted(dictionary, entry);
            case Problem.EntryNotChosen(String dictionary, String setting) ->
                INTEGRATOR
                        + "в справочнике «%s» несколько подходящих элементов. Укажите нужный в %s."
                                .formatted(dictionary, setting);
            default -> ADMINISTRATOR + "не удалось прочитать справочники базы (" + problem.code() + ").";
        };
    }

    private static String legal(LegalIdentity organization) {
        return switch (organization) {
            case LegalIdentity.Organization(var inn, var kpp) -> "ИНН %s и КПП %s".formatted(inn.digits(), kpp.code());
            case LegalIdentity.SoleTrader(var inn) -> "ИНН " + inn.digits();
        };
    }

    private static String title(String set) {
        return TITLES.entrySet().stream()
                .filter(title -> set.startsWith(title.getKey()))
                .map(title ->
                        title.getValue() + " «" + set.substring(title.getKey().length()) + "»")
                .findFirst()
                .orElse(set);
    }

    private static String plain(String path) {
        String[] parts = path.split("/", 2);
        return title(parts[0]) + " / " + parts[1].replace("/", " / ");
    }
}
