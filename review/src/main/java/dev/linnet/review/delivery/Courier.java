package dev.linnet.review.delivery;

import dev.linnet.queue.Alert;
import dev.linnet.queue.AlertBook;
import dev.linnet.queue.QueueException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
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
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Receiver receiver;
    private final Post post;
    private final AlertBook alerts;
    private final @Nullable QuietHours quiet;
    private final Clock clock;
    private final Duration lookEvery;
    private int failures;
    private Instant reminded = Instant.EPOCH;

    Courier(
            Receiver receiver,
            Post post,
            AlertBook alerts,
            @Nullable QuietHours quiet,
            Clock clock,
            Duration lookEvery) {
        this.receiver = receiver;
        this.post = post;
        this.alerts = alerts;
        this.quiet = quiet;
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
            } else if (!isQuiet()) {
                tellEach(due);
            }
            failures = 0;
            return lookEvery;
        } catch (QueueException e) {
            return hold("the queue database does not answer: " + e.getMessage(), Duration.ZERO);
        } catch (UndeliveredException e) {
            return hold(String.valueOf(e.getMessage()), e.retryAfter());
        }
    }

    private boolean isQuiet() {
        return quiet != null && quiet.latest(clock.instant()).holds(clock.instant());
    }

    /** What came in the last quiet hours is told together, the rest one by one. */
    private void tellEach(List<Alert> due) throws InterruptedException, UndeliveredException {
        List<Alert> waited = due.stream().filter(this::hasWaited).toList();
        if (quiet != null && waited.size() > 1) {
            QuietHours.Span span = quiet.latest(clock.instant());
            String digest = receiver.kind() == Receiver.Kind.SLACK
                    ? DigestMessage.slack(waited, quiet)
                    : DigestMessage.cloudEvent(waited, span);
            tell(receiver.url(), digest, waited);
        }
        for (Alert alert : due) {
            if (waited.size() < 2 || !waited.contains(alert)) {
                tell(receiver.url(), message(alert), List.of(alert));
            }
        }
    }

    private boolean hasWaited(Alert alert) {
        Instant news = alert.closed() == null ? alert.opened() : alert.closed();
        return quiet != null && quiet.latest(clock.instant()).holds(news);
    }

    private String message(Alert alert) {
        return receiver.kind() == Receiver.Kind.SLACK ? AlertMessage.slack(alert) : AlertMessage.cloudEvent(alert);
    }

    /** What lasts is told again and again: Alertmanager would take it for over. */
    private void tellAlertmanager(List<Alert> due) throws InterruptedException, UndeliveredException {
        Instant now = clock.instant();
        List<Alert> fresh = isQuiet() ? List.of() : due;
        List<Alert> told = new ArrayList<>(fresh);
        if (!now.isBefore(reminded.plus(REMIND_EVERY))) {
            alerts.newest(MOST).stream()
                    .filter(alert -> alert.closed() == null && alert.opened().isAfter(now.minus(NEWS)))
                    .filter(alert -> due.stream().noneMatch(other -> other.id().equals(alert.id())))
                    .forEach(told::add);
            reminded = now;
        }
        if (!told.isEmpty()) {
            URI address = URI.create(receiver.url().toString().replaceAll("/+$", "") + "/api/v2/alerts");
            tell(address, AlertMessage.alertmanager(told, now.plus(LASTS)), fresh);
        }
    }

    private void tell(URI address, String body, List<Alert> told) throws InterruptedException, UndeliveredException {
        post.send(address, body, told.size());
        told.forEach(alert -> alerts.told(receiver.name(), alert));
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
