package dev.linnet.review;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.AlertBook;
import dev.linnet.queue.JobRecords;
import dev.linnet.queue.Journal;
import dev.linnet.queue.QueueException;
import dev.linnet.queue.SuggestionQueue;
import dev.linnet.review.alerts.AlertPages;
import dev.linnet.review.http.LimitedConnector;
import dev.linnet.review.journal.JournalPages;
import dev.linnet.review.live.DailyBudget;
import dev.linnet.review.live.LiveFeed;
import dev.linnet.review.login.LoginPages;
import dev.linnet.review.login.LoginThrottle;
import dev.linnet.review.status.StatusPages;
import dev.linnet.review.suggestions.QueuePages;
import dev.linnet.review.vocabulary.KeywordPages;
import dev.linnet.review.web.Assets;
import dev.linnet.review.web.CurrentVocabulary;
import dev.linnet.review.web.Failures;
import dev.linnet.review.web.Guard;
import dev.linnet.review.web.RequestOrigin;
import dev.linnet.review.web.Sessions;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.TrustedProxies;
import dev.linnet.review.web.Views;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The author's console: a web page on which suggestions are decided, alerts read and the vocabulary steered.
 *
 * <p>It keeps nothing but sessions; everything else is in the queue database, so that several consoles may run on one.
 */
public final class Console implements AutoCloseable {
    private final Javalin server;
    private final LiveFeed live;
    private final String host;

    private Console(Javalin server, LiveFeed live, String host) {
        this.server = server;
        this.live = live;
        this.host = host;
    }

    /**
     * Starts the console.
     *
     * @param vocabulary the vocabulary as the job was given it; the journal's acts are applied to it here
     * @param clock the time, and the zone in which times are shown and a day begins
     * @throws ConsoleException when the address is not loopback and there is no password, or it cannot be listened on
     */
    public static Console start(
            ConsoleSettings settings,
            SuggestionQueue suggestions,
            Journal journal,
            AlertBook alerts,
            JobRecords records,
            Supplier<Vocabulary> vocabulary,
            Clock clock) {
        boolean onLoopback = RequestOrigin.isLoopbackName(settings.host());
        String password = settings.password();
        if (!onLoopback && password == null) {
            throw new ConsoleException("The console would be open to everyone who can reach " + settings.host()
                    + ", and there is no password. Set a password, or the host to 127.0.0.1.");
        }
        if (!settings.allowedHosts().isEmpty() && password == null) {
            throw new ConsoleException("The console would be open to everyone who can reach "
                    + settings.allowedHosts().get(0)
                    + ", and there is no password. Set a password, or no allowed hosts.");
        }
        TrustedProxies proxies = new TrustedProxies(settings.trustedProxies());
        Stores stores = new Stores(
                suggestions,
                journal,
                alerts,
                records,
                new CurrentVocabulary(vocabulary, journal),
                clock,
                settings.reviewer());
        Sessions sessions = password == null ? null : new Sessions(password, clock);
        DailyBudget budget = new DailyBudget(settings.dailyBudget(), clock);
        LiveFeed live = new LiveFeed(suggestions, alerts, records, budget);
        Guard guard = new Guard(onLoopback, Set.copyOf(settings.allowedHosts()), proxies, sessions);
        try {
            tryPort(settings);
            Javalin server = Javalin.create(
                    config -> configure(config, settings, stores, budget, live, guard, proxies, sessions));
            return new Console(server.start(), live, settings.host());
        } catch (RuntimeException e) {
            live.close();
            throw explained(e, settings);
        }
    }

    /** Where the console is, without a slash at the end. */
    public String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (name.equals("0.0.0.0") || name.equals("[::]") ? "localhost" : name) + ":" + server.port();
    }

    @Override
    public void close() {
        live.close();
        server.stop();
    }

    private static void configure(
            JavalinConfig config,
            ConsoleSettings settings,
            Stores stores,
            DailyBudget budget,
            LiveFeed live,
            Guard guard,
            TrustedProxies proxies,
            @Nullable Sessions sessions) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = 64 * 1024;
        config.jetty.addConnector((server, http) ->
                LimitedConnector.create(server, http, settings.host(), settings.port(), proxies::contains));
        RoutesConfig routes = config.routes;
        Views views = new Views(live, settings.title(), settings.reviewer(), sessions != null);
        routes.before(guard::check);
        new Failures(views).addTo(routes);
        if (sessions != null) {
            new LoginPages(sessions, new LoginThrottle(stores.clock()), proxies, views).addTo(routes);
        }
        routes.get("/assets/{name}", Assets::serve);
        routes.get("/healthz", ctx -> tellHealth(ctx, stores.journal()));
        new QueuePages(stores, views, budget).addTo(routes);
        new AlertPages(stores, views).addTo(routes);
        new KeywordPages(stores, views).addTo(routes);
        new JournalPages(stores, views).addTo(routes);
        new StatusPages(stores, views).addTo(routes);
        live.addTo(routes, ctx -> sessions == null || sessions.isOpen(ctx.cookie(Sessions.COOKIE)));
    }

    private static void tellHealth(Context ctx, Journal journal) {
        try {
            journal.last();
            ctx.json(Map.of("status", "up"));
        } catch (QueueException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).json(Map.of("status", "down"));
        }
    }

    /** Finds out that a port is taken before the server does, which would fill the log with its own account of it. */
    private static void tryPort(ConsoleSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new ConsoleException(cannotListen(settings), e);
        }
    }

    private static String cannotListen(ConsoleSettings settings) {
        return "The console cannot listen on port " + settings.port() + " of " + settings.host()
                + ": it is in use, or this machine does not have that address. End the other program, or set"
                + " the console's port to another one; 0 lets the system choose.";
    }

    private static RuntimeException explained(RuntimeException e, ConsoleSettings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JavalinBindException || cause instanceof BindException) {
                return new ConsoleException(cannotListen(settings), e);
            }
        }
        return e;
    }
}
