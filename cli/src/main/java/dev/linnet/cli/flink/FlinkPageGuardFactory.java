package dev.linnet.cli.flink;

import dev.linnet.pipeline.config.PasswordRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a {@link FlinkPageGuard} before Flink's REST API in every process that has Linnet's jar on its classpath. Flink loads it
 * as a service.
 */
public final class FlinkPageGuardFactory implements InboundChannelHandlerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkPageGuardFactory.class);

    private @Nullable String estimated;
    private @Nullable String weakness;

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders) {
        String password = configuration
                .getOptional(FlinkPage.PASSWORD)
                .orElseGet(() -> System.getenv(FlinkPage.PASSWORD_VARIABLE));
        return Optional.of(new FlinkPageGuard(
                password, weakness(password), Set.copyOf(configuration.get(FlinkPage.ALLOWED_HOSTS))));
    }

    /** Estimated once: this is called for each connection. */
    private synchronized @Nullable String weakness(@Nullable String password) {
        if (password != null && !password.equals(estimated)) {
            estimated = password;
            weakness =
                    new PasswordRule(List.of("flink"), true).problem(password).orElse(null);
            if (weakness != null) {
                LOG.error("Flink's page answers nobody: {} {}", FlinkPage.PASSWORD_VARIABLE, weakness);
            }
        }
        return password == null ? null : weakness;
    }
}
