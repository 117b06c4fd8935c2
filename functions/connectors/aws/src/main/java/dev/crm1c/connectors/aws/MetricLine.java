package dev.crm1c.connectors.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A count in CloudWatch's embedded metric format: one whole line on standard output, so it must not pass through the JSON logger.
 * The tenant is a searchable property, not a dimension: each dimension value is a metric that is paid for.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
record MetricLine(Instant at, String function, String metric, long count) {
    private static final String NAMESPACE = "CRM1C";

    String json(ObjectMapper json, String tenant) {
        ObjectNode line = json.createObjectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("Function");
        directive.putArray("Metrics").addObject().put("Name", metric).put("Unit", "Count");
        return line.put("Function", function)
                .put("Tenant", tenant)
                .put(metric, count)
                .toString();
    }
}
