package dev.crm1c.model.deal;

/** A file that a deal is to show. Its bytes are the holder's: nobody changes them after this. */
public record DealFile(String name, byte[] content) {
    @Override
    public String toString() {
        return "DealFile[" + content.length + " bytes]";
    }
}
