package dev.crm1c.connectors.onec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a refusal. They come in the language of the infobase, so nothing hangs on them alone: only inside the class of errors that has
 * no code of its own they tell a lock, a licence or a closed period. Source: reference "onec", 1.7.
 */
record RefusalWords(String text) {
    /** «{ОбщийМодуль.X.Модуль(180)}: » and what stands before it is for programmers. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile("(?s)^.*\\{[^}]*\\([0-9, ]+\\)}:\\s*");

    private static final Pattern LOCK = Pattern.compile("(?iu)блокировк|блокировок|\\b(dead)?lock");
    private static final Pattern LICENCE = Pattern.compile("(?iu)лиценз|\\blicen[cs]e");
    /**
     * The library's own sentences, older and younger, and the name of its module before them, which no language changes: «… в запрещенном
     * периоде невозможно изменить. Дате … соответствует запрет изменения данных … по 31.12.2025».
     */
    private static final Pattern CLOSED_PERIOD = Pattern.compile("(?iu)ДатыЗапретаИзменения"
            + "|запрещ[её]нн\\p{L}+ период|закрыт\\p{L}+ период|период\\p{L}* закрыт"
            + "|запрет\\p{L}* изменения|дат\\p{L}+ запрета|запрещено изменять данные|закрыт\\p{L}* для изменения"
            + "|\\brestricted period|\\bperiod-end closing");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{16,}+={0,2}\\s*");
    private static final Pattern OF_PEOPLE = Pattern.compile("[^\\p{ASCII}]|\\p{Alpha} \\p{Alpha}");
    private static final Pattern QUOTED = Pattern.compile("\"([\\p{L}\\d_]+)\"");
    private static final int MOST = 500;
    /** A web server may send a page of any size; what it has to say stands at its beginning. */
    private static final int MOST_LOOKED_AT = 20_000;

    /** A text with characters that XML does not know comes in base64. */
    static RefusalWords of(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), MOST_LOOKED_AT));
        return new RefusalWords(Controls.removedFrom(BASE64.matcher(text).matches() ? decoded(text) : text));
    }

    static RefusalWords ofXml(String text) {
        return of(text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&"));
    }

    boolean tellOfALock() {
        return LOCK.matcher(text).find();
    }

    boolean tellOfALicence() {
        return LICENCE.matcher(text).find();
    }

    boolean tellOfAClosedPeriod() {
        return CLOSED_PERIOD.matcher(text).find();
    }

    String forPeople() {
        String plain = FOR_PROGRAMMERS.matcher(text).replaceFirst("").strip();
        return plain.length() > MOST ? plain.substring(0, MOST) + "…" : plain;
    }

    /** The name that stands in quotes: «"Catalog_X" entity is not found». */
    String quotedOr(String other) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.find() ? quoted.group(1) : other;
    }

    /** What only looks like base64 stays as it is: decoded it is no text. */
    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return OF_PEOPLE.matcher(plain).find() ? plain : text;
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return text;
        }
    }

    /** May hold somebody's name. */
    @Override
    public String toString() {
        return "RefusalWords[***]";
    }
}
