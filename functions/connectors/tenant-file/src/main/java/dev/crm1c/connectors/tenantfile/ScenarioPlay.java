package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How the scenarios of one pipeline go together. */
final class ScenarioPlay {
    private final Faults faults;
    private final List<Scene> scenes = new ArrayList<>();

    private record Scene(Said said, Scenario scenario) {}

    ScenarioPlay(Faults faults) {
        this.faults = faults;
    }

    void add(Said said, Scenario scenario) {
        scenes.add(new Scene(said, scenario));
    }

    List<Scenario> scenarios() {
        for (Scene scene : scenes) {
            findDeliveryOfNothing(scene);
            findStageTakenTwice(scene);
            findMovingInCircles(scene);
        }
        return scenes.stream().map(Scene::scenario).toList();
    }

    private void findDeliveryOfNothing(Scene scene) {
        boolean agreed = inPipelineOf(scene).stream().anyMatch(other -> other.scenario.aim() instanceof Aim.Agree);
        if (!agreed) {
            faults.add(
                    scene.said.at("when").at("pipeline"),
                    "отгружать нечего: для этой воронки нет сценария, который выставляет счёт");
        }
    }

    /** Of two agreements at one stage the first counts, as it always did; of an agreement and a delivery nobody could say which was meant. */
    private void findStageTakenTwice(Scene scene) {
        boolean taken = inPipelineOf(scene).stream()
                .takeWhile(other -> other != scene)
                .filter(other -> !other.scenario
                        .aim()
                        .getClass()
                        .equals(scene.scenario.aim().getClass()))
                .anyMatch(other -> !Collections.disjoint(other.scenario.stages(), scene.scenario.stages()));
        if (taken) {
            faults.add(scene.said.at("when").at("stage"), "на этой стадии уже работает другой сценарий этой воронки");
        }
    }

    /** Where a deal that is set back begins the same again. */
    private void findMovingInCircles(Scene scene) {
        var passed = new HashSet<Scene>();
        Optional<Scene> next = afterProblem(scene);
        while (next.isPresent() && passed.add(next.get())) {
            if (next.get() == scene) {
                faults.add(
                        scene.said.at("onProblem").at("moveTo"),
                        "отсюда сделка вернётся в этот же сценарий и будет ходить по кругу: укажите другую стадию");
                return;
            }
            next = afterProblem(next.get());
        }
    }

    private Optional<Scene> afterProblem(Scene scene) {
        return switch (scene.scenario.onProblem()) {
            case OnProblem.Stay() -> Optional.empty();
            case OnProblem.MoveTo(String stage) ->
                inPipelineOf(scene).stream()
                        .filter(other -> other.scenario.stages().contains(stage))
                        .findFirst();
        };
    }

    private List<Scene> inPipelineOf(Scene scene) {
        return scenes.stream()
                .filter(other -> other.scenario.pipeline().equals(scene.scenario.pipeline()))
                .toList();
    }
}
