package dev.linnet.nlp.profanity;

import dev.linnet.nlp.text.Hashtags;
import dev.linnet.nlp.text.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds profane words: whole words of the shipped list and of the user's own, also drawn-out ({@code fuuuck}), disguised
 * ({@code sh1t}), masked ({@code f*ck}) and spaced ({@code f.u.c.k}). Scunthorpe, Essex and cocktails stay clean.
 */
public final class ProfanityList {
    /** A word with what may stand for its letters; a link, an address or a handle is read like any other word. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}@$#*!+](?:[\\p{L}\\p{N}\\p{M}@$*#!+'’-]*[\\p{L}\\p{N}\\p{M}$*])?");

    private static final Pattern SPACED =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:([ ._*-])\\p{L})(?:\\1\\p{L}){1,12}(?![\\p{L}\\p{N}])");

    /** What phrases are made of. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}'’-]+");

    private static final int LONGEST_TOKEN = 60;

    private final Map<String, List<Entry>> words;
    private final List<Entry> inside;
    private final List<List<String>> phrases;

    private ProfanityList(Map<String, List<Entry>> words, List<Entry> inside, List<List<String>> phrases) {
        this.words = words;
        this.inside = inside;
        this.phrases = phrases;
    }

    /** The list that ships: English, Spanish, Portuguese, French and German. */
    public static ProfanityList shipped() {
        return Shared.LIST;
    }

    /** This list and the user's own words, which count in every language; several words make a phrase. */
    public ProfanityList with(List<String> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, List<Entry>> more = new HashMap<>(words);
        List<List<String>> morePhrases = new ArrayList<>(phrases);
        for (String word : own) {
            String folded = Folding.plain(word.strip());
            if (folded.indexOf(' ') >= 0) {
                morePhrases.add(phrase(folded));
            } else if (!folded.isEmpty()) {
                more.put(folded, List.of(new Entry(folded, Kind.OWN, "", false, false, false)));
            }
        }
        return new ProfanityList(Map.copyOf(more), inside, List.copyOf(morePhrases));
    }

    private static List<String> phrase(String folded) {
        return WORD.matcher(folded).results().map(MatchResult::group).toList();
    }

    /**
     * The profane words of a clean text, distinct, in order.
     *
     * @param language the post's language, ISO 639-1 or {@code und}: some words are decent in other languages
     */
    public List<Profanity> find(String text, String language) {
        return look(text, language).words();
    }

    /**
     * A text with its profane words masked: {@code f***}.
     *
     * @param language the post's language, ISO 639-1 or {@code und}
     * @param kinds the kinds of words to mask; others stay
     */
    public String masked(String text, String language, Set<Kind> kinds) {
        return look(text, language).masked(kinds);
    }

    private Findings look(String text, String language) {
        Findings found = new Findings(text);
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            if (tokens.end() - tokens.start() <= LONGEST_TOKEN) {
                token(tokens.group(), tokens.start(), language, found);
            }
        }
        Matcher spaced = SPACED.matcher(text);
        while (spaced.find()) {
            String joined = Folding.plain(spaced.group().replaceAll("[ ._*-]", ""));
            found.note(spaced.start(), spaced.end(), known(joined, language, false));
        }
        if (!phrases.isEmpty()) {
            phrases(text, found);
        }
        return found;
    }

    private void token(String token, int start, String language, Findings found) {
        if (token.charAt(0) == '@') {
            found.note(start, start + token.length(), disguised(Folding.plain(token), language));
            return;
        }
        if (token.charAt(0) == '#' && token.length() > 1) {
            parts(token, start, Hashtags.words(token.substring(1)), language, found);
            return;
        }
        Entry whole = word(token, language);
        found.note(start, start + token.length(), whole);
        if (whole == null && token.indexOf('-') > 0) {
            parts(token, start, List.of(token.split("-")), language, found);
        }
    }

    private void parts(String token, int start, List<String> parts, String language, Findings found) {
        int from = 0;
        for (String part : parts) {
            int at = token.indexOf(part, from);
            from = at + part.length();
            found.note(start + at, start + from, part.isEmpty() ? null : word(part, language));
        }
    }

    /** The entry a word stands for, however it is written. */
    private @Nullable Entry word(String written, String language) {
        String plain = Folding.plain(withoutPossessive(written));
        boolean capitalised = isCapitalised(written);
        Entry entry = known(plain, language, capitalised);
        if (entry == null && plain.indexOf('*') >= 0) {
            entry = masked(plain, language);
        }
        if (entry == null) {
            entry = disguised(plain, language);
        }
        if (entry == null && Folding.longestRun(plain) > 1) {
            entry = drawnOut(plain, language, capitalised);
        }
        return entry;
    }

    private @Nullable Entry known(String plain, String language, boolean capitalised) {
        for (Entry entry : words.getOrDefault(plain, List.of())) {
            if (entry.countsIn(language, capitalised)) {
                return entry;
            }
        }
        for (Entry entry : inside) {
            if (plain.length() > entry.word().length() && plain.contains(entry.word())) {
                return entry;
            }
        }
        return null;
    }

    private @Nullable Entry disguised(String plain, String language) {
        return Folding.isDisguised(plain) ? known(Folding.undisguised(plain), language, false) : null;
    }

    private @Nullable Entry drawnOut(String plain, String language, boolean capitalised) {
        String once = Folding.shortened(plain, 1);
        if (Folding.longestRun(plain) == 2) {
            // A doubled letter is mostly right as it is; only a longer word can be told from it.
            return once.length() > 3 ? known(once, language, capitalised) : null;
        }
        Entry entry = known(Folding.shortened(plain, 2), language, capitalised);
        return entry == null ? known(once, language, capitalised) : entry;
    }

    /** A word with asterisks for some letters: two letters have to be left, the first among them. */
    private @Nullable Entry masked(String plain, String language) {
        long letters = plain.chars().filter(Character::isLetter).count();
        long masks = plain.chars().filter(c -> c == '*').count();
        if (letters + masks != plain.length() || !Character.isLetter(plain.charAt(0))) {
            return null;
        }
        if (letters == 1) {
            return plain.equals("f***") ? known("fuck", language, false) : null;
        }
        for (List<Entry> entries : words.values()) {
            Entry entry = entries.get(0);
            if (entry.word().length() == plain.length() && fits(plain, entry.word())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean fits(String masked, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (masked.charAt(i) != '*' && masked.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void phrases(String text, Findings found) {
        List<MatchResult> places = WORD.matcher(text).results().toList();
        List<String> plain =
                places.stream().map(place -> Folding.plain(place.group())).toList();
        for (List<String> phrase : phrases) {
            for (int first = 0; first + phrase.size() <= plain.size(); first++) {
                int last = first + phrase.size() - 1;
                if (plain.subList(first, last + 1).equals(phrase)) {
                    found.noteOwn(places.get(first).start(), places.get(last).end());
                }
            }
        }
    }

    private static String withoutPossessive(String word) {
        int apostrophe = word.length() - 2;
        if (apostrophe < 1 || (word.charAt(apostrophe) != '\'' && word.charAt(apostrophe) != '’')) {
            return word;
        }
        return word.substring(0, apostrophe);
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    private static ProfanityList load() {
        Map<String, List<Entry>> words = new HashMap<>();
        List<Entry> inside = new ArrayList<>();
        for (String line : Resources.lines("/dev/linnet/nlp/profanity.tsv")) {
            String[] parts = line.split("\t");
            Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            for (int i = 2; i < parts.length; i++) {
                for (Entry entry : Entry.parse(parts[i], kind, parts[1])) {
                    words.computeIfAbsent(entry.word(), word -> new ArrayList<>())
                            .add(entry);
                    if (entry.inside()) {
                        inside.add(entry);
                    }
                }
            }
        }
        return new ProfanityList(Map.copyOf(words), List.copyOf(inside), List.of());
    }

    private static final class Shared {
        static final ProfanityList LIST = load();
    }
}
