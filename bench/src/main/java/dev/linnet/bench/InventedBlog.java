package dev.linnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blog of an author who does not exist: Markdown posts with front matter, each about a few of the author's topics. The
 * same seed makes the same blog.
 */
final class InventedBlog {
    /** What the author writes about, the favourite first; a topic's share of posts falls as in Zipf's law. */
    static final List<String> TOPICS = List.of(
            "dry stone wall",
            "tidal mill",
            "lime mortar",
            "hedge laying",
            "swing bridge",
            "slate roof",
            "charcoal kiln",
            "water meadow",
            "bell tower",
            "canal lock",
            "oak frame",
            "thatch ridge",
            "iron forge",
            "salt marsh",
            "cider press",
            "rope walk",
            "wind pump",
            "packhorse trail",
            "ice house",
            "dew pond",
            "lead window",
            "turf roof",
            "brick bond",
            "post mill",
            "sheep fold",
            "cobble lane",
            "saw pit",
            "stone lintel",
            "harbour crane",
            "walled garden",
            "clay tile",
            "weather vane");

    private static final Pattern SLOT = Pattern.compile("<(\\w)>");
    private static final String[] NOUNS =
            ("valley builder drawing neighbour weekend letter storm season village ladder mason visitor corner surface layer "
                            + "handbook photograph border timber trench permit budget meeting farmer survey angle repair weight pattern museum "
                            + "volunteer barrow chisel mallet kettle river footpath parish archive ledger quarry cart engineer apprentice gutter "
                            + "foundation gate orchard bucket lantern carpet saddle biscuit teacher doctor library ticket window candle pencil basket "
                            + "blanket bottle button cabin camera carrot castle chapel cherry chimney circle coffee compass copper cousin cradle "
                            + "crayon curtain cushion daughter dinner dragon engine envelope fabric feather fiddle flannel forest fountain garage "
                            + "garlic ginger glove goblet grocer guitar hammer hamper handle harvest hazel heron hinge hollow honey horse hostel "
                            + "inkwell island jacket jigsaw juggler jumper kennel ketchup kitten knapsack lawyer lettuce locket lorry magnet magpie "
                            + "market marble meadow melody mirror mitten monkey mustard napkin needle noodle nurse oatmeal onion oven paddle pamphlet "
                            + "parcel parsley peacock pebble pepper piano pillow pirate plaster plumber pocket poem porch potato pottery printer "
                            + "pudding puppet quilt rabbit radio raincoat recipe ribbon robin rocket ruler sailor salmon sandal saucer scarf school "
                            + "scissors seagull shelf shepherd shovel sister sleeve slipper soup spanner spider spoon squirrel stable station stencil "
                            + "stool sugar sweater table tailor teapot thimble thistle thunder toaster tomato towel tractor train trumpet tunnel "
                            + "turnip umbrella uncle vase velvet verse violin waiter walnut wardrobe whistle willow wizard workshop yard zipper ")
                    .split(" ");
    private static final String[] ADJECTIVES =
            ("old careful narrow heavy early local patient rough broken quiet steep cheap proper honest "
                            + "northern spare crooked modern wet")
                    .split(" ");
    private static final String[] VERBS =
            ("measured repaired visited described rebuilt cleaned studied photographed moved explained "
                            + "inspected drew borrowed carried painted")
                    .split(" ");
    private static final String[] SENTENCES = {
        "Last <n> I <v> a <t> with the <n> from the next <n>.",
        "Nobody had <v> the <a> <n> since the <n> came down.",
        "A <t> needs more of a <n>, and a better <n>.",
        "She said that every <t> is like a <a> <n>.",
        "We <v> it twice, because the <n> was <a> and the <n> was not.",
        "In the <a> <n> there is something of the <n>, but nothing of the <n>.",
        "What I like about the <t> is how little of it is a <n>.",
        "So the <n> and I <v> the <n> in the <n>.",
        "You could see where somebody <v> the <n> long before us.",
        "There it seemed to me like a <n> without a <n>.",
        "He thinks that the <n> is too much, and he may be right.",
        "If this is your <t>, look at the <n> before you go to the <n>.",
        "They have been to the <t> before, when the <n> was <v>.",
        "After that, the <a> <n> <v> the rest of the <n>."
    };

    /** A post keeps to as many words as a person has in mind at a time. */
    private static final int NOUNS_IN_A_POST = 20;

    private final Random random;
    private final String[] inMind = new String[NOUNS_IN_A_POST];

    InventedBlog(long seed) {
        random = new Random(seed);
    }

    /** Writes posts of some 800 words into a folder. */
    void write(Path folder, int posts) throws IOException {
        Files.createDirectories(folder);
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < posts; i++) {
            Files.writeString(folder.resolve(day.plusDays(i) + "-post-" + i + ".md"), post(i));
        }
    }

    private String post(int number) {
        List<String> about = new ArrayList<>();
        int topics = 1 + random.nextInt(3);
        while (about.size() < topics) {
            String topic = topic();
            if (!about.contains(topic)) {
                about.add(topic);
            }
        }
        for (int i = 0; i < inMind.length; i++) {
            inMind[i] = pick(NOUNS);
        }
        StringBuilder text = new StringBuilder("---\ntitle: The " + about.get(0) + " and the " + pick(inMind)
                + "\ntags: [" + pick(inMind) + "]\n---\n");
        int words = 0;
        while (words < 800) {
            text.append(words % 200 < 12 && words > 0 ? "\n\n## About the " + pick(inMind) + "\n\n" : "");
            for (int i = 0; i < 6; i++) {
                String sentence = sentence(about);
                words += sentence.split(" ").length;
                text.append(sentence).append(' ');
            }
            text.append("\n\n");
        }
        return text.append("Post ").append(number).append(".\n").toString();
    }

    private String sentence(List<String> about) {
        return SLOT.matcher(SENTENCES[random.nextInt(SENTENCES.length)])
                .replaceAll(slot -> Matcher.quoteReplacement(
                        switch (slot.group(1)) {
                            case "t" -> about.get(random.nextInt(about.size()));
                            case "n" -> pick(inMind);
                            case "a" -> pick(ADJECTIVES);
                            default -> pick(VERBS);
                        }));
    }

    private String topic() {
        double total = 0;
        for (int rank = 1; rank <= TOPICS.size(); rank++) {
            total += 1.0 / rank;
        }
        double drawn = random.nextDouble() * total;
        int rank = 1;
        while (drawn > 1.0 / rank && rank < TOPICS.size()) {
            drawn -= 1.0 / rank;
            rank++;
        }
        return TOPICS.get(rank - 1);
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
