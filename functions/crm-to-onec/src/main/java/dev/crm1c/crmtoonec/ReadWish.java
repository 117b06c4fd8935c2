package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms.Lost;
import dev.crm1c.model.tenant.Terms.Mode;
import dev.crm1c.model.tenant.Terms.Won;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells from a deal's stage, age and end what is wanted of 1C. Nothing begins with a deal that is closed, old or somebody's trial. */
@ApplicationScoped
class ReadWish {
    private final WithdrawDocuments documents;

    ReadWish(WithdrawDocuments documents) {
        this.documents = documents;
    }

    DealWish of(Tenant tenant, Deal deal, Work work) {
        return switch (tenant.terms().admission().on(deal.head())) {
            case TOO_OLD -> new DealWish.Nothing(Because.TOO_OLD);
            case TEST -> new DealWish.Nothing(Because.TEST_DEAL);
            case ADMITTED ->
                switch (deal.head().phase()) {
                    case OPEN -> open(tenant, deal, work);
                    case WON -> won(tenant, deal, work);
                    case LOST -> lost(tenant, deal);
                    case TEMPLATE -> new DealWish.Nothing(Because.TEMPLATE);
                };
        };
    }

    private static DealWish open(Tenant tenant, Deal deal, Work work) {
        return scenario(tenant, deal, work)
                .<DealWish>map(DealWish.Documents::new)
                .orElseGet(() -> switch (work.asking()) {
                    case NOBODY -> new DealWish.Nothing(Because.NO_SCENARIO);
                    case PEOPLE ->
                        new DealWish.Question(
                                new Problem.NoScenarioForPipeline(deal.stage().pipeline()));
                });
    }

    /** What has begun goes on: a delivery may well belong to the last stage. */
    private DealWish won(Tenant tenant, Deal deal, Work work) {
        Optional<Scenario> scenario = scenario(tenant, deal, work);
        if (documents.hasStanding(tenant, deal.ref())) {
            return scenario.<DealWish>map(DealWish.Documents::new)
                    .orElseGet(() -> new DealWish.Nothing(Because.NO_SCENARIO));
        }
        boolean ofInterest = scenario.isPresent()
                || tenant.scenarioOf(deal.stage().pipeline()).isPresent();
        return ofInterest && tenant.terms().won() == Won.TELL
                ? new DealWish.Word(new Problem.WonWithoutDocuments(), Because.CLOSED)
                : new DealWish.Nothing(Because.CLOSED);
    }

    private DealWish lost(Tenant tenant, Deal deal) {
        boolean takeBack =
                tenant.terms().lost() == Lost.WITHDRAW && tenant.terms().mode() == Mode.LIVE;
        return takeBack && documents.hasAny(tenant, deal.ref())
                ? new DealWish.Withdrawal()
                : new DealWish.Nothing(Because.CLOSED);
    }

    /** That of its stage; else the one that was begun and that it moved on from before all was done; else what people asked for. */
    private static Optional<Scenario> scenario(Tenant tenant, Deal deal, Work work) {
        return tenant.scenarioAt(deal.stage()).or(() -> begun(tenant, work)).or(() -> switch (work.asking()) {
            case NOBODY -> Optional.empty();
            case PEOPLE -> tenant.scenarioOf(deal.stage().pipeline());
        });
    }

    private static Optional<Scenario> begun(Tenant tenant, Work work) {
        return switch (work.errand()) {
            case Errand.None() -> Optional.empty();
            case Errand.Unfinished(StageRef begunAt) -> tenant.scenarioAt(begunAt);
        };
    }
}
