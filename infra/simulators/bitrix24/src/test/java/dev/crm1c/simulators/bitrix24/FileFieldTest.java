package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.9, §5.10: user fields, and files in them")
class FileFieldTest extends WithPortal {

    private static final String FIELD = "UF_CRM_C1_PDF";

    @Override
    PortalSettings settings() {
        return super.settings().withScopes("crm", "userfieldconfig");
    }

    @Test
    @DisplayName("§5.10a a pair of name and base64 goes in, {id, url, urlMachine} comes out, an empty value clears")
    void a_file_goes_in_as_a_pair_and_comes_out_as_an_address() throws Exception {
        long deal = dealWithField("N");
        JsonNode file = write(deal, "['invoice.pdf','UERG']");
        assertThat(Probe.keys(file)).containsExactly("id", "url", "urlMachine");
        assertThat(file.path("urlMachine").asText()).contains("token=");
        assertThat(file.path("url").asText()).doesNotContain("token=");
        JsonNode other = write(deal, "['other.pdf','UERG']");
        assertThat(other.path("id")).isNotEqualTo(file.path("id"));
        assertThat(fetch(file.path("urlMachine").asText(), asBrowser()).statusCode())
                .isEqualTo(404);
        assertThat(write(deal, "''").isNull()).isTrue();
    }

    @Test
    @DisplayName("§5.10a in a multiple field {\"id\"} keeps a file, and one that is not listed is deleted silently")
    void unlisted_files_of_a_multiple_field_are_deleted() throws Exception {
        long deal = dealWithField("Y");
        JsonNode two = write(deal, "[['a.pdf','UERG'],['b.pdf','UERG']]");
        assertThat(two).hasSize(2);
        JsonNode left = write(deal, "[{'id':" + two.path(1).path("id") + "},['c.pdf','UERG']]");
        assertThat(left).hasSize(2);
        assertThat(left.path(0)).isEqualTo(two.path(1));
        assertThat(fetch(two.path(0).path("urlMachine").asText(), asBrowser()).statusCode())
                .isEqualTo(404);
        assertThat(fetch(two.path(1).path("urlMachine").asText(), asBrowser()).statusCode())
                .isEqualTo(200);
        assertThat(write(deal, "[]")).isEmpty();
    }

    @Test
    @DisplayName("§4.1 a download without User-Agent, Accept, Accept-Language and Referer, or the token, is a 404")
    void a_download_wants_the_headers_of_a_browser_and_the_token() throws Exception {
        JsonNode file = write(dealWithField("N"), "['invoice.pdf','UERG']");
        String address = file.path("urlMachine").asText();
        HttpResponse<String> whole = fetch(address, asBrowser());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("PDF");
        for (String missing : List.of("Accept", "Accept-Language", "Referer")) {
            List<String> others =
                    asBrowser().stream().filter(name -> !name.equals(missing)).toList();
            assertThat(fetch(address, others).statusCode()).as(missing).isEqualTo(404);
        }
        assertThat(fetch(file.path("url").asText(), asBrowser()).statusCode()).isEqualTo(404);
        assertThat(fetch(address + "0", asBrowser()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_refused_update_leaves_the_file_where_it_was() throws Exception {
        long deal = dealWithField("N");
        JsonNode file = write(deal, "['invoice.pdf','UERG']");
        rest.call(
                "crm.item.update",
                "{'entityTypeId':2,'id':" + deal + ",'useOriginalUfNames':'Y','fields':{'stageId':'NOWHERE','" + FIELD
                        + "':''}}");
        assertThat(fetch(file.path("urlMachine").asText(), asBrowser()).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§5.9 the prefix is added, 43 characters are the most, a name is given once: ERROR_CORE")
    void names_of_fields_are_checked() throws Exception {
        assertThat(add("company", "C1_CODE").status()).isEqualTo(200);
        assertThat(add("company", "C1_CODE").error()).isEqualTo("ERROR_CORE");
        assertThat(add("contact", "C1_CODE").status()).isEqualTo(200);
        assertThat(add("requisite", "C1_CODE").status()).isEqualTo(200);
        assertThat(add("deal", "A".repeat(36)).status()).isEqualTo(200);
        assertThat(add("deal", "A".repeat(37)).error()).isEqualTo("ERROR_CORE");
        assertThat(add("deal", "small").error()).isEqualTo("ERROR_CORE");
        assertThat(rest.call("crm.company.userfield.list", "{}").result().findValuesAsText("FIELD_NAME"))
                .containsExactly("UF_CRM_C1_CODE");
        assertThat(rest.call("crm.requisite.userfield.add", "{'fields':{'FIELD_NAME':'X','USER_TYPE_ID':'file'}}")
                        .error())
                .isEqualTo("ERROR_CORE");
    }

    @Test
    @DisplayName("§2.3 user fields announce their entity and their name; one is changed, and deleted once")
    void fields_are_announced_changed_and_deleted() throws Exception {
        try (Handler handler = new Handler(200)) {
            portal.events().parallel(1);
            portal.subscribe(
                    handler.address(),
                    Set.of(
                            CrmEvent.ONCRMCOMPANYUSERFIELDADD,
                            CrmEvent.ONCRMCOMPANYUSERFIELDUPDATE,
                            CrmEvent.ONCRMCOMPANYUSERFIELDDELETE));
            long id = add("company", "C1_CODE").result().asLong();
            rest.call("crm.company.userfield.update", "{'id':" + id + ",'fields':{'XML_ID':'code'}}");
            assertThat(rest.call("crm.company.userfield.get", "{'id':" + id + "}")
                            .result()
                            .path("XML_ID")
                            .asText())
                    .isEqualTo("code");
            rest.call("crm.company.userfield.delete", "{'id':" + id + "}");
            assertThat(rest.call("crm.company.userfield.delete", "{'id':" + id + "}")
                            .status())
                    .isEqualTo(400);
            assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(handler.calls()).hasSize(3);
            assertThat(handler.calls().getFirst().body())
                    .contains("%5BENTITY_ID%5D=CRM_COMPANY&data%5BFIELDS%5D%5BFIELD_NAME%5D=UF_CRM_C1_CODE&ts=");
        }
    }

    @Test
    @DisplayName("§5.9 fields are an administrator's business")
    void only_an_administrator_adds_fields() throws Exception {
        portal.users().demote(1);
        assertThat(add("deal", "C1_X").text()).contains("Access denied.");
        assertThat(rest.call("userfieldconfig.list", "{'moduleId':'crm'}").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("§5.9 fields of smart invoices are made by userfieldconfig.add and named UF_{entityId}_…")
    void an_invoice_gets_its_fields_by_userfieldconfig() throws Exception {
        String add = "{'moduleId':'crm','field':{'entityId':'CRM_SMART_INVOICE','fieldName':'%s',"
                + "'userTypeId':'string'}}";
        assertThat(rest.call("userfieldconfig.add", add.formatted("UF_CRM_C1")).status())
                .isEqualTo(400);
        assertThat(rest.call("userfieldconfig.add", add.formatted("UF_CRM_SMART_INVOICE_C1"))
                        .result()
                        .path("field")
                        .path("entityId")
                        .asText())
                .isEqualTo("CRM_SMART_INVOICE");
        assertThat(rest.call(
                                "crm.item.add",
                                "{'entityTypeId':31,'useOriginalUfNames':'Y','fields':{'UF_CRM_SMART_INVOICE_C1':'x'}}")
                        .item()
                        .path("UF_CRM_SMART_INVOICE_C1")
                        .asText())
                .isEqualTo("x");
    }

    private Probe.Seen add(String family, String name) throws Exception {
        return rest.call(
                "crm." + family + ".userfield.add", "{'fields':{'FIELD_NAME':'" + name + "','USER_TYPE_ID':'string'}}");
    }

    private long dealWithField(String multiple) throws Exception {
        rest.call(
                "crm.deal.userfield.add",
                "{'fields':{'FIELD_NAME':'C1_PDF','USER_TYPE_ID':'file','MULTIPLE':'" + multiple + "'}}");
        return person.deal("Сделка", 0);
    }

    private JsonNode write(long deal, String value) throws Exception {
        return rest.call(
                        "crm.item.update",
                        "{'entityTypeId':2,'id':" + deal + ",'useOriginalUfNames':'Y','fields':{'" + FIELD + "':"
                                + value + "}}")
                .item()
                .path(FIELD);
    }

    private static List<String> asBrowser() {
        return List.of("Accept", "Accept-Language", "Referer");
    }

    /** The client of the JDK always names itself in User-Agent. */
    private HttpResponse<String> fetch(String address, List<String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(name -> request.header(name, "x"));
        return rest.client().send(request.build(), BodyHandlers.ofString());
    }
}
