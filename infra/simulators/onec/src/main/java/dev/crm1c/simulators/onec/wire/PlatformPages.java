package dev.crm1c.simulators.onec.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the platform and the web server in front of it say without OData (onec.md §1.7, recorded/errors.json). */
public final class PlatformPages {
    private static final String BOM = "\uFEFF";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String NO_FREE_LICENCE = "Не обнаружено свободной лицензии!";
    private static final String NO_LICENCE = "Не найдена лицензия. Не обнаружен ключ защиты программы или "
            + "полученная программная лицензия!\n" + NO_FREE_LICENCE;

    private PlatformPages() {}

    /** Not a word of JSON, and a page instead of a body: parsing it before looking at the status fails. */
    public static Answer unauthorized() {
        return page(401, "401 - Unauthorized: Access is denied due to invalid credentials.")
                .with("WWW-Authenticate", "Basic realm=\"1C:Enterprise 8.3\"");
    }

    public static Answer maintenance(String method, String message) {
        ObjectNode inner = node("Начало сеанса с информационной базой запрещено.\n" + message);
        inner.set("inner", node(message).put("creationStack", "").put("data", ""));
        return exception(403, "HTTP: Forbidden", method, inner);
    }

    /** Text [code]; status and form [guess]: of the 500 family, and no {@code odata.error}. */
    public static Answer noLicence(String method) {
        return exception(500, "HTTP: Internal Server Error", method, node(NO_LICENCE));
    }

    public static Answer noFreeLicence(String method) {
        return exception(500, "HTTP: Internal Server Error", method, node(NO_FREE_LICENCE));
    }

    public static Answer noLicencePage() {
        return applicationError(NO_LICENCE);
    }

    private static Answer exception(int status, String reason, String method, ObjectNode inner) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("#exception", "{http://v8.1c.ru/8.2/virtual-resource-system}Exception");
        ObjectNode exception = root.putObject("exception");
        exception.put("reason", status);
        exception.put("descr", reason + "\nОшибка при выполнении запроса " + method + " к ресурсу /odata/x:");
        exception.set("inner", inner);
        return Answer.of(status, "application/json; charset=utf-8", BOM + root);
    }

    private static ObjectNode node(String description) {
        return JsonNodeFactory.instance.objectNode().put("descr", description);
    }

    /** What IIS says where no body is on record: a dead session, for one. */
    public static Answer badRequest() {
        return page(400, "400 - Bad Request");
    }

    public static Answer noSession() {
        return page(406, "406 - Not Acceptable");
    }

    public static Answer versionsDiffer() {
        return Answer.of(
                409,
                PLAIN,
                "1C:Enterprise 8 application error: Различаются версии клиента и сервера "
                        + "(8.3.27.1719 - 8.3.27.2130)");
    }

    public static Answer applicationError() {
        return applicationError("Ошибка операции с информационной базой");
    }

    public static Answer applicationError(String reason) {
        return Answer.html(
                500,
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><html><head>"
                        + "<title>1C:Enterprise 8 application error</title></head><body>"
                        + "<h2>1C:Enterprise 8 application error:</h2>Unrecoverable error<br><b>by reason: </b><br>"
                        + reason + "</body></html>");
    }

    public static Answer invalidUrl() {
        return Answer.html(
                400,
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"\"http://www.w3.org/TR/html4/strict.dtd\">"
                        + "<HTML><HEAD><TITLE>Bad Request</TITLE></HEAD><BODY><h2>Bad Request - Invalid URL</h2>"
                        + "<hr><p>HTTP Error 400. The request URL is invalid.</p></BODY></HTML>");
    }

    /** IIS request filtering, 404.15. */
    public static Answer queryTooLong() {
        return page(
                404,
                "404.15 - Not Found. The request filtering module is configured to deny a request where "
                        + "the query string is too long.");
    }

    public static Answer notFound() {
        return page(404, "404 - File or directory not found.");
    }

    public static Answer badGateway() {
        return page(502, "502 - Web server received an invalid response while acting as a gateway or proxy server.");
    }

    public static Answer serviceUnavailable() {
        return page(503, "503 - Service Unavailable. The service is unavailable.");
    }

    public static Answer gatewayTimeout() {
        return page(504, "504 - Gateway Timeout.");
    }

    public static Answer redirect(String location) {
        return page(302, "Object Moved").with("Location", location);
    }

    public static Answer loginPage() {
        return Answer.html(
                200,
                "<!DOCTYPE html><html><head><title>Вход</title></head><body><form method=\"post\" action=\"/login\">"
                        + "<input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>");
    }

    private static Answer page(int status, String text) {
        return Answer.html(
                status,
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><head><title>" + text
                        + "</title></head><body><h2>" + text + "</h2></body></html>");
    }
}
