package dev.crm1c.simulators.bitrix24.crm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** The files of user fields, and where each can be fetched from. */
public final class Files {

    /** Below this path of the portal files are served. */
    public static final String PATH = "/file/";

    private final Ids ids;
    private final Supplier<URI> root;
    private final Map<Long, StoredFile> files = new TreeMap<>();

    Files(Ids ids, Supplier<URI> root) {
        this.ids = ids;
        this.root = root;
    }

    StoredFile keep(FileChange.Upload upload) {
        long id = ids.next("file");
        String token = token(id);
        String url = root.get().resolve(PATH + id).toString();
        StoredFile file = new StoredFile(id, upload.name(), upload.content(), token, url, url + "?token=" + token);
        files.put(id, file);
        return file;
    }

    public Optional<StoredFile> find(long id) {
        return Optional.ofNullable(files.get(id));
    }

    /** What the fields held before and do not hold now is gone for good, and without a word. */
    void forgetAllBut(Map<String, Object> now, Map<String, Object> before) {
        List<StoredFile> kept = FileChange.among(now.values());
        FileChange.among(before.values()).stream()
                .filter(file -> !kept.contains(file))
                .forEach(file -> files.remove(file.id()));
    }

    /** Long and shapeless, as real ones are, and the same in every run. */
    private static String token(long id) {
        return UUID.nameUUIDFromBytes(("file " + id).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
