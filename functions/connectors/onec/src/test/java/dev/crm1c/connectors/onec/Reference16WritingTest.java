package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.ODataClient.Change;
import dev.crm1c.connectors.onec.ODataClient.Creation;
import dev.crm1c.connectors.onec.ODataClient.Posting;
import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.http.PostedByPatch;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.6: writing")
class Reference16WritingTest extends AgainstTheSimulator {

    private UUID invoice() {
        return made(INVOICES, fields().put("Date", "2026-11-21T12:00:00"));
    }

    private String version(UUID invoice) {
        return got(client.find(tenant, object(INVOICES, invoice)))
                .map(ODataClient::version)
                .orElseThrow();
    }

    private boolean posted(UUID invoice) {
        return base.one(INVOICES, invoice).path("Posted").asBoolean();
    }

    @ParameterizedTest
    @EnumSource(RefKeyPolicy.class)
    @DisplayName("§1.6: POST gives the object that 1C made, under our key or under its own")
    void create(RefKeyPolicy policy) {
        start(OneCSettings.defaults().withRefKeyPolicy(policy));
        UUID proposed = new UUID(1, 2);

        Creation creation = got(client.create(
                tenant,
                set(COUNTERPARTIES),
                fields().put("Ref_Key", proposed.toString()).put("Description", "ООО Ветер")));

        assertThat(creation).isInstanceOfSatisfying(Creation.Made.class, made -> {
            assertThat(Field.of(made.object(), "Ref_Key").key().equals(proposed))
                    .isEqualTo(policy == RefKeyPolicy.HONOURED);
            assertThat(Field.of(made.object(), "Code").text()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("§1.6: a key that is taken is an answer, code 15")
    void keyTaken() {
        var object = fields().put("Ref_Key", new UUID(1, 2).toString());

        assertThat(got(client.create(tenant, set(COUNTERPARTIES), object))).isInstanceOf(Creation.Made.class);
        assertThat(got(client.create(tenant, set(COUNTERPARTIES), object))).isEqualTo(new Creation.KeyTaken());
    }

    @Test
    @DisplayName("§1.6: PATCH gives the whole object and changes only what is sent")
    void change() {
        UUID key = made(COUNTERPARTIES, fields().put("Description", "ООО Ветер").put("ИНН", "5001000027"));

        JsonNode changed =
                got(client.change(tenant, object(COUNTERPARTIES, key), fields().put("Description", "АО Ветер")));

        assertThat(Field.of(changed, "Description").text()).isEqualTo("АО Ветер");
        assertThat(Field.of(changed, "ИНН").text()).isEqualTo("5001000027");
    }

    @Test
    @DisplayName("§1.6: DELETE is physical, so the client has no such verb; people's mark is a PATCH")
    void markForDeletion() {
        UUID key = invoice();
        assertThat(Field.of(got(client.markForDeletion(tenant, object(INVOICES, key))), "DeletionMark")
                        .flag())
                .isTrue();
        assertThat(lastRequest().method()).isEqualTo("PATCH");
        assertThat(Stream.of(ODataReads.class, ODataLedger.class, ODataWrites.class)
                        .flatMap(api -> Arrays.stream(api.getMethods()))
                        .map(Method::getName))
                .containsOnly("get", "post", "patch");
    }

    @Test
    @DisplayName("§1.6: a posted document is not marked before it is unposted; a marked one is not posted")
    void markedAndPosted() {
        UUID key = invoice();
        got(client.post(tenant, object(INVOICES, key)));
        assertThat(stopped(client.markForDeletion(tenant, object(INVOICES, key))))
                .isInstanceOf(Outcome.NeedsPeople.class);

        got(client.unpost(tenant, object(INVOICES, key)));
        got(client.markForDeletion(tenant, object(INVOICES, key)));
        assertThat(stopped(client.post(tenant, object(INVOICES, key)))).isInstanceOf(Outcome.NeedsPeople.class);
    }

    @Test
    @DisplayName("§1.6: Post and Unpost answer 200 with nothing, go by POST only, and posting again is no error")
    void postAndUnpost() {
        UUID key = invoice();
        got(client.post(tenant, object(INVOICES, key)));
        got(client.post(tenant, object(INVOICES, key)));
        assertThat(posted(key)).isTrue();
        got(client.unpost(tenant, object(INVOICES, key)));
        assertThat(posted(key)).isFalse();

        assertThat(base.requests())
                .filteredOn(request -> request.path().endsWith("ost"))
                .hasSize(3)
                .allSatisfy(request -> {
                    assertThat(request.method()).isEqualTo("POST");
                    assertThat(request.query()).contains("PostingModeOperational=false");
                });
    }

    @ParameterizedTest
    @EnumSource(PostedByPatch.class)
    @DisplayName(
            "§1.6: PATCH of Posted posts and gives the whole document; where it does not, the document is as it was")
    void postByField(PostedByPatch way) {
        start(OneCSettings.defaults().withPostedByPatch(way));
        UUID key = invoice();

        Posting posting = got(client.postByField(tenant, object(INVOICES, key)));

        if (way == PostedByPatch.POSTS) {
            assertThat(posting)
                    .isInstanceOfSatisfying(
                            Posting.Done.class,
                            done -> assertThat(
                                            Field.of(done.document(), "Number").text())
                                    .isNotEmpty());
        } else {
            assertThat(posting).isEqualTo(new Posting.NotByField());
        }
        assertThat(posted(key)).isEqualTo(way == PostedByPatch.POSTS);
        assertThat(got(client.postByField(tenant, object(INVOICES, new UUID(4, 4)))))
                .isEqualTo(way == PostedByPatch.REFUSED ? new Posting.NotByField() : new Posting.Gone());
    }

    @Test
    @DisplayName("§1.6: 1C runs methods on GET too, so a method is no address that could be read")
    void methodsAreNotRead() {
        assertThat(ODataMethod.class).isNotEqualTo(ODataAddress.class);
        assertThat(Arrays.stream(ODataClient.class.getDeclaredMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(ODataMethod.class))
                        .map(Method::getName))
                .containsExactly("run");
    }

    @Test
    @DisplayName("§1.6: DataVersion is compared just before the write: the same version is written over")
    void unchanged() {
        UUID key = invoice();

        Change change = got(client.changeIfUnchanged(
                tenant, object(INVOICES, key), version(key), fields().put("Комментарий", "наш")));

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Made.class,
                        made -> assertThat(
                                        Field.of(made.object(), "Комментарий").text())
                                .isEqualTo("наш"));
    }

    @Test
    @DisplayName("§1.6: another version is left alone and shown")
    void changedMeanwhile() {
        UUID key = invoice();
        String seen = version(key);
        base.accountant().edit(INVOICES, key, "Комментарий", "бухгалтера");
        base.resetCounters();

        Change change =
                got(client.changeIfUnchanged(tenant, object(INVOICES, key), seen, fields().put("Комментарий", "наш")));

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.ChangedMeanwhile.class,
                        meanwhile -> assertThat(Field.of(meanwhile.current(), "Комментарий")
                                        .text())
                                .isEqualTo("бухгалтера"));
        assertThat(base.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    @DisplayName("§1.6: an object that is gone is said to be gone")
    void gone() {
        assertThat(got(client.changeIfUnchanged(tenant, object(INVOICES, new UUID(4, 4)), "AAAAAAAAAAE=", fields())))
                .isEqualTo(new Change.Gone());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("§1.6 ⚠: a platform that checks If-Match is served too, one that ignores it is not disturbed")
    void ifMatch(boolean checked) {
        start(OneCSettings.defaults().withIfMatchChecked(checked));
        UUID key = invoice();

        assertThat(got(client.changeIfUnchanged(tenant, object(INVOICES, key), version(key), fields())))
                .isInstanceOf(Change.Made.class);
    }

    @Test
    @DisplayName("§1.6 ⚠: 412 between our reading and our writing is a change meanwhile")
    void preconditionFailed() {
        String object = "{\"Ref_Key\":\"" + new UUID(4, 4) + "\",\"DataVersion\":\"AAAAAAAAAAE=\"}";
        try (StandIn standIn = StandIn.answering(
                request -> request.method().equals("GET") ? Answer.json(200, object) : Answer.json(412, ""))) {
            assertThat(got(client.changeIfUnchanged(
                            BaseTenants.at(standIn.publication()),
                            ODataAddress.ofObject(standIn.publication(), INVOICES, new UUID(4, 4)),
                            "AAAAAAAAAAE=",
                            fields())))
                    .isInstanceOf(Change.ChangedMeanwhile.class);
            assertThat(standIn.requests().get(1).header("If-Match")).contains("AAAAAAAAAAE=");
        }
    }

    @Test
    @DisplayName(
            "§1.6: an exception of the configuration's code rolls back, its words go to people without the module's name")
    void handlerException() {
        base.faults().on("POST", INVOICES).always(Fault.handlerException("Не указан ответственный"));

        assertThat(stopped(client.create(tenant, set(INVOICES), fields())))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.OneCSaysNo("Не указан ответственный")));
        assertThat(base.all(INVOICES)).isEmpty();
    }

    @Test
    @DisplayName("§1.6: a row without its number is refused, rows numbered from 1 are taken")
    void rowNumbers() {
        var invoice = fields();
        invoice.putArray("Товары").addObject().put("Содержание", "Кресло");
        assertThat(stopped(client.create(tenant, set(INVOICES), invoice))).isInstanceOf(Outcome.NeedsPeople.class);

        invoice.withArray("Товары").forEach(row -> ((ObjectNode) row).put("LineNumber", 1));
        assertThat(got(client.create(tenant, set(INVOICES), invoice))).isInstanceOf(Creation.Made.class);
    }
}
