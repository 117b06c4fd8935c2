package dev.crm1c.simulators.bitrix24.page;

import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that a person opens from the page: those of user fields and those of comments. */
public final class Attachments {

    private static final Pattern FILE = Pattern.compile("file/(\\d{1,18})");
    private static final Pattern OF_COMMENT = Pattern.compile("attachment/(\\d{1,18})/(\\d{1,18})");

    private final Portal portal;

    public Attachments(Portal portal) {
        this.portal = portal;
    }

    Optional<Page> page(String path) {
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            return portal.alone(() -> portal.files().find(Long.parseLong(file.group(1))))
                    .map(found -> Page.file(found.name(), found.content()));
        }
        Matcher ofComment = OF_COMMENT.matcher(path);
        return ofComment.matches()
                ? portal.alone(() -> ofComment(Long.parseLong(ofComment.group(1)), Long.parseLong(ofComment.group(2))))
                : Optional.empty();
    }

    private Optional<Page> ofComment(long comment, long id) {
        try {
            return portal.timeline().get(comment).files().stream()
                    .filter(file -> file.id() == id)
                    .findFirst()
                    .map(file -> Page.file(file.name(), file.content()));
        } catch (RestRefusal gone) {
            return Optional.empty();
        }
    }
}
