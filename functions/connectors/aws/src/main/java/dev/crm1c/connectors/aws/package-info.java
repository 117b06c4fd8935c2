/**
 * Everything that knows AWS: the table in DynamoDB, the queue in SQS, the secrets in Parameter Store, the metric lines of CloudWatch.
 * Nothing outside this package imports {@code software.amazon}, so a cloud with compatible services can take AWS' place by endpoints alone.
 */
package dev.crm1c.connectors.aws;
