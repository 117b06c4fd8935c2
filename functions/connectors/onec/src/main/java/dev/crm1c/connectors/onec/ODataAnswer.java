package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of one call. Source: reference "onec", 1.1 and 1.7. */
sealed interface ODataAnswer {

    record Body(JsonNode json) implements ODataAnswer {}

    /** A success without a body, as posting gives it. */
    record Nothing() implements ODataAnswer {}

    record Refused(Refusal refusal) implements ODataAnswer {}

    /**
     * Sorts answers by status and code.
     *
     * @param address what was asked
     * @param inSession the call named a session of its own
     */
    record Reader(ODataAddress address, boolean inSession) {
        private static final String ERROR = "odata.error";
        /** The platform's own exception, told outside of OData: sessions that could not begin. */
        private static final String PLATFORM_EXCEPTION = "#exception";

        private static final Pattern PLATFORM_PAGE = Pattern.compile("1[CС]:(Enterprise|Предприятие) 8");
        /** An error comes as Atom where the base did not take our wish for JSON. */
        private static final Pattern ATOM_ERROR = Pattern.compile(
                "(?s)<(?:\\w+:)?error\\b.*?<(?:\\w+:)?code>(.*?)</.*?<(?:\\w+:)?message\\b[^>]*>(.*?)</(?:\\w+:)?message>");

        ODataAnswer read(int status, String body, JsonNode json) {
            boolean success = status >= 200 && status < 300;
            Matcher atom = ATOM_ERROR.matcher(body);
            if (json.path(ERROR).has("code")) {
                JsonNode error = json.path(ERROR);
                JsonNode message = error.path("message");
                String words = message.isTextual()
                        ? message.asText()
                        : message.path("value").asText();
                return new Refused(coded(status, error.path("code").asText(), RefusalWords.of(words)));
            }
            if (!success && atom.find()) {
                return new Refused(coded(status, atom.group(1), RefusalWords.ofXml(atom.group(2))));
            }
            if (!success) {
                boolean ofPlatform = json.has(PLATFORM_EXCEPTION)
                        || PLATFORM_PAGE.matcher(body).find();
                return new Refused(withoutCode(status, ofPlatform, RefusalWords.of(body)));
            }
            if (body.isBlank()) {
                return new Nothing();
            }
            return json.isObject() ? new Body(json) : new Refused(new Refusal.Unclear());
        }

        private Refusal coded(int status, String code, RefusalWords words) {
            return switch (code) {
                case "8" -> new Refusal.NotPublished(words.quotedOr(address.set()));
                case "9" -> new Refusal.NotFound(words.forPeople());
                case "15" -> new Refusal.KeyTaken(words.forPeople());
                case "20" -> new Refusal.NoRight();
                case "-1" -> status == 500 || status == 400 ? business(words) : withoutCode(status, true, words);
                default -> new Refusal.NotUnderstood(code, words.forPeople());
            };
        }

        /** IIS says 404 to a query that it finds too long, and mostly hides that this was why. */
        private Refusal notFound() {
            return address.asJson().queryLength() > ODataAddress.LONGEST_QUERY
                    ? new Refusal.AddressTooLong(address.set())
                    : new Refusal.WrongAddress();
        }

        private static Refusal business(RefusalWords words) {
            if (words.tellOfALock()) {
                return new Refusal.Locked();
            }
            if (words.tellOfALicence()) {
                return new Refusal.NoLicence();
            }
            return words.tellOfAClosedPeriod()
                    ? new Refusal.PeriodClosed(words.forPeople())
                    : new Refusal.BusinessSaysNo(words.forPeople());
        }

        private Refusal withoutCode(int status, boolean ofPlatform, RefusalWords words) {
            return switch (status) {
                case 301, 302, 303, 307, 308 -> new Refusal.WrongAddress();
                case 404 -> notFound();
                case 400 -> inSession ? new Refusal.DeadSession() : new Refusal.WebServerSaysNo(status);
                case 401 -> new Refusal.WrongPassword();
                case 403 -> new Refusal.Maintenance();
                case 406, 429 -> new Refusal.NoFreeSession();
                case 409 -> new Refusal.VersionsDiffer();
                case 412 -> new Refusal.DataVersionDiffers();
                case 408 -> new Refusal.Unclear();
                default -> {
                    if (status >= 500 && ofPlatform && words.tellOfALicence()) {
                        yield new Refusal.NoLicence();
                    }
                    yield status >= 400 && status < 500 ? new Refusal.WebServerSaysNo(status) : new Refusal.Unclear();
                }
            };
        }
    }
}
