package dev.linnet.review.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to one receiver by HTTP, and classifies its responses. One deadline covers the whole exchange, the response's
 * body included. Redirects are not followed: an alert goes to the configured address or nowhere.
 */
final class Post {
    static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Receiver receiver;
    private final Clock clock;
    private final Duration deadline;
    private final HttpClient client;

    /** @param deadline how long one exchange may take, from the connection to the end of the response */
    Post(Receiver receiver, Clock clock, Duration deadline) {
        this.receiver = receiver;
        this.clock = clock;
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_DEADLINE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Returns when the message was accepted, or refused for good. */
    void send(URI address, String body, int alerts) throws InterruptedException, UndeliveredException {
        HttpResponse<Void> response = exchange(request(address, body));
        int status = response.statusCode();
        if (status == 408 || status == 429 || status >= 500 || status == 401 || status == 403) {
            throw new UndeliveredException(
                    "it answers " + status + (status / 100 == 4 && status < 405 ? "; look at its token" : ""),
                    RetryAfter.of(response.headers().firstValue("Retry-After").orElse(""), clock.instant()));
        }
        if (status >= 300) {
            String reason =
                    status < 400 ? "it redirects; set its url to the address that it leads to" : "it refuses them";
            LOG.warn("{} answers {} to {} alerts: {}. They are not sent again", receiver, status, alerts, reason);
        }
    }

    /**
     * The request's own timeout ends with the response's headers, so the deadline is that of the future. Cancelling it ends the
     * exchange and closes the connection.
     */
    private HttpResponse<Void> exchange(HttpRequest request) throws InterruptedException, UndeliveredException {
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, head -> new BoundedDiscard());
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UndeliveredException(
                    "it does not finish its response within " + deadline.toSeconds() + " s", Duration.ZERO);
        } catch (ExecutionException e) {
            // Without the cause's message, which may hold the address, and that may be a secret.
            String kind = e.getCause() == null ? "?" : e.getCause().getClass().getSimpleName();
            throw new UndeliveredException("it does not answer (" + kind + ")", Duration.ZERO);
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(URI address, String body) {
        String type = receiver.kind() == Receiver.Kind.WEBHOOK ? "application/cloudevents+json" : "application/json";
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", type + "; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (receiver.token() != null) {
            request.header("Authorization", "Bearer " + receiver.token());
        }
        return request.build();
    }
}
