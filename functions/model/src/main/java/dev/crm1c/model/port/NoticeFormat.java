package dev.crm1c.model.port;

import dev.crm1c.model.sync.ChangeNotice;
import java.util.Optional;

/** A notice as text in a queue. Readers understand their own version and the one before. */
public interface NoticeFormat {
    String write(ChangeNotice notice);

    /** Empty when the text is not a notice that we know. */
    Optional<ChangeNotice> read(String text);
}
