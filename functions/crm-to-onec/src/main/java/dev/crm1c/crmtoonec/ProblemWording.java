package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.CannotWithdraw.Barrier;
import java.time.LocalDate;
import java.util.List;

/** One problem in plain Russian: what is wrong and what to do. */
final class ProblemWording {
    private ProblemWording() {}

    static String of(Problem problem) {
        return switch (problem) {
            case Problem.InCompany inCompany -> BuyerWording.of(inCompany);
            case Problem.InContact inContact -> BuyerWording.of(inContact);
            case Problem.InLine inLine -> LineWording.of(inLine);
            case Problem.InSetUp inSetUp -> SetUpWording.of(inSetUp);
            case Problem.AboutDocument aboutDocument -> aboutDocument(aboutDocument);
            case Problem.TotalsDiffer differs -> DifferenceWording.shown(List.of(differs));
            case Problem.NoBuyer _ -> "Укажите в сделке покупателя: компанию с реквизитами или контакт.";
            case Problem.NoScenarioForPipeline _ ->
                "Для этой воронки обмен с 1С не настроен. Перенесите сделку в другую воронку или попросите того, кто настраивал обмен.";
            case Problem.NoSellerForDeal _ ->
                "Не ясно, какая из ваших организаций продаёт. Выберите в сделке реквизиты своей компании или попросите того, кто настраивал обмен, добавить правило.";
            case Problem.NoLines _ -> "Добавьте в сделку товары или услуги.";
            case Problem.TooManyLines(int limit) -> "В сделке больше %d строк: разделите её.".formatted(limit);
            case Problem.CurrencyNotSupported(String currency) ->
                "Валюта сделки не подключена к обмену: %s. Выберите в сделке другую или попросите того, кто настраивал обмен, добавить эту."
                        .formatted(Defused.name(currency));
            case Problem.NoCurrencyRate(String currency, LocalDate on) ->
                "В 1С нет валюты или её курса на %s: %s. Попросите бухгалтера загрузить курсы валют."
                        .formatted(DocumentWording.day(on), Defused.name(currency));
            case Problem.HandedOverUnreadable(String text) ->
                "Поле «Отгружено» не удалось прочитать: «%s». Пишите номер строки и количество: 1=5; 3=2,5. Пустое поле значит, что отгружено всё."
                        .formatted(Defused.name(text));
            case Problem.WonWithoutDocuments _ ->
                "Документов по этой сделке в 1С нет. Если они нужны, верните её на стадию, на которой обмен их создаёт.";
            case Problem.PeriodClosed(String words) ->
                "Период в 1С закрыт для изменений. Попросите бухгалтера открыть его. 1С говорит: %s."
                        .formatted(Defused.words(words));
            case Problem.OneCSaysNo(String words) ->
                "1С отказала: %s. Покажите это бухгалтеру.".formatted(Defused.words(words));
            case Problem.CrmSaysNo(String words) ->
                "CRM не приняла запись: %s. Покажите это администратору CRM.".formatted(Defused.words(words));
            case Problem.FieldsRefused(String words) ->
                "CRM не записала в поля сделки номера и состояние документов: %s. Заполните обязательные поля сделки и сохраните её, запись повторится сама. Документам в 1С это не мешает."
                        .formatted(Defused.words(words));
        };
    }

    private static String aboutDocument(Problem.AboutDocument problem) {
        String document = document(problem.kind(), problem.number());
        return switch (problem) {
            case Problem.DocumentPaid(var _, var _, List<Problem> differences) ->
                "Сделка изменилась, но документ уже оплачен и не тронут: %s.%s Верните сделку как было или заведите новую."
                        .formatted(document, whatDiffers(differences));
            case Problem.DocumentShipped(OneCKind kind, var _, List<Problem> differences) ->
                "Сделка изменилась, но %s, и документ не тронут: %s.%s Верните сделку как было или заведите новую."
                        .formatted(whatWasShipped(kind), document, whatDiffers(differences));
            case Problem.DocumentEditedInOneC _ ->
                "Сделка изменилась, но документ правили в 1С вручную, поэтому он не тронут: %s. Согласуйте изменения с бухгалтером."
                        .formatted(document);
            case Problem.DocumentMarkedForDeletion _ ->
                "Документ в 1С помечен на удаление: %s. Снимите пометку или удалите его совсем, тогда будет сделан новый."
                        .formatted(document);
            case Problem.CannotWithdraw(var _, var _, Barrier barrier) ->
                "Документ остался в 1С: %s, %s.".formatted(document, barrier(barrier));
        };
    }

    private static String barrier(Barrier barrier) {
        return switch (barrier) {
            case PAID -> "он оплачен. Решите с бухгалтером, возвращать ли деньги";
            case SHIPPED -> "по нему есть отгрузка. Решите с бухгалтером, оформлять ли возврат";
            case EDITED -> "его правили вручную. Попросите бухгалтера отменить его";
        };
    }

    private static String whatWasShipped(OneCKind kind) {
        return switch (kind) {
            case REALIZATION, ACT, TAX_INVOICE -> "отгрузка уже оформлена";
            default -> "по документу уже есть отгрузка";
        };
    }

    private static String whatDiffers(List<Problem> differences) {
        return differences.isEmpty()
                ? ""
                : " Что теперь не совпадает: %s.".formatted(DifferenceWording.explained(differences));
    }

    private static String document(OneCKind kind, String number) {
        return "%s № %s".formatted(DocumentWording.title(kind), Defused.name(number));
    }
}
