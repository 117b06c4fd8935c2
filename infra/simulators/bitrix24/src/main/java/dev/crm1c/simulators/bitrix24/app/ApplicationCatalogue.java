package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import java.util.Set;

/** The names under which applications reach what is theirs. */
final class ApplicationCatalogue {
    private static final Set<String> ANY = Set.of();
    private static final Set<String> BIZPROC = Set.of("bizproc");
    private static final Set<String> PLACEMENT = Set.of("placement");

    private ApplicationCatalogue() {}

    static MethodCatalogue add(
            MethodCatalogue catalogue,
            HostMethods host,
            EventMethods events,
            OfflineMethods offline,
            RobotMethods robots,
            PlacementMethods placements) {
        return server(catalogue, host)
                .with("feature.get", ANY, host::feature)
                .forApplications("events", ANY, events::events)
                .forApplications("event.bind", ANY, events::bind)
                .forApplications("event.unbind", ANY, events::unbind)
                .forApplications("event.get", ANY, events::get)
                .forApplications("event.test", ANY, events::test)
                .forApplications("event.offline.get", ANY, offline::get)
                .forApplications("event.offline.list", ANY, offline::list)
                .forApplications("event.offline.clear", ANY, offline::clear)
                .forApplications("event.offline.error", ANY, offline::error)
                .forApplications("bizproc.robot.add", BIZPROC, robots::add)
                .forApplications("bizproc.robot.update", BIZPROC, robots::update)
                .forApplications("bizproc.robot.delete", BIZPROC, robots::delete)
                .forApplications("bizproc.robot.list", BIZPROC, robots::list)
                .forApplications("bizproc.event.send", BIZPROC, robots::send)
                .forApplications("bizproc.activity.log", BIZPROC, robots::log)
                .forApplications("placement.bind", PLACEMENT, placements::bind)
                .forApplications("placement.unbind", PLACEMENT, placements::unbind)
                .forApplications("placement.get", PLACEMENT, placements::get)
                .forApplications("placement.list", PLACEMENT, placements::list);
    }

    /** What the OAuth host answers below its server_endpoint. */
    static MethodCatalogue server(MethodCatalogue catalogue, HostMethods host) {
        return catalogue.forApplications("app.info", ANY, host::info);
    }
}
