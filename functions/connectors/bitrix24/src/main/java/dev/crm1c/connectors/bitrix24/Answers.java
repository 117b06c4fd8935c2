package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One command's answer out of a batch, or the outcome that its failure is. */
@ApplicationScoped
class Answers {
    private static final int ANSWERED = 200;
    private static final int FORBIDDEN = 403;

    /** Reference "bitrix24", 5.7 and the samples of catalog.price.add. */
    private static final Set<String> NO_RIGHT_TO_THE_CATALOGUE = Set.of("200040300010", "200040300020");
    /** The old methods refuse with no code at all (4.1). */
    private static final Set<String> SAYS_NOTHING = Set.of("", "0");

    /** 4.2. */
    private static final Set<String> MAY_HAVE_HAPPENED = Set.of("INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER");

    private final Bitrix24Errors errors;

    Answers(Bitrix24Errors errors) {
        this.errors = errors;
    }

    Reply<JsonNode> of(BatchAnswer answer, String command) {
        return switch (answer.part(command)) {
            case Part.Result(JsonNode value) -> Reply.of(value);
            case Part.Failed(var code) -> Reply.stop(meaning(code));
            case Part.NotRun() -> Reply.stop(notUnderstood());
        };
    }

    /**
     * Of a write. What the portal has refused in its own words is over and done with, and is for people; only what may have been carried out
     * nevertheless is to be tried again.
     */
    Reply<JsonNode> written(BatchAnswer answer, String command) {
        if (answer.part(command) instanceof Part.Failed(var code)
                && meaning(code) instanceof Outcome.Later(var _, Delay why)
                && why == Delay.CRM_ANSWER_UNCLEAR
                && !MAY_HAVE_HAPPENED.contains(code.code())) {
            return Reply.askPeople(new Problem.CrmSaysNo(words(code)));
        }
        return of(answer, command);
    }

    /** Empty when nothing is there by this id. */
    Reply<Optional<JsonNode>> found(BatchAnswer answer, String command) {
        return answer.part(command) instanceof Part.Failed(var code) && code.isNotFound()
                ? Reply.of(Optional.empty())
                : of(answer, command).map(Optional::of);
    }

    /** The answer itself once every one of the commands has gone through. */
    Reply<BatchAnswer> whole(BatchAnswer answer, Collection<String> commands) {
        Reply<BatchAnswer> all = Reply.of(answer);
        for (String command : commands) {
            all = all.then(_ -> of(answer, command)).map(_ -> answer);
        }
        return all;
    }

    /** An answer in which what the reference promises is not to be found. */
    Outcome notUnderstood() {
        return errors.byStatus(ANSWERED);
    }

    private Outcome meaning(Bitrix24Errors.Code code) {
        return isRefusedAccess(code) ? errors.byStatus(FORBIDDEN) : errors.meaning(ANSWERED, code);
    }

    /** Descriptions may hold HTML (4.1). */
    private static String words(Bitrix24Errors.Code code) {
        String words = code.description().replaceAll("<[^>]*>", " ").strip();
        return words.isEmpty() ? code.code() : words;
    }

    private static boolean isRefusedAccess(Bitrix24Errors.Code code) {
        return NO_RIGHT_TO_THE_CATALOGUE.contains(code.code())
                || SAYS_NOTHING.contains(code.code())
                        && code.description().toLowerCase(Locale.ROOT).contains("access denied");
    }
}
