package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.ReadingRules;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over http and https as a good guest: keeps to robots.txt, pauses between requests, asks only for what has changed,
 * follows redirects one by one, reads no more than it may and waits no longer than it may. Connects directly, never
 * through a proxy, since a proxy would resolve names behind the guard's back. For one thread.
 */
final class Fetcher {
    private static final int MOST_REDIRECTS = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String AGENT = "linnet/0.1 (reads an author's own blog)";
    private static final byte[] NOTHING = {};

    /** As much of a robots.txt as RFC 9309 asks a reader to take in at least. */
    private static final int ROBOTS_BYTES = 500 << 10;

    private final ReadingRules rules;
    private final OkHttpClient client;
    private final Bodies bodies;
    private final PageCache cache;
    private final Robots robots = new Robots();
    private final Map<String, Long> lastRequest = new HashMap<>();
    private final long deadline;

    Fetcher(ReadingRules rules) {
        this.rules = rules;
        this.bodies = new Bodies(rules.maxBytes());
        this.cache = new PageCache(rules.cache());
        this.deadline = System.nanoTime() + rules.totalDeadline().toNanos();
        this.client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(new AddressRules(rules.allowLoopback())))
                .proxy(Proxy.NO_PROXY)
                // HTTP/2 would gain nothing for one request at a time, and lets a server send headers without end.
                .protocols(List.of(Protocol.HTTP_1_1))
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(rules.requestDeadline())
                .connectTimeout(rules.requestDeadline())
                .readTimeout(rules.requestDeadline())
                .build();
    }

    /** The answer to a GET, its redirects followed. */
    Fetched get(String address) throws FetchException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new FetchException(address, "is no http or https address", "write it as https://…");
        }
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            url = bare(url);
            if (!robots.allows(url, this::robotsTxt)) {
                throw new FetchException(
                        url.toString(),
                        "the site's robots.txt asks not to be read there, or could not be read",
                        "ask the site's owner, or give the posts as files");
            }
            Object answer = once(url, address);
            if (answer instanceof Fetched page) {
                return page;
            }
            url = (HttpUrl) answer;
        }
        throw new FetchException(
                address,
                "redirects more than " + MOST_REDIRECTS + " times, perhaps in a circle",
                "name the final address");
    }

    /** Names and passwords are sent to nobody, and stand in no message, cache or vocabulary. */
    private static HttpUrl bare(HttpUrl url) throws FetchException {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            HttpUrl bare = url.newBuilder().username("").password("").build();
            throw new FetchException(
                    bare.toString(),
                    "is an address with a user name or password, and those are not sent",
                    "give the posts as files, or an address that needs none");
        }
        return url.newBuilder().fragment(null).build();
    }

    List<String> sitemaps(String address) {
        HttpUrl url = HttpUrl.parse(address);
        return url == null ? List.of() : robots.sitemaps(url, this::robotsTxt);
    }

    boolean outOfTime() {
        return System.nanoTime() >= deadline;
    }

    /** A {@link Fetched}, or the {@link HttpUrl} that it redirects to. */
    private Object once(HttpUrl url, String asked) throws FetchException {
        PageCache.Kept kept = cache.find(url.toString());
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", AGENT);
        if (kept != null && kept.etag() != null) {
            request.header("If-None-Match", kept.etag());
        }
        if (kept != null && kept.modified() != null) {
            request.header("If-Modified-Since", kept.modified());
        }
        for (int attempt = 0; ; attempt++) {
            pause(url, robots.delay(url, this::robotsTxt));
            try (Response response = call(request.build()).execute()) {
                Duration wait = retryAfter(response);
                if (attempt == 0 && wait != null) {
                    TimeUnit.NANOSECONDS.sleep(Math.min(wait.toNanos(), Math.max(0, deadline - System.nanoTime())));
                    continue;
                }
                return answer(url, asked, response, kept);
            } catch (IOException e) {
                throw Failures.of(url, e, rules.requestDeadline());
            } catch (InterruptedException e) {
                throw Failures.interrupted(url);
            }
        }
    }

    private Object answer(HttpUrl url, String asked, Response response, PageCache.@Nullable Kept kept)
            throws IOException, FetchException {
        int code = response.code();
        if (code == 304 && kept != null) {
            return kept.page();
        }
        String location = response.header("Location");
        if (code >= 300 && code < 400 && location != null) {
            HttpUrl next = url.resolve(location);
            if (next == null) {
                throw new FetchException(
                        asked, "redirects to " + location + ", which is no web address", "name the final address");
            }
            return next;
        }
        if (code != 200) {
            throw Failures.status(url, code);
        }
        ResponseBody body = response.body();
        MediaType type = body == null ? null : body.contentType();
        Charset charset = type == null ? null : type.charset();
        Fetched page = new Fetched(
                url.toString(),
                type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT),
                charset == null ? null : charset.name(),
                wordPressPages(response),
                bodies.whole(url, response));
        cache.keep(page, response);
        return page;
    }

    private static int wordPressPages(Response response) {
        String pages = response.header(WordPress.PAGES_HEADER, "");
        return pages != null && pages.matches("\\d{1,6}") ? Integer.parseInt(pages) : 0;
    }

    private Call call(Request request) throws FetchException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new FetchException(
                    request.url().toString(),
                    "the time for the whole reading (" + rules.totalDeadline().toSeconds() + " s) is over",
                    "read fewer sources at once, or start again: what was read is in the cache");
        }
        Call call = client.newCall(request);
        call.timeout().timeout(Math.min(left, rules.requestDeadline().toNanos()), TimeUnit.NANOSECONDS);
        return call;
    }

    private void pause(HttpUrl url, Duration asked) throws FetchException {
        long gap = Math.max(asked.toNanos(), rules.delay().toNanos());
        Long last = lastRequest.get(url.host());
        long now = System.nanoTime();
        long wait = last == null ? 0 : last + gap - now;
        try {
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(Math.min(wait, Math.max(0, deadline - now)));
            }
        } catch (InterruptedException e) {
            throw Failures.interrupted(url);
        }
        lastRequest.put(url.host(), System.nanoTime());
    }

    private static @Nullable Duration retryAfter(Response response) {
        if (response.code() != 429 && response.code() != 503) {
            return null;
        }
        Duration wait = RetryAfter.read(response.header("Retry-After"), Instant.now());
        return wait == null || wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
    }

    /** A robots.txt: what it says; nothing if the site has none (4xx); null if the site fails, and then nothing is read. */
    private byte @Nullable [] robotsTxt(HttpUrl url) {
        HttpUrl next = url;
        for (int hop = 0; hop < 5 && next != null; hop++) {
            try (Response response = call(new Request.Builder()
                            .url(next)
                            .header("User-Agent", AGENT)
                            .build())
                    .execute()) {
                String location = response.header("Location");
                if (response.code() >= 300 && response.code() < 400 && location != null) {
                    next = next.resolve(location);
                    continue;
                }
                return response.code() == 200
                        ? Bodies.beginning(response, ROBOTS_BYTES)
                        : response.code() < 500 ? NOTHING : null;
            } catch (IOException | FetchException e) {
                // The page itself will fail in the same way, and says why.
                return NOTHING;
            }
        }
        return NOTHING;
    }
}
