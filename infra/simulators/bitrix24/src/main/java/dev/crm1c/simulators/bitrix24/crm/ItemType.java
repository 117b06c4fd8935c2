package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.Arrays;

/** The kinds of crm.item.* that this portal keeps (bitrix24.md §5.1). */
public enum ItemType {
    DEAL(2, "D", "deal", CrmEvent.ONCRMDEALADD, CrmEvent.ONCRMDEALUPDATE, CrmEvent.ONCRMDEALDELETE),
    CONTACT(3, "C", "contact", CrmEvent.ONCRMCONTACTADD, CrmEvent.ONCRMCONTACTUPDATE, CrmEvent.ONCRMCONTACTDELETE),
    COMPANY(4, "CO", "company", CrmEvent.ONCRMCOMPANYADD, CrmEvent.ONCRMCOMPANYUPDATE, CrmEvent.ONCRMCOMPANYDELETE),
    /** Its changes come as those of a smart process (§0.9 [doc]); the code of its timeline is the rule's, not seen. */
    SMART_INVOICE(
            31,
            "SI",
            "smart_invoice",
            CrmEvent.ONCRMDYNAMICITEMADD,
            CrmEvent.ONCRMDYNAMICITEMUPDATE,
            CrmEvent.ONCRMDYNAMICITEMDELETE);

    private static final int FIRST_SMART_PROCESS = 128;

    private final int entityTypeId;
    private final String shortCode;
    private final String timelineCode;
    private final CrmEvent added;
    private final CrmEvent updated;
    private final CrmEvent deleted;

    ItemType(
            int entityTypeId,
            String shortCode,
            String timelineCode,
            CrmEvent added,
            CrmEvent updated,
            CrmEvent deleted) {
        this.entityTypeId = entityTypeId;
        this.shortCode = shortCode;
        this.timelineCode = timelineCode;
        this.added = added;
        this.updated = updated;
        this.deleted = deleted;
    }

    public static ItemType of(long entityTypeId) {
        for (ItemType type : values()) {
            if (type.entityTypeId == entityTypeId) {
                return type;
            }
        }
        throw (entityTypeId >= FIRST_SMART_PROCESS
                        ? RestError.of(400, "NOT_FOUND", "Смарт-процесс не найден")
                        : notSupported())
                .refusal();
    }

    /** By the short code of product rows: D, SI … */
    public static ItemType ofShortCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.shortCode.equals(code))
                .findFirst()
                .orElseThrow(() -> notSupported().refusal());
    }

    public static RestError notSupported() {
        return RestError.of(400, "ENTITY_TYPE_NOT_SUPPORTED", "Тип сущности не поддерживается");
    }

    /** Throws what crm.item.* says of an id that is not there. */
    public static RestRefusal notFound() {
        return RestError.of(400, "NOT_FOUND", "Элемент не найден").refusal();
    }

    public int entityTypeId() {
        return entityTypeId;
    }

    public String shortCode() {
        return shortCode;
    }

    public String timelineCode() {
        return timelineCode;
    }

    /** What the user fields of this kind belong to: CRM_DEAL and so on. */
    public String userFieldEntity() {
        return "CRM_" + name();
    }

    /** Smart invoices share their events with smart processes, so theirs tell the type too (§2.3 [doc]). */
    Change change(CrmEvent event, long id, long actor) {
        return this == SMART_INVOICE
                ? Change.ofDynamicItem(event, id, entityTypeId, actor)
                : Change.of(event, id, actor);
    }

    CrmEvent added() {
        return added;
    }

    CrmEvent updated() {
        return updated;
    }

    CrmEvent deleted() {
        return deleted;
    }
}
