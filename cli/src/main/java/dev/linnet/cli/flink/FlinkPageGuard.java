package dev.linnet.cli.flink;

import dev.linnet.cli.LocalRequestCheck;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The checks before Flink's REST API. Flink itself has none, and a page of any site can send requests to a port of this machine.
 *
 * <ul>
 *   <li>Always: the Host is a loopback name or one that is allowed, and no page of another site sent the request.
 *   <li>With a password: Basic authentication for what is read; a browser remembers it and sends it by itself, so that it must not
 *       open more. The same password as {@code Authorization: Bearer}, which only a program sends, opens the rest.
 * </ul>
 */
final class FlinkPageGuard extends ChannelInboundHandlerAdapter {
    private final byte @Nullable [] basic;
    private final byte @Nullable [] bearer;
    private final @Nullable String weakness;
    private final Set<String> allowedHosts;

    /**
     * @param password what is asked for, or null
     * @param weakness why the password is too weak to let anybody in, or null
     * @param allowedHosts host names that are answered beside loopback's
     */
    FlinkPageGuard(@Nullable String password, @Nullable String weakness, Set<String> allowedHosts) {
        this.weakness = weakness;
        this.basic = password == null ? null : bytes("Basic " + base64(FlinkPage.USER + ":" + password));
        this.bearer = password == null ? null : bytes("Bearer " + password);
        this.allowedHosts = allowedHosts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpRequest request)) {
            context.fireChannelRead(message);
            return;
        }
        FullHttpResponse refusal = refusal(request);
        if (refusal == null) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private @Nullable FullHttpResponse refusal(HttpRequest request) {
        // Decoded as Flink's router does it.
        String path = new QueryStringDecoder(request.uri()).path();
        Optional<String> foreign =
                LocalRequestCheck.refusal(request.method().name(), path, request.headers()::get, allowedHosts);
        if (foreign.isPresent()) {
            return answer(HttpResponseStatus.FORBIDDEN, foreign.get());
        }
        if (weakness != null) {
            return answer(
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "This page answers nobody, because its password, " + FlinkPage.PASSWORD_VARIABLE + ", " + weakness
                            + '.');
        }
        String given = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        if (basic == null || matches(bearer, given)) {
            return null;
        }
        if (!matches(basic, given)) {
            FullHttpResponse response = answer(
                    HttpResponseStatus.UNAUTHORIZED,
                    "Flink's page asks for the user '" + FlinkPage.USER + "' and its password.");
            response.headers()
                    .set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"Flink, read-only\", charset=\"UTF-8\"");
            return response;
        }
        return reads(request.method().name(), path)
                ? null
                : answer(
                        HttpResponseStatus.FORBIDDEN,
                        "Flink's page is read-only. A program that changes something sends the password as"
                                + " 'Authorization: Bearer'.");
    }

    /** Whether a request changes nothing. Two addresses cancel and stop a job by GET, for the sake of YARN's proxy. */
    static boolean reads(String method, String path) {
        return (method.equals("GET") || method.equals("HEAD")) && !path.contains("/yarn-");
    }

    private static boolean matches(byte @Nullable [] expected, String given) {
        // Netty takes each byte of a header for a character; the password was sent in UTF-8.
        return expected != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text + "\n", StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("X-Content-Type-Options", "nosniff");
        return response;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
