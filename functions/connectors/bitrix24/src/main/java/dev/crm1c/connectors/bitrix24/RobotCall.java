package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.Bitrix24Webhook.Told;
import dev.crm1c.connectors.bitrix24.PhpForm.Parsed.Fields;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.CrmWebhook.RobotWaits;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our robot on the portal has come to its step with a document. Source: reference "bitrix24", 3.1. */
final class RobotCall {
    private static final String MODULE = "document_id[0]";
    private static final String DOCUMENT = "document_id[2]";
    private static final Pattern DEAL = Pattern.compile("DEAL_([1-9][0-9]{0,17})");
    /** The id is the digits after the last underscore: {@code DYNAMIC_1032_4}, {@code SMART_INVOICE_3}. */
    private static final Pattern OTHER = Pattern.compile("(.{1,100})_[0-9]{1,18}", Pattern.DOTALL);
    /** Visible ASCII: the token goes to the table, and back to the portal as it came. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,2000}");

    private RobotCall() {}

    static boolean isOne(Fields fields) {
        return !fields.get(DOCUMENT).isEmpty();
    }

    static Told read(Fields fields) {
        String document = fields.get(DOCUMENT);
        Matcher deal = DEAL.matcher(document);
        if (fields.get(MODULE).equals("crm") && deal.matches()) {
            return asked(new CrmRef(CrmKind.DEAL, deal.group(1)), fields);
        }
        Matcher other = OTHER.matcher(document);
        return other.matches() && !other.group(1).equals("DEAL")
                ? Bitrix24Event.ofNoInterest("ROBOT." + other.group(1))
                : new Told.Nothing("в поле document_id нет номера сделки");
    }

    private static Told asked(CrmRef deal, Fields fields) {
        if (waitsNot(fields)) {
            return new Told.That(new Happening.Asked(deal, new RobotWaits.No()));
        }
        String token = fields.get("event_token");
        return TOKEN.matcher(token).matches()
                ? new Told.That(new Happening.Asked(deal, new RobotWaits.For(token)))
                : new Told.Nothing("робот ждёт ответа, но в поле event_token нет того, чем ему ответить");
    }

    /** Only a plain N does not wait; nothing at all waits. */
    private static boolean waitsNot(Fields fields) {
        return fields.get("use_subscription").equals("N");
    }
}
