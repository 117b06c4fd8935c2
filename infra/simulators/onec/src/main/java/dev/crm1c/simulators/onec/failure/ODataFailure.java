package dev.crm1c.simulators.onec.failure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An answer in the form of an OData error: statuses, codes and texts of onec.md §1.7 and recorded/errors.json. */
public final class ODataFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String INTERNAL =
            "Произошла внутренняя ошибка OData сервиса. Дополнительные сведения можно найти в технологическом журнале";
    private static final String INCOMPARABLE = "{(3, 23)}: Неверные параметры в операции сравнения. "
            + "Нельзя сравнивать поля неограниченной длины и поля несовместимых типов.";

    private static final String INTERNAL_IN_ENGLISH =
            "Internal error of the OData service. See the technological log for details";
    private static final String INCOMPARABLE_IN_ENGLISH = "{(3, 23)}: Invalid parameters in the comparison. "
            + "Fields of unlimited length and fields of incompatible types cannot be compared.";

    private final int status;
    private final String code;
    private final String english;

    public ODataFailure(int status, String code, String text) {
        this(status, code, text, text);
    }

    /** Of the English texts only that of {@code $filter} is on record: a client must not look at any. */
    public ODataFailure(int status, String code, String text, String english) {
        super(text);
        this.status = status;
        this.code = code;
        this.english = english;
    }

    public String text(Language language) {
        return language == Language.ENGLISH ? english : getMessage();
    }

    /** The text as it comes when it holds characters that XML does not: base64 of its UTF-8 (onec.md §1.7 [live]). */
    public ODataFailure inBase64() {
        return new ODataFailure(status, code, base64(getMessage()), base64(english));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
        return new ODataFailure(501, "0", what + " не поддерживается", what + " is not supported");
    }

    public static ODataFailure unparsable(String text, String edm) {
        return new ODataFailure(
                400,
                "1",
                "Не удалось разобрать строку '" + text + "' как значение типа " + edm + "!",
                "Cannot parse string '" + text + "' as a value of type " + edm + "!");
    }

    public static ODataFailure unsupportedFormat(String format) {
        return new ODataFailure(
                400,
                "3",
                "Тип представления '" + format + "' не поддерживается",
                "Representation type '" + format + "' is not supported");
    }

    public static ODataFailure badValue(String text) {
        return new ODataFailure(400, "4", text);
    }

    public static ODataFailure valueMissing(String property) {
        return new ODataFailure(
                400,
                "5",
                "Не задано значение свойства " + property,
                "The value of property " + property + " is not set");
    }

    public static ODataFailure segmentNotFound(String segment) {
        return new ODataFailure(
                400, "6", "Сегмент пути " + segment + " не найден!", "Path segment " + segment + " is not found!");
    }

    public static ODataFailure methodNotFound() {
        return new ODataFailure(400, "6", "Метод не найден", "Method is not found");
    }

    public static ODataFailure keyPartMissing(String name) {
        return new ODataFailure(
                400,
                "7",
                "Не задано значение ключевого поля " + name,
                "The value of key field " + name + " is not set");
    }

    public static ODataFailure unknownSet(String name) {
        return new ODataFailure(404, "8", "\"" + name + "\" entity is not found");
    }

    public static ODataFailure absent() {
        return new ODataFailure(404, "9", "Экземпляр сущности не найден", "Entity instance is not found");
    }

    public static ODataFailure argumentMissing(String name) {
        return new ODataFailure(400, "12", "Не задан аргумент " + name, "Argument " + name + " is missing");
    }

    public static ODataFailure wrongArgument(String name) {
        return new ODataFailure(400, "21", "Неверный аргумент " + name, "Bad argument " + name);
    }

    public static ODataFailure propertyNotFound(String name) {
        return new ODataFailure(400, "10", "Свойство " + name + " не найдено");
    }

    public static ODataFailure badArgument(String text) {
        return new ODataFailure(400, "21", text);
    }

    public static ODataFailure cannotAssign(String property) {
        return new ODataFailure(
                400,
                "16",
                "Невозможно присвоить значение свойства \"" + property + "\"",
                "Cannot assign the property \"" + property + "\"");
    }

    public static ODataFailure rowsAreReadOnly() {
        return new ODataFailure(
                400,
                "13",
                "Строки табличной части нельзя создавать непосредственно",
                "Rows of a tabular section cannot be created directly");
    }

    public static ODataFailure badOption(String option) {
        return new ODataFailure(
                400, "14", "Ошибка при разборе опции запроса " + option, "Error parsing " + option + " query option");
    }

    public static ODataFailure keyTaken() {
        return new ODataFailure(
                400, "15", "Сущность с таким ключом уже существует", "Entity with such key already exists");
    }

    public static ODataFailure recordTaken() {
        return new ODataFailure(
                400,
                "15",
                "Запись с такими ключевыми полями уже существует",
                "Record with such key fields already exists");
    }

    public static ODataFailure methodNotAllowed(String method) {
        return new ODataFailure(
                405,
                "19",
                "HTTP-метод " + method + " здесь недопустим",
                "HTTP method " + method + " is not allowed here");
    }

    public static ODataFailure accessDenied() {
        return new ODataFailure(401, "20", "Нарушение прав доступа!", "Access violation!");
    }

    public static ODataFailure brokenJson() {
        return new ODataFailure(
                500, "-1", "Непредвиденный символ при чтении JSON", "Unexpected character while reading JSON");
    }

    public static ODataFailure internal() {
        return new ODataFailure(500, "-1", INTERNAL, INTERNAL_IN_ENGLISH);
    }

    public static ODataFailure incomparable() {
        return new ODataFailure(500, "-1", INCOMPARABLE, INCOMPARABLE_IN_ENGLISH);
    }

    /** An exception of the configuration's code: the transaction is rolled back (onec.md §1.6). */
    public static ODataFailure handler(String handler, String text) {
        return new ODataFailure(
                500,
                "-1",
                "Ошибка при выполнении обработчика - '" + handler + "'\n" + text,
                "Error executing handler - '" + handler + "'\n" + text);
    }

    /** Words [code], wrapping [guess] (onec.md §1.7): what tells it from other errors is one word of its text. */
    public static ODataFailure lockTimeout() {
        return new ODataFailure(
                500,
                "-1",
                "Конфликт блокировок при выполнении транзакции:\n"
                        + "Превышено максимальное время ожидания предоставления блокировки",
                "Lock conflict in the transaction:\nThe longest waiting time for a lock is exceeded");
    }

    /** Only when the base is asked to check {@code If-Match}: live bases ignore it (onec.md §1.6 ⚠). */
    public static ODataFailure versionMismatch() {
        return new ODataFailure(
                412,
                "-1",
                "Версия данных не совпадает с указанной в If-Match",
                "Data version differs from the one in If-Match");
    }
}
