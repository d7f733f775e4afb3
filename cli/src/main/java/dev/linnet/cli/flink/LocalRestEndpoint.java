package dev.linnet.cli.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandler;
import org.apache.flink.util.ConfigurationException;

/**
 * The REST endpoint of the cluster in this process: none, or one that can only be read.
 *
 * <ul>
 *   <li>None: it has no handlers, and closes its port as soon as Flink has opened it. Flink's {@code start} is final and always
 *       binds a port; the earliest moment to close it is the hook that follows.
 *   <li>Read-only: Flink's web page and the GET handlers behind it. Submission, cancelling, savepoints and uploads have no handler.
 * </ul>
 */
final class LocalRestEndpoint extends WebMonitorEndpoint<DispatcherGateway> {
    private final boolean open;

    private LocalRestEndpoint(
            boolean open,
            Configuration configuration,
            RestHandlerConfiguration rest,
            LeaderGatewayRetriever<DispatcherGateway> dispatcher,
            LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
            TransientBlobService blobs,
            ScheduledExecutorService executor,
            MetricFetcher metrics,
            LeaderElection leaderElection,
            FatalErrorHandler fatalErrors)
            throws IOException, ConfigurationException {
        super(
                dispatcher,
                configuration,
                rest,
                resourceManager,
                blobs,
                executor,
                metrics,
                leaderElection,
                RestEndpointFactory.createExecutionGraphCache(rest),
                fatalErrors);
        this.open = open;
    }

    /** Makes endpoints that can be read, or that answer nothing. */
    static RestEndpointFactory<DispatcherGateway> factory(boolean open) {
        return (configuration, dispatcher, resourceManager, blobs, executor, metrics, leaderElection, fatalErrors) ->
                new LocalRestEndpoint(
                        open,
                        configuration,
                        RestHandlerConfiguration.fromConfiguration(configuration),
                        dispatcher,
                        resourceManager,
                        blobs,
                        executor,
                        metrics,
                        leaderElection,
                        fatalErrors);
    }

    @Override
    protected List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> initializeHandlers(
            CompletableFuture<String> localAddress) {
        if (!open) {
            return new ArrayList<>();
        }
        List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> handlers = super.initializeHandlers(localAddress);
        handlers.removeIf(handler ->
                !FlinkPageGuard.reads(handler.f0.getHttpMethod().name(), handler.f0.getTargetRestEndpointURL()));
        return handlers;
    }

    @Override
    public void startInternal() throws Exception {
        if (open) {
            super.startInternal();
        } else {
            closeAsync();
        }
    }
}
