package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.deal.DealFile;
import dev.crm1c.model.deal.FormerFile;
import dev.crm1c.model.port.DealFiles;
import dev.crm1c.model.port.DealFiles.Attachment;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FileDeskTest extends AgainstTheSimulator {
    private static final String MANY = "UF_CRM_FORMS";
    private static final String ONE = "UF_CRM_FORM";
    private static final DealFile PDF = new DealFile("счёт.pdf", "%PDF-1".getBytes(StandardCharsets.UTF_8));

    @Inject
    DealFiles files;

    @Inject
    Bitrix24Client client;

    private CrmRef deal;

    @BeforeEach
    void fillPortal() {
        deal = ref(salesperson.deal("Сделка", 0));
        field("FORMS", "Y");
        field("FORM", "N");
    }

    private void field(String name, String multiple) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters
                .putObject("fields")
                .put("FIELD_NAME", name)
                .put("USER_TYPE_ID", "file")
                .put("MULTIPLE", multiple);
        got(client.call(tenant(), "crm.deal.userfield.add", parameters));
    }

    private String attached(String field, FormerFile former) {
        Attachment attachment = got(files.attach(tenant(), deal, field, PDF, former));
        assertThat(attachment).isInstanceOf(Attachment.Attached.class);
        return ((Attachment.Attached) attachment).fileId();
    }

    private Set<String> held(String field) {
        return got(files.held(tenant(), deal, field));
    }

    @Test
    @DisplayName("bitrix24.md §5.10: files of a multiple field that are not named are deleted, so each is named")
    void files_of_others_stay() {
        String first = attached(MANY, new FormerFile.None());
        String second = attached(MANY, new FormerFile.None());

        assertThat(held(MANY)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_new_version_takes_the_place_of_the_former_one() {
        String others = attached(MANY, new FormerFile.None());
        String first = attached(MANY, new FormerFile.None());

        String second = attached(MANY, new FormerFile.Known(first));

        assertThat(second).isNotEqualTo(first);
        assertThat(held(MANY)).containsExactlyInAnyOrder(others, second);
    }

    @Test
    void a_field_of_one_file_is_overwritten() {
        String first = attached(ONE, new FormerFile.None());
        String second = attached(ONE, new FormerFile.Known(first));

        assertThat(held(ONE)).containsExactly(second);
    }

    @Test
    @DisplayName("bitrix24.md §0.8: after a lost answer the field is read before anything is sent again")
    void a_lost_answer_doubles_no_file() {
        String others = attached(MANY, new FormerFile.None());
        Set<String> before = held(MANY);
        portal.faults().on("crm.item.update").next(1, Fault.committedThenLost());
        assertThat(stopped(files.attach(tenant(), deal, MANY, PDF, new FormerFile.None())))
                .isInstanceOf(Outcome.Later.class);

        String ours = attached(MANY, new FormerFile.PerhapsThere(before));

        assertThat(held(MANY)).containsExactlyInAnyOrder(others, ours);
    }

    @Test
    void a_try_that_left_nothing_is_made_again() {
        String others = attached(MANY, new FormerFile.None());

        String ours = attached(MANY, new FormerFile.PerhapsThere(Set.of(others)));

        assertThat(held(MANY)).containsExactlyInAnyOrder(others, ours);
    }

    @Test
    @DisplayName("bitrix24.md §5.10: base64 without a data: prefix, by the field's own name")
    void a_file_is_sent_as_a_pair_of_name_and_base64() {
        try (StubPortal stub = StubPortal.start()) {
            stub.on("crm.deal.userfield.list", """
                    [{"FIELD_NAME":"UF_CRM_FORMS","MULTIPLE":"Y"}]""");
            stub.on("crm.item.get", """
                    {"item":{"id":7,"UF_CRM_FORMS":[{"id":433,"url":"/x"}]}}""");
            stub.on("crm.item.update", """
                    {"item":{"id":7,"UF_CRM_FORMS":[{"id":433},{"id":434}]}}""");

            assertThat(got(files.attach(stub.tenant(), deal, MANY, PDF, new FormerFile.None())))
                    .isEqualTo(new Attachment.Attached("434"));

            JsonNode sent = stub.calls("crm.item.update").getFirst().parameters();
            assertThat(sent.path("useOriginalUfNames").asText()).isEqualTo("Y");
            assertThat(sent.at("/fields/UF_CRM_FORMS")).isEqualTo(StubPortal.json("""
                            [{"id":433},["счёт.pdf","JVBERi0x"]]"""));
        }
    }

    @Test
    void what_cannot_be_attached_has_a_name() {
        byte[] large = new byte[FileDesk.MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'x');
        var former = new FormerFile.None();

        assertThat(List.of(
                        got(files.attach(tenant(), deal, MANY, new DealFile("a.pdf", large), former)),
                        got(files.attach(tenant(), deal, MANY, new DealFile("a.pdf", new byte[0]), former)),
                        got(files.attach(tenant(), deal, "UF_CRM_NONE", PDF, former)),
                        got(files.attach(tenant(), new CrmRef(CrmKind.DEAL, "404"), MANY, PDF, former))))
                .containsExactly(
                        new Attachment.TooLarge(FileDesk.MOST_BYTES),
                        new Attachment.Empty(),
                        new Attachment.NoSuchField(),
                        new Attachment.DealGone());
    }
}
