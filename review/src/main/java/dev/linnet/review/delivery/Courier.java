package dev.linnet.review.delivery;

import dev.linnet.queue.Alert;
import dev.linnet.queue.AlertBook;
import dev.linnet.queue.QueueException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of alerts, at least once each: what it was told is noted after it took it. The alerts' own table is the
 * outbox, so that a restart goes on where it was, and a receiver that is down takes no memory and holds up no other.
 */
final class Courier implements Runnable {
    /** An alert that opened longer ago is no news. */
    static final Duration NEWS = Duration.ofHours(24);
    /** How long Alertmanager takes an alert for lasting when nothing is heard of it. */
    private static final Duration LASTS = Duration.ofMinutes(5);

    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Receiver receiver;
    private final AlertBook alerts;
    private final HttpClient client;
    private final Clock clock;
    private final Duration lookEvery;
    private int failures;
    private Instant reminded = Instant.EPOCH;

    Courier(Receiver receiver, AlertBook alerts, HttpClient client, Clock clock, Duration lookEvery) {
        this.receiver = receiver;
        this.alerts = alerts;
        this.client = client;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(round().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what is due, and says how long to wait then. */
    private Duration round() throws InterruptedException {
        try {
            List<Alert> due = alerts.untold(receiver.name(), clock.instant().minus(NEWS), MOST);
            if (receiver.kind() == Receiver.Kind.ALERTMANAGER) {
                tellAlertmanager(due);
            } else {
                for (Alert alert : due) {
                    tell(receiver.url(), message(alert), List.of(alert));
                }
            }
            failures = 0;
            return lookEvery;
        } catch (QueueException e) {
            return hold("the queue database does not answer: " + e.getMessage(), Duration.ZERO);
        } catch (UndeliveredException e) {
            return hold(String.valueOf(e.getMessage()), e.retryAfter());
        }
    }

    private String message(Alert alert) {
        return receiver.kind() == Receiver.Kind.SLACK ? AlertMessage.slack(alert) : AlertMessage.cloudEvent(alert);
    }

    /** What lasts is told again and again: Alertmanager would take it for over. */
    private void tellAlertmanager(List<Alert> due) throws InterruptedException, UndeliveredException {
        Instant now = clock.instant();
        List<Alert> told = new ArrayList<>(due);
        if (!now.isBefore(reminded.plus(REMIND_EVERY))) {
            alerts.newest(MOST).stream()
                    .filter(alert -> alert.closed() == null && alert.opened().isAfter(now.minus(NEWS)))
                    .filter(alert -> due.stream().noneMatch(other -> other.id().equals(alert.id())))
                    .forEach(told::add);
            reminded = now;
        }
        if (!told.isEmpty()) {
            URI address = URI.create(receiver.url().toString().replaceAll("/+$", "") + "/api/v2/alerts");
            tell(address, AlertMessage.alertmanager(told, now.plus(LASTS)), due);
        }
    }

    private void tell(URI address, String body, List<Alert> told) throws InterruptedException, UndeliveredException {
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
            LOG.warn("{} refuses {} alerts with {}; they are not sent again", receiver, told.size(), status);
        }
        told.forEach(alert -> alerts.told(receiver.name(), alert));
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

    private Duration hold(String why, Duration asked) {
        failures++;
        long backOff = lookEvery.toMillis() << Math.min(failures, 10);
        long jittered = ThreadLocalRandom.current().nextLong(backOff / 2, backOff + 1);
        long wait = Math.min(LONGEST_WAIT.toMillis(), Math.max(asked.toMillis(), jittered));
        if (failures == 1 && !Thread.currentThread().isInterrupted()) {
            LOG.warn("{} cannot be told of alerts: {}. They wait, and are sent when it takes them", receiver, why);
        }
        return Duration.ofMillis(wait);
    }
}
