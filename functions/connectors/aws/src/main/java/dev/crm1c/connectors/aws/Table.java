package dev.crm1c.connectors.aws;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The one table of a deployment (docs/table.md). Reads are strongly consistent: a decision not to write again rests on them.
 */
@ApplicationScoped
class Table {
    /** The index of everything that waits for its time, over all tenants: partition {@code wakeLane}, sorted by {@code wakeAt}. */
    static final String WAKE_INDEX = "wake";

    static final String WAKE_LANE = "wakeLane";
    static final String WAKE_AT = "wakeAt";
    /** One partition serves about 1,000 writes a second; more lanes can be added when a deployment comes near. */
    static final String ONLY_WAKE_LANE = "all";

    private static final int BATCH_GET_LIMIT = 100;

    private final DynamoDbClient dynamo;
    private final String name;

    Table(DynamoDbClient dynamo, @ConfigProperty(name = "crm1c.table") String name) {
        this.dynamo = dynamo;
        this.name = name;
    }

    Optional<Item> get(String partition, String sort) {
        var response = dynamo.getItem(request ->
                request.tableName(name).key(Item.key(partition, sort)).consistentRead(true));
        return response.hasItem() ? Optional.of(new Item(response.item())) : Optional.empty();
    }

    List<Item> getAll(String partition, List<String> sorts) {
        var items = new ArrayList<Item>();
        for (int from = 0; from < sorts.size(); from += BATCH_GET_LIMIT) {
            items.addAll(getBatch(partition, sorts.subList(from, Math.min(from + BATCH_GET_LIMIT, sorts.size()))));
        }
        return items;
    }

    private List<Item> getBatch(String partition, List<String> sorts) {
        var items = new ArrayList<Item>();
        Map<String, KeysAndAttributes> open = Map.of(
                name,
                KeysAndAttributes.builder()
                        .keys(sorts.stream()
                                .map(sort -> Item.key(partition, sort))
                                .toList())
                        .consistentRead(true)
                        .build());
        while (!open.isEmpty()) {
            Map<String, KeysAndAttributes> asked = open;
            BatchGetItemResponse response = dynamo.batchGetItem(request -> request.requestItems(asked));
            response.responses().getOrDefault(name, List.of()).stream()
                    .map(Item::new)
                    .forEach(items::add);
            open = response.unprocessedKeys();
        }
        return items;
    }

    /** Stores the item and returns the one it replaced. */
    Optional<Item> put(Item item) {
        var response = dynamo.putItem(
                request -> request.tableName(name).item(item.attributes()).returnValues(ReturnValue.ALL_OLD));
        return response.hasAttributes() ? Optional.of(new Item(response.attributes())) : Optional.empty();
    }

    /** Stores the item if the condition holds for the one that is there now. */
    Condition putIf(Item item, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.putItem(request -> request.tableName(name)
                    .item(item.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Condition.Held();
        } catch (ConditionalCheckFailedException refused) {
            return new Condition.Failed(new Item(refused.hasItem() ? refused.item() : Map.of()));
        }
    }

    void update(String partition, String sort, String update, Map<String, AttributeValue> values) {
        dynamo.updateItem(request -> request.tableName(name)
                .key(Item.key(partition, sort))
                .updateExpression(update)
                .expressionAttributeValues(values));
    }

    Condition updateIf(
            String partition, String sort, String update, String condition, Map<String, AttributeValue> values) {
        return updateIf(partition, sort, update, condition, Map.of(), values);
    }

    /**
     * @param names for attributes whose names are no words: {@code #closed} for {@code closed:crm.item.get}
     */
    Condition updateIf(
            String partition,
            String sort,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(request -> request.tableName(name)
                    .key(Item.key(partition, sort))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names.isEmpty() ? null : names)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Condition.Held();
        } catch (ConditionalCheckFailedException refused) {
            return new Condition.Failed(new Item(refused.hasItem() ? refused.item() : Map.of()));
        }
    }

    void delete(String partition, String sort) {
        dynamo.deleteItem(request -> request.tableName(name).key(Item.key(partition, sort)));
    }

    Condition deleteIf(String partition, String sort, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.deleteItem(request -> request.tableName(name)
                    .key(Item.key(partition, sort))
                    .conditionExpression(condition)
                    .expressionAttributeValues(values));
            return new Condition.Held();
        } catch (ConditionalCheckFailedException _) {
            return new Condition.Failed(new Item(Map.of()));
        }
    }

    /** Items of a partition whose sort key begins so, at most {@code limit}. */
    List<Item> beginningWith(String partition, String sortPrefix, int limit) {
        return dynamo
                .queryPaginator(request -> request.tableName(name)
                        .keyConditionExpression("pk = :pk and begins_with(sk, :sk)")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(partition), ":sk", AttributeValue.fromS(sortPrefix)))
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .limit(limit)
                .map(Item::new)
                .collect(Collectors.toList());
    }

    /** Keys of what is due, longest overdue first. The index follows the table within a moment; nothing is lost by that, only later. */
    List<Item> dueBefore(long epochMillis, int limit) {
        return dynamo
                .query(request -> request.tableName(name)
                        .indexName(WAKE_INDEX)
                        .keyConditionExpression(WAKE_LANE + " = :lane and " + WAKE_AT + " <= :now")
                        .expressionAttributeValues(Map.of(
                                ":lane", AttributeValue.fromS(ONLY_WAKE_LANE),
                                ":now", AttributeValue.fromN(Long.toString(epochMillis))))
                        .limit(limit))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    /** How a conditional write ended. */
    sealed interface Condition {
        record Held() implements Condition {}

        /**
         * @param found the item as it is now; without attributes when there is none
         */
        record Failed(Item found) implements Condition {}
    }
}
