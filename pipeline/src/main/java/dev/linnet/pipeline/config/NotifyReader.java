package dev.linnet.pipeline.config;

import dev.linnet.pipeline.config.LinnetConfig.Notify;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where alerts are sent. What is wrong with an address is told without the address, which may be a secret. */
final class NotifyReader {
    private NotifyReader() {}

    static List<Notify> read(YamlSection alerts) {
        List<Notify> receivers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlSection section : alerts.sections("notify")) {
            if (!section.has("kind")) {
                section.problem("kind", "is missing; it is webhook, slack or alertmanager");
            }
            Notify.Kind kind = section.choice("kind", Notify.Kind.WEBHOOK, Notify.Kind.class);
            String name = section.string("name", kind.name().toLowerCase(Locale.ROOT));
            String url = section.required("url", "${LINNET_SLACK_URL}");
            URI address = address(url);
            if (!url.isBlank() && address == null) {
                section.problem("url", "is no address that begins with http:// or https:// (it is not shown here)");
            }
            if (!names.add(name)) {
                section.problem("name", "is '" + name + "', as another's is; give each a name of its own");
            }
            String token = section.optional("token");
            section.finish();
            if (address != null) {
                receivers.add(new Notify(name, kind, address, token));
            }
        }
        return List.copyOf(receivers);
    }

    private static @Nullable URI address(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
