package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads a site that this machine serves, good and bad. */
@Timeout(30)
class BlogReaderITCase {
    private static final String WORDS =
            "The kettle sang while we sorted the seed packets, and nobody spoke of the frost that had been promised for the night. ";
    private static final String LONG = WORDS.repeat(8);

    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void start() throws IOException {
        site = new SmallSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void rssFeedFoundFromTheFrontPageIsRead() {
        site.text(
                "/",
                "text/html",
                "<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>Hello</body></html>");
        site.text(
                "/feed.xml",
                "application/rss+xml",
                rss(item("First", "/first", LONG) + item("Second", "/second", "Only the beginning.")));
        site.text("/second", "text/html", page("Second", LONG));

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("First", "Second");
        Article first = blog.articles().get(0);
        assertThat(first.published()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(first.tags()).containsExactly("gardens");
        assertThat(first.language()).isEqualTo("en");
        assertThat(first.text()).startsWith("The kettle sang").doesNotContain("<");
        assertThat(blog.articles().get(1).text())
                .as("a beginning is completed from the post's page")
                .contains("frost");
    }

    @Test
    void atomAndJsonFeedsAreRead() {
        site.text(
                "/atom.xml",
                "application/atom+xml",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>Atomic</title><link href='/a'/><id>1</id>"
                        + "<published>2026-02-03T04:05:06Z</published><content type='html'>&lt;p&gt;" + LONG
                        + "&lt;/p&gt;</content></entry></feed>");
        site.text(
                "/feed.json",
                "application/feed+json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"url\":\"{site}/j\",\"title\":\"Jason\","
                        + "\"content_html\":\"<p>" + LONG
                        + "</p>\",\"date_published\":\"2026-02-03T04:05:06+01:00\",\"tags\":[\"x\"]}]}");

        Blog blog = read("/atom.xml", "/feed.json");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("Atomic", "Jason");
        assertThat(blog.articles()).extracting(Article::id).containsExactly(site.url("/a"), site.url("/j"));
        assertThat(blog.articles().get(1).published()).isEqualTo(Instant.parse("2026-02-03T03:05:06Z"));
    }

    @Test
    void sitemapIsReadWithoutItsTagPages() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nSitemap: {site}/maps.xml\n");
        site.text("/", "text/html", "<html><body>Hello</body></html>");
        site.text(
                "/maps.xml",
                "application/xml",
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{site}/map.xml</loc></sitemap></sitemapindex>");
        site.text(
                "/map.xml",
                "application/xml",
                "<?xml version='1.0'?><urlset><url><loc>{site}/</loc></url><url><loc>{site}/one/post</loc></url><url><loc>{site}/tag/x</loc></url></urlset>");
        site.text("/one/post", "text/html", page("One post", LONG));

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("One post");
        assertThat(site.requests).doesNotContain("/tag/x");
    }

    @Test
    void wordPressIsReadToItsLastPage() {
        site.text(
                "/",
                "text/html",
                "<html lang=en><head><link rel='https://api.w.org/' href='/wp-json/'></head><body>Hello</body></html>");
        StringBuilder hundred = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            hundred.append(i == 0 ? "" : ",").append(wordPressPost("p" + i));
        }
        site.text(
                "/wp-json/wp/v2/posts?_fields=link,date_gmt,title,content,_links,_embedded&_embed=wp:term&per_page=100&page=1",
                "application/json",
                "[" + hundred + "]");
        site.text(
                "/wp-json/wp/v2/posts?_fields=link,date_gmt,title,content,_links,_embedded&_embed=wp:term&per_page=100&page=2",
                "application/json",
                "[" + wordPressPost("last") + "]");

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).hasSize(101);
        assertThat(blog.articles().get(100).title()).isEqualTo("A & B");
        assertThat(blog.articles().get(100).published()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void wordPressThatGivesFewerPostsAPageIsReadToItsLastPage() {
        site.text(
                "/",
                "text/html",
                "<html><head><link rel='https://api.w.org/' href='/wp-json/'></head><body>Hello</body></html>");
        for (int page = 1; page <= 3; page++) {
            byte[] post = ("[" + wordPressPost("p" + page) + "]")
                    .replace("{site}", site.url(""))
                    .getBytes(StandardCharsets.UTF_8);
            site.on(
                    "/wp-json/wp/v2/posts?_fields=link,date_gmt,title,content,_links,_embedded&_embed=wp:term&per_page=100&page="
                            + page,
                    exchange -> {
                        exchange.getResponseHeaders().set("X-WP-TotalPages", "3");
                        exchange.sendResponseHeaders(200, post.length);
                        exchange.getResponseBody().write(post);
                    });
        }

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).hasSize(3);
    }

    @Test
    void feedsAreFollowedFromPageToPage() {
        site.text(
                "/feed.xml",
                "application/rss+xml",
                rss("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='/feed-2.xml'/>"
                        + item("A", "/a", LONG)));
        site.text("/feed-2.xml", "application/rss+xml", rss(item("B", "/b", LONG)));
        site.text(
                "/feed/",
                "application/rss+xml",
                rss("<generator>https://wordpress.org/?v=6.9</generator>" + item("C", "/c", LONG)));
        site.text(
                "/feed/?paged=2",
                "application/rss+xml",
                rss("<generator>https://wordpress.org/?v=6.9</generator>" + item("D", "/d", LONG)));
        site.text(
                "/feed.json",
                "application/feed+json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"next_url\":\"{site}/feed-2.json\",\"items\":["
                        + jsonItem("e") + "]}");
        site.text(
                "/feed-2.json",
                "application/feed+json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"next_url\":\"{site}/feed.json\",\"items\":["
                        + jsonItem("f") + "]}");

        Blog blog = read("/feed.xml", "/feed/", "/feed.json");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("A", "B", "C", "D", "e", "f");
    }

    @Test
    void feedAtAUsualPlaceIsFoundWithoutALink() {
        site.text("/", "text/html", "<html><body>Hello</body></html>");
        site.text(
                "/atom.xml",
                "application/atom+xml",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>Atomic</title><link href='/a'/><id>1</id><content type='html'>"
                        + LONG + "</content></entry></feed>");

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("Atomic");
    }

    @Test
    void packedSitemapAtAUsualPlaceIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("<urlset><url><loc>" + site.url("/one/post") + "</loc></url></urlset>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        site.text("/", "text/html", "<html><body>Hello</body></html>");
        site.text(
                "/sitemap_index.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>{site}/posts.xml.gz</loc></sitemap></sitemapindex>");
        site.bytes("/posts.xml.gz", "application/gzip", packed.toByteArray());
        site.text("/one/post", "text/html", page("One post", LONG));

        Blog blog = read("/");

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).extracting(Article::title).containsExactly("One post");
    }

    @Test
    void hostilePageCostsOnlyItself() {
        site.text("/2026/comments", "text/html", "<!---->".repeat(100_000));
        site.text("/2026/prolog", "text/html", "<!---->".repeat(1_000) + "Words");
        site.text("/feed.xml", "application/rss+xml", rss("<a>".repeat(100_000)));
        site.on("/2026/later", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "-5");
            exchange.sendResponseHeaders(503, -1);
        });
        site.on("/2026/brotli", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write(new byte[] {1, 2, 3, 4});
        });
        site.text("/2026/post", "text/html", page("Fine", LONG));

        Blog blog = read("/2026/comments", "/2026/prolog", "/feed.xml", "/2026/later", "/2026/brotli", "/2026/post");

        assertThat(blog.articles()).extracting(Article::title).contains("Fine");
        assertProblem(blog, "more than 80000 elements");
        assertProblem(blog, "nested more than 250 deep");
        assertProblem(blog, "the server answered 503");
        assertProblem(blog, "packed as 'br'");
    }

    @Test
    void addressWithAPasswordIsRefusedAndNotRepeated() {
        site.redirect("/2026/sneaky", site.url("/2026/post").replace("http://", "http://ann:s3cret@"));

        Blog blog = new BlogReader(rules())
                .read(
                        List.of(
                                site.url("/2026/post").replace("http://", "http://ann:s3cret@"),
                                site.url("/2026/sneaky")),
                        Progress.silent());

        assertThat(blog.problems()).hasSize(2);
        assertProblem(blog, "a user name or password, and those are not sent");
        assertThat(blog.problems().toString()).doesNotContain("s3cret");
    }

    @Test
    void proxyOfTheMachineIsNotUsed() throws IOException {
        site.text("/2026/post", "text/html", page("Direct", LONG));
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", Integer.toString(proxy.getLocalPort()));
            System.setProperty("socksNonProxyHosts", "");
            assertThat(read("/2026/post").articles()).extracting(Article::title).containsExactly("Direct");
        } finally {
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
            System.clearProperty("socksNonProxyHosts");
        }
    }

    @Test
    void singlePostIsRead() {
        site.text("/2026/a-post", "text/html", page("A post", LONG));

        assertThat(read("/2026/a-post").articles()).extracting(Article::title).containsExactly("A post");
    }

    @Test
    void unchangedPageComesFromTheCache() {
        AtomicInteger full = new AtomicInteger();
        site.on("/2026/post", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            full.incrementAndGet();
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            byte[] body = page("Kept", LONG).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        ReadingRules rules = rules().withCache(folder.resolve("cache"));

        Blog first = read(rules, "/2026/post");
        Blog second = read(rules, "/2026/post");

        assertThat(second.articles()).isEqualTo(first.articles()).hasSize(1);
        assertThat(full).hasValue(1);
    }

    @Test
    void robotsTxtIsKept() {
        site.text("/robots.txt", "text/plain", "User-agent: linnet\nDisallow: /private/\n");
        site.text("/private/post", "text/html", page("Private", LONG));

        assertProblem(read("/private/post"), "robots.txt asks not to be read");
        assertThat(site.requests).containsExactly("/robots.txt");
    }

    @Test
    void robotsDelayIsKept() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 1\n");
        site.redirect("/a", "/2026/b");
        site.text("/2026/b", "text/html", page("B", LONG));

        long start = System.nanoTime();
        assertThat(read("/a").articles()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void deadLinkIsNamedAndTheRestGoesOn() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        site.text("/2026/post", "text/html", page("Alive", LONG));

        Blog blog = new BlogReader(rules())
                .read(List.of("http://127.0.0.1:" + port + "/gone", site.url("/2026/post")), Progress.silent());

        assertProblem(blog, "nothing answers at 127.0.0.1:" + port);
        assertThat(blog.articles()).extracting(Article::title).containsExactly("Alive");
    }

    @Test
    void notFoundIsNamed() {
        assertProblem(read("/nowhere"), "the server answered 404 Not Found; check the address");
    }

    @Test
    void feedThatIsHtmlIsNamed() {
        site.text("/feed.xml", "application/rss+xml", "<!doctype html><html><body>Moved</body></html>");
        site.text(
                "/",
                "text/html",
                "<html><head><link rel=alternate type='application/rss+xml' href='/rss'></head><body>" + LONG
                        + "</body></html>");
        site.text("/rss", "text/html", "<html><body>Moved</body></html>");

        assertProblem(read("/feed.xml"), "is called like a feed, but is an HTML page");
        assertProblem(read("/"), "the page calls it its feed, but it is none");
    }

    @Test
    void feedWithDoctypeIsRefused() {
        String secret = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '{site}/secret'>]>"
                + rss(item("&x;", "/x", LONG));
        site.text("/feed.xml", "application/rss+xml", secret);
        site.text("/bomb.xml", "application/rss+xml", secret.replace("SYSTEM '{site}/secret'", "'ha'"));

        assertProblem(read("/feed.xml"), "has a DOCTYPE");
        assertProblem(read("/bomb.xml"), "has a DOCTYPE");
        assertThat(site.requests).doesNotContain("/secret");
    }

    @Test
    void brokenFeedIsNamed() {
        site.text("/feed.xml", "application/rss+xml", rss("<item><title>Open"));

        assertProblem(read("/feed.xml"), "the feed is not valid XML");
    }

    @Test
    void gzipBombIsCutOff() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(small)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertThat(small.size()).isLessThan(rules().maxBytes());
        site.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, small.size());
            exchange.getResponseBody().write(small.toByteArray());
        });

        assertProblem(read("/bomb"), "larger than 1 MiB once inflated");
    }

    @Test
    void endlessBodyIsCutOff() {
        site.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.interrupted()) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });

        assertProblem(read("/endless"), "or never ends");
    }

    @Test
    void dribbledBodyMeetsTheDeadline() {
        site.on("/dribble", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 1_000; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ReadingRules hasty =
                new ReadingRules(null, true, 10, 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ZERO);

        assertProblem(read(hasty, "/dribble"), "took longer than 1 s");
    }

    @Test
    void redirectLoopIsNamed() {
        site.redirect("/a", "/b");
        site.redirect("/b", "/a");

        assertProblem(read("/a"), "redirects more than 8 times");
    }

    @Test
    void redirectToAPrivateAddressIsRefused() {
        List<String> forbidden = List.of(
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fd00::1]/",
                "http://[64:ff9b::a00:1]/",
                "http://0.0.0.0/",
                "http://100.64.0.1/");
        for (int i = 0; i < forbidden.size(); i++) {
            site.redirect("/" + i, forbidden.get(i));
            assertProblem(read("/" + i), "an address that is not public");
        }
        site.redirect("/file", "file:///etc/passwd");
        assertProblem(read("/file"), "is no web address");
    }

    @Test
    void thisMachineIsRefusedUnlessAllowed() {
        site.text("/2026/post", "text/html", page("Post", LONG));
        int port = Integer.parseInt(site.url("").replaceAll(".*:", ""));

        for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433")) {
            Blog blog = new BlogReader(rules().withLoopback(false))
                    .read(List.of("http://" + host + ":" + port + "/2026/post"), Progress.silent());
            assertProblem(blog, "not public");
        }
        assertThat(site.requests).isEmpty();
    }

    @Test
    void wrongCharsetIsSeenThrough() {
        String text = page("Café Müller", LONG.replace("kettle", "café"));
        site.bytes("/2026/latin", "text/html; charset=utf-8", text.getBytes(Charset.forName("windows-1252")));
        site.bytes("/2026/utf8", "text/html; charset=iso-8859-1", text.getBytes(StandardCharsets.UTF_8));
        site.bytes("/2026/unknown", "text/html; charset=klingon", text.getBytes(Charset.forName("windows-1252")));

        assertThat(read("/2026/latin", "/2026/utf8", "/2026/unknown").articles())
                .extracting(Article::title)
                .containsExactly("Café Müller", "Café Müller", "Café Müller");
    }

    @Test
    void emptyBlogIsNamed() {
        site.text("/feed.xml", "application/rss+xml", rss(""));
        site.text("/", "text/html", "<html><body></body></html>");

        assertProblem(read("/feed.xml"), "the feed has no entries");
        assertProblem(read("/"), "holds no text");
    }

    @Test
    void languageWithoutWordListIsTold() {
        site.text(
                "/2026/ja", "text/html", page("猫", "これは猫についての記事です。".repeat(60)).replace("lang=en", "lang=ja"));

        Blog blog = read("/2026/ja");

        assertProblem(blog, "the language 'ja' has no word list");
        assertThat(blog.articles()).hasSize(1);
    }

    @Test
    void wholeReadingHasADeadline() {
        site.text("/feed.xml", "application/rss+xml", rss(item("A", "/a", LONG) + item("B", "/b", LONG)));
        ReadingRules over =
                new ReadingRules(null, true, 10, 1 << 20, Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);

        assertProblem(read(over, "/feed.xml"), "the time for the whole reading");
    }

    @Test
    void progressTellsEachStep() {
        site.text("/feed.xml", "application/rss+xml", rss(item("A", "/a", LONG) + item("B", "/b", LONG)));
        List<String> steps = new ArrayList<>();

        new BlogReader(rules())
                .read(List.of(site.url("/feed.xml")), (what, done, known) -> steps.add(done + "/" + known));

        assertThat(steps).containsExactly("1/1", "2/3", "3/3");
    }

    private static void assertProblem(Blog blog, String what) {
        assertThat(blog.problems())
                .extracting(Problem::sentence)
                .anySatisfy(said -> assertThat(said).contains(what));
        assertThat(blog.problems())
                .allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
    }

    private static ReadingRules rules() {
        return new ReadingRules(
                null, true, 1_000, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ZERO);
    }

    private Blog read(String... paths) {
        return read(rules(), paths);
    }

    private Blog read(ReadingRules rules, String... paths) {
        return new BlogReader(rules)
                .read(java.util.Arrays.stream(paths).map(site::url).toList(), Progress.silent());
    }

    private static String page(String title, String text) {
        return "<!doctype html><html lang=en><head><title>" + title + " | A blog</title>"
                + "<meta property=og:type content=article></head><body><nav><a href=/>Home</a></nav><article><h1>"
                + title
                + "</h1><p>" + text + "</p></article></body></html>";
    }

    private static String rss(String items) {
        return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title><link>{site}</link>"
                + "<description>D</description><language>en-gb</language>" + items + "</channel></rss>";
    }

    private static String item(String title, String path, String text) {
        return "<item><title>" + title + "</title><link>{site}" + path
                + "</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>"
                + "<category>gardens</category><description>" + text + "</description></item>";
    }

    private static String jsonItem(String title) {
        return "{\"url\":\"{site}/" + title + "\",\"title\":\"" + title + "\",\"content_text\":\"" + LONG + "\"}";
    }

    private static String wordPressPost(String slug) {
        return "{\"link\":\"{site}/" + slug
                + "\",\"date_gmt\":\"2026-01-02T03:04:05\",\"title\":{\"rendered\":\"A &amp; B\"},"
                + "\"content\":{\"rendered\":\"<p>" + WORDS.strip() + "</p>\"}}";
    }
}
