package dev.linnet.pipeline.dedupe;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law: what stands in the stores in the end is a function of the set of records, not of their order. */
class OrderLawTest {
    private static final List<String> TEXTS = List.of(
            "Streams of events need windows",
            "RT @someone: streams of EVENTS need windows! https://example.org/1",
            "something else entirely, said at length",
            "too short");
    private static final List<String> TRUSTED = List.of("", "", "tina", "abel");

    /** A record of the stream. */
    private record Rec(int key, int kind, int text, int second, int who, int reposts) {
        String id() {
            return "x:" + key;
        }

        Instant at() {
            return Posts.at(second);
        }

        Candidate candidate() {
            if (kind == 0) {
                return Candidate.gone(id(), at());
            }
            boolean repost = kind == 1 || kind == 4;
            Post post = Posts.of(
                    String.valueOf(key),
                    "author" + key,
                    TEXTS.get(text),
                    // An edit may tell another time of creation.
                    Posts.at(key / 2 + (text == 3 ? 0.5 : 0)),
                    repost ? "fan" + who : "",
                    repost ? "r" + key + who : "",
                    at(),
                    repost ? reposts : 0);
            // Some records tell of one and the same edit.
            Instant written = Posts.at(second - second % 8);
            if (kind >= 3) {
                post = Posts.edited(post, post.text(), written);
            }
            if (kind >= 3 && who % 2 == 0) {
                return Candidate.outgrown(id(), at(), post);
            }
            return new Candidate(
                    Candidate.Kind.POST,
                    id(),
                    at(),
                    post,
                    List.of("k" + text),
                    false,
                    repost ? TRUSTED.get(who % TRUSTED.size()) : "");
        }
    }

    /** What stands in the stores of one post. */
    private record Stored(String text, Instant created, List<String> keywords, long reach, Instant seen, String via) {}

    @Property(tries = 300)
    void endDependsOnTheSetOfRecordsAlone(@ForAll("records") List<Rec> records, @ForAll long seed) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        records.forEach(rec -> candidates.add(rec.candidate()));
        Map<String, Stored> expected = oracle(candidates);

        Collections.shuffle(candidates, new Random(seed));
        DedupeChain chain = new DedupeChain(new Random(seed));
        Map<String, Stored> stored = store(chain.run(candidates));

        assertThat(stored).isEqualTo(expected);
        long countedBefore =
                candidates.stream().filter(c -> c.kind() != Candidate.Kind.POST).count();
        assertThat(chain.ended() + chain.delivered()).isEqualTo(candidates.size() - countedBefore);
    }

    @Provide
    Arbitrary<List<Rec>> records() {
        Arbitrary<Rec> rec = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(1, 0),
                                net.jqwik.api.Tuple.of(4, 1),
                                net.jqwik.api.Tuple.of(4, 2),
                                net.jqwik.api.Tuple.of(3, 3),
                                net.jqwik.api.Tuple.of(2, 4)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(3, 40),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 4))
                .as(Rec::new);
        return rec.list().ofMinSize(1).ofMaxSize(25);
    }

    private static Map<String, Stored> store(List<PostChange> changes) {
        Map<String, Stored> stored = new TreeMap<>();
        Set<String> gone = new HashSet<>();
        for (PostChange change : changes) {
            assertThat(gone).as("nothing is said of a post after its deletion").doesNotContain(change.key());
            switch (change.action()) {
                case PUT -> {
                    Candidate candidate = change.requireCandidate();
                    Stored now = new Stored(
                            candidate.requirePost().text(),
                            change.created(),
                            change.keywords(),
                            change.reach(),
                            change.firstSeen(),
                            candidate.trustedVia());
                    Stored before = stored.put(change.key(), now);
                    if (before != null) {
                        assertThat(before.created())
                                .as("a point is written over")
                                .isEqualTo(now.created());
                        assertThat(before.keywords()).isEqualTo(now.keywords());
                    }
                }
                case WITHDRAW -> {
                    Stored before = requireNonNull(stored.remove(change.key()));
                    assertThat(change.created()).isEqualTo(before.created());
                    assertThat(change.keywords()).isEqualTo(before.keywords());
                }
                case DELETE -> {
                    Stored before = stored.remove(change.key());
                    if (before != null) {
                        assertThat(change.created()).isEqualTo(before.created());
                        assertThat(change.keywords()).isEqualTo(before.keywords());
                    }
                    gone.add(change.key());
                }
            }
        }
        return stored;
    }

    /** The law in its plainest form. */
    private static Map<String, Stored> oracle(List<Candidate> candidates) {
        Map<String, List<Candidate>> byKey = new TreeMap<>();
        Set<String> deleted = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.kind() == Candidate.Kind.DELETED) {
                deleted.add(candidate.key());
            } else {
                byKey.computeIfAbsent(candidate.key(), key -> new ArrayList<>()).add(candidate);
            }
        }
        byKey.keySet().removeAll(deleted);
        Map<Long, Map<String, Stored>> groups = new HashMap<>();
        byKey.forEach((key, versions) -> {
            Candidate newest = Collections.max(
                    versions,
                    Comparator.comparing((Candidate c) ->
                                    requireNonNullElse(c.requirePost().edited(), Instant.EPOCH))
                            .thenComparing(c -> c.kind() == Candidate.Kind.POST)
                            .thenComparing(Candidate::at)
                            .thenComparing(c -> DedupeFunction.contentHash(c.requirePost())));
            if (newest.kind() != Candidate.Kind.POST) {
                return;
            }
            long told = versions.stream()
                    .mapToLong(c -> c.requirePost().reposts())
                    .max()
                    .orElse(0);
            long seen = versions.stream()
                    .map(c -> c.requirePost().viaId())
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .count();
            Stored stored = new Stored(
                    newest.requirePost().text(),
                    newest.requirePost().created(),
                    newest.keywords(),
                    Math.max(told, seen),
                    versions.stream()
                            .map(Candidate::at)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    versions.stream()
                            .map(Candidate::trustedVia)
                            .filter(via -> !via.isEmpty())
                            .min(Comparator.naturalOrder())
                            .orElse(""));
            groups.computeIfAbsent(Fingerprint.of(newest.requirePost()), group -> new TreeMap<>())
                    .put(key, stored);
        });
        Map<String, Stored> result = new TreeMap<>();
        groups.values().forEach(members -> {
            Map.Entry<String, Stored> winner = Collections.min(
                    members.entrySet(),
                    Comparator.comparing((Map.Entry<String, Stored> e) ->
                                    e.getValue().created())
                            .thenComparing(Map.Entry::getKey));
            long reach = members.values().stream().mapToLong(m -> 1 + m.reach()).sum() - 1;
            Stored own = winner.getValue();
            result.put(
                    winner.getKey(),
                    new Stored(own.text(), own.created(), own.keywords(), reach, own.seen(), own.via()));
        });
        return result;
    }
}
