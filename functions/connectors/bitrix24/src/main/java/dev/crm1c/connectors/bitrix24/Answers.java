package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** One command's answer out of a batch, or the outcome that its failure is. */
@ApplicationScoped
class Answers {
    private static final int ANSWERED = 200;

    /** The old methods refuse with no code at all (4.1). */
    private static final Set<String> SAYS_NOTHING = Set.of("", "0");

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
        if (answer.part(command) instanceof Part.Failed(var code) && isOverAndDoneWith(refusal(code))) {
            return Reply.askPeople(new Problem.CrmSaysNo(words(code)));
        }
        return of(answer, command);
    }

    /** Of a write by a request of its own; the portal's words are not at hand, so the caller has some. */
    Reply<JsonNode> written(Answer answer, String ifRefused) {
        return answer instanceof Answer.Refused(Refusal refusal, var _) && isOverAndDoneWith(refusal)
                ? Reply.askPeople(new Problem.CrmSaysNo(ifRefused))
                : answer.reply();
    }

    /** Empty when nothing is there by this id. */
    Reply<Optional<JsonNode>> found(BatchAnswer answer, String command) {
        return answer.part(command) instanceof Part.Failed(var code) && code.isNotFound()
                ? Reply.of(Optional.empty())
                : of(answer, command).map(Optional::of);
    }

    /** The portal's own words, when what it refused is worth no second try as it stands. */
    Optional<String> refusal(BatchAnswer answer, String command) {
        return answer.part(command) instanceof Part.Failed(var code) && refusal(code) == Refusal.REQUEST_REFUSED
                ? Optional.of(words(code))
                : Optional.empty();
    }

    /** Whether the command was refused for one of these reasons. */
    boolean isRefused(BatchAnswer answer, String command, Set<Refusal> reasons) {
        return answer.part(command) instanceof Part.Failed(var code) && reasons.contains(refusal(code));
    }

    /** The number of something that was made. */
    Reply<String> id(String number) {
        return number.matches("[1-9][0-9]{0,17}") ? Reply.of(number) : Reply.stop(notUnderstood());
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
        return errors.meaning(Refusal.UNCLEAR);
    }

    private static boolean isOverAndDoneWith(Refusal refusal) {
        return refusal == Refusal.REQUEST_REFUSED || refusal == Refusal.NOT_FOUND;
    }

    private Outcome meaning(Bitrix24Errors.Code code) {
        return errors.meaning(refusal(code));
    }

    /** Descriptions may hold HTML (4.1). */
    private static String words(Bitrix24Errors.Code code) {
        String words = code.description().replaceAll("<[^>]*>", " ").strip();
        return words.isEmpty() ? code.code() : words;
    }

    private static Refusal refusal(Bitrix24Errors.Code code) {
        return SAYS_NOTHING.contains(code.code()) && code.says("access denied")
                ? Refusal.NO_RIGHT
                : Refusals.of(ANSWERED, code);
    }
}
