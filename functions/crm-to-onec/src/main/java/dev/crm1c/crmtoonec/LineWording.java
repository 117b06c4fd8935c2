package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Problem;
import java.time.LocalDate;
import java.util.List;

/** What is wrong with a product row, and what to do. */
final class LineWording {
    private LineWording() {}

    static String of(Problem.InLine problem) {
        return switch (problem) {
            case Problem.LineDiffers differs -> DifferenceWording.shown(List.of(differs));
            default -> place(problem) + ": " + inPlace(problem);
        };
    }

    /** {@code Строка 3 («Стул»)}. */
    static String place(Problem.InLine problem) {
        String name = Defused.name(problem.name());
        return name.isEmpty() ? "Строка " + problem.line() : "Строка %d («%s»)".formatted(problem.line(), name);
    }

    private static String inPlace(Problem.InLine problem) {
        return switch (problem) {
            case Problem.NoPrice _ -> "укажите цену.";
            case Problem.PriceNotPositive _ -> "цена должна быть больше нуля.";
            case Problem.SumTooLarge _ -> "слишком большая сумма, проверьте цену и количество.";
            case Problem.QuantityDoesNotFit _ ->
                "количество должно быть больше нуля и не точнее трёх знаков после запятой.";
            case Problem.NoName _ -> "укажите название товара.";
            case Problem.NameTooLong(var _, var _, int limit) ->
                "сократите название, 1С вмещает %d знаков.".formatted(limit);
            case Problem.UnknownVatRate(var _, var _, String rate) ->
                "ставки НДС %s %% нет, выберите другую.".formatted(Defused.name(rate));
            case Problem.VatRateNotInForce(var _, var _, String rate, LocalDate on) ->
                "ставка не действует на %s: %s. Выберите действующую."
                        .formatted(DocumentWording.day(on), Defused.name(rate));
            case Problem.UnitUnknown(var _, var _, String unit) ->
                "кода единицы измерения нет в ОКЕИ: %s. Выберите другую единицу или попросите администратора CRM исправить код."
                        .formatted(Defused.name(unit));
            case Problem.UnitNotInOneC(var _, var _, String unit) ->
                "в 1С нет единицы измерения с кодом %s. Попросите бухгалтера добавить её из классификатора ОКЕИ."
                        .formatted(Defused.name(unit));
            case Problem.UnitDiffers(var _, var _, String inDeal, String inOneC) ->
                "единица измерения в сделке другая, чем у номенклатуры в 1С: код %s, в 1С %s. Исправьте её в сделке или в 1С, обмен единицы не пересчитывает."
                        .formatted(Defused.name(inDeal), Defused.name(inOneC));
            case Problem.ItemNotFound _ ->
                "в 1С нет такой номенклатуры. Заведите её в 1С с таким же наименованием или исправьте строку.";
            case Problem.ItemDoubled(var _, var _, ItemKey by) ->
                "в 1С несколько элементов номенклатуры с %s. Оставьте один или исправьте строку."
                        .formatted(sameKey(by));
            case Problem.KitAsLine _ ->
                "в 1С это набор, строкой документа он не продаётся. Замените строку тем, из чего набор состоит, или заведите в 1С обычную номенклатуру.";
            case Problem.HandedOverWrong(var _, var _, String handedOver, String sold) ->
                "отгружено не может быть больше проданного или меньше, чем раньше: отгружено %s, продано %s. Исправьте поле «Отгружено»."
                        .formatted(Defused.name(handedOver), Defused.name(sold));
            case Problem.GoodsNotForDocument(var _, var _, OneCKind kind) ->
                "это товар, а документ вмещает только работы и услуги: %s. Исправьте строку или вид номенклатуры в 1С."
                        .formatted(DocumentWording.title(kind));
            case Problem.LineDiffers _ -> throw new IllegalArgumentException("a difference has words of its own");
        };
    }

    private static String sameKey(ItemKey by) {
        return switch (by) {
            case ARTICLE -> "таким артикулом";
            case BARCODE -> "таким штрихкодом";
            case NAME -> "таким наименованием";
        };
    }
}
