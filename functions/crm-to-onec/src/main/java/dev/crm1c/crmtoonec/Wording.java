package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read in the deal: plain Russian that says what happened and what to do. Texts carry BBCode, so what comes from outside is defused. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST_QUOTE = 80;

    private Wording() {}

    static Telling invoice(Issued issued, String link) {
        DocumentFacts invoice = issued.invoice().facts();
        var text =
                new StringBuilder("Счёт на оплату № %s от %s на сумму %s ₽ выставлен в 1С%s. [URL=%s]Открыть в 1С[/URL]"
                        .formatted(
                                plain(invoice.number()),
                                DAY.format(invoice.date()),
                                invoice.total().inWords(),
                                byOrder(issued),
                                link));
        issued.remarks().forEach(remark -> text.append("\n").append(remark(remark)));
        return new Telling.Invoice(text.toString(), invoice, link);
    }

    private static String byOrder(Issued issued) {
        return switch (issued) {
            case Issued.Invoice _ -> "";
            case Issued.InvoiceOverOrder(Link.Verified order, var _) ->
                " по заказу клиента № " + plain(order.facts().number());
        };
    }

    static Telling problems(List<Problem> problems) {
        String list = problems.stream().map(problem -> "• " + problem(problem)).collect(Collectors.joining("\n"));
        return new Telling.Words(
                "Счёт в 1С пока не выставлен. Что нужно сделать:\n" + list + "\nПосле исправления счёт появится сам.",
                Telling.State.NEEDS_PEOPLE);
    }

    /** For those who wonder why nothing comes; empty when the wait is short or is not 1C's. */
    static Optional<Telling> waiting(Delay why) {
        Optional<String> reason = switch (why) {
            case ONEC_UNREACHABLE, ONEC_ANSWER_UNCLEAR, WRITE_OUTCOME_UNKNOWN -> Optional.of("1С не отвечает");
            case ONEC_MAINTENANCE, ONEC_UPDATING -> Optional.of("В 1С идут технические работы");
            case ONEC_BUSY, ONEC_LOCKED -> Optional.of("1С занята: нет свободной лицензии или данные заблокированы");
            case CRM_BUDGET_SPENT,
                    CRM_LIMIT_REACHED,
                    CRM_UNREACHABLE,
                    CRM_ACCESS_REFUSED,
                    CRM_TOKENS_BEING_RENEWED,
                    CRM_APPLICATION_NOT_INSTALLED,
                    CRM_BLOCKED,
                    CRM_ADDRESS_WRONG,
                    CRM_ANSWER_UNCLEAR,
                    CLAIMED_BY_ANOTHER,
                    OUT_OF_TIME,
                    QUEUE_UNAVAILABLE -> Optional.empty();
        };
        return reason.map(words -> new Telling.Words(
                words + ", поэтому сделка ещё не передана. Она уйдёт в 1С сама, делать ничего не нужно.",
                Telling.State.WAITS_FOR_1C));
    }

    private static String remark(Remark remark) {
        String lines = remark.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (remark.kind()) {
            case LINES_DESCRIBED ->
                "Строки без номенклатуры 1С, записаны текстом: " + lines
                        + ". Чтобы связать их, заведите в 1С номенклатуру с точно таким же наименованием.";
            case COUNTERPARTY_DOUBLED ->
                "В 1С несколько контрагентов с этими ИНН и КПП, взят первый по коду. Объедините дубли в 1С.";
            case CONTRACT_OF_MANY -> "Подходящих договоров в 1С несколько, взят самый новый.";
            case VAT_RATE_NOT_IN_FORCE ->
                "Проверьте ставку НДС: на дату счёта она не действует (строки " + lines + ").";
        };
    }

    private static String problem(Problem problem) {
        return switch (problem) {
            case Problem.NoCompany _ -> "Укажите в сделке компанию-покупателя.";
            case Problem.NoScenarioForPipeline _ ->
                "Для этой воронки обмен с 1С не настроен. Перенесите сделку в другую воронку или попросите того, кто настраивал обмен.";
            case Problem.InCompany inCompany -> inCompany(inCompany);
            case Problem.NoLines _ -> "Добавьте в сделку товары или услуги.";
            case Problem.TooManyLines(int limit) -> "В сделке больше %d строк: разделите её.".formatted(limit);
            case Problem.InLine inLine -> inLine(inLine);
            case Problem.CurrencyNotSupported(String currency) ->
                "Валюта сделки %s пока не поддерживается: переведите сделку в рубли (RUB).".formatted(quoted(currency));
            case Problem.TotalsDiffer(var inDeal, var inOneC) ->
                "Сумма в 1С не совпала: в сделке %s, в 1С %s. Счёт не проведён, покажите его бухгалтеру."
                        .formatted(inDeal.inWords(), inOneC.inWords());
            case Problem.DocumentPaid(OneCKind kind, String number) ->
                "Сделка изменилась, но %s № %s уже оплачен, поэтому он не тронут. Верните сделку как было или заведите новую."
                        .formatted(title(kind), plain(number));
            case Problem.DocumentShipped(OneCKind kind, String number) ->
                "Сделка изменилась, но по документу «%s № %s» уже есть отгрузка, поэтому он не тронут. Верните сделку как было или заведите новую."
                        .formatted(title(kind), plain(number));
            case Problem.DocumentEditedInOneC(OneCKind kind, String number) ->
                "Сделка изменилась, но %s № %s правили в 1С вручную, поэтому он не тронут. Согласуйте изменения с бухгалтером."
                        .formatted(title(kind), plain(number));
            case Problem.DocumentMarkedForDeletion(OneCKind kind, String number) ->
                "%s № %s в 1С помечен на удаление. Снимите пометку или удалите его совсем, тогда будет выставлен новый."
                        .formatted(capitalized(title(kind)), plain(number));
            case Problem.EntryNotChosen(String dictionary, String setting) ->
                "В справочнике 1С «%s» несколько элементов, и не указано, какой брать (настройка %s). Это исправляет тот, кто настраивал обмен."
                        .formatted(dictionary, setting);
            case Problem.RequiredFieldEmpty(String object, String field) ->
                "1С требует заполнить поле «%s» (%s), а взять его неоткуда. Это исправляет тот, кто настраивал обмен."
                        .formatted(readable(field), readable(object));
            case Problem.ValueNotInBase(String object, String value) ->
                "В этой базе 1С нет значения %s (%s). Обновите конфигурацию 1С или выберите в сделке другое."
                        .formatted(quoted(value), readable(object));
            case Problem.OneCSaysNo(String words) -> "1С отказала: %s".formatted(quoted(words));
            case Problem.CrmSaysNo(String words) -> "CRM не приняла запись: %s".formatted(quoted(words));
            case Problem.OrganizationNotFound(LegalIdentity organization) ->
                "В 1С нет организации с %s. Это исправляет тот, кто настраивал обмен.".formatted(legal(organization));
            case Problem.OrganizationHasNoBankAccount(LegalIdentity organization) ->
                "У организации с %s в 1С не указан основной банковский счёт. Попросите бухгалтера указать его."
                        .formatted(legal(organization));
            case Problem.DictionaryEntryMissing(String dictionary, String entry) ->
                "В справочнике 1С «%s» нет элемента с кодом %s. Попросите бухгалтера добавить его."
                        .formatted(dictionary, entry);
            case Problem.NotPublished(String set) ->
                "1С не отдаёт через OData объект %s. Администратор 1С включает его в составе стандартного интерфейса OData."
                        .formatted(quoted(set));
            case Problem.OneCAccessRefused(Access access) -> access(access);
        };
    }

    private static String inCompany(Problem.InCompany problem) {
        return switch (problem) {
            case Problem.NoRequisites _ -> "Заполните реквизиты компании: ИНН, КПП, наименование.";
            case Problem.InnMissing _ -> "Укажите ИНН в реквизитах компании.";
            case Problem.InnWrong _ -> "Проверьте ИНН в реквизитах компании: контрольные цифры не сходятся.";
            case Problem.KppMissing _ -> "Укажите КПП в реквизитах компании: у организации он обязателен.";
            case Problem.KppWrong _ -> "Проверьте КПП в реквизитах компании: в нём должно быть 9 знаков.";
            case Problem.NoCompanyName _ -> "Укажите наименование в реквизитах компании.";
            case Problem.CompanyNameTooLong(var _, int limit) ->
                "Сократите наименование компании: 1С вмещает %d знаков.".formatted(limit);
        };
    }

    private static String inLine(Problem.InLine problem) {
        String line = "Строка %d («%s»): ".formatted(problem.line(), quoted(problem.name()));
        return switch (problem) {
            case Problem.NoPrice _ -> line + "укажите цену.";
            case Problem.PriceNotPositive _ -> line + "цена должна быть больше нуля.";
            case Problem.SumTooLarge _ -> line + "слишком большая сумма.";
            case Problem.QuantityDoesNotFit _ ->
                line + "количество должно быть больше нуля и не точнее трёх знаков после запятой.";
            case Problem.NoName(int number, var _) -> "Строка %d: укажите название товара.".formatted(number);
            case Problem.NameTooLong(var _, var _, int limit) ->
                line + "сократите название, 1С вмещает %d знаков.".formatted(limit);
            case Problem.UnknownVatRate(var _, var _, String rate) ->
                line + "ставки НДС %s %% нет, выберите другую.".formatted(quoted(rate));
            case Problem.ItemNotFound _ ->
                line + "в 1С нет такой номенклатуры. Заведите её в 1С с таким же наименованием или исправьте строку.";
            case Problem.GoodsNotForDocument(var _, var _, OneCKind kind) ->
                line + "это товар, а %s вмещает только работы и услуги.".formatted(title(kind));
            case Problem.LineDiffers(var _, var _, String inDeal, String inOneC) ->
                line
                        + "1С записала иначе: в сделке %s, в 1С %s. Счёт не проведён, покажите его бухгалтеру."
                                .formatted(inDeal, quoted(inOneC));
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

    /** {@code Document_ЗаказКлиента/Товары} is for programmers: people know «ЗаказКлиента, Товары». */
    private static String readable(String path) {
        return plain(path)
                .replaceFirst("^[A-Za-z]+_", "")
                .replaceFirst("_Key$", "")
                .replace("/", ", ");
    }

    private static String title(OneCKind kind) {
        return switch (kind) {
            case ORDER -> "заказ клиента";
            case INVOICE -> "счёт";
            case REALIZATION -> "реализация";
            case ACT -> "акт";
            case TAX_INVOICE -> "счёт-фактура";
            case PARTNER, COUNTERPARTY, CONTRACT, BANK_ACCOUNT, ITEM ->
                throw new IllegalArgumentException(kind + " is no document");
        };
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String legal(LegalIdentity identity) {
        return identity.kppOrBlank().isEmpty()
                ? "ИНН " + identity.inn().digits()
                : "ИНН %s и КПП %s".formatted(identity.inn().digits(), identity.kppOrBlank());
    }

    private static String quoted(String text) {
        String plain = plain(text);
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }

    /** Square brackets would be read as BBCode, control characters as nothing good. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace('[', '(')
                .replace(']', ')')
                .strip();
    }
}
