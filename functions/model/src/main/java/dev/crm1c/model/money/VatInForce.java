package dev.crm1c.model.money;

import java.time.LocalDate;

/**
 * Which rates Russian law has on a date. The rate belongs to the document's date, never to today.
 * Source: reference "other CRMs and documents", C4 (law 425-ФЗ of 28.11.2025: 22 % from 2026-01-01).
 */
public final class VatInForce {
    private static final LocalDate FROM_20 = LocalDate.of(2019, 1, 1);
    private static final LocalDate FROM_5_AND_7 = LocalDate.of(2025, 1, 1);
    private static final LocalDate FROM_22 = LocalDate.of(2026, 1, 1);

    private VatInForce() {}

    public static boolean on(LocalDate date, VatRate rate) {
        return switch (rate) {
            case VatRate.WithoutVat() -> true;
            case VatRate.Percent(int percent) -> on(date, percent);
            case VatRate.Calculated(int percent) -> on(date, percent);
        };
    }

    private static boolean on(LocalDate date, int percent) {
        return switch (percent) {
            case 5, 7 -> !date.isBefore(FROM_5_AND_7);
            case 18 -> date.isBefore(FROM_20);
            case 20 -> !date.isBefore(FROM_20) && date.isBefore(FROM_22);
            case 22 -> !date.isBefore(FROM_22);
            default -> true;
        };
    }
}
