package dev.crm1c.model.fake;

import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One short line for each entry. */
public final class RecordingJournal implements Journal {
    public final List<String> lines = new ArrayList<>();

    @Override
    public void received(ChangeNotice notice) {
        lines.add("received " + notice.subject());
    }

    @Override
    public void ofNoInterest(TenantId tenant, String event) {
        lines.add("of no interest " + event);
    }

    @Override
    public void turnedAway(TenantId tenant, String why) {
        lines.add("turned away " + why);
    }

    @Override
    public void installed(TenantId tenant) {
        lines.add("installed " + tenant);
    }

    @Override
    public void uninstalled(TenantId tenant) {
        lines.add("uninstalled " + tenant);
    }

    @Override
    public void rehearsed(TenantId tenant, CrmRef deal, List<String> plan) {
        lines.add("rehearsed " + deal + " " + String.join("; ", plan));
    }

    @Override
    public void settled(ChangeNotice notice, Outcome outcome) {
        lines.add("settled " + notice.subject() + " " + outcome.getClass().getSimpleName());
    }

    @Override
    public void buried(String messageId) {
        lines.add("buried " + messageId);
    }

    @Override
    public void broke(String messageId, RuntimeException cause) {
        lines.add("broke " + messageId + " " + cause.getClass().getSimpleName());
    }

    @Override
    public void woken(int count) {
        lines.add("woken " + count);
    }

    @Override
    public void examined(TenantId tenant, Diagnosis diagnosis) {
        lines.add("examined " + tenant
                + diagnosis.findings().stream()
                        .map(finding -> " " + finding.code())
                        .collect(Collectors.joining()));
    }

    @Override
    public void examined(TenantId tenant, PortalDiagnosis diagnosis) {
        lines.add("examined portal of " + tenant
                + diagnosis.findings().stream()
                        .map(finding -> " " + finding.code())
                        .collect(Collectors.joining()));
    }
}
