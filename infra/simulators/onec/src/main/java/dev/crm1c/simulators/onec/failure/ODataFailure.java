package dev.crm1c.simulators.onec.failure;

/** An answer in the form of an OData error: statuses, codes and texts of onec.md §1.7 and recorded/errors.json. */
public final class ODataFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String INTERNAL =
            "Произошла внутренняя ошибка OData сервиса. Дополнительные сведения можно найти в технологическом журнале";
    private static final String INCOMPARABLE = "{(3, 23)}: Неверные параметры в операции сравнения. "
            + "Нельзя сравнивать поля неограниченной длины и поля несовместимых типов.";

    private final int status;
    private final String code;

    public ODataFailure(int status, String code, String text) {
        super(text);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static ODataFailure unsupportedOption(String name) {
        return new ODataFailure(400, "0", "The " + name + " parameter is not supported");
    }

    public static ODataFailure notImplemented(String what) {
        return new ODataFailure(501, "0", what + " не поддерживается");
    }

    public static ODataFailure unparsable(String text, String edm) {
        return new ODataFailure(400, "1", "Не удалось разобрать строку '" + text + "' как значение типа " + edm + "!");
    }

    public static ODataFailure unsupportedFormat(String format) {
        return new ODataFailure(400, "3", "Тип представления '" + format + "' не поддерживается");
    }

    public static ODataFailure badValue(String text) {
        return new ODataFailure(400, "4", text);
    }

    public static ODataFailure segmentNotFound(String segment) {
        return new ODataFailure(400, "6", "Сегмент пути " + segment + " не найден!");
    }

    public static ODataFailure methodNotFound() {
        return new ODataFailure(400, "6", "Метод не найден");
    }

    public static ODataFailure keyPartMissing(String name) {
        return new ODataFailure(400, "7", "Не задано значение ключевого поля " + name);
    }

    public static ODataFailure unknownSet(String name) {
        return new ODataFailure(404, "8", "\"" + name + "\" entity is not found");
    }

    public static ODataFailure absent() {
        return new ODataFailure(404, "9", "Экземпляр сущности не найден");
    }

    public static ODataFailure rowsAreReadOnly() {
        return new ODataFailure(400, "13", "Строки табличной части нельзя создавать непосредственно");
    }

    public static ODataFailure badOption(String option) {
        return new ODataFailure(400, "14", "Ошибка при разборе опции запроса " + option);
    }

    public static ODataFailure keyTaken() {
        return new ODataFailure(400, "15", "Сущность с таким ключом уже существует");
    }

    public static ODataFailure recordTaken() {
        return new ODataFailure(400, "15", "Запись с такими ключевыми полями уже существует");
    }

    public static ODataFailure methodNotAllowed(String method) {
        return new ODataFailure(405, "19", "HTTP-метод " + method + " здесь недопустим");
    }

    public static ODataFailure accessDenied() {
        return new ODataFailure(401, "20", "Нарушение прав доступа!");
    }

    public static ODataFailure brokenJson() {
        return new ODataFailure(500, "-1", "Непредвиденный символ при чтении JSON");
    }

    public static ODataFailure internal() {
        return new ODataFailure(500, "-1", INTERNAL);
    }

    public static ODataFailure incomparable() {
        return new ODataFailure(500, "-1", INCOMPARABLE);
    }

    /** An exception of the configuration's code: the transaction is rolled back (onec.md §1.6). */
    public static ODataFailure handler(String handler, String text) {
        return new ODataFailure(500, "-1", "Ошибка при выполнении обработчика - '" + handler + "'\n" + text);
    }

    /** Only when the base is asked to check {@code If-Match}: live bases ignore it (onec.md §1.6 ⚠). */
    public static ODataFailure versionMismatch() {
        return new ODataFailure(412, "-1", "Версия данных не совпадает с указанной в If-Match");
    }
}
