package dev.crm1c.model.deal;

/** Where our timeline entry goes. */
public sealed interface NotePlace {

    /** There is none yet. */
    record New() implements NotePlace {}

    /** A former try may have written it: look for the same text first. */
    record NewUnlessThere() implements NotePlace {}

    /** Ours to overwrite. */
    record Existing(String noteId) implements NotePlace {}
}
