package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    Path folder;

    @Test
    void frontMatterGivesTitleDateAuthorAndTags() throws IOException {
        file(
                "a.md",
                "---\ntitle: 'Tea: a love'\ndate: 2026-03-04 10:00:00 +0200\nauthor: Ines\ntags: [tea, \"kettles\"]\n---\n# Tea\n\nSome *very* [good](http://x.org/a_b) tea.\n\n```\ncode()\n```\n\n- one `item`\n");

        Article article = read().articles().get(0);

        assertThat(article.title()).isEqualTo("Tea: a love");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
        assertThat(article.author()).isEqualTo("Ines");
        assertThat(article.tags()).containsExactly("tea", "kettles");
        assertThat(article.text()).isEqualTo("Some very good tea.\n\none item");
    }

    @Test
    void tomlHeadAndFileNameAreUnderstood() throws IOException {
        file("2026-01-02-on-tea.md", "Just text about tea.");
        file("b.md", "+++\ntitle = \"Toml\"\ndate = 2026-02-03T04:05:06Z\ntags = [\"x\", \"y\"]\n+++\nBody.");

        List<Article> articles = read().articles();

        assertThat(articles.get(0).title()).isEqualTo("on tea");
        assertThat(articles.get(0).published()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(articles.get(1).title()).isEqualTo("Toml");
        assertThat(articles.get(1).published()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(articles.get(1).tags()).containsExactly("x", "y");
    }

    @Test
    void headsOfHugoZolaAndJsonAreUnderstood() throws IOException {
        file(
                "a.md",
                "+++\ntitle = 'Tables'\ndate = 2026-02-03\ntags = [\n  \"x\",\n  \"y\",\n]\n[cover]\nimage = \"c.png\"\n"
                        + "[taxonomies]\ncategories = [\"z\"]\n+++\nBody.");
        file("b.md", "{\n  \"title\": \"Jason\",\n  \"date\": \"2026-02-04\", \"tags\": [\"j\"]\n}\n\nBody of it.");
        file("c.md", "{{< hugo >}} opens this one.");

        List<Article> articles = read().articles();

        assertThat(articles).extracting(Article::title).containsExactly("Tables", "Jason", "c");
        assertThat(articles.get(0).published()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
        assertThat(articles.get(0).tags()).containsExactly("x", "y", "z");
        assertThat(articles.get(1).published()).isEqualTo(Instant.parse("2026-02-04T00:00:00Z"));
        assertThat(articles.get(1).text()).isEqualTo("Body of it.");
    }

    @Test
    void brokenTomlAndJsonHeadsAreNamed() throws IOException {
        file("a.md", "+++\ntitle = open\n+++\nText.");
        file("b.md", "{\n  \"title\": open\n}\nText.");

        assertThat(read().problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.what()).contains("front matter"));
    }

    @Test
    void wordsThatSteerATerminalAreTakenOut() throws IOException {
        file("a.txt", "A \u001b[31mred\u001b[0m word and a \u202eturned\u202c one.");
        Blog blog = new BlogReader(ReadingRules.standard())
                .read(List.of(folder.toString(), folder + "/no\u001b[2J\r\nne"), Progress.silent());

        assertThat(blog.articles().get(0).text()).doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(blog.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.sentence()).doesNotContain("\u001b").doesNotContain("\n"));
    }

    @Test
    void endlessTextIsCut() throws IOException {
        file("a.txt", "word ".repeat(100_000));

        Blog blog = read();

        assertThat(blog.articles().get(0).text()).hasSize(250_000);
        assertThat(blog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("longer than 250000 characters"));
    }

    @Test
    void draftsHiddenFilesAndPicturesArePassedOver() throws IOException {
        file("draft.md", "---\ndraft: true\n---\nNot yet.");
        file(".hidden.md", "Secret.");
        file("picture.png", "x");
        file("post.txt", "A post.");

        Blog blog = read();

        assertThat(blog.articles()).extracting(Article::text).containsExactly("A post.");
        assertThat(blog.problems()).isEmpty();
    }

    @Test
    void brokenFrontMatterIsNamedAndTheRestGoesOn() throws IOException {
        file("a.md", "---\ntitle: [open\n---\nText.");
        file("b.md", "Fine.");

        Blog blog = read();

        assertThat(blog.articles()).hasSize(1);
        assertThat(blog.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).endsWith("a.md");
            assertThat(problem.what()).contains("front matter");
        });
    }

    @Test
    void pathsThatHoldNothingAreNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path binary = Files.write(folder.resolve("b.txt"), new byte[] {1, 0, 2});

        Blog blog = new BlogReader(ReadingRules.standard())
                .read(
                        List.of(empty.toString(), folder.resolve("none").toString(), binary.toString(), "ftp://x/y"),
                        Progress.silent());

        assertThat(blog.articles()).isEmpty();
        assertThat(blog.problems())
                .extracting(Problem::what)
                .satisfiesExactly(
                        what -> assertThat(what).contains("holds no posts"),
                        what -> assertThat(what).contains("no such file"),
                        what -> assertThat(what).contains("is not a text"),
                        what -> assertThat(what).contains("not read"));
    }

    @Test
    void oldCharsetIsRead() throws IOException {
        Files.write(folder.resolve("a.txt"), "Café über naïve Größe".getBytes(Charset.forName("windows-1252")));

        assertThat(read().articles().get(0).text()).isEqualTo("Café über naïve Größe");
    }

    @Test
    void languageIsToldFromTheWords() throws IOException {
        file("de.txt", "Der Sauerteig ist nicht nur für das Brot, sondern auch für den Kuchen und die Seele.");
        file("fr.txt", "Le levain est dans la cuisine et nous avons tout ce qu'il faut pour le pain.");

        assertThat(read().articles()).extracting(Article::language).containsExactly("de", "fr");
    }

    @Test
    void archiveGivesOwnPostsAndRepostedAuthors() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(
                data.resolve("tweets.js"),
                "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"My own words https://t.co/x\",\"lang\":\"en\","
                        + "\"created_at\":\"Sun Nov 01 10:00:00 +0000 2026\"}},{\"tweet\":{\"full_text\":\"RT @Bob: b\"}},"
                        + "{\"tweet\":{\"full_text\":\"RT @alice: a\"}},{\"tweet\":{\"full_text\":\"RT @Alice: c\"}}]");

        assertThat(read().articles()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("My own words");
            assertThat(post.published()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
        });
        assertThat(XArchive.repostedAuthors(folder))
                .containsExactly(new RepostedAuthor("alice", 2), new RepostedAuthor("bob", 1));
    }

    @Test
    void zippedArchiveIsReadWithItsPartsAndLongPosts() throws IOException {
        String beginning =
                "A long post that begins here and is cut short by the platform when it has gone on for so long that "
                        + "nobody would count the characters of it any more";
        Path zip = folder.resolve("twitter-2026.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(
                    out,
                    "data/tweets.js",
                    "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"One\"}},"
                            + "{\"tweet\":{\"id_str\":\"2\",\"full_text\":\"" + beginning + "… https://t.co/y\"}}]");
            entry(
                    out,
                    "data/tweets-part1.js",
                    "window.YTD.tweets.part1 = [{\"tweet\":{\"id_str\":\"3\",\"full_text\":\"RT @Bob: b\"}},"
                            + "{\"tweet\":{\"id_str\":\"4\",\"full_text\":\"Four\"}}]");
            entry(
                    out,
                    "data/note-tweet.js",
                    "window.YTD.note_tweet.part0 = [{\"noteTweet\":{\"noteTweetId\":\"9\","
                            + "\"createdAt\":\"2026-03-04T05:06:07.000Z\",\"core\":{\"text\":\"" + beginning
                            + ", to its end.\"}}}]");
            entry(out, "data/ad-impressions.js", "window.YTD.ad_impressions.part0 = [{}]");
        }

        Blog blog = new BlogReader(ReadingRules.standard()).read(List.of(zip.toString()), Progress.silent());

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles())
                .extracting(Article::text)
                .containsExactly(beginning + ", to its end.", "One", "Four");
        assertThat(blog.articles().get(0).published()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(XArchive.repostedAuthors(zip)).containsExactly(new RepostedAuthor("bob", 1));
    }

    @Test
    void zipThatIsNoArchiveIsNamed() throws IOException {
        Path other = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            entry(out, "readme.txt", "Hello");
        }
        Path broken = Files.writeString(folder.resolve("broken.zip"), "PK and no more");

        Blog blog = new BlogReader(ReadingRules.standard())
                .read(List.of(other.toString(), broken.toString()), Progress.silent());

        assertThat(blog.problems())
                .extracting(Problem::what)
                .satisfiesExactly(
                        what -> assertThat(what).contains("holds no data/tweets.js"),
                        what -> assertThat(what).contains("damaged or no zip"));
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void damagedArchiveIsNamed() throws IOException {
        Path cut = Files.writeString(folder.resolve("tweets.js"), "window.YTD.tweets.part0 = [{\"tweet\":{\"full_te");
        Path other = Files.writeString(folder.resolve("other.js"), "alert(1)");

        assertThatThrownBy(() -> XArchive.repostedAuthors(cut)).hasMessageContaining("unpack the archive again");
        assertThatThrownBy(() -> XArchive.repostedAuthors(other)).hasMessageContaining("is not an X archive");
        assertThatThrownBy(() -> XArchive.repostedAuthors(folder.resolve("data")))
                .isInstanceOf(IOException.class);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Blog read() {
        return new BlogReader(ReadingRules.standard()).read(List.of(folder.toString()), Progress.silent());
    }
}
