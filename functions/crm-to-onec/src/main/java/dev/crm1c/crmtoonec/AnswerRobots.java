package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.RobotAnswer.State;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.RobotCalls;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the robots go on that stand still since they asked for a deal. While the deal is on its way to 1C they go on standing. */
@ApplicationScoped
class AnswerRobots {
    private final RobotCalls calls;

    AnswerRobots(RobotCalls calls) {
        this.calls = calls;
    }

    /** The deal's own outcome; or why a robot could not be answered, so that the next look tries again. */
    Outcome after(Outcome outcome, Tenant tenant, Crm crm, CrmRef deal) {
        return switch (outcome) {
            case Outcome.Later later -> later;
            case Outcome.Applied(String number) ->
                answered(outcome, tenant, crm, deal, new RobotAnswer(State.DONE, number, "Передано в 1С: № " + number));
            case Outcome.Unchanged(Outcome.Because because) -> answered(outcome, tenant, crm, deal, unchanged(because));
            case Outcome.NeedsPeople _ ->
                answered(
                        outcome,
                        tenant,
                        crm,
                        deal,
                        new RobotAnswer(
                                State.NEEDS_PEOPLE, "", "В 1С пока не передано: что нужно сделать, сказано в сделке"));
            case Outcome.Refused _ ->
                answered(outcome, tenant, crm, deal, new RobotAnswer(State.NOT_FOR_1C, "", "В 1С не передаётся"));
        };
    }

    static RobotAnswer unchanged(Outcome.Because because) {
        return switch (because) {
            case SAME_AS_WRITTEN, ALREADY_SEEN -> new RobotAnswer(State.DONE, "", "В 1С уже всё так, как в сделке");
            case GONE -> new RobotAnswer(State.NOT_FOR_1C, "", "Такой сделки нет");
            case TOO_OLD -> new RobotAnswer(State.NOT_FOR_1C, "", "Сделка создана раньше, чем начался обмен с 1С");
            case TEST_DEAL -> new RobotAnswer(State.NOT_FOR_1C, "", "Тестовая сделка в 1С не передаётся");
            case TEMPLATE -> new RobotAnswer(State.NOT_FOR_1C, "", "Шаблон регулярной сделки в 1С не передаётся");
            case CLOSED -> new RobotAnswer(State.NOT_FOR_1C, "", "Сделка закрыта: в 1С по ней ничего не создаётся");
            case REHEARSED ->
                new RobotAnswer(State.NOT_FOR_1C, "", "Пробный режим: план записан в сделку, в 1С ничего не создано");
            case WITHDRAWN -> new RobotAnswer(State.DONE, "", "Сделка проиграна: документы в 1С отменены");
            case NO_SCENARIO, NOT_FOLLOWED, LIST_EMPTIED, BOUND, NOBODY_WAITS, WOKE_OTHERS ->
                new RobotAnswer(State.NOT_FOR_1C, "", "В 1С не передаётся");
        };
    }

    private Outcome answered(Outcome outcome, Tenant tenant, Crm crm, CrmRef deal, RobotAnswer answer) {
        for (String token : calls.unanswered(tenant.id(), deal)) {
            switch (crm.answerRobot(tenant, token, answer)) {
                case Reply.Stopped<Crm.Answered>(Outcome stopped) -> {
                    return stopped;
                }
                case Reply.Got<Crm.Answered> _ -> calls.answered(tenant.id(), deal, token);
            }
        }
        return outcome;
    }
}
