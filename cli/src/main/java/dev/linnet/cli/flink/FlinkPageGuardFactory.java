package dev.linnet.cli.flink;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;

/**
 * Puts a {@link FlinkPageGuard} before Flink's REST API in every process that has Linnet's jar on its classpath. Flink loads it
 * as a service.
 */
public final class FlinkPageGuardFactory implements InboundChannelHandlerFactory {
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders) {
        String password = configuration
                .getOptional(FlinkPage.PASSWORD)
                .orElseGet(() -> System.getenv(FlinkPage.PASSWORD_VARIABLE));
        return Optional.of(new FlinkPageGuard(password, Set.copyOf(configuration.get(FlinkPage.ALLOWED_HOSTS))));
    }
}
