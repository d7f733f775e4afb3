package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells of each possible keyphrase of an English text, in figures, what speaks for and against it: how often and where it
 * stands, what it is made of, what stands around it, how rare its words are, and what kind of text it is in. No figure
 * depends on which word it is, but for short lists of words that are common, slight, or speak of texts.
 */
public final class PhraseFeatures {
    private static final int LONG_TEXT = 1_500;
    private static final int BEGINNING = 600;
    private static final int FIRST_SENTENCES = 20;
    private static final List<String> RANKED =
            List.of("word-worth", "mean-word-worth", "tf-idf", "centre", "mean-centre", "uses", "first");

    private final Reading reading;
    private final Frequencies frequencies;
    private final double tokens;
    private final List<String> names = FeatureRow.newNames();

    private PhraseFeatures(Reading reading, Frequencies frequencies) {
        this.reading = reading;
        this.frequencies = frequencies;
        this.tokens = Math.max(1, reading.profile().tokens());
    }

    /** The candidates of a reading with their features, in the order of their first use. */
    public static List<Described> of(Reading reading, Frequencies frequencies) {
        return new PhraseFeatures(reading, frequencies).all();
    }

    private List<Described> all() {
        List<Candidate> candidates = new ArrayList<>();
        List<FeatureRow> rows = new ArrayList<>();
        for (Candidate candidate : reading.candidates()) {
            boolean scarce = candidate.uses < 2 && candidate.place.first > BEGINNING;
            if (candidate.uses > 0 && !(scarce && tokens > LONG_TEXT)) {
                candidates.add(candidate);
                rows.add(row(candidate));
            }
        }
        RANKED.forEach(name -> addRanks(rows, name));
        List<Described> described = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            described.add(new Described(
                    candidate.key, candidate.surface(), names, rows.get(i).values()));
        }
        return described;
    }

    private FeatureRow row(Candidate candidate) {
        FeatureRow row = new FeatureRow(names);
        text(row);
        form(row, candidate);
        use(row, candidate);
        words(row, candidate);
        return row;
    }

    private void text(FeatureRow row) {
        TextProfile profile = reading.profile();
        row.put("text-long", Math.min(1, Math.max(0, (profile.tokens() - 600) / 3_000.0)));
        row.put("text-names", profile.names());
        row.put("text-people", profile.people());
        row.put("text-story", profile.names() + 3 * profile.people());
        row.put("text-verbs", profile.verbs());
        row.put("text-proper-nouns", profile.properNouns());
        row.put("text-word-length", profile.wordLength());
        row.put("text-phrase-length", profile.phraseLength());
    }

    private static void form(FeatureRow row, Candidate candidate) {
        String last = candidate.words.get(candidate.size() - 1);
        row.put("words", candidate.size());
        row.put("word-length", (double) String.join(" ", candidate.words).length() / candidate.size());
        row.put("capitals", candidate.share(candidate.capitals));
        row.put("acronym", candidate.share(candidate.acronyms));
        row.put("hyphen", flag(candidate.words.stream().anyMatch(word -> word.indexOf('-') > 0)));
        row.put("first-proper-noun", flag(candidate.firstWord.tag().equals("PROPN")));
        row.put("last-noun", flag(candidate.lastWord.tag().equals("NOUN")));
        row.put("as-noun", candidate.tagged("NOUN"));
        row.put("as-verb", candidate.tagged("VERB"));
        row.put("as-adjective", candidate.tagged("ADJ"));
        row.put("ends-ing", flag(last.endsWith("ing")));
        row.put("begins-ing", flag(candidate.words.get(0).endsWith("ing")));
        row.put("plural", flag(last.endsWith("s")));
    }

    private void use(FeatureRow row, Candidate candidate) {
        Candidate.Place place = candidate.place;
        Candidate.Around around = candidate.around;
        row.put("uses", Math.log(candidate.uses));
        row.put("whole", Math.log1p(candidate.whole));
        row.put("whole-share", candidate.share(candidate.whole));
        row.put("trimmed", Math.log1p(candidate.trimmed));
        row.put("trimmed-share", Math.min(1, candidate.share(candidate.trimmed)));
        row.put("in-longer", candidate.share(candidate.usesInLonger));
        row.put("first", place.first / tokens);
        row.put("last", place.last / tokens);
        row.put("spread", (place.last - place.first) / tokens);
        row.put("first-sentence", Math.min(FIRST_SENTENCES, place.firstSentence));
        row.put("opening", flag(place.opening));
        row.put("after-determiner", candidate.share(around.determiner));
        row.put("after-preposition", candidate.share(around.preposition));
        row.put("after-verb", candidate.share(around.verb));
        row.put("nothing-before", candidate.share(around.nothingBefore));
        row.put("nothing-after", candidate.share(around.nothingAfter));
    }

    private void words(FeatureRow row, Candidate candidate) {
        int size = candidate.size();
        Set<String> common = Tagger.commonWords();
        WordSums sums = new WordSums();
        for (int i = 0; i < size; i++) {
            String stem = candidate.stems.get(i);
            String word = candidate.words.get(i);
            sums.add(
                    Math.max(1, reading.words().count(stem)),
                    frequencies.rarity(stem, common.contains(word)),
                    reading.words().rank(stem));
        }
        row.put("most-used-word", sums.mostUsed);
        row.put("rarity", sums.rarity / size);
        row.put("most-rare", sums.mostRare);
        row.put("least-rare", sums.leastRare);
        row.put("word-worth", sums.worth);
        row.put("mean-word-worth", sums.worth / size);
        row.put("centre", sums.centre);
        row.put("mean-centre", sums.centre / size);
        double own = frequencies.rarity(candidate, common.contains(candidate.words.get(0)));
        row.put("phrase-rarity", own);
        row.put("tf-idf", Math.log(candidate.uses) + Math.log(Math.max(0.02, own)));
        row.put("of-most-used", Math.log(candidate.uses) - sums.mostUsed);
        row.put("common", share(candidate, common));
        row.put("general", share(candidate, StopWords.general("en")));
        row.put("discourse", share(candidate, StopWords.discourse()));
        row.put(
                "last-discourse",
                flag(StopWords.discourse().contains(Folding.singular(candidate.words.get(size - 1)))));
    }

    private static double share(Candidate candidate, Set<String> list) {
        return (double) candidate.words.stream()
                        .filter(word -> list.contains(word) || list.contains(Folding.singular(word)))
                        .count()
                / candidate.size();
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }

    /** Adds the place of each row when they are sorted by a feature, as a logarithm; equals share the middle place. */
    private void addRanks(List<FeatureRow> rows, String name) {
        int feature = names.indexOf(name);
        double sign = name.equals("first") ? 1 : -1;
        double[] values =
                rows.stream().mapToDouble(row -> sign * row.get(feature)).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < values.length; i++) {
            int below = firstAtLeast(sorted, values[i]);
            int notAbove = firstAtLeast(sorted, Math.nextUp(values[i]));
            rows.get(i).put("place-by-" + name, Math.log((below + notAbove) / 2.0 + 1));
        }
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sums over the words of a candidate. */
    private static final class WordSums {
        private double mostUsed;
        private double rarity;
        private double mostRare;
        private double leastRare = Double.MAX_VALUE;
        private double worth;
        private double centre;

        void add(int count, double itsRarity, double itsCentre) {
            mostUsed = Math.max(mostUsed, Math.log(count));
            rarity += itsRarity;
            mostRare = Math.max(mostRare, itsRarity);
            leastRare = Math.min(leastRare, itsRarity);
            worth += Math.sqrt(count) * itsRarity;
            centre += itsCentre;
        }
    }

    /**
     * A possible keyphrase with its features.
     *
     * @param key the stems of its words, one space between
     * @param surface its commonest spelling, lower case
     * @param names the features' names, the same for all
     * @param features their values
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Described(String key, String surface, List<String> names, double[] features) {}
}
