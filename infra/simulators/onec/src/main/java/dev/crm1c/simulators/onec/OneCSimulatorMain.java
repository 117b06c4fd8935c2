package dev.crm1c.simulators.onec;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a demo base until it is stopped. Environment: {@code HOST}, {@code PORT}, {@code ONEC_USER},
 * {@code ONEC_PASSWORD}, {@code REF_KEY_POLICY}, {@code CONFIG} (accounting-3, trade-11 or erp-2).
 */
public final class OneCSimulatorMain {
    private OneCSimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        OneCSettings settings = settings(System.getenv());
        try (OneCSimulator simulator = OneCSimulator.start(settings)) {
            DemoBase.seed(simulator.accountant());
            System.out.println("1C OData: " + simulator.address() + "/odata/standard.odata  user "
                    + settings.login().user());
            new CountDownLatch(1).await();
        }
    }

    static OneCSettings settings(Map<String, String> environment) {
        OneCSettings defaults = OneCSettings.of(environment.getOrDefault("CONFIG", "accounting-3"));
        String host = environment.getOrDefault("HOST", defaults.place().host());
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8081"));
        return defaults.withPlace(host, port, defaults.place().publication())
                .withLogin(
                        environment.getOrDefault("ONEC_USER", defaults.login().user()),
                        environment.getOrDefault(
                                "ONEC_PASSWORD", defaults.login().password()))
                .withRefKeyPolicy(RefKeyPolicy.valueOf(environment.getOrDefault(
                        "REF_KEY_POLICY", defaults.keys().policy().name())));
    }
}
