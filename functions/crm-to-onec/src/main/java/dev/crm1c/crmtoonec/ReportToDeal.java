package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.TellDeal.Told;
import dev.crm1c.crmtoonec.WithdrawDocuments.Withdrawn;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.deal.Telling.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts into words and fields how a deal stands: an entry for each document, and one for what people have to do or wait for. */
@ApplicationScoped
class ReportToDeal {
    private static final StageMove STAY = new StageMove.Stay();

    private final OneC oneC;
    private final TellDeal tellDeal;

    ReportToDeal(OneC oneC, TellDeal tellDeal) {
        this.oneC = oneC;
        this.tellDeal = tellDeal;
    }

    Reply<Told> documents(Tenant tenant, Crm crm, Work work, List<IssuedDocument> documents) {
        var texts = new HashMap<NoteSlot, String>();
        for (IssuedDocument document : documents) {
            texts.put(
                    document.slot(),
                    Wording.document(
                            document,
                            basisOf(document, documents),
                            oneC.linkTo(tenant, document.document().ref())));
        }
        Map<DealField, String> fields = DealFields.of(
                documents,
                work.notes().keySet(),
                document -> oneC.linkTo(tenant, document.document().ref()));
        return tellDeal.tell(tenant, crm, work, new Message(texts, Set.of(NoteSlot.STATUS), fields, STAY));
    }

    /** An invoice stands over the order, a tax invoice over what was written just before it. */
    private static Optional<IssuedDocument> basisOf(IssuedDocument document, List<IssuedDocument> all) {
        return switch (document.kind()) {
            case INVOICE, REALIZATION, ACT ->
                all.stream().filter(one -> one.kind() == OneCKind.ORDER).findFirst();
            case TAX_INVOICE -> Optional.of(all.get(all.indexOf(document) - 1));
            default -> Optional.empty();
        };
    }

    Reply<Told> problems(Tenant tenant, Crm crm, Work work, List<Problem> problems, StageMove move) {
        String text = Wording.problems(problems, new Places(tenant, crm, work.subject()), move);
        return tellDeal.tell(tenant, crm, work, status(text, State.NEEDS_PEOPLE, move));
    }

    /** Nothing to be mended before anything can go on: just so that people know. */
    Reply<Told> word(Tenant tenant, Crm crm, Work work, Problem problem) {
        String text = Wording.problems(List.of(problem), new Places(tenant, crm, work.subject()));
        return tellDeal.tell(tenant, crm, work, new Message(Map.of(NoteSlot.STATUS, text), Set.of(), Map.of(), STAY));
    }

    /** What was asked of people is nobody's business any more. */
    Reply<Told> nothingMore(Tenant tenant, Crm crm, Work work) {
        return tellDeal.tell(
                tenant, crm, work, new Message(Map.of(), Set.of(NoteSlot.STATUS), Map.of(DealField.STATE, ""), STAY));
    }

    Reply<Told> waiting(Tenant tenant, Crm crm, Work work, String words) {
        return tellDeal.tell(tenant, crm, work, status(words, State.WAITS_FOR_1C, STAY));
    }

    Reply<Told> rehearsal(Tenant tenant, Crm crm, Work work, Rehearsal rehearsal) {
        String text = Wording.rehearsal(rehearsal, new Places(tenant, crm, work.subject()));
        return tellDeal.tell(tenant, crm, work, status(text, State.REHEARSED, STAY));
    }

    Reply<Told> withdrawn(Tenant tenant, Crm crm, Work work, List<Withdrawn> documents) {
        var texts = new HashMap<NoteSlot, String>();
        for (Withdrawn document : documents) {
            texts.put(
                    NoteSlot.of(document.kind()),
                    Wording.withdrawn(
                            document.kind(),
                            document.link().facts(),
                            oneC.linkTo(tenant, document.link().ref())));
        }
        return tellDeal.tell(
                tenant,
                crm,
                work,
                new Message(texts, Set.of(NoteSlot.STATUS), Map.of(DealField.STATE, State.WITHDRAWN.words()), STAY));
    }

    private static Message status(String text, State state, StageMove move) {
        return new Message(Map.of(NoteSlot.STATUS, text), Set.of(), Map.of(DealField.STATE, state.words()), move);
    }
}
