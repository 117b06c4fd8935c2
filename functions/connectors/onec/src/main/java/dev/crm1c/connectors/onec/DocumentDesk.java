package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.ODataClient.Creation;
import dev.crm1c.connectors.onec.ODataClient.Posting;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders, invoices, realizations, acts, tax invoices: written, posted, read, found again. */
@ApplicationScoped
class DocumentDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final ItemCatalogue items;

    DocumentDesk(ODataClient client, ProfileShelf profiles, ItemCatalogue items) {
        this.client = client;
        this.profiles = profiles;
        this.items = items;
    }

    Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed) {
        DocumentForm form = form(tenant, draft.kind());
        OneCBase base = draft.parties().base();
        return filled(tenant, form, draft).then(object -> {
            object.put("Ref_Key", proposed.uuid().toString());
            return client.create(
                            tenant,
                            ODataAddress.ofSet(
                                    tenant.onec().address(), form.section().set()),
                            object)
                    .then(creation -> switch (creation) {
                        case Creation.Made(JsonNode made) -> client.afterWrite(sheet(tenant, form, made, base));
                        case Creation.KeyTaken() ->
                            read(tenant, base, new OneCRef(draft.kind(), proposed.uuid()))
                                    .then(this::present);
                    });
        });
    }

    Reply<DocumentSheet> change(Tenant tenant, OneCRef document, DocumentDraft draft) {
        DocumentForm form = form(tenant, draft.kind());
        return filled(tenant, form, draft)
                .then(object -> client.change(tenant, address(tenant, document), object))
                .then(changed -> client.afterWrite(
                        sheet(tenant, form, changed, draft.parties().base())));
    }

    private Reply<ObjectNode> filled(Tenant tenant, DocumentForm form, DocumentDraft draft) {
        return particulars(tenant, form, draft).then(particulars -> form.fill(draft, particulars));
    }

    private Reply<Particulars> particulars(Tenant tenant, DocumentForm form, DocumentDraft draft) {
        if (draft.content() instanceof Content.Over(OneCRef basis, var _) && form.showsVatOfBasis()) {
            return read(tenant, draft.parties().base(), basis)
                    .then(this::present)
                    .map(sheet -> new Particulars(Map.of(), sheet.vat()));
        }
        return form.sortsLines()
                ? items.traits(tenant, draft.lines()).map(traits -> new Particulars(traits, Money.ZERO))
                : Reply.of(Particulars.NONE);
    }

    private Reply<DocumentSheet> sheet(Tenant tenant, DocumentForm form, JsonNode object, OneCBase base) {
        return form.sumIsThatOf(object)
                .map(basis -> read(tenant, base, basis).then(this::present).map(DocumentSheet::total))
                .orElseGet(() -> Reply.of(form.ownTotal(object)))
                .map(total -> form.sheet(object, total, base));
    }

    /** What is posted already has to be posted anew, which its field cannot say. */
    Reply<DocumentOnFile> post(Tenant tenant, OneCBase base, DocumentSheet written) {
        return switch (written.state()) {
            case UNPOSTED -> postByField(tenant, base, written.ref());
            case POSTED, MARKED_FOR_DELETION -> postByMethod(tenant, base, written.ref());
        };
    }

    private Reply<DocumentOnFile> postByField(Tenant tenant, OneCBase base, OneCRef document) {
        return client.postByField(tenant, address(tenant, document)).then(posting -> switch (posting) {
            case Posting.Done(JsonNode object) -> onFile(tenant, base, document, object);
            case Posting.NotByField() -> postByMethod(tenant, base, document);
            case Posting.Gone() -> Reply.of(new DocumentOnFile.Missing());
        });
    }

    private Reply<DocumentOnFile> postByMethod(Tenant tenant, OneCBase base, OneCRef document) {
        return client.post(tenant, address(tenant, document)).then(_ -> read(tenant, base, document));
    }

    Reply<DocumentOnFile> read(Tenant tenant, OneCBase base, OneCRef document) {
        return client.find(tenant, address(tenant, document))
                .then(found -> found.map(object -> onFile(tenant, base, document, object))
                        .orElseGet(() -> Reply.of(new DocumentOnFile.Missing())));
    }

    private Reply<DocumentOnFile> onFile(Tenant tenant, OneCBase base, OneCRef document, JsonNode object) {
        return sheet(tenant, form(tenant, document.kind()), object, base).map(DocumentOnFile.Found::new);
    }

    Reply<List<OneCRef>> find(Tenant tenant, OneCKind kind, Marker marker, LocalDate since) {
        Section section = profiles.of(tenant).section(kind);
        Section mark = section.inner("marker");
        ODataFilter marked = switch (mark.text("says")) {
            case "$marker" -> ODataFilter.contains(mark.text("field"), marker.text());
            case "$markerNumber" -> ODataFilter.equal(mark.text("field"), marker.number());
            default -> throw new IllegalStateException("the profile marks with " + mark.text("says"));
        };
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.all(List.of(ODataFilter.notBefore("Date", since.atStartOfDay()), marked)))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(object ->
                                new OneCRef(kind, Field.of(object, "Ref_Key").key()))
                        .toList());
    }

    /** The web client's address of an object: the key's groups stand in 1C's own order, last group first, without hyphens. */
    String linkTo(Tenant tenant, OneCRef document) {
        String[] groups = document.key().toString().split("-");
        String reference = groups[3] + groups[4] + groups[2] + groups[1] + groups[0];
        String opens = profiles.of(tenant).section(document.kind()).text("opens");
        return tenant.onec().address() + "/#e1cib/data/" + opens + "?ref=" + reference;
    }

    private Reply<DocumentSheet> present(DocumentOnFile onFile) {
        return switch (onFile) {
            case DocumentOnFile.Found(DocumentSheet sheet) -> Reply.of(sheet);
            case DocumentOnFile.Missing() ->
                Reply.askPeople(new Problem.OneCSaysNo("документ с нашим ключом и есть в базе, и не находится"));
        };
    }

    private DocumentForm form(Tenant tenant, OneCKind kind) {
        return new DocumentForm(kind, profiles.of(tenant));
    }

    private ODataAddress address(Tenant tenant, OneCRef document) {
        Section section = profiles.of(tenant).section(document.kind());
        return ODataAddress.ofObject(tenant.onec().address(), section.set(), document.key());
    }
}
