package dev.crm1c.local.flow;

import static dev.crm1c.local.flow.ApplicationFlow.FORM;
import static dev.crm1c.local.flow.ApplicationFlow.ROBOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.app.Applications.Leaving;
import dev.crm1c.simulators.bitrix24.app.Browser.Page;
import dev.crm1c.simulators.bitrix24.app.RobotRun;
import dev.crm1c.simulators.bitrix24.app.RobotRun.Progress;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our application on a portal, from its installation to its removal, as packaged (bitrix24.md §1.2, §2–3). */
@TestInstance(Lifecycle.PER_CLASS)
class ApplicationIT {
    private static final String OURS = "/crm/bitrix24/demo";
    private static final Duration WELL_UNDER_A_MINUTE = Duration.ofSeconds(20);
    private static final long VISITOR = 12;
    private static final long STRANGER = 13;
    private static final Pattern BUTTON = Pattern.compile(
            "action=\"(?<action>[^\"]+)\".*name=\"permit\" value=\"(?<permit>[^\"]+)\"", Pattern.DOTALL);

    private ApplicationFlow application;
    private Flow flow;
    private Bitrix24Simulator portal;

    @BeforeAll
    void startFlow() throws IOException {
        application = ApplicationFlow.start();
        flow = application.flow();
        portal = flow.world().portal();
    }

    /** Whatever the test before has done to it, the application is freshly installed, on the portal that the tenant file names. */
    @BeforeEach
    void installAnew() throws IOException {
        flow.world().loadTenant();
        application.install();
        flow.portalRests();
    }

    @AfterAll
    void stopFlow() {
        application.close();
    }

    private long pumps(Company company) {
        return flow.deal(
                company, ProductRow.of("Насос", "100", "1").withProduct(501).withVat(22));
    }

    private long pumps() {
        return pumps(flow.company());
    }

    @Test
    void an_event_of_the_application_becomes_an_invoice_and_the_deal_shows_it() {
        Company company = flow.company();
        long deal = pumps(company);
        flow.resetCounters();

        flow.agree(deal);
        flow.settle();

        assertThat(application.told("ONCRMDEALUPDATE"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.body()).contains("access_token"))
                .allSatisfy(call -> assertThat(call.answerStatus()).isEqualTo(200));
        assertThat(flow.invoicesOf(company))
                .singleElement()
                .satisfies(invoice ->
                        assertThat(invoice.path("Posted").asBoolean()).isTrue());
        assertThat(flow.shownNumber(deal)).isNotEmpty();
        assertThat(flow.notes(deal)).singleElement().asString().contains(flow.shownNumber(deal));
        assertThat(application.renewals())
                .as("a token that lives is not renewed")
                .isZero();
    }

    @Test
    void what_the_installation_and_the_set_up_have_made_leaves_nothing_to_make_and_nothing_to_find() {
        JsonNode answer = flow.world().setUpPortal();

        assertThat(answer.path("pieces"))
                .extracting(piece -> piece.path("sort").asText())
                .contains("DEAL_FIELD", "EVENT", "ROBOT", "TAB", "CHANGE_LIST");
        assertThat(answer.path("pieces"))
                .allSatisfy(piece -> assertThat(piece.path("standing").asText())
                        .as(piece.path("name").asText())
                        .isEqualTo("WAS_THERE"));
        assertThat(application.findings()).isEmpty();
    }

    @Test
    void a_robot_sends_a_deal_whose_stage_asks_for_nothing() {
        Company company = flow.company();
        long deal = pumps(company);

        RobotRun run = portal.robots().run(ROBOT, deal);
        flow.settle();

        assertThat(run.progress()).isInstanceOf(Progress.WentOn.class);
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("NEW");
        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.shownNumber(deal)).isNotEmpty();
    }

    @Test
    void a_robot_that_waits_is_told_the_invoices_number() throws Exception {
        long deal = pumps();
        application.robotWaits();

        RobotRun run = portal.robots().run(ROBOT, deal);
        flow.settle();

        assertThat(application.now(run).progress()).isInstanceOfSatisfying(Progress.Answered.class, answered -> {
            assertThat(answered.returnValues().path("state").asText()).isEqualTo("done");
            assertThat(answered.returnValues().path("number").asText())
                    .isNotEmpty()
                    .isEqualTo(flow.shownNumber(deal));
        });
    }

    @Test
    void the_tab_shows_the_invoice_and_its_button_sends_a_deal() throws Exception {
        Company company = flow.company();
        long deal = pumps(company);
        portal.users().demote(VISITOR);

        Page before = portal.openTab(deal, VISITOR).orElseThrow();
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.html()).contains("ещё не передавалась");
        Matcher button = BUTTON.matcher(before.html());
        assertThat(button.find()).isTrue();
        URI pressed = flow.world().cloud().address().resolve(OURS + "/deal-tab").resolve(button.group("action"));
        assertThat(application
                        .post(pressed, FORM, "permit=" + button.group("permit"))
                        .statusCode())
                .isEqualTo(200);
        flow.settle();

        assertThat(flow.invoicesOf(company)).hasSize(1);
        Page after = portal.openTab(deal, VISITOR).orElseThrow();
        assertThat(after.html()).contains("№ " + flow.shownNumber(deal));
        assertThat(after.headers().get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors http://" + portal.address().getAuthority());
    }

    @Test
    void whoever_may_not_see_the_deal_is_not_shown_its_tab() {
        long deal = pumps();
        portal.users().takeCrmFrom(STRANGER);

        Page page = portal.openTab(deal, STRANGER).orElseThrow();

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html()).doesNotContain("permit");
    }

    @Test
    void an_expired_token_is_renewed_once_and_work_goes_on() {
        Company company = flow.company();
        List<Long> deals = List.of(pumps(company), pumps(company), pumps(company));
        flow.resetCounters();
        application.accessTokenExpires();

        deals.forEach(flow::agree);
        flow.settle();
        for (int minutes = 0; minutes < 3 && flow.invoicesOf(company).size() < deals.size(); minutes++) {
            flow.tenMinutesPass();
        }

        assertThat(flow.invoicesOf(company)).hasSameSizeAs(deals);
        assertThat(application.renewals()).isEqualTo(1);
        assertThat(portal.tokens().needlessRefreshes()).isZero();
    }

    @Test
    void an_event_that_was_lost_is_found_in_the_portals_list_of_changes() {
        Company company = flow.company();
        long deal = pumps(company);
        flow.settle();
        portal.events().dropEveryNth(1);
        try {
            flow.agree(deal);
            flow.settle();
        } finally {
            portal.events().dropEveryNth(0);
        }
        assertThat(flow.invoicesOf(company)).isEmpty();

        application.collectChanges();

        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.shownNumber(deal)).isNotEmpty();
    }

    @Test
    void a_portal_that_was_renamed_is_followed() {
        Company company = flow.company();
        long deal = pumps(company);
        flow.settle();
        portal.rename("renamed.portal.example");

        flow.agree(deal);
        flow.settle();

        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.shownNumber(deal)).isNotEmpty();
        assertThat(application.findings()).containsExactly("Moved");
    }

    @Test
    void a_removed_application_is_turned_away_and_its_work_waits_for_the_next_installation() throws Exception {
        Company company = flow.company();
        long deal = pumps(company);
        flow.resetCounters();
        flow.world().base().accountant().lockBase("Обновление конфигурации");
        try {
            flow.agree(deal);
            flow.settle();
            portal.applications().uninstall(flow.world().application().clientId(), Leaving.KEEPING_DATA);
            flow.settle();
        } finally {
            flow.world().base().accountant().unlockBase();
        }
        String event = application.told("ONCRMDEALUPDATE").getFirst().body();

        assertThat(application.answersTo("ONAPPUNINSTALL")).containsExactly(200);
        application.webhookForgets();
        assertThat(flow.call(OURS, FORM, event).statusCode()).isEqualTo(401);
        flow.tenMinutesPass();
        assertThat(flow.invoicesOf(company)).isEmpty();
        assertThat(flow.logs()).contains("CRM_APPLICATION_NOT_INSTALLED");
        assertThat(application.findings()).containsExactly("NotCallable");

        application.install();
        await().alias(
                        "in a second, the pause between two looks at the door, and not when the webhook has forgotten what it knew")
                .atMost(WELL_UNDER_A_MINUTE)
                .until(() -> flow.call(OURS, FORM, event).statusCode() == 200);
        flow.settle();
        assertThat(flow.invoicesOf(company)).hasSize(1);
    }

    /** Each lacks one thing only: what else it brings is good. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a foreign server     |/install |event=ONAPPINSTALL&auth[access_token]={access}&auth[refresh_token]=r&auth[application_token]=t&auth[member_id]={member}&auth[client_endpoint]={portal}rest/&auth[server_endpoint]=http://127.0.0.1:1/rest/",
                "a foreign portal     |/install |event=ONAPPINSTALL&auth[access_token]={access}&auth[refresh_token]=r&auth[application_token]=t&auth[member_id]=other&auth[client_endpoint]=http://other.example/rest/&auth[server_endpoint]={oauth}rest/",
                "nobody's token       |/install |event=ONAPPINSTALL&auth[access_token]=a&auth[refresh_token]=r&auth[application_token]=t&auth[member_id]={member}&auth[client_endpoint]={portal}rest/&auth[server_endpoint]={oauth}rest/",
                "a robot's wrong token|         |document_id[0]=crm&document_id[2]=DEAL_{deal}&use_subscription=Y&event_token=e&auth[member_id]={member}&auth[application_token]=wrong",
                "an event's wrong one |         |event=ONAPPUNINSTALL&data[CLEAN]=1&auth[member_id]={member}&auth[application_token]=wrong",
                "a tab's wrong token  |/deal-tab|PLACEMENT=CRM_DEAL_DETAIL_TAB&PLACEMENT_OPTIONS={\"ID\":\"{deal}\"}&AUTH_ID={access}&APPLICATION_TOKEN=wrong&member_id={member}&SERVER_ENDPOINT={oauth}rest/",
                "a tab's own server   |/deal-tab|PLACEMENT=CRM_DEAL_DETAIL_TAB&PLACEMENT_OPTIONS={\"ID\":\"{deal}\"}&AUTH_ID={access}&APPLICATION_TOKEN={token}&member_id={member}&SERVER_ENDPOINT=http://127.0.0.1:1/rest/",
                "a tab of nobody's    |/deal-tab|PLACEMENT=CRM_DEAL_DETAIL_TAB&PLACEMENT_OPTIONS={\"ID\":\"{deal}\"}&AUTH_ID=a&APPLICATION_TOKEN={token}&member_id={member}&SERVER_ENDPOINT={oauth}rest/"
            })
    void what_is_forged_is_turned_away_and_changes_nothing(String what, String path, String body) throws Exception {
        long deal = pumps();
        flow.resetCounters();
        var before = flow.table();

        int status = flow.call(
                        OURS + (path == null ? "" : path),
                        FORM,
                        body.replace("{access}", application.administratorsToken())
                                .replace("{member}", application.installed("auth[member_id]"))
                                .replace("{token}", flow.world().application().applicationToken())
                                .replace("{portal}", portal.address().toString())
                                .replace("{oauth}", portal.oauthAddress().toString())
                                .replace("{deal}", Long.toString(deal)))
                .statusCode();
        flow.settle();

        assertThat(status).as(what).isEqualTo(401);
        assertThat(flow.table()).as(what).isEqualTo(before);
        assertThat(portal.requestCount()).as(what).isZero();
    }

    @Test
    void logs_and_table_hold_neither_tokens_nor_secrets() {
        long deal = pumps();
        flow.agree(deal);
        flow.settle();

        for (String text : List.of(flow.logs(), flow.table().toString())) {
            assertThat(text)
                    .contains("demo")
                    .doesNotContain(
                            application.installed("auth[access_token]"),
                            application.installed("auth[refresh_token]"),
                            flow.world().application().applicationToken(),
                            flow.world().application().clientSecret());
        }
    }
}
