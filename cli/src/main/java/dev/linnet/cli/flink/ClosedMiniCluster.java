package dev.linnet.cli.flink;

import java.util.Collection;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponent;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.heartbeat.HeartbeatServices;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.security.token.DelegationTokenManager;
import org.apache.flink.runtime.webmonitor.retriever.MetricQueryServiceRetriever;
import org.jspecify.annotations.Nullable;

/**
 * Flink's cluster in one process that listens on no port. One JobManager and one TaskManager call each other by method calls,
 * and exchange large serialized objects (blobs) through one local folder, so that nothing needs a socket.
 *
 * <p>Flink's own mini cluster always opens a REST endpoint, through which whoever reaches the port submits programs, and a blob
 * server that stores what it is sent. Here both are closed before the job is submitted. With a {@link FlinkPage} the REST
 * endpoint stays open on loopback, read-only.
 */
public final class ClosedMiniCluster extends MiniCluster {
    private static final String LOOPBACK = "127.0.0.1";

    private final @Nullable FlinkPage page;

    private ClosedMiniCluster(MiniClusterConfiguration configuration, @Nullable FlinkPage page) {
        super(configuration);
        this.page = page;
    }

    /**
     * A cluster that is not yet started.
     *
     * @param slots the TaskManager's task slots
     * @param page Flink's web page, or null for none
     */
    public static ClosedMiniCluster of(Configuration settings, int slots, @Nullable FlinkPage page) {
        Configuration configuration = new Configuration(settings);
        // What is open for a moment while Flink starts is open on loopback only.
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        if (page != null) {
            page.configure(configuration);
        }
        return new ClosedMiniCluster(
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(slots)
                        .withRandomPorts()
                        .build(),
                page);
    }

    @Override
    protected Collection<? extends DispatcherResourceManagerComponent> createDispatcherResourceManagerComponents(
            Configuration configuration,
            RpcServiceFactory rpcServiceFactory,
            BlobServer blobServer,
            HeartbeatServices heartbeatServices,
            DelegationTokenManager delegationTokenManager,
            MetricRegistry metricRegistry,
            MetricQueryServiceRetriever metricQueryServiceRetriever,
            FatalErrorHandler fatalErrorHandler)
            throws Exception {
        // Ends the listener only: blobs are still written to the folder that the TaskManager reads.
        blobServer.close();
        return super.createDispatcherResourceManagerComponents(
                configuration,
                rpcServiceFactory,
                blobServer,
                heartbeatServices,
                delegationTokenManager,
                metricRegistry,
                metricQueryServiceRetriever,
                fatalErrorHandler);
    }

    @Override
    protected DispatcherResourceManagerComponentFactory createDispatcherResourceManagerComponentFactory() {
        return new DefaultDispatcherResourceManagerComponentFactory(
                DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
                StandaloneResourceManagerFactory.getInstance(),
                LocalRestEndpoint.factory(page != null));
    }
}
