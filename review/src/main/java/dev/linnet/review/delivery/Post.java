package dev.linnet.review.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages to one receiver by HTTP, and sorts its answers. */
final class Post {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Receiver receiver;
    private final HttpClient client;
    private final Clock clock;

    Post(Receiver receiver, HttpClient client, Clock clock) {
        this.receiver = receiver;
        this.client = client;
        this.clock = clock;
    }

    /** Returns when the message was taken, or refused for good. */
    void send(URI address, String body, int alerts) throws InterruptedException, UndeliveredException {
        int status;
        try {
            HttpResponse<Void> response = client.send(request(address, body), HttpResponse.BodyHandlers.discarding());
            status = response.statusCode();
            if (status == 408 || status == 429 || status >= 500 || status == 401 || status == 403) {
                throw new UndeliveredException(
                        "it answers " + status + (status / 100 == 4 && status < 405 ? "; look at its token" : ""),
                        RetryAfter.of(
                                response.headers().firstValue("Retry-After").orElse(""), clock.instant()));
            }
        } catch (IOException e) {
            // The message may hold the address, which may be a secret.
            throw new UndeliveredException("it does not answer (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
        }
        if (status >= 300) {
            LOG.warn("{} refuses {} alerts with {}; they are not sent again", receiver, alerts, status);
        }
    }

    private HttpRequest request(URI address, String body) {
        String type = receiver.kind() == Receiver.Kind.WEBHOOK ? "application/cloudevents+json" : "application/json";
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", type + "; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (receiver.token() != null) {
            request.header("Authorization", "Bearer " + receiver.token());
        }
        return request.build();
    }
}
