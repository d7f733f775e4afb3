package dev.linnet.cli.embedded;

import static io.questdb.cutlass.http.HttpConstants.HEADER_AUTHORIZATION;

import dev.linnet.cli.LocalRequestCheck;
import io.questdb.FactoryProviderImpl;
import io.questdb.ServerConfiguration;
import io.questdb.cairo.SecurityContext;
import io.questdb.cutlass.http.EmptyHttpSessionStore;
import io.questdb.cutlass.http.HttpAuthenticator;
import io.questdb.cutlass.http.HttpAuthenticatorFactory;
import io.questdb.cutlass.http.HttpConnectionContext;
import io.questdb.cutlass.http.HttpCookieHandler;
import io.questdb.cutlass.http.HttpRequestHeader;
import io.questdb.cutlass.http.HttpSessionStore;
import io.questdb.std.str.DirectUtf8Sequence;
import io.questdb.std.str.Utf8String;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak to the embedded QuestDB by HTTP. By itself QuestDB checks neither the Host nor the origin of a request, and
 * answers some addresses without a password.
 *
 * <ul>
 *   <li>Each request, whatever its address: the Host is a loopback name, and no page of another site sent it.
 *   <li>Each request that QuestDB wants authenticated: user and password by Basic authentication. There are no session cookies,
 *       which browsers would send along by themselves.
 * </ul>
 */
final class QuestDbGuard extends FactoryProviderImpl {
    private final String user;
    private final byte[] expected;

    QuestDbGuard(ServerConfiguration configuration) {
        super(configuration);
        user = configuration.getHttpServerConfiguration().getUsername();
        String credentials =
                user + ":" + configuration.getHttpServerConfiguration().getPassword();
        expected = ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** QuestDB asks the cookie handler about every request before anything else, which makes it the place to refuse one. */
    @Override
    public HttpCookieHandler getHttpCookieHandler() {
        return new HttpCookieHandler() {
            @Override
            public boolean parseCookies(HttpConnectionContext context) {
                HttpRequestHeader headers = context.getRequestHeader();
                Optional<String> refusal = LocalRequestCheck.refusal(
                        String.valueOf(headers.getMethod()),
                        String.valueOf(headers.getUrl()),
                        name -> text(headers.getHeader(new Utf8String(name))),
                        Set.of());
                refusal.ifPresent(why -> context.getRejectProcessor().reject(HttpURLConnection.HTTP_FORBIDDEN, why));
                return refusal.isEmpty();
            }
        };
    }

    @Override
    public HttpSessionStore getHttpSessionStore() {
        return EmptyHttpSessionStore.INSTANCE;
    }

    @Override
    public HttpAuthenticatorFactory getHttpAuthenticatorFactory() {
        return BasicAuthenticator::new;
    }

    private static @Nullable String text(@Nullable DirectUtf8Sequence header) {
        return header == null ? null : header.toString();
    }

    private final class BasicAuthenticator implements HttpAuthenticator {
        @Override
        public boolean authenticate(HttpRequestHeader headers) {
            String given = text(headers.getHeader(HEADER_AUTHORIZATION));
            return given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte getAuthType() {
            return SecurityContext.AUTH_TYPE_CREDENTIALS;
        }

        @Override
        public CharSequence getPrincipal() {
            return user;
        }
    }
}
