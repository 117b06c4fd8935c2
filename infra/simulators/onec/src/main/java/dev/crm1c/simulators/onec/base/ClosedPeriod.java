package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/** The date up to which, and including it, the accountant has closed the books (onec.md §1.7, "period closed"). */
public final class ClosedPeriod {
    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private final AtomicReference<LocalDate> upTo = new AtomicReference<>(LocalDate.MIN);

    public void closeUpTo(LocalDate date) {
        upTo.set(date);
    }

    public void open() {
        upTo.set(LocalDate.MIN);
    }

    void check(Entity document) {
        LocalDate closed = upTo.get();
        if (!document.date().toLocalDate().isAfter(closed)) {
            throw ODataFailure.handler(
                    "ПередЗаписью",
                    "{ОбщийМодуль.ДатыЗапретаИзмененияСлужебный.Модуль(1180)}: Документ от "
                            + RUSSIAN.format(document.date())
                            + " запрещено изменять: данные закрыты для изменения до " + RUSSIAN.format(closed));
        }
    }
}
