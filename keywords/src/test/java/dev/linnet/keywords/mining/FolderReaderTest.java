package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
