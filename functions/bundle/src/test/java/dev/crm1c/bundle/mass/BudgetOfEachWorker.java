package dev.crm1c.bundle.mass;

import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.portal.Pace;
import io.quarkus.test.Mock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Workers are processes that share the table and nothing else, so each thread here has a budget of production's class to itself. */
@Mock
@Singleton
class BudgetOfEachWorker implements RequestBudget {
    private final BeanManager beans;
    private ThreadLocal<RequestBudget> own;

    BudgetOfEachWorker(BeanManager beans) {
        this.beans = beans;
    }

    @PostConstruct
    void findTheRealOne() {
        Bean<?> real = beans.getBeans(RequestBudget.class).stream()
                .filter(bean -> !bean.isAlternative())
                .findFirst()
                .orElseThrow();
        own = ThreadLocal.withInitial(() -> created(real));
    }

    private <T> RequestBudget created(Bean<T> real) {
        return (RequestBudget) real.create(beans.createCreationalContext(real));
    }

    @Override
    public Grant take(String portal, Pace pace, Set<String> methods) {
        return own.get().take(portal, pace, methods);
    }

    @Override
    public void refuseUntil(String portal, Pace pace, Instant until) {
        own.get().refuseUntil(portal, pace, until);
    }

    @Override
    public void closeUntil(String portal, String method, Instant until) {
        own.get().closeUntil(portal, method, until);
    }
}
