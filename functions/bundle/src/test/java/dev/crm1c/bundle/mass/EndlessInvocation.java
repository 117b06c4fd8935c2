package dev.crm1c.bundle.mass;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** An invocation whose time never ends: time is not what is tried here. */
final class EndlessInvocation implements Context {
    @Override
    public int getRemainingTimeInMillis() {
        return 180_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public String getAwsRequestId() {
        return "request";
    }

    @Override
    public String getLogGroupName() {
        return "group";
    }

    @Override
    public String getLogStreamName() {
        return "stream";
    }

    @Override
    public String getFunctionName() {
        return "function";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody has an identity here");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("nobody is a client here");
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("our functions log by their journal");
    }
}
