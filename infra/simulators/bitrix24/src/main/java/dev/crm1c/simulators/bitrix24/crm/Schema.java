package dev.crm1c.simulators.bitrix24.crm;

import static dev.crm1c.simulators.bitrix24.crm.Field.disabled;
import static dev.crm1c.simulators.bitrix24.crm.Field.of;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.DATE;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.DATETIME;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.FLAG;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.INTEGER;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.MONEY;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.MULTI_FIELDS;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.NULLABLE_REFERENCE;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.REFERENCE;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.REFERENCES;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.STATUS;
import static dev.crm1c.simulators.bitrix24.crm.FieldType.STRING;

import java.util.ArrayList;
import java.util.List;

/** The standard fields of each kind, in the order of the sample answers crm.item.add, crm.deal.get, crm.company.get. */
final class Schema {
    private Schema() {}

    static List<Field> fieldsOf(ItemType type) {
        List<Field> fields = new ArrayList<>();
        fields.add(of("id", "ID", INTEGER).byPortal());
        fields.addAll(
                switch (type) {
                    case DEAL -> deal();
                    case CONTACT -> contact();
                    case COMPANY -> company();
                    case SMART_INVOICE -> invoice();
                });
        fields.addAll(List.of(
                of("utmSource", "UTM_SOURCE", STRING),
                of("utmMedium", "UTM_MEDIUM", STRING),
                of("utmCampaign", "UTM_CAMPAIGN", STRING),
                of("utmContent", "UTM_CONTENT", STRING),
                of("utmTerm", "UTM_TERM", STRING),
                of("observers", "", REFERENCES)));
        if (type != ItemType.CONTACT) {
            fields.add(of("contactIds", "", REFERENCES));
        }
        return List.copyOf(fields);
    }

    private static List<Field> deal() {
        return List.of(
                of("createdTime", "DATE_CREATE", DATETIME).byPortal(),
                disabled("dateCreateShort"),
                of("updatedTime", "DATE_MODIFY", DATETIME).byPortal(),
                disabled("dateModifyShort"),
                of("createdBy", "CREATED_BY_ID", REFERENCE).byPortal(),
                of("updatedBy", "MODIFY_BY_ID", REFERENCE).byPortal(),
                of("assignedById", "ASSIGNED_BY_ID", REFERENCE),
                of("opened", "OPENED", FLAG),
                of("leadId", "LEAD_ID", NULLABLE_REFERENCE).byPortal(),
                of("companyId", "COMPANY_ID", REFERENCE),
                of("contactId", "CONTACT_ID", REFERENCE),
                of("quoteId", "QUOTE_ID", NULLABLE_REFERENCE).byPortal(),
                of("title", "TITLE", STRING),
                disabled("productId"),
                of("categoryId", "CATEGORY_ID", REFERENCE),
                of("stageId", "STAGE_ID", STATUS),
                of("stageSemanticId", "STAGE_SEMANTIC_ID", STRING).byPortal(),
                of("isNew", "IS_NEW", FLAG).byPortal(),
                of("isRecurring", "IS_RECURRING", FLAG),
                of("isReturnCustomer", "IS_RETURN_CUSTOMER", FLAG),
                of("isRepeatedApproach", "IS_REPEATED_APPROACH", FLAG),
                of("closed", "CLOSED", FLAG),
                of("typeId", "TYPE_ID", STATUS),
                of("opportunity", "OPPORTUNITY", MONEY),
                of("isManualOpportunity", "IS_MANUAL_OPPORTUNITY", FLAG),
                of("taxValue", "TAX_VALUE", MONEY),
                of("currencyId", "CURRENCY_ID", STRING),
                of("probability", "PROBABILITY", INTEGER),
                of("comments", "COMMENTS", STRING),
                of("begindate", "BEGINDATE", DATE),
                disabled("begindateShort"),
                of("closedate", "CLOSEDATE", DATE),
                disabled("closedateShort"),
                disabled("eventDate"),
                disabled("eventDateShort"),
                disabled("eventId"),
                disabled("eventDescription"),
                of("locationId", "LOCATION_ID", NULLABLE_REFERENCE),
                disabled("webformId"),
                of("sourceId", "SOURCE_ID", STATUS),
                of("sourceDescription", "SOURCE_DESCRIPTION", STRING),
                of("originatorId", "ORIGINATOR_ID", STRING),
                of("originId", "ORIGIN_ID", STRING),
                of("additionalInfo", "ADDITIONAL_INFO", STRING),
                disabled("searchContent"),
                disabled("orderStage"),
                of("movedBy", "MOVED_BY_ID", REFERENCE).byPortal(),
                of("movedTime", "MOVED_TIME", DATETIME).byPortal(),
                of("lastActivityBy", "LAST_ACTIVITY_BY", REFERENCE).byPortal(),
                of("lastActivityTime", "LAST_ACTIVITY_TIME", DATETIME).byPortal(),
                disabled("isWork"),
                disabled("isWon"),
                disabled("isLose"),
                disabled("receivedAmount"),
                disabled("lostAmount"),
                disabled("hasProducts"));
    }

    private static List<Field> invoice() {
        return List.of(
                of("title", "", STRING),
                of("xmlId", "", STRING),
                of("createdTime", "", DATETIME).byPortal(),
                of("updatedTime", "", DATETIME).byPortal(),
                of("createdBy", "", REFERENCE).byPortal(),
                of("updatedBy", "", REFERENCE).byPortal(),
                of("assignedById", "", REFERENCE),
                of("opened", "", FLAG),
                disabled("webformId"),
                of("begindate", "", DATE),
                of("closedate", "", DATE),
                of("companyId", "", REFERENCE),
                of("contactId", "", REFERENCE),
                of("mycompanyId", "", REFERENCE),
                of("categoryId", "", REFERENCE),
                of("movedTime", "", DATETIME).byPortal(),
                of("movedBy", "", REFERENCE).byPortal(),
                of("stageId", "", STATUS),
                of("previousStageId", "", STATUS).byPortal(),
                of("opportunity", "", MONEY),
                of("isManualOpportunity", "", FLAG),
                of("taxValue", "", MONEY),
                of("currencyId", "", STRING),
                of("sourceId", "", STATUS),
                of("sourceDescription", "", STRING),
                of("comments", "", STRING),
                of("locationId", "", NULLABLE_REFERENCE),
                of("accountNumber", "", STRING),
                of("lastActivityBy", "", REFERENCE).byPortal(),
                of("lastActivityTime", "", DATETIME).byPortal(),
                of("parentId2", "", NULLABLE_REFERENCE),
                of("parentId7", "", NULLABLE_REFERENCE).byPortal());
    }

    private static List<Field> company() {
        List<Field> fields = new ArrayList<>(List.of(
                of("typeId", "COMPANY_TYPE", STATUS),
                of("title", "TITLE", STRING),
                disabled("logo"),
                of("leadId", "LEAD_ID", NULLABLE_REFERENCE).byPortal(),
                of("bankingDetails", "BANKING_DETAILS", STRING),
                of("industry", "INDUSTRY", STATUS),
                of("revenue", "REVENUE", MONEY),
                of("currencyId", "CURRENCY_ID", STRING),
                of("employees", "EMPLOYEES", STATUS),
                of("isMyCompany", "IS_MY_COMPANY", FLAG)));
        fields.addAll(party());
        return fields;
    }

    private static List<Field> contact() {
        List<Field> fields = new ArrayList<>(List.of(
                of("honorific", "HONORIFIC", STRING),
                of("name", "NAME", STRING),
                of("secondName", "SECOND_NAME", STRING),
                of("lastName", "LAST_NAME", STRING),
                disabled("photo"),
                of("post", "POST", STRING),
                of("leadId", "LEAD_ID", NULLABLE_REFERENCE).byPortal(),
                of("typeId", "TYPE_ID", STATUS),
                of("sourceId", "SOURCE_ID", STATUS),
                of("sourceDescription", "SOURCE_DESCRIPTION", STRING),
                of("companyId", "COMPANY_ID", REFERENCE),
                of("birthdate", "BIRTHDATE", DATE),
                of("export", "EXPORT", FLAG)));
        fields.addAll(party());
        return fields;
    }

    /** What a company and a contact have in common. */
    private static List<Field> party() {
        return List.of(
                of("createdTime", "DATE_CREATE", DATETIME).byPortal(),
                of("updatedTime", "DATE_MODIFY", DATETIME).byPortal(),
                of("createdBy", "CREATED_BY_ID", REFERENCE).byPortal(),
                of("updatedBy", "MODIFY_BY_ID", REFERENCE).byPortal(),
                of("assignedById", "ASSIGNED_BY_ID", REFERENCE),
                of("opened", "OPENED", FLAG),
                of("comments", "COMMENTS", STRING),
                of("originatorId", "ORIGINATOR_ID", STRING),
                of("originId", "ORIGIN_ID", STRING),
                of("originVersion", "ORIGIN_VERSION", STRING),
                of("hasPhone", "HAS_PHONE", FLAG).byPortal(),
                of("hasEmail", "HAS_EMAIL", FLAG).byPortal(),
                of("hasImol", "HAS_IMOL", FLAG).byPortal(),
                disabled("address"),
                disabled("searchContent"),
                of("lastActivityBy", "LAST_ACTIVITY_BY", REFERENCE).byPortal(),
                of("lastActivityTime", "LAST_ACTIVITY_TIME", DATETIME).byPortal(),
                of("fm", "", MULTI_FIELDS));
    }
}
