package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class JournalOfLogsTest {
    @Inject
    Journal journal;

    private final Ear ear = new Ear();

    private static final class Ear extends Handler {
        private final List<ExtLogRecord> heard = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            ExtLogRecord line = ExtLogRecord.wrap(record);
            line.copyMdc();
            heard.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("crm1c").addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("crm1c").removeHandler(ear);
    }

    @Test
    void a_rehearsal_is_one_line_with_the_deal_and_the_plan() {
        journal.rehearsed(
                DemoTenant.ID, new CrmRef(CrmKind.DEAL, "8061"), List.of("counterparty FOUND", "invoice 6775.72"));

        assertThat(ear.heard).singleElement().satisfies(line -> {
            assertThat(line.getMessage()).isEqualTo("rehearsed");
            assertThat(line.getMdc("tenant")).isEqualTo("demo");
            assertThat(line.getMdc("kind")).isEqualTo("deal");
            assertThat(line.getMdc("id")).isEqualTo("8061");
            assertThat(line.getMdc("plan")).isEqualTo("counterparty FOUND; invoice 6775.72");
        });
    }
}
