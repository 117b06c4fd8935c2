package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.port.CrmPeople;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Things to do and notices. Source: reference "bitrix24", 4.7 and 5.11. */
@ApplicationScoped
class PeopleDesk implements CrmPeople {
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    /** Whoever calls by a webhook and names a tag has to say who he is; an application may. */
    private static final String CLIENT = "crm1c";

    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    PeopleDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    @Override
    public Reply<String> remind(Tenant tenant, CrmRef about, Reminder reminder) {
        return ownerType(about).then(ownerType -> add(tenant, ownerType, about, reminder));
    }

    private Reply<String> add(Tenant tenant, String ownerType, CrmRef about, Reminder reminder) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("todo", "crm.activity.todo.add")
                .with("ownerTypeId", ownerType)
                .with("ownerId", about.id())
                .with("deadline", WIRE.format(reminder.deadline().atOffset(ZoneOffset.UTC)))
                .with("title", reminder.title())
                .with("description", reminder.description())
                .with("responsibleId", reminder.responsible().id());
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "todo"))
                .then(made -> answers.id(text(made, "id")));
    }

    /** The portal keeps whole seconds. */
    @Override
    public Reply<Optional<String>> find(Tenant tenant, CrmRef about, Instant deadline) {
        var due = Optional.of(deadline.truncatedTo(ChronoUnit.SECONDS));
        return ownerType(about)
                .then(ownerType -> lists.all(
                        tenant,
                        ListQuery.of("crm.activity.list", "")
                                .with("filter[OWNER_TYPE_ID]", ownerType)
                                .with("filter[OWNER_ID]", about.id())
                                .with("filter[PROVIDER_ID]", "CRM_TODO")
                                .withEach("select", List.of("ID", "DEADLINE"))
                                .with("order[ID]", "DESC")))
                .map(found -> found.stream()
                        .filter(todo -> instant(text(todo, "DEADLINE")).equals(due))
                        .map(todo -> text(todo, "ID"))
                        .findFirst());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * The methods made for things to do have none that ticks one off, so the elder one does it. Ticked twice is ticked; of one that people have
     * taken away the portal says that it is not found.
     */
    @Override
    public Reply<String> settle(Tenant tenant, CrmRef about, String reminder) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("todo", "crm.activity.update").with("id", reminder).fields(Map.of("COMPLETED", "Y"));
        return client.call(tenant, batch)
                .then(answer -> answers.found(answer, "todo"))
                .map(_ -> reminder);
    }

    @Override
    public Reply<String> notify(Tenant tenant, PortalUser user, String message, String subject) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("notice", "im.notify.system.add")
                .with("USER_ID", user.id())
                .with("MESSAGE", message)
                .with("TAG", subject)
                .with("CLIENT_ID", CLIENT);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "notice"))
                .then(id -> answers.id(id.asText()));
    }

    private static Reply<String> ownerType(CrmRef about) {
        OptionalInt type = type(about);
        return type.isEmpty()
                ? Reply.stop(new Outcome.Refused("nothing to do hangs on " + about))
                : Reply.of(Integer.toString(type.getAsInt()));
    }

    private static OptionalInt type(CrmRef about) {
        return switch (about.kind()) {
            case DEAL -> OptionalInt.of(EntityType.DEAL);
            case CONTACT -> OptionalInt.of(EntityType.CONTACT);
            case COMPANY -> OptionalInt.of(EntityType.COMPANY);
            case INVOICE -> OptionalInt.of(EntityType.SMART_INVOICE);
            case REQUISITE, BANK_DETAIL, PRODUCT, CHANGE_LIST, APPLICATION -> OptionalInt.empty();
        };
    }
}
