package dev.linnet.review.live;

import dev.linnet.queue.Alert;
import dev.linnet.queue.AlertBook;
import dev.linnet.queue.JobRecords;
import dev.linnet.queue.QueueException;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.SuggestionQueue;
import dev.linnet.review.text.Figures;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News for open pages, pushed by server-sent events: one thread reads the database each second for all of them, and only
 * while a page is open. Each second it also ends the streams whose session has ended.
 */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int NEWEST = 100;
    private static final int WEIGHTS = 1_000;
    private static final int HEARTBEAT_EVERY = 15;
    /** How many streams are open at a time. */
    private static final int LIMIT = 100;

    private final SuggestionQueue suggestions;
    private final AlertBook alerts;
    private final JobRecords records;
    private final DailyBudget budget;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "console-live");
        worker.setDaemon(true);
        return worker;
    });
    private @Nullable Instant newestQueued;
    private long arrived;
    private volatile @Nullable News told;
    private Predicate<Context> isAllowed = ctx -> true;
    private int quietSeconds;
    private boolean isFailing;

    public LiveFeed(SuggestionQueue suggestions, AlertBook alerts, JobRecords records, DailyBudget budget) {
        this.suggestions = suggestions;
        this.alerts = alerts;
        this.records = records;
        this.budget = budget;
    }

    /**
     * What an open page shows of the present.
     *
     * @param open how many suggestions are open
     * @param left how many of them have a place in today's budget
     * @param leftInWords both in words
     * @param arrived how many of the best suggestions came in since the console's start
     * @param alerts how many alerts are not closed
     * @param learnt a mark that changes when the weights do
     * @param stages the balance: stage → count
     */
    public record News(
            long open,
            long left,
            String leftInWords,
            long arrived,
            long alerts,
            String learnt,
            Map<String, Long> stages) {}

    /**
     * Adds the route, and begins to watch.
     *
     * @param isAllowed whether a stream may go on: false once its session has ended. Asking must not extend the session
     */
    public void addTo(RoutesConfig routes, Predicate<Context> isAllowed) {
        this.isAllowed = isAllowed;
        routes.before("/live", ctx -> {
            if (clients.size() >= LIMIT) {
                throw new ServiceUnavailableResponse("Too many pages are open: " + LIMIT
                        + " get live news, which is the limit. Close some, and reload.");
            }
        });
        routes.sse("/live", this::join);
        thread.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
    }

    /** The present. */
    public synchronized News now() {
        long open = suggestions.countOpen();
        countArrivals();
        long lasting = alerts.newest(NEWEST).stream()
                .filter(alert -> alert.closed() == null)
                .map(Alert::id)
                .count();
        String learnt = Integer.toHexString(records.weights(WEIGHTS).hashCode());
        long left = budget.left(open, suggestions);
        String leftInWords = Figures.count(left) + " left today, " + Figures.count(open) + " open in all";
        return new News(open, left, leftInWords, arrived, lasting, learnt, stages(records.counts()));
    }

    @Override
    public void close() {
        // An interrupt in the midst of an event would fill the log; a database that does not answer must not hold up
        // the end.
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(SseClient::close);
    }

    private void join(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        if (clients.size() > LIMIT) {
            // Several came at once, after the check of the route.
            client.close();
            return;
        }
        // What the others were told last is told again, for it may be younger than the page that joins.
        told = null;
    }

    private void tell() {
        if (clients.isEmpty()) {
            return;
        }
        try {
            endForbidden();
            News news = now();
            isFailing = false;
            if (!news.equals(told)) {
                told = news;
                quietSeconds = 0;
                clients.forEach(client -> client.sendEvent("news", news));
            } else {
                sendHeartbeat();
            }
        } catch (QueueException e) {
            sendHeartbeat();
            if (!isFailing) {
                LOG.warn("Open pages get no news: {}", e.getMessage());
                clients.forEach(client -> client.sendEvent("down", Map.of("why", e.getMessage())));
            }
            isFailing = true;
            told = null;
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it all news.
            LOG.error("Open pages got no news this second", e);
        }
    }

    private void endForbidden() {
        for (SseClient client : clients) {
            if (!isAllowed.test(client.ctx())) {
                client.close();
            }
        }
    }

    /** Keeps proxies from closing quiet streams, and finds those that were left; often when there are many. */
    private void sendHeartbeat() {
        if (++quietSeconds % HEARTBEAT_EVERY == 0 || clients.size() > LIMIT / 2) {
            clients.forEach(client -> client.sendComment("still here"));
        }
    }

    private void countArrivals() {
        Instant before = newestQueued;
        Instant newest = before == null ? Instant.MIN : before;
        for (QueuedSuggestion queued : suggestions.open(NEWEST)) {
            if (before != null && queued.queued().isAfter(before)) {
                arrived++;
            }
            newest = queued.queued().isAfter(newest) ? queued.queued() : newest;
        }
        newestQueued = newest;
    }

    private static Map<String, Long> stages(List<StageCount> counts) {
        Map<String, Long> stages = new TreeMap<>();
        counts.forEach(count -> stages.merge(count.stage(), count.count(), Long::sum));
        return stages;
    }
}
