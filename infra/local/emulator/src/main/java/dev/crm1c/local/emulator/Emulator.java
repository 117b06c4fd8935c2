package dev.crm1c.local.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local and ElasticMQ in one process. Prints {@code READY dynamodb=<port> sqs=<port>} when both listen, and ends when its standard
 * input does, so that it never outlives the local cloud that started it.
 */
public final class Emulator {
    private static final String LOOPBACK = "127.0.0.1";

    private Emulator() {}

    public static void main(String[] arguments) throws Exception {
        String region = arguments.length > 0 ? arguments[0] : "eu-central-1";
        PrintStream out = System.out;
        int dynamoPort = freePort();
        DynamoDBProxyServer dynamo = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(dynamoPort)});
        dynamo.start();
        SQSRestServer sqs = SQSRestServerBuilder.withInterface(LOOPBACK)
                .withDynamicPort()
                .withAWSRegion(region)
                .withAWSAccountId("000000000000")
                .start();
        int sqsPort = sqs.waitUntilStarted().localAddress().getPort();
        out.println("READY dynamodb=" + dynamoPort + " sqs=" + sqsPort);
        System.in.transferTo(OutputStream.nullOutputStream());
        sqs.stopAndWait();
        dynamo.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
