package dev.linnet.keywords.mining.vocabulary;

import dev.linnet.keywords.mining.page.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the YAML form, keeping line numbers and the user's comments. */
final class VocabularyYaml {
    private static final List<String> KEYS = List.of(
            "format", "version", "keywords", "removed", "trusted", "muted", "mined-at", "mined-posts", "last-mined");
    private static final List<String> KEYWORD_KEYS =
            List.of("text", "weight", "mined", "priority", "pinned", "variants", "posts", "sentence");

    private static final VocabularyFile EMPTY =
            new VocabularyFile(1, List.of(), Set.of(), Set.of(), Set.of(), LastMining.NEVER, Map.of());

    private final List<VocabularyMistake> mistakes;
    private final Map<String, Integer> seen = new HashMap<>();

    VocabularyYaml(List<VocabularyMistake> mistakes) {
        this.mistakes = mistakes;
    }

    VocabularyFile parse(String text) {
        Node root = compose(text);
        if (root != null && isNewer(root)) {
            return EMPTY;
        }
        Map<String, Node> top = root == null ? Map.of() : mapping(root, KEYS);
        List<VocabularyEntry> entries = new ArrayList<>();
        for (Node item : items(top.get("keywords"), "keywords")) {
            VocabularyEntry entry = entry(item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return new VocabularyFile(
                (int) number(top.get("version"), "version", 1),
                entries,
                texts(top.get("removed"), "removed", Names::keyword),
                texts(top.get("trusted"), "trusted", Names::handle),
                texts(top.get("muted"), "muted", Names::keyword),
                new LastMining(
                        List.copyOf(texts(top.get("last-mined"), "last-mined", Names::keyword)),
                        moment(top.get("mined-at"), "mined-at"),
                        (int) number(top.get("mined-posts"), "mined-posts", 0)),
                root == null ? Map.of() : UserComments.notes(root));
    }

    /** A newer layout is told alone: what else looks wrong in it may be right there. */
    private boolean isNewer(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return false;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("format")) {
                double format = number(tuple.getValueNode(), "format", VocabularyFile.FORMAT);
                if (format > VocabularyFile.FORMAT) {
                    mistake(
                            key,
                            "the file has format " + text(tuple.getValueNode(), "format")
                                    + " of a newer Linnet, and this one reads format " + VocabularyFile.FORMAT
                                    + "; use the newer Linnet");
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Instant moment(@Nullable Node node, String key) {
        String typed = text(node, key);
        if (node == null || typed.isEmpty()) {
            return null;
        }
        Instant moment = Dates.parse(typed);
        if (moment == null) {
            mistake(node, "'" + key + "' must be a time such as 2026-03-01T10:00:00Z, but is '" + typed + "'");
        }
        return moment;
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        options.setCodePointLimit(64 << 20);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            return root == null
                            || root.getTag().equals(Tag.NULL)
                            || root.getTag().equals(Tag.COMMENT)
                    ? null
                    : root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add(new VocabularyMistake(line, "this is not valid YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            mistakes.add(new VocabularyMistake(1, "this is not valid YAML: " + e.getMessage()));
        }
        return null;
    }

    private @Nullable VocabularyEntry entry(Node node) {
        if (node instanceof ScalarNode scalar) {
            String text = Names.keyword(scalar.getValue());
            return named(text, node) ? VocabularyEntry.own(text, 1).withComments(UserComments.of(node)) : null;
        }
        Map<String, Node> fields = mapping(node, KEYWORD_KEYS);
        String text = Names.keyword(text(fields.get("text"), "text"));
        if (!named(text, node)) {
            return null;
        }
        double weight = weight(fields.get("weight"), "weight", 1);
        Node mined = fields.get("mined");
        return new VocabularyEntry(
                text,
                weight,
                mined == null ? null : weight(mined, "mined", weight),
                flag(fields.get("priority"), "priority"),
                flag(fields.get("pinned"), "pinned"),
                List.copyOf(texts(fields.get("variants"), "variants", Names::keyword)),
                (int) number(fields.get("posts"), "posts", 0),
                text(fields.get("sentence"), "sentence"),
                UserComments.of(node));
    }

    private boolean named(String text, Node node) {
        if (text.isEmpty()) {
            mistake(node, "the keyword has no text; write 'text: the words'");
            return false;
        }
        KeywordText.mistake(text).ifPresent(told -> mistake(node, told));
        Integer before = seen.putIfAbsent(text, line(node));
        if (before != null) {
            mistake(node, "'" + text + "' stands in line " + before + " already; keep one of the two");
        }
        return true;
    }

    private Map<String, Node> mapping(Node node, List<String> allowed) {
        Map<String, Node> values = new HashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistake(node, "here belong keys and values, one a line, such as '" + allowed.get(0) + ": …'");
            return values;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!allowed.contains(key)) {
                mistake(tuple.getKeyNode(), "'" + key + "' is not known here; there are " + String.join(", ", allowed));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                mistake(tuple.getKeyNode(), "'" + key + "' stands twice");
            }
        }
        return values;
    }

    private List<Node> items(@Nullable Node node, String key) {
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistake(node, "'" + key + "' must be a list: one item a line, each after '- '");
        return List.of();
    }

    private Set<String> texts(@Nullable Node node, String key, UnaryOperator<String> form) {
        Set<String> texts = new LinkedHashSet<>();
        for (Node item : items(node, key)) {
            String text = form.apply(text(item, key));
            if (!text.isEmpty()) {
                if (key.equals("variants") || key.equals("muted")) {
                    KeywordText.mistake(text).ifPresent(told -> mistake(item, told));
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(@Nullable Node node, String key) {
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        mistake(node, "'" + key + "' must be words, not a list or a mapping");
        return "";
    }

    private double weight(@Nullable Node node, String key, double otherwise) {
        double weight = number(node, key, otherwise);
        if (weight > 0 && !Double.isInfinite(weight)) {
            return weight;
        }
        if (node != null) {
            mistake(node, "'" + key + "' must be above 0, such as 1 or 2.5, but is " + text(node, key));
        }
        return otherwise;
    }

    private double number(@Nullable Node node, String key, double otherwise) {
        String typed = text(node, key);
        if (node == null || typed.isEmpty()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            mistake(node, "'" + key + "' must be a number, but is '" + typed + "'");
            return otherwise;
        }
    }

    private boolean flag(@Nullable Node node, String key) {
        String typed = text(node, key);
        if (node != null && !typed.equals("true") && !typed.equals("false")) {
            mistake(node, "'" + key + "' must be true or false, but is '" + typed + "'");
        }
        return typed.equals("true");
    }

    private void mistake(Node node, String what) {
        mistakes.add(new VocabularyMistake(line(node), what));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
